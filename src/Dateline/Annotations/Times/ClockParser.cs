using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>Reads clock readings and zones: 8am · 8 a.m. · 9.30am · 13:50 · 2:55 p.m. KST · 0450 GMT · 1430Z · noon local time.</summary>
internal static class ClockParser
{
    /// <summary>One reading with the zone written after it. A bare four-figure time needs a zone, "hours" or "local time".</summary>
    public static bool TryReading(TimeTokens t, int at, out ClockTime clock, out int after)
    {
        (clock, after) = (null!, at);
        if (t.Is(at, TimeWordClass.ClockWord, out var word, out after))
        {
            clock = new ClockTime(At(word.Text), null, null, null) { IsMidnight = At(word.Text) == LocalTime.Midnight };
            return Finish(t, ref clock, ref after, needsZone: false);
        }

        if (ClockWordsParser.TryParse(t, at, out clock, out after))
        {
            return Finish(t, ref clock, ref after, needsZone: false);
        }

        if ((uint)at >= (uint)t.Count || t.Tokens[at].Kind != Text.TokenKind.Number)
        {
            return false;
        }

        after = at + 1;
        if (IsPosition(t, after) || !TryFigures(t.Chars(at), out var hour, out var minute, out var second, out var form) || hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0))
        {
            return false;
        }

        var meridian = t.Is(after, TimeWordClass.Meridian, out var half12, out var afterMeridian);
        if (meridian)
        {
            after = afterMeridian;
            hour = half12.Text == "pm" && hour < 12 ? hour + 12 : half12.Text == "am" && hour == 12 ? 0 : hour;
        }

        var half = meridian && hour is > 0 and <= 12 && half12.Text.Length == 0;
        clock = new ClockTime(new LocalTime(hour % 24, minute, second), null, null, null) { EndsDay = hour == 24 };
        clock = half ? ClockWordsParser.WithPart(t, clock, ref after) : clock;
        return meridian switch
        {
            true => hour <= 24 && form != Form.Military && Finish(t, ref clock, ref after, needsZone: false),
            false => form switch
            {
                Form.Colon => Finish(t, ref clock, ref after, needsZone: false),
                Form.Military or Form.Point => Finish(t, ref clock, ref after, needsZone: true),
                _ => false,
            },
        };
    }

    // 14:18N-049:54E
    private static bool IsPosition(TimeTokens t, int at) =>
        at < t.Count && t.IsGlued(at) && t.Tokens[at].Length == 1 && t.Text[t.Tokens[at].Start] is 'N' or 'S' or 'E' or 'W';

    /// <summary>A zone: KST, GMT, GMT+9, Moscow time, Z glued to its figure; "local time" reads as no zone.</summary>
    public static bool TryZone(TimeTokens t, int at, out ZoneName? zone, out int after, bool stamp = false)
    {
        zone = null;
        if (t.Is(at, TimeWordClass.LocalTime, out _, out after))
        {
            return true;
        }

        if (!t.Is(at, TimeWordClass.Zone, out var word, out after) || !IsCase(t, at, after, word) || (word.Flags.Contains("glued", StringComparison.Ordinal) && !t.IsGlued(at)))
        {
            return TryOffset(t, at, "", out zone, out after) && (stamp || !IsRange(t, at));
        }

        var utc = word.Flags.Contains("utc", StringComparison.Ordinal);
        if (utc && TryOffset(t, after, word.Phrase, out zone, out var afterOffset))
        {
            after = afterOffset;
            return true;
        }

        zone = new ZoneName(t.Span(at, after).In(t.Text), word.Zone, word.Offset, utc);
        return true;
    }

    /// <summary>A zone in brackets: (KST), (GMT+9), (local time).</summary>
    public static bool TryBracketedZone(TimeTokens t, int at, out ZoneName? zone, out int after)
    {
        (zone, after) = (null, at);
        if (!t.IsSign(at, '(') || !TryZone(t, at + 1, out zone, out var inner) || !t.IsSign(inner, ')'))
        {
            return false;
        }

        after = inner + 1;
        return true;
    }

    private static LocalTime At(string text) => new(((text[0] - '0') * 10) + text[1] - '0', ((text[3] - '0') * 10) + text[4] - '0');

    /// <summary>The policy's interval of a part of the day: "MO 05:00 12:00".</summary>
    public static ClockTime Part(string value)
    {
        var cells = value.Split(' ');
        var (from, to) = (At(cells[^2]), At(cells[^1]));
        return new ClockTime(from, to, cells.Length > 2 ? cells[0] : "NI", null, to < from);
    }

    private static bool Finish(TimeTokens t, ref ClockTime clock, ref int after, bool needsZone)
    {
        var named = false;
        if (needsZone && t.Is(after, TimeWordClass.ClockHours, out _, out var afterHours))
        {
            (after, named) = (afterHours, true);
        }

        if (TryZone(t, after, out var zone, out var afterZone) || TryBracketedZone(t, after, out zone, out afterZone))
        {
            clock = clock with { Zone = zone };
            (after, named) = (afterZone, true);
        }

        return named || !needsZone;
    }

    // 10:00-10:30 is a range, 10:00:00-04:00 and 10:00 -0400 are none
    private static bool IsRange(TimeTokens t, int at) =>
        !t.IsSign(at, '+') && at > 0 && t.IsGlued(at) && t.Tokens[at - 1].Length <= 5;

    // GMT+9 · UTC+03:00 · +0900
    private static bool TryOffset(TimeTokens t, int at, string name, out ZoneName? zone, out int after)
    {
        (zone, after) = (null, at);
        var minus = t.IsSign(at, '-') || t.IsSign(at, '−') || t.IsSign(at, '–');
        if ((!minus && !t.IsSign(at, '+')) || at + 1 >= t.Count || !TryFigures(t.Chars(at + 1), out var hours, out var minutes, out _, out var form))
        {
            return false;
        }

        if (hours > 14 || minutes > 59 || (name.Length == 0 && (form == Form.Hour || !t.IsGlued(at + 1))))
        {
            return false;
        }

        var offset = Offset.FromHoursAndMinutes(minus ? -hours : hours, minus ? -minutes : minutes);
        zone = new ZoneName(name.Length == 0 ? t.Span(at, at + 2).In(t.Text) : name + t.Span(at, at + 2).In(t.Text), null, offset, IsUtc: false);
        after = at + 2;
        return true;
    }

    private static bool IsCase(TimeTokens t, int at, int after, TimeWord word) =>
        word.Phrase.Contains(' ', StringComparison.Ordinal) || t.Span(at, after).Of(t.Text).SequenceEqual(word.Phrase);

    private enum Form
    {
        Hour,
        Colon,
        Point,
        Military,
    }

    // 8 · 13:50 · 10:30:15 · 9.30 · 0450
    private static bool TryFigures(ReadOnlySpan<char> figure, out int hour, out int minute, out int second, out Form form)
    {
        (hour, minute, second, form) = (0, 0, 0, Form.Hour);
        Span<int> parts = stackalloc int[3];
        var (part, length, total) = (0, 0, 0);
        foreach (var c in figure)
        {
            if (c is ':' or '.')
            {
                form = c == ':' ? Form.Colon : Form.Point;
                if (length is 0 or > 2 || ++part > 2)
                {
                    return false;
                }

                length = 0;
                continue;
            }

            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            parts[part] = (parts[part] * 10) + (c - '0');
            length++;
            if (++total > 6)
            {
                return false;
            }
        }

        (hour, minute, second) = (parts[0], parts[1], parts[2]);
        if (part == 0 && length == 4)
        {
            (hour, minute, form) = (parts[0] / 100, parts[0] % 100, Form.Military);
            return true;
        }

        return part == 0 ? length <= 2 : length == 2;
    }
}
