using Dateline.Text;
using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>
/// Puts clock times, days, parts of days and lengths together into one expression each. Nothing is counted from
/// anywhere here; see <see cref="TimeAnchoring"/>.
/// </summary>
internal static class TimeParser
{
    // Words looked through behind a day for the agreement it names: "inter-Korean military agreement".
    private const int LongestAgreement = 5;

    /// <summary>The expressions of a sentence, in text order, without overlap.</summary>
    public static List<UnderspecifiedTime> Parse(TimeTokens t)
    {
        var found = new List<UnderspecifiedTime>();
        var i = 0;
        while (i < t.Count)
        {
            if (!t.MayBegin(i))
            {
                i++;
                continue;
            }

            var previous = found.Count > 0 ? found[^1] : null;
            if (!t.IsBarred(i) && TryAt(t, i, previous, out var time) && time.After > i)
            {
                found.Add(time);
                i = time.After;
            }
            else
            {
                i++;
            }
        }

        for (var last = found.Count - 2; last >= 0; last--)
        {
            found[last] = WithYearOf(t, found[last], found[last + 1]);
        }

        return found;
    }

    // "in January and April last year": the year stands with the last of the list
    private static UnderspecifiedTime WithYearOf(TimeTokens t, UnderspecifiedTime time, UnderspecifiedTime next)
    {
        var listed = time.Day is FixedDate { Year: null, Month: not null, YearPointing: Pointing.None, Pointing: Pointing.None }
            && next.Day is FixedDate { Month: not null } && next.First - time.After is 1 or 2
            && (t.IsSign(time.After, ',') || t.Is(time.After, TimeWordClass.RangeJoint) || t.Chars(time.After).Equals("or", StringComparison.OrdinalIgnoreCase));
        return listed && time.Day is FixedDate date && next.Day is FixedDate last && (last.Year is not null || last.YearPointing != Pointing.None)
            ? time with { Day = date with { Year = last.Year is { } year && date.Month > last.Month ? year - 1 : last.Year, YearPointing = last.YearPointing } }
            : time;
    }

    private static bool TryAt(TimeTokens t, int at, UnderspecifiedTime? previous, out UnderspecifiedTime time)
    {
        if (TryCore(t, at, previous, out time))
        {
            time = time with { Preposition = PrepositionBefore(t, at) };
            return true;
        }

        var approximate = t.Is(at, TimeWordClass.Approximator, out var word, out var after);
        if (!approximate && !t.Is(at, TimeWordClass.Bound, out word, out after))
        {
            return false;
        }

        after = t.Skip(after, TimeWordClass.Approximator);
        if (!TryCore(t, after, previous, out var core) || (!approximate && core.Length is null))
        {
            return false;
        }

        time = core with { First = at, Approximate = word.Flags != "exact", Preposition = PrepositionBefore(t, at) };
        return true;
    }

    private static bool TryCore(TimeTokens t, int at, UnderspecifiedTime? previous, out UnderspecifiedTime time)
    {
        if ((uint)at >= (uint)t.Count || t.IsBarred(at))
        {
            time = null!;
            return false;
        }

        return StampParser.TryParse(t, at, out time)
            || ClockGroupParser.TryParse(t, at, out time)
            || TryOvernight(t, at, out time)
            || TryDayGroup(t, at, previous, out time)
            || LengthParser.TryParse(t, at, out time)
            || SetParser.TryParse(t, at, out time)
            || TryReference(t, at, out time);
    }

    // now · currently · recently: wanted by those who mark every time, told to no calendar
    private static bool TryReference(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (!t.References || !t.Is(at, TimeWordClass.Reference, out var word, out var after))
        {
            return false;
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = "times.reference", Reference = word.Text };
        return true;
    }

    // A stretch of the calendar with what follows it: part of the day, a clock time, the other end of a range.
    private static bool TryDayGroup(TimeTokens t, int at, UnderspecifiedTime? previous, out UnderspecifiedTime time)
    {
        time = null!;
        if (DayPartParser.TryParse(t, at, out time))
        {
            return DayPartParser.WithClock(t, ref time);
        }

        var supported = IsSupported(t, at, previous);
        if (!CalendarParser.TryParse(t, at, supported, out var day, out var after))
        {
            return false;
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = RuleOf(day), Day = day };
        if (day is FixedDate { Year: null, Day: not null, YearPointing: Pointing.None } named && !t.Narrative && IsBeforeAgreement(t, after))
        {
            time = time with { Day = named with { YearPointing = Pointing.Told } };
            return true;
        }

        if (CalendarParser.IsDay(day))
        {
            return DayPartParser.WithPart(t, ref time) && DayPartParser.WithClock(t, ref time) && WithRange(t, ref time);
        }

        return WithRange(t, ref time);
    }

    // "the Sept. 19 military accord": named by its day, of whatever year
    private static bool IsBeforeAgreement(TimeTokens t, int at)
    {
        for (var i = at; i < Math.Min(t.Count, at + LongestAgreement); i++)
        {
            if (t.Is(i, TimeWordClass.Agreement))
            {
                return true;
            }

            if (!t.IsHyphen(i) && !(t.Tokens[i].Kind == TokenKind.Word && t.Tokens[i].Tag is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.ProperNoun))
            {
                return false;
            }
        }

        return false;
    }

    // from Friday to Sunday · late October to early December · between 2022 and 2024
    private static bool WithRange(TimeTokens t, ref UnderspecifiedTime time)
    {
        if (time.Clock is not null || time.Day is not { } from || from is CalendarRange or RunningTime or CountedTime)
        {
            return true;
        }

        var hyphen = t.IsHyphen(time.After) || t.IsSign(time.After, '–');
        var joint = hyphen ? "-" : t.Is(time.After, TimeWordClass.RangeJoint, out var word, out _) ? word.Text : "";
        if (joint.Length == 0)
        {
            return true;
        }

        var before = PrepositionBefore(t, time.First);
        var opened = joint == "and" ? before == "between" : joint is "-" or "through" || before == "from" || from is FixedDate or PartOf or SeasonTime;
        if (!opened || !CalendarParser.TryParse(t, time.After + 1, supported: true, out var to, out var after) || to.GetType() != from.GetType() && to is not (FixedDate or PartOf or WeekdayTime or RelativeDay or SeasonTime))
        {
            return true;
        }

        time = time with { Day = new CalendarRange(from, to) { Joint = (time.After, time.After + 1) }, After = after, Rule = "times.range" };
        return true;
    }

    // overnight · overnight into Sunday · overnight on Friday
    private static bool TryOvernight(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (!t.Is(at, TimeWordClass.Overnight, out var word, out var after))
        {
            return false;
        }

        CalendarTime? day = null;
        var into = after < t.Count && (t.Chars(after).Equals("into", StringComparison.OrdinalIgnoreCase) || t.Is(after, TimeWordClass.RangeJoint));
        after = t.Skip(after, TimeWordClass.ClockHours);
        var between = t.IsPreposition(after, "between");
        var next = into || between || t.IsPreposition(after, "on") || t.IsPreposition(after, "from") ? after + 1 : after;
        if (CalendarParser.TryParse(t, next, supported: false, out var named, out var end) && CalendarParser.IsDay(named))
        {
            (day, after) = (named, end);
            if (!into && (t.Is(after, TimeWordClass.RangeJoint) || t.IsHyphen(after)) && CalendarParser.TryParse(t, after + 1, supported: false, out var until, out end) && CalendarParser.IsDay(until))
            {
                (day, after, into) = (until, end, true);
            }
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = into ? "times.overnight-into" : "times.overnight", Day = day ?? (IsToldBefore(t, at, after) ? new PointedUnit(CalendarUnit.Day, Pointing.Told) : new RelativeDay(0)), Clock = ClockParser.Part(word.Text) };
        return true;
    }

    // "The overnight attack": the one told before, on its day; "an overnight attack" is news
    private static bool IsToldBefore(TimeTokens t, int at, int after) =>
        t.Is(at - 1, TimeWordClass.The) && after < t.Count && t.Tokens[after].Tag is PartOfSpeech.Noun;

    /// <summary>The preposition right before a token, the article and an approximator between them aside; null when there is none.</summary>
    public static string? PrepositionBefore(TimeTokens t, int at) => PrepositionWordBefore(t, at)?.Text;

    private static TimeWord? PrepositionWordBefore(TimeTokens t, int at)
    {
        var i = at - 1;
        while (i >= 0 && (t.Is(i, TimeWordClass.The) || (t.Is(i, TimeWordClass.Approximator) && !t.Is(i, TimeWordClass.Preposition))))
        {
            i--;
        }

        i = i > 0 && t.Is(i - 1, TimeWordClass.Bound, out _, out var afterBound) && afterBound == i + 1 ? i - 2 : i; // "since at least 2015"
        for (var first = Math.Max(0, i - 2); first <= i; first++)
        {
            if (t.Is(first, TimeWordClass.Preposition, out var word, out var after) && after == i + 1)
            {
                return word;
            }
        }

        return null;
    }

    private static bool IsSupported(TimeTokens t, int at, UnderspecifiedTime? previous)
    {
        if (PrepositionWordBefore(t, at) is { Flags: "year" })
        {
            return true;
        }

        // "in 2022 and 2023", "in May or June"
        return previous is { Day: FixedDate or CalendarRange } && at - previous.After is 1 or 2
            && (t.Is(previous.After, TimeWordClass.RangeJoint) || t.IsSign(previous.After, ',') || t.Chars(previous.After).Equals("or", StringComparison.OrdinalIgnoreCase))
            && (at - previous.After == 1 || t.Is(previous.After + 1, TimeWordClass.RangeJoint));
    }

    private static string RuleOf(CalendarTime day) => day switch
    {
        WeekdayTime => "times.weekday",
        FixedDate { Day: not null } => "times.date",
        FixedDate { Month: not null } => "times.month",
        FixedDate or YearsTime => "times.year",
        RelativeDay => "times.relative-day",
        PointedUnit => "times.pointed",
        SeasonTime => "times.season",
        HolidayTime => "times.holiday",
        PartOf => "times.part",
        CountedTime => "times.counted",
        RunningTime => "times.running",
        CalendarRange => "times.range",
        _ => "times.figures",
    };
}
