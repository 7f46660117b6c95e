using Dateline.Text;
using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>Makes the final expression of one parsed time: days found, clock put on its day, offset fixed.</summary>
/// <param name="Tokens">Its sentence.</param>
/// <param name="Anchoring">What it is counted from.</param>
/// <param name="Published">The day of publication, or null.</param>
/// <param name="LastClock">The last clock time told, on a day, which minutes and hours later are counted from, or null.</param>
internal readonly record struct ExpressionBuilder(TimeTokens Tokens, TimeAnchoring Anchoring, LocalDate? Published, TimeExpression? LastClock)
{
    // Days told this long before publication are recalled, not news.
    private const int RecalledAfterDays = 10;

    // What happened after noon of the next day, wherever it was, is not told yet.
    private const int Noon = 12;

    /// <summary>Builds the expression.</summary>
    /// <param name="time">What was parsed.</param>
    /// <param name="day">For a clock time without a day: the day it stands on and where that came from, or null.</param>
    public TimeExpression Build(UnderspecifiedTime time, Period? day)
    {
        if (time.Reference is { } pointing)
        {
            return Make(time, TimexType.Date, Period.Unknown(pointing, TimePrecision.Year, "not anchored: points at no day"), null, null, null, null, null);
        }

        if (time.Day is CountedTime { Unit: < CalendarUnit.Day } && LaterByClock(time) is { } later)
        {
            return later;
        }

        var cue = Cue(time);
        var anchoring = time.Clock is { From.Hour: > Noon, Zone: null } ? Anchoring with { Late = false } : Anchoring; // "late on Saturday": no report of Friday knows of it
        var period = time.Day is { } told ? Overnight(time, anchoring.Resolve(told, cue)) : day;
        if (time.Clock is { } clock)
        {
            var ends = clock.EndsDay || (clock.IsMidnight && time.Preposition is "until" or "till" or "by" or "before");
            return Clock(time, ends ? clock with { EndsDay = true } : clock, period, cue);
        }

        if (period is { } found)
        {
            var type = time.Day is RunningTime ? TimexType.Duration : time.Day is CountedTime { Unit: < CalendarUnit.Day } && !(found.First is not null && found.Precision == TimePrecision.Day) ? TimexType.Time : TimexType.Date;
            return Make(time, type, found, null, null, null, null, null);
        }

        var value = time.Set ?? time.Length ?? "XXXX-XX-XX";
        var length = Period.Unknown(value, LengthPrecision(value), "");
        return Make(time, time.Set is null ? TimexType.Duration : TimexType.Set, length, null, null, null, null, null);
    }

    // "by" and "until" look ahead, whatever was said in the past of them
    private TimeDirection Cue(UnderspecifiedTime time)
    {
        var cue = TenseCue.Of(Tokens, time);
        if (time.Preposition is not ("until" or "till" or "through" or "by"))
        {
            return cue;
        }

        if (time.Preposition is not "by" && time.First > 1 && Tokens.Tokens[time.First - 2] is { Tag: PartOfSpeech.Verb, Form: WordForm.Present })
        {
            return TimeDirection.Future; // "arrived on Monday for a visit that lasts until Friday"
        }

        return cue == TimeDirection.None ? TimeDirection.Future : cue == TimeDirection.Past && time.Day is FixedDate { Year: null } or PartOf { Whole: FixedDate { Year: null } } ? TimeDirection.None : cue;
    }

    // ten minutes later: from the last clock time told
    private TimeExpression? LaterByClock(UnderspecifiedTime time)
    {
        if (time.Day is not CountedTime { Vague: false, Origin: "text", High: < 1000 } counted || counted.Low != counted.High || LastClock is not { First: { } first, Clock: { } clock } from)
        {
            return null;
        }

        var seconds = (long)(counted.Low * counted.Unit switch { CalendarUnit.Hour => 3600, CalendarUnit.Minute => 60, _ => 1 }) * counted.Sign;
        var at = (first + clock).PlusSeconds(seconds);
        var value = TimexValue.Day(at.Date) + TimexValue.Clock(at.TimeOfDay);
        var period = Period.Of(at.Date, at.Date, value, TimePrecision.Minute, "text " + from.Value + ": counted", counted.Sign < 0 ? TimeDirection.Past : TimeDirection.Future);
        return Make(time, TimexType.Time, period, new ClockTime(at.TimeOfDay, null, null, null), null, from.Offset, from.Zone, from.ZoneFrom);
    }

    private TimeExpression Clock(UnderspecifiedTime time, ClockTime clock, Period? period, TimeDirection cue)
    {
        var pair = Pair(time, clock, period, cue);
        var on = pair.Day;
        if (on.First is not { } first)
        {
            var code = pair.Clock.Code is { } part ? "T" + part : TimexValue.Clock(pair.Clock.From);
            return Make(time, TimexType.Time, on with { Value = on.Value + code, Precision = PrecisionOf(pair.Clock) }, pair.Clock, time.ClockEnd?.From ?? pair.Clock.To, pair.Offset, pair.Zone, pair.From) with { Second = pair.Second };
        }

        if (pair.Clock is { EndsDay: true, IsPoint: true } && time.ClockEnd is null)
        {
            var ended = Period.OfDay(first.PlusDays(1), on.Anchor + ", the end of the day before", on.Direction) with { Value = TimexValue.Day(first) + "T24:00", Precision = TimePrecision.Minute };
            return Make(time, TimexType.Time, ended, pair.Clock, null, pair.Offset, pair.Zone, pair.From) with { Second = pair.Second };
        }

        if (pair.Clock is { HalfUnknown: true } && time.ClockEnd is null)
        {
            var open = on with { Value = TimexValue.Day(first) + TimexValue.Clock(pair.Clock.From), Precision = TimePrecision.Hour, Anchor = on.Anchor + "; before or after noon is not told" };
            return Make(time, TimexType.Time, open, pair.Clock, pair.Clock.From.PlusHours(12), pair.Offset, pair.Zone, pair.From);
        }

        var end = time.ClockEnd?.From ?? pair.Clock.To;
        var last = pair.Clock.ToNextDay || (time.ClockEnd is { } until && until.From < pair.Clock.From) ? first.PlusDays(1) : first;
        var value = pair.Clock.Code is { } letters ? on.Value + "T" + letters : TimexValue.Day(first) + TimexValue.Clock(pair.Clock.From);
        value = time.ClockEnd is { } stop ? value + "/" + TimexValue.Day(last) + TimexValue.Clock(stop.From) : value;
        var placed = on with { Last = on.IsDay ? last : on.Last, Value = value, Precision = PrecisionOf(pair.Clock) };
        return Make(time, TimexType.Time, placed, pair.Clock, end, pair.Offset, pair.Zone, pair.From) with { Second = pair.Second };
    }

    private readonly record struct Placed(Period Day, ClockTime Clock, Offset? Offset, string? Zone, string? From, SecondReading? Second);

    // One or two readings of the same instant. The local one is kept as the clock; a reading in UTC beside it fixes the offset.
    private Placed Pair(UnderspecifiedTime time, ClockTime clock, Period? period, TimeDirection cue)
    {
        var nothing = Period.Unknown("XXXX-XX-XX", TimePrecision.Day, "not anchored: no day is told for this clock time");
        if (time.Second is not { } second || !clock.IsPoint)
        {
            return Alone(clock, period ?? nothing);
        }

        var secondDay = time.SecondDay is { } told ? Anchoring.Resolve(told, cue) : (Period?)null;
        if (second.Zone is null || (clock.Zone is { IsUtc: true } && !second.Zone.IsUtc))
        {
            (clock, second, period, secondDay) = (second, clock, secondDay, period);
        }

        var guess = secondDay?.First ?? period?.First ?? Published ?? new LocalDate(2000, 1, 1);
        if (second.Zone?.At(guess + second.From) is not { } known)
        {
            return Alone(clock, period ?? secondDay ?? nothing);
        }

        var pairing = ClockPairing.Of(clock.From, period?.IsDay == true ? period.Value.First : null, second.From, secondDay?.IsDay == true ? secondDay.Value.First : null, known);
        var on = period is { First: not null } ? period.Value
            : pairing.LocalDay is { } local ? Period.OfDay(local, "paired reading; " + (secondDay?.Anchor ?? ""), secondDay?.Direction ?? TimeDirection.None)
            : period ?? nothing;
        var beside = new SecondReading(secondDay?.First, second.From, second.Zone.Printed, known);
        if (pairing.Offset is not { } offset)
        {
            var alone = Alone(clock, on with { Anchor = on.Anchor + "; the two readings cannot be one instant" });
            return alone with { Second = beside };
        }

        var stated = clock.Zone is { } zone && on.First is { } day ? zone.At(day + clock.From) : null;
        return stated is { } fixedOffset
            ? new Placed(fixedOffset == offset ? on : on with { Anchor = on.Anchor + "; the second reading contradicts the zone" }, clock, fixedOffset, clock.Zone!.Printed, "stated", beside)
            : new Placed(on, clock, offset, offset.ToString("m", System.Globalization.CultureInfo.InvariantCulture), "paired", beside);
    }

    private static Placed Alone(ClockTime clock, Period period)
    {
        var at = clock.Zone?.At((period.First ?? new LocalDate(2000, 1, 1)) + clock.From);
        var known = clock.Zone is { Offset: not null } || period.First is not null;
        return new Placed(period, clock, known ? at : null, clock.Zone?.Printed, clock.Zone is null ? null : "stated", null);
    }

    // "overnight" ends on the morning of the day it came out, or of the day it leads into; "overnight on Friday" is the night after
    private Period Overnight(UnderspecifiedTime time, Period period)
    {
        if (!time.Rule.StartsWith("times.overnight", StringComparison.Ordinal) || period.First is not { } day)
        {
            return period;
        }

        var before = time.Rule == "times.overnight-into" || day == Published || time.Day is PointedUnit { Pointing: Pointing.Told };
        return before ? Period.OfDay(day.PlusDays(-1), period.Anchor + ", the night before", period.Direction) : period;
    }

    private static TimePrecision PrecisionOf(ClockTime clock) => clock.IsPoint ? TimePrecision.Minute : TimePrecision.Hour;

    private static TimePrecision LengthPrecision(string value) => value[^1] switch
    {
        'Y' => TimePrecision.Year,
        'W' => TimePrecision.Week,
        'M' when !value.Contains('T', StringComparison.Ordinal) => TimePrecision.Month,
        'D' => TimePrecision.Day,
        'H' => TimePrecision.Hour,
        _ => TimePrecision.Minute,
    };

    private TimeExpression Make(UnderspecifiedTime time, TimexType type, Period period, ClockTime? clock, LocalTime? end, Offset? offset, string? zone, string? zoneFrom) => new(
        Tokens.Span(time.First, time.After),
        time.Rule,
        type,
        period.Value,
        period.Precision,
        period.First,
        period.Last,
        clock?.From,
        end,
        offset,
        zone,
        zoneFrom,
        period.Anchor,
        period.Direction,
        time.Approximate,
        IsRecalled(time, period))
    {
        Length = time.Length,
        Ends = Ends(time),
        Weekday = time.Day is FixedDate { Day: not null, Weekday: { } weekday } ? (IsoDayOfWeek)weekday : null,
        HasYear = time.Day is FixedDate { Year: not null },
    };

    private RangeEnds? Ends(UnderspecifiedTime time)
    {
        var (after, first) = time.Day is CalendarRange range ? range.Joint : time.Joint;
        return after > time.First && first < time.After && first >= after && time.Clock is null ? new RangeEnds(Tokens.Span(time.First, after), Tokens.Span(first, time.After)) : null;
    }

    private bool IsRecalled(UnderspecifiedTime time, Period period)
    {
        if (Published is not { } published || period.Last is not { } last || time.Day is RunningTime)
        {
            return false;
        }

        var since = time.Preposition is "since" && period.Precision >= TimePrecision.Week && period.First < published;
        return since || (period.Precision <= TimePrecision.Day ? last < published.PlusDays(-RecalledAfterDays) : last < published);
    }
}
