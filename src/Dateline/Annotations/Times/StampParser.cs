using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>Reads written stamps: 2025-02-26T08:00Z and the date-time groups of military text, 261430Z FEB 25.</summary>
internal static class StampParser
{
    public static bool TryParse(TimeTokens t, int at, out UnderspecifiedTime time) => TryGroup(t, at, out time) || TryIso(t, at, out time);

    // 261430Z FEB 25
    private static bool TryGroup(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (!t.Digits(at, out var figure, out var length) || length != 6 || !ClockParser.TryZone(t, at + 1, out var zone, out var after) || zone is null
            || !FixedDateParser.IsMonth(t, after, out var month, out _, out after))
        {
            return false;
        }

        var (day, hour, minute) = (figure / 10000, figure / 100 % 100, figure % 100);
        if (day is < 1 or > 31 || hour > 23 || minute > 59)
        {
            return false;
        }

        int? year = null;
        if (t.Digits(after, out var printed, out length) && length is 2 or 4)
        {
            (year, after) = (length == 2 ? 2000 + printed : printed, after + 1);
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = "times.group", Day = new FixedDate(year, month, day, null), Clock = new ClockTime(new LocalTime(hour, minute), null, null, zone) };
        return true;
    }

    // 2025-02-26T08:00:00+09:00
    private static bool TryIso(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (!FixedDateParser.IsYear(t, at, out _) || !FixedDateParser.TryParse(t, at, supported: false, out var day, out var after) || after != at + 5
            || after >= t.Count || !t.IsGlued(after) || t.Tokens[after].Length != 3 || t.Chars(after)[0] is not ('T' or 't'))
        {
            return false;
        }

        var start = t.Tokens[after].Start + 1;
        var text = t.Text.AsSpan(start, Math.Min(6, t.Text.Length - start));
        if (text.Length < 5 || text[2] != ':' || !int.TryParse(text[..2], System.Globalization.CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(text[3..5], System.Globalization.CultureInfo.InvariantCulture, out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        var last = after;
        while (last < t.Count && t.Tokens[last].Start < start + 5)
        {
            last++;
        }

        var second = 0;
        var rest = t.Text.AsSpan(start + 5, Math.Min(3, t.Text.Length - start - 5));
        if (rest.Length == 3 && rest[0] == ':' && int.TryParse(rest[1..], System.Globalization.CultureInfo.InvariantCulture, out var printed) && printed is >= 0 and < 60)
        {
            second = printed;
        }

        while (last + 1 < t.Count && t.IsSign(last, ':') && t.IsGlued(last + 1))
        {
            last += 2;
        }

        var zone = default(ZoneName);
        if (ClockParser.TryZone(t, last, out var named, out var afterZone, stamp: true) && t.IsGlued(last))
        {
            (zone, last) = (named, afterZone);
        }

        time = new UnderspecifiedTime { First = at, After = last, Rule = "times.stamp", Day = day, Clock = new ClockTime(new LocalTime(hour, minute, second), null, null, zone) };
        return true;
    }
}
