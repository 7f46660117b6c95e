using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>Reads written stamps: 2025-02-26T08:00Z and the date-time groups of military text, 261430Z FEB 25.</summary>
internal static class StampParser
{
    // Zone letters of date-time groups from -12 to +12 hours; J means the local zone.
    private const string Letters = "YXWVUTSRQPONZABCDEFGHIKLM";
    private const int Greenwich = 12;

    public static bool TryParse(TimeTokens t, int at, out UnderspecifiedTime time) => TryGroup(t, at, out time) || TryIso(t, at, out time);

    // 261430Z FEB 25
    private static bool TryGroup(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (!t.Digits(at, out var figure, out var length) || length != 6 || !TryGroupZone(t, at + 1, out var zone, out var after) || zone is null
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
        if (t.Digits(after, out var printed, out length) && (length == 2 || (length == 4 && printed is >= 1900 and <= 2100)))
        {
            (year, after) = (length == 2 ? 2000 + printed : printed, after + 1);
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = "times.group", Day = new FixedDate(year, month, day, null), Clock = new ClockTime(new LocalTime(hour, minute), null, null, zone) };
        return true;
    }

    // Z, or one of the letters west to east around it: 261430K is ten hours before Greenwich
    private static bool TryGroupZone(TimeTokens t, int at, out ZoneName? zone, out int after)
    {
        if (ClockParser.TryZone(t, at, out zone, out after))
        {
            return true;
        }

        if (at >= t.Count || t.Tokens[at].Length != 1 || !t.IsGlued(at) || Letters.IndexOf(t.Chars(at)[0], StringComparison.Ordinal) is not (>= 0 and var letter))
        {
            return false;
        }

        (zone, after) = (new ZoneName(t.Chars(at).ToString(), null, Offset.FromHours(letter - Greenwich), IsUtc: false), at + 1);
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
