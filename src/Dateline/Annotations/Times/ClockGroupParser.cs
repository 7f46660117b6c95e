namespace Dateline.Annotations.Times;

/// <summary>
/// Reads a clock time with all that belongs to it, in whatever order: zone, day, second reading in brackets, the other
/// end of a range: "8am (2300 GMT Tuesday) on Wednesday", "between 8:10 a.m. (2310 Wednesday GMT) and 9:20 a.m. (0020 GMT)".
/// </summary>
internal static class ClockGroupParser
{
    /// <summary>Reads the group that begins with a clock reading at the token.</summary>
    public static bool TryParse(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (!TryOpen(t, at, out var clock, out var after))
        {
            return false;
        }

        time = Gather(t, new UnderspecifiedTime { First = at, After = after, Rule = "times.clock", Clock = clock });
        time = WithEnd(t, time);
        return true;
    }

    /// <summary>Adds what belongs to a clock time after it.</summary>
    public static UnderspecifiedTime Gather(TimeTokens t, UnderspecifiedTime time)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            if (time.Clock is { Zone: null } clock && (ClockParser.TryZone(t, time.After, out var zone, out var after) || ClockParser.TryBracketedZone(t, time.After, out zone, out after)))
            {
                time = time with { Clock = clock with { Zone = zone }, After = after };
                moved = true;
            }
            else if (time.Second is null && TrySecond(t, time.After, out var second, out var secondDay, out after))
            {
                time = time with { Second = second, SecondDay = secondDay, After = after, Rule = "times.clock-pair" };
                moved = true;
            }
            else if (time.Day is null && TryDay(t, time.After, out var day, out after))
            {
                time = time with { Day = day, After = after, Rule = time.Second is null ? "times.clock-day" : time.Rule };
                moved = true;
            }
        }

        return time;
    }

    // "8" in "8-9 a.m." and "between 8 and 9 a.m." has its half of the day from the end
    private static bool TryOpen(TimeTokens t, int at, out ClockTime clock, out int after)
    {
        if (ClockParser.TryReading(t, at, out clock, out after))
        {
            return true;
        }

        if (!t.Digits(at, out var hour, out var length) || length > 2 || hour is < 1 or > 12 || !IsJoint(t, at + 1) || !ClockParser.TryReading(t, at + 2, out var end, out var afterEnd)
            || !t.Digits(at + 2, out _, out _) || !EndsInMeridian(t, afterEnd))
        {
            return false;
        }

        var from = end.From.Hour >= 12 && hour < 12 && hour <= end.From.Hour - 12 + (end.From.Hour == 12 ? 12 : 0) ? hour + 12 : hour;
        clock = new ClockTime(new NodaTime.LocalTime(from % 24, 0), null, null, end.Zone);
        after = at + 1;
        return true;
    }

    private static bool EndsInMeridian(TimeTokens t, int after) => t.Is(after - 1, TimeWordClass.Meridian) || after >= 2;

    private static UnderspecifiedTime WithEnd(TimeTokens t, UnderspecifiedTime time)
    {
        if (!IsJoint(t, time.After) || !ClockParser.TryReading(t, time.After + 1, out var end, out var after))
        {
            return time;
        }

        var and = t.Is(time.After, TimeWordClass.RangeJoint, out var joint, out _) && joint.Text == "and";
        if (and && !IsBetween(t, time.First))
        {
            return time;
        }

        var rest = Gather(t, new UnderspecifiedTime { First = time.After + 1, After = after, Rule = time.Rule, Clock = end, Day = time.Day });
        if (rest.Second is null && TrySecondRange(t, rest.After, out var second, out var afterSecond))
        {
            (time, rest) = (time with { Second = time.Second ?? second }, Gather(t, rest with { After = afterSecond }));
        }

        return time with
        {
            After = rest.After,
            Rule = "times.clock-range",
            ClockEnd = rest.Clock,
            Clock = time.Clock! with { Zone = time.Clock.Zone ?? rest.Clock!.Zone },
            Day = time.Day ?? rest.Day,
        };
    }

    // 09:00 to 11:00 local time (00:00 to 02:00 GMT): the first of the second pair reads the first of the first
    private static bool TrySecondRange(TimeTokens t, int at, out ClockTime second, out int after)
    {
        (second, after) = (null!, at);
        if (!t.IsSign(at, '(') || !TryBare(t, at + 1, out var clock, out var joint) || !IsJoint(t, joint) || !ClockParser.TryReading(t, joint + 1, out var end, out after) || !t.IsSign(after, ')'))
        {
            return false;
        }

        second = clock with { Zone = clock.Zone ?? end.Zone };
        after++;
        return second.Zone is not null;
    }

    // the zone may stand at the end only: 0000 to 0200 GMT
    private static bool TryBare(TimeTokens t, int at, out ClockTime clock, out int after)
    {
        if (ClockParser.TryReading(t, at, out clock, out after))
        {
            return true;
        }

        after = at + 1;
        if (!t.Digits(at, out var figure, out var length) || length is not 4 || figure / 100 > 23 || figure % 100 > 59)
        {
            return false;
        }

        clock = new ClockTime(new NodaTime.LocalTime(figure / 100, figure % 100), null, null, null);
        return true;
    }

    private static bool IsBetween(TimeTokens t, int first) => TimeParser.PrepositionBefore(t, first) == "between";

    private static bool IsJoint(TimeTokens t, int at) => t.IsHyphen(at) || t.IsSign(at, '–') || t.Is(at, TimeWordClass.RangeJoint);

    // (2300 GMT Tuesday) · (2310 Wednesday GMT) · (Tuesday 23:00 UTC) · / 2300 GMT · , or 2300 GMT
    private static bool TrySecond(TimeTokens t, int at, out ClockTime second, out CalendarTime? day, out int after)
    {
        (second, day, after) = (null!, null, at);
        var bracket = t.IsSign(at, '(') || t.IsSign(at, '[');
        var next = at + 1;
        if (!bracket)
        {
            next = t.IsSign(at, ',') ? at + 1 : at;
            if (next >= t.Count || !(t.IsSign(next, '/') || t.Chars(next).Equals("or", StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }

            next++;
        }

        next = t.Skip(next, TimeWordClass.Approximator);
        if (TryDay(t, next, out var before, out var afterDay))
        {
            (day, next) = (before, t.IsSign(afterDay, ',') ? afterDay + 1 : afterDay);
            next = next < t.Count && t.Chars(next).Equals("at", StringComparison.OrdinalIgnoreCase) ? next + 1 : next;
        }

        if (!ClockParser.TryReading(t, next, out second, out after) && !TrySplit(t, next, out second, ref day, out after))
        {
            return false;
        }

        if (day is null && TryDay(t, after, out var late, out var afterLate))
        {
            (day, after) = (late, afterLate);
            if (second.Zone is null && ClockParser.TryZone(t, after, out var zone, out var afterZone))
            {
                (second, after) = (second with { Zone = zone }, afterZone);
            }
        }

        if (bracket && (t.IsSign(after, ')') || t.IsSign(after, ']')))
        {
            after++;
            return true;
        }

        return !bracket && second.Zone is not null;
    }

    // 2310 Wednesday GMT: the day stands between figure and zone
    private static bool TrySplit(TimeTokens t, int at, out ClockTime clock, ref CalendarTime? day, out int after)
    {
        (clock, after) = (null!, at);
        if (!t.Digits(at, out var figure, out var length) || length != 4 || figure / 100 > 23 || figure % 100 > 59
            || !TryDay(t, at + 1, out var found, out var afterDay) || !ClockParser.TryZone(t, afterDay, out var zone, out after) || zone is null)
        {
            return false;
        }

        day = found;
        clock = new ClockTime(new NodaTime.LocalTime(figure / 100, figure % 100), null, null, zone);
        return true;
    }

    // "on Wednesday" · "Wednesday" · ", March 6" · "yesterday"
    private static bool TryDay(TimeTokens t, int at, out CalendarTime day, out int after)
    {
        var comma = t.IsSign(at, ',');
        var next = comma ? at + 1 : at;
        next = t.IsPreposition(next, "on") ? next + 1 : next;
        if (!CalendarParser.TryParse(t, next, supported: false, out day, out after) || !CalendarParser.IsDay(day))
        {
            return false;
        }

        return !comma || day is FixedDate or WeekdayTime;
    }
}
