using Dateline.Text;

namespace Dateline.Annotations.Times;

/// <summary>Reads parts of days: "Thursday morning", "early on Friday", "late Monday night", "last night", "the morning of March 3", "the early hours of Friday", "that evening".</summary>
internal static class DayPartParser
{
    /// <summary>Expressions that begin with the part, or with early and late.</summary>
    public static bool TryParse(TimeTokens t, int at, out UnderspecifiedTime time) =>
        TryTonight(t, at, out time) || TryPointedPart(t, at, out time) || TryEarly(t, at, out time) || TryPartOf(t, at, out time);

    /// <summary>Adds the part of the day after a day: "Thursday" + "morning". Always true.</summary>
    public static bool WithPart(TimeTokens t, ref UnderspecifiedTime time)
    {
        var next = time.After;
        if (t.Is(next, TimeWordClass.EdgeAdjective, out var edge, out var afterEdge) && (edge.Text is "start" or "end") && t.Is(afterEdge, TimeWordClass.PartOfDay))
        {
            next = afterEdge;
        }

        next = t.IsPreposition(next, "at") && t.Is(next + 1, TimeWordClass.PartOfDay) ? next + 1 : next; // "on Tuesday at night"
        if (t.Is(next, TimeWordClass.PartOfDay, out var part, out var after))
        {
            time = time with { Clock = ClockParser.Part(part.Text), After = after, Rule = "times.day-part" };
        }
        else if (t.Is(next, TimeWordClass.Overnight, out part, out after))
        {
            time = time with { Clock = ClockParser.Part(part.Text), After = after, Rule = "times.overnight" };
        }

        return true;
    }

    /// <summary>Adds the clock time after a day: "Thursday at 8:10 a.m.", "March 10, 2025 | 11:20 AM". Always true.</summary>
    public static bool WithClock(TimeTokens t, ref UnderspecifiedTime time)
    {
        var next = t.IsSign(time.After, ',') || t.IsSign(time.After, '/') || t.IsSign(time.After, '|') || t.IsSign(time.After, '@') ? time.After + 1 : time.After;
        next = t.IsPreposition(next, "at") ? next + 1 : next;
        next = t.IsPreposition(next, "between") || t.IsPreposition(next, "from") ? time.After : t.Skip(next, TimeWordClass.Approximator);
        if (ClockParser.TryReading(t, next, out var clock, out var after))
        {
            var approximate = t.Is(next - 1, TimeWordClass.Approximator);
            time = ClockGroupParser.Gather(t, time with { Clock = clock, After = after, Rule = "times.day-clock", Approximate = approximate });
        }

        return true;
    }

    private static bool TryTonight(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (!t.Is(at, TimeWordClass.Tonight, out var word, out var after))
        {
            return false;
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = "times.day-part", Day = new RelativeDay(0), Clock = ClockParser.Part(word.Text) };
        return true;
    }

    // this morning · last night · that evening · the next morning
    private static bool TryPointedPart(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        var pointing = FixedDateParser.Pointed(t, t.Skip(at, TimeWordClass.The), out var next);
        if (TryNightBefore(t, at, out time))
        {
            return true;
        }

        // "the last night of the drill" is another one than "last night"
        if (pointing == Pointing.None || (pointing == Pointing.Last && (t.Is(at, TimeWordClass.The) || t.Is(at - 1, TimeWordClass.The))) || !t.Is(next, TimeWordClass.PartOfDay, out var part, out var after))
        {
            return false;
        }

        CalendarTime day = pointing switch
        {
            Pointing.This => new RelativeDay(0),
            Pointing.Last => new RelativeDay(-1),
            Pointing.Coming => new RelativeDay(1),
            Pointing.Next or Pointing.Following => new PointedUnit(CalendarUnit.Day, Pointing.Following),
            Pointing.Previous => new PointedUnit(CalendarUnit.Day, Pointing.Previous),
            _ => new PointedUnit(CalendarUnit.Day, Pointing.Same),
        };
        time = new UnderspecifiedTime { First = at, After = after, Rule = "times.day-part", Day = day, Clock = ClockParser.Part(part.Text) };
        return true;
    }

    // the night before · the morning after: from the last day told, when nothing follows that it could be before
    private static bool TryNightBefore(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        var the = t.Skip(at, TimeWordClass.The);
        if (the == at || !t.Is(the, TimeWordClass.PartOfDay, out var part, out var next))
        {
            return false;
        }

        var pointing = t.Is(next, TimeWordClass.Before, out _, out var after) ? Pointing.Previous : t.Is(next, TimeWordClass.After, out _, out after) ? Pointing.Following : Pointing.None;
        if (pointing == Pointing.None || (after < t.Count && t.Tokens[after].Kind == TokenKind.Word && !t.Is(after, TimeWordClass.That) && t.Tokens[after].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Auxiliary or PartOfSpeech.SubordinatingConjunction or PartOfSpeech.CoordinatingConjunction)))
        {
            return false;
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = "times.day-part", Day = new PointedUnit(CalendarUnit.Day, pointing), Clock = ClockParser.Part(part.Text) };
        return true;
    }

    // early on Friday · late Thursday night · early Monday morning · early yesterday
    private static bool TryEarly(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (!t.Is(at, TimeWordClass.EarlyOrLateDay, out var early, out var after))
        {
            return false;
        }

        var next = t.IsPreposition(after, "on") || t.IsPreposition(after, "in") ? after + 1 : after;
        if (t.Is(t.Skip(next, TimeWordClass.The), TimeWordClass.PartOfDay, out var part, out var afterPart))
        {
            return TryPartOf(t, t.Skip(next, TimeWordClass.The), at, out time) || Bare(at, afterPart, part, next > after, out time);
        }

        if (!CalendarParser.TryParse(t, next, supported: false, out var day, out after) || !CalendarParser.IsDay(day))
        {
            return false;
        }

        if (t.Is(after, TimeWordClass.PartOfDay, out part, out afterPart))
        {
            after = afterPart;
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = "times.early-late", Day = day, Clock = ClockParser.Part(early.Text) };
        return true;
    }

    // "in the morning", "in the early evening": the day is told elsewhere
    private static bool Bare(int at, int after, TimeWord part, bool inThe, out UnderspecifiedTime time)
    {
        time = new UnderspecifiedTime { First = at, After = after, Rule = "times.part-alone", Clock = ClockParser.Part(part.Text) };
        return inThe;
    }

    // the morning of March 3 · the early hours of Friday · in the morning
    private static bool TryPartOf(TimeTokens t, int at, out UnderspecifiedTime time) => TryPartOf(t, at, at, out time);

    private static bool TryPartOf(TimeTokens t, int at, int from, out UnderspecifiedTime time)
    {
        time = null!;
        var the = t.Skip(at, TimeWordClass.The);
        ClockTime clock;
        if (t.Is(the, TimeWordClass.EarlyOrLateDay, out var early, out var after) && t.Is(after, TimeWordClass.ClockHours))
        {
            clock = ClockParser.Part(early.Text);
            after++;
        }
        else
        {
            var next = t.Is(the, TimeWordClass.EarlyOrLateDay, out early, out after) ? after : the;
            if (!t.Is(next, TimeWordClass.PartOfDay, out var part, out after))
            {
                return false;
            }

            clock = ClockParser.Part(part.Text);
            after = the > at && t.Is(after, TimeWordClass.ClockHours) ? after + 1 : after; // "the early morning hours of Saturday"
        }

        var of = t.Skip(after, TimeWordClass.Of);
        of = of == after && t.IsPreposition(after, "on") ? after + 1 : of;
        if (of > after && CalendarParser.TryParse(t, of, supported: false, out var day, out var end) && CalendarParser.IsDay(day))
        {
            end = t.Is(end, TimeWordClass.PartOfDay, out _, out var afterAgain) ? afterAgain : end;
            time = new UnderspecifiedTime { First = from, After = end, Rule = "times.day-part", Day = day, Clock = clock };
            return true;
        }

        time = new UnderspecifiedTime { First = from, After = after, Rule = "times.part-alone", Clock = clock };
        return the > at && TimeParser.PrepositionBefore(t, at) is "in" or "during" && !t.Is(after, TimeWordClass.Of);
    }
}
