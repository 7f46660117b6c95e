using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>
/// The second step: counts what the parser read from the day of publication, or from the last day the text named, and
/// says what it counted from and which way. What cannot be counted stays unknown, with the reason.
/// </summary>
/// <param name="Reference">The day times are counted from, or null.</param>
/// <param name="ReferenceName">What that day is, for the reason: publication, story.</param>
/// <param name="Late">True when the report may have come out so late in its day that it was already the next one elsewhere.</param>
/// <param name="Focus">The last single day the text named, or null.</param>
/// <param name="Story">In narrative mode how finely the reference day was told, else null.</param>
internal readonly record struct TimeAnchoring(LocalDate? Reference, string ReferenceName, bool Late, LocalDate? Focus, TimePrecision? Story = null)
{
    private const string NoReference = "not anchored: no day of publication is known";
    // A day told longer ago than this is background; what the article points at is news then.
    private const int FarthestTold = 10;
    private const string NoFocus = "not anchored: no day stands before it";

    /// <summary>The same from the day a quotation was spoken.</summary>
    public TimeAnchoring SaidOn(LocalDate day) => this with { Reference = day, ReferenceName = "speech", Late = false };

    /// <summary>Finds the days of a stretch of the calendar.</summary>
    public Period Resolve(CalendarTime time, TimeDirection cue) => time switch
    {
        FixedDate date => YearAnchoring.Resolve(this, date, cue),
        HolidayTime holiday => YearAnchoring.Resolve(this, new FixedDate(holiday.Year, holiday.Month, holiday.Day, null), cue),
        WeekdayTime weekday => Weekday(weekday, cue),
        RelativeDay relative => Reference is { } day ? Period.OfDay(day.PlusDays(relative.Days), By("day"), Sign(relative.Days)) : Unknown(time, TimePrecision.Day),
        PointedUnit unit => Pointed(unit, cue),
        SeasonTime season => YearAnchoring.Season(this, season, cue),
        YearsTime years => Period.OfYears(years.FirstYear, years.Years, "stated"),
        PartOf part => PartAnchoring.Resolve(this, part, cue),
        CountedTime counted => Counted(counted, cue),
        RunningTime running => Running(running),
        AmbiguousDate date => Period.Unknown(TimexValue.Underspecified(date), TimePrecision.Day, $"not anchored: {date.Year}, day and month cannot be told apart"),
        CalendarRange range => Range(range, cue),
        YearsApart apart => Apart(apart, cue),
        OtherCalendarTime other => Period.Unknown("XXXX-XX-XX", TimePrecision.Month, "not anchored: " + other.Calendar),
        _ => Unknown(time, TimePrecision.Day),
    };

    /// <summary>The reason of an anchoring on the reference day: "publication 2025-02-28, past: weekday".</summary>
    public string By(string what, TimeDirection direction = TimeDirection.None) =>
        ReferenceName + " " + (Reference is { } day ? TimexValue.Day(day) : "?") + (direction == TimeDirection.None ? ": " : direction == TimeDirection.Past ? ", past: " : ", future: ") + what;

    /// <summary>What is unknown for want of a reference day.</summary>
    public static Period Unknown(CalendarTime time, TimePrecision precision) => Period.Unknown(TimexValue.Underspecified(time), precision, NoReference);

    private static TimeDirection Sign(int days) => days < 0 ? TimeDirection.Past : days > 0 ? TimeDirection.Future : TimeDirection.None;

    private Period Apart(YearsApart apart, TimeDirection cue)
    {
        var near = Resolve(apart.Base, cue);
        if (near.First is not { } first || apart.Base is not PointedUnit { Unit: var unit })
        {
            return near;
        }

        return Period.Holding(first.PlusYears(apart.Years), unit, near.Anchor + ", a year before", TimeDirection.Past);
    }

    private Period Weekday(WeekdayTime weekday, TimeDirection cue)
    {
        if (weekday.Of is { } of)
        {
            var week = Resolve(of, cue);
            return week.First is { } monday ? Period.OfDay(monday.PlusDays(weekday.Weekday - 1), week.Anchor + ", weekday in it", week.Direction) : Unknown(weekday, TimePrecision.Day);
        }

        if (weekday.Pointing is Pointing.Same or Pointing.Previous or Pointing.Following)
        {
            return Focus is { } focus
                ? Period.OfDay(Step(focus, weekday.Weekday, weekday.Pointing == Pointing.Following ? 1 : weekday.Pointing == Pointing.Previous ? -1 : 0), "text " + TimexValue.Day(focus) + ": weekday")
                : Period.Unknown(TimexValue.Underspecified(weekday), TimePrecision.Day, NoFocus);
        }

        if (Reference is not { } day)
        {
            return Unknown(weekday, TimePrecision.Day);
        }

        var back = (((int)day.DayOfWeek - weekday.Weekday) + 7) % 7;
        switch (weekday.Pointing)
        {
            case Pointing.Last:
                var last = back <= 1 ? back + 7 : back;
                return Period.OfDay(day.PlusDays(-last), By(back == 1 ? "last weekday, yesterday left out" : "last weekday", TimeDirection.Past), TimeDirection.Past);
            case Pointing.Next:
                var monday = day.PlusDays(8 - (int)day.DayOfWeek);
                return Period.OfDay(monday.PlusDays(weekday.Weekday - 1), By("weekday of the next week", TimeDirection.Future), TimeDirection.Future);
            case Pointing.Coming:
                return Period.OfDay(day.PlusDays(back == 0 ? 7 : 7 - back), By("coming weekday", TimeDirection.Future), TimeDirection.Future);
            case Pointing.This when cue == TimeDirection.None:
                cue = TimeDirection.Future;
                break;
        }

        if (back == 0)
        {
            return Period.OfDay(day, By("same weekday"));
        }

        if (cue == TimeDirection.Future)
        {
            return Period.OfDay(day.PlusDays(7 - back), By("weekday", cue), cue);
        }

        // Six days back is the day after: reports of the far east come out on the evening before, by their own calendar.
        return back == 6 && Late
            ? Period.OfDay(day.PlusDays(1), By("weekday, already begun where it happened"))
            : Period.OfDay(day.PlusDays(-back), By("weekday", TimeDirection.Past), TimeDirection.Past);
    }

    // The weekday nearest a day (side 0), before it or after it.
    private static LocalDate Step(LocalDate day, int weekday, int side)
    {
        var forward = ((weekday - (int)day.DayOfWeek) + 7) % 7;
        return side > 0 ? day.PlusDays(forward == 0 ? 7 : forward) : side < 0 ? day.PlusDays(forward - 7) : day.PlusDays(forward > 3 ? forward - 7 : forward);
    }

    private bool IsNear(LocalDate? told) => told is { } day && (Reference is not { } reference || (day <= reference && NodaTime.Period.DaysBetween(day, reference) <= FarthestTold));

    private Period Pointed(PointedUnit pointed, TimeDirection cue)
    {
        var (unit, pointing) = (pointed.Unit, pointed.Pointing);
        pointing = unit == CalendarUnit.Day && pointing == Pointing.Next ? Pointing.Following : pointing;
        var anaphoric = pointing is Pointing.Same or Pointing.Previous or Pointing.Following || (pointing == Pointing.Told && IsNear(Focus));
        var precision = Period.Holding(new LocalDate(2000, 1, 1), unit, "", TimeDirection.None).Precision;
        if ((anaphoric ? Focus ?? (unit > CalendarUnit.Day ? Reference : null) : Reference) is not { } day)
        {
            return Period.Unknown(TimexValue.Underspecified(pointed), precision, anaphoric ? NoFocus : NoReference);
        }

        var steps = pointing switch
        {
            Pointing.Last or Pointing.Previous => -1,
            Pointing.Next or Pointing.Coming or Pointing.Following => 1,
            Pointing.None when unit == CalendarUnit.Weekend => day.DayOfWeek < IsoDayOfWeek.Saturday && cue != TimeDirection.Future ? -1 : 0,
            _ => 0,
        };
        var direction = Sign(steps);
        var why = anaphoric && Focus is not null ? "text " + TimexValue.Day(day) + ": " : By("", direction);
        return Period.Holding(Plus(day, unit, steps), unit, why + unit.ToString().ToLowerInvariant(), direction);
    }

    /// <summary>Moves a day by units; kept inside the years the calendar knows.</summary>
    public static LocalDate Plus(LocalDate day, CalendarUnit unit, int count)
    {
        count = Math.Clamp(count, -1000, 1000);
        return unit switch
        {
            CalendarUnit.Week or CalendarUnit.Weekend => day.PlusWeeks(count),
            CalendarUnit.Fortnight => day.PlusWeeks(count * 2),
            CalendarUnit.Month => day.PlusMonths(count),
            CalendarUnit.Quarter => day.PlusMonths(count * 3),
            CalendarUnit.Year => day.PlusYears(count),
            CalendarUnit.Decade => day.PlusYears(Math.Clamp(count, -150, 150) * 10),
            CalendarUnit.Century => day.PlusYears(Math.Clamp(count, -15, 15) * 100),
            _ => day.PlusDays(count),
        };
    }

    private Period Counted(CountedTime counted, TimeDirection cue)
    {
        var precision = counted.Unit < CalendarUnit.Day ? TimePrecision.Hour : Period.Holding(new LocalDate(2000, 1, 1), counted.Unit, "", TimeDirection.None).Precision;
        var value = TimexValue.Underspecified(counted);
        if (counted.Origin == "event" && counted.Whole is null)
        {
            return Period.Unknown(value, precision, "not anchored: counted from an event in the words after it");
        }

        if (counted.Vague)
        {
            return Period.Unknown(value, precision, "not anchored: how many is not told");
        }

        var whole = counted.Whole is { } told ? Resolve(told, cue).First : null;
        var from = counted.Origin switch { "publication" => Reference, "text" => Focus ?? (Story is null ? null : Reference), _ => whole };
        if (from is not { } day)
        {
            return Period.Unknown(value, precision, counted.Origin == "publication" ? NoReference : NoFocus);
        }

        var (low, high, unit) = (counted.Low, counted.High, counted.Unit);
        if (unit == CalendarUnit.Hour && low == high && low % 24 == 0)
        {
            (low, high, unit) = (low / 24, high / 24, CalendarUnit.Day);
        }

        if (unit < CalendarUnit.Day || high > 1000)
        {
            return Period.Unknown(value, precision, "not anchored: no clock time to count from");
        }

        var direction = Sign(counted.Sign);
        var why = (counted.Origin == "publication" ? By("", direction) : "text " + TimexValue.Day(day) + ": ") + "counted";
        var near = Period.Holding(Plus(day, unit, counted.Sign * (int)Math.Round(low)), unit, why, direction);
        if (low == high)
        {
            return near;
        }

        var far = Period.Holding(Plus(day, unit, counted.Sign * (int)Math.Round(high)), unit, why, direction);
        var (first, last) = counted.Sign < 0 ? (far, near) : (near, far);
        return first with { Last = last.Last, Value = first.Value + "/" + last.Value };
    }

    private Period Running(RunningTime running)
    {
        var value = TimexValue.Length(running.Count, running.Unit);
        var precision = running.Unit < CalendarUnit.Day ? TimePrecision.Hour : Period.Holding(new LocalDate(2000, 1, 1), running.Unit, "", TimeDirection.None).Precision;
        if (running.Count is not { } count || Reference is not { } day)
        {
            return Period.Unknown(value, precision, running.Count is null ? "not anchored: how long is not told" : NoReference);
        }

        var days = running.Unit switch { CalendarUnit.Hour => Math.Ceiling(count / 24), CalendarUnit.Minute or CalendarUnit.Second => 1, _ => Math.Round(count) };
        var unit = running.Unit < CalendarUnit.Day ? CalendarUnit.Day : running.Unit;
        var end = Plus(day, unit, running.Sign * (int)Math.Min(days, 1000));
        var direction = Sign(running.Sign);
        return Period.Of(end < day ? end : day, end < day ? day : end, value, precision, By("running", direction), direction);
    }

    private Period Range(CalendarRange range, TimeDirection cue)
    {
        var (from, to) = (range.From, range.To);
        if (from is FixedDate { Year: null, YearPointing: Pointing.None } begin && to is FixedDate { Month: not null } end && (end.Year is not null || end.YearPointing != Pointing.None))
        {
            from = begin with { Year = end.Year, YearPointing = end.YearPointing };
        }

        if (from is WeekdayTime { Of: null, Pointing: Pointing.None } weekday && to is WeekdayTime { Of: { } week })
        {
            from = weekday with { Of = week };
        }

        var first = Resolve(from, cue);
        if (first.First is not { } start)
        {
            return Period.Unknown(first.Value + "/" + TimexValue.Underspecified(to), first.Precision, first.Anchor);
        }

        // the end is looked for after the begin, whatever the tense
        var open = to is FixedDate { Year: null, YearPointing: Pointing.None } or WeekdayTime { Of: null } or PartOf { Whole: FixedDate { Year: null } } or SeasonTime { Year: null };
        var last = open ? new TimeAnchoring(start, ReferenceName, Late: false, Focus).Resolve(to, TimeDirection.Future) : Resolve(to, cue);
        if (last.Last is not { } stop || stop < start)
        {
            return Period.Unknown(first.Value + "/" + last.Value, first.Precision, "not anchored: the range ends before it begins");
        }

        var coarser = first.Precision > last.Precision ? first.Precision : last.Precision;
        return Period.Of(start, stop, first.Value + "/" + last.Value, coarser, first.Anchor, first.Direction);
    }
}
