using System.Buffers;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Documents.Feeds;

/// <summary>
/// Dates as feeds write them: RFC 822 and ISO 8601 with all their variants, seconds since 1970, and what people made of them. The weekday is not
/// believed. The day stays the one that is written; a zone's name is handed on as it is, and one that says nothing is left out, never taken for UTC.
/// </summary>
internal static class FeedDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const int Century = 2000;
    private const int LastOfCentury = 69; // RFC 2822 and POSIX: two-digit years from 70 on are of the century before
    private const int FirstYear = 1971; // 1970 and before: an empty field of a database, not a date
    private const int LastYear = 2200;
    private static readonly SearchValues<char> ClockLetters = SearchValues.Create("0123456789:.");
    private static readonly SearchValues<char> OffsetLetters = SearchValues.Create("0123456789:");
    private static readonly SearchValues<char> Parts = SearchValues.Create(" ,\t\r\n()");

    /// <summary>The date in the form of <see cref="StatedFacts.Published"/>, or null when it is none.</summary>
    public static string? Parse(string written)
    {
        var text = written.AsSpan().Trim();
        return text.Length is < 6 or > 80 ? null : Number(text) ?? Iso(text) ?? Words(text);
    }

    // 1740727800 or 1740727800000
    private static string? Number(ReadOnlySpan<char> text)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var moment = Instant.FromUnixTimeSeconds(text.Length == 13 ? number / 1000 : number).InUtc().LocalDateTime;
        return Formed(moment.Date, moment.TimeOfDay, "+00:00");
    }

    // 2025-02-28T08:30:00.000+0900, 2025/02/28 08:30, 20250228T083000Z
    private static string? Iso(ReadOnlySpan<char> text)
    {
        if (text.Length < 8 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[3]))
        {
            return null;
        }

        var compact = char.IsAsciiDigit(text[4]);
        var rest = text;
        if (!Take(ref rest, 4, out var year) || (!compact && !Step(ref rest, "-/.")) || !Take(ref rest, 2, out var month) || (!compact && !Step(ref rest, "-/.")) || !Take(ref rest, 2, out var day) || Day(year, month, day) is not { } date)
        {
            return null;
        }

        rest = rest is ['T' or 't', ..] ? rest[1..] : rest.TrimStart(" ,");
        if (compact && rest.Length >= 6 && rest[..6].IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return Formed(date, Clock($"{rest[..2]}:{rest[2..4]}:{rest[4..6]}"), Zone(rest[6..]));
        }

        var end = rest.IndexOfAnyExcept(ClockLetters);
        var clock = Clock(end < 0 ? rest : rest[..end]);
        return Formed(date, clock, end < 0 ? null : Zone(WithoutHalf(rest[end..], ref clock)));
    }

    // Fri, 28 Feb 2025 08:30:00 +0900; 28-Feb-25; Friday, February 28, 2025 - 8:30 PM KST; 28.02.2025 08:30; 02/28/2025
    private static string? Words(ReadOnlySpan<char> text)
    {
        var (day, month, year) = (0, 0, 0);
        LocalDate? date = null;
        LocalTime? clock = null;
        ReadOnlySpan<char> zone = default;
        while (true)
        {
            text = text.TrimStart(" ,\t\r\n()");
            if (text.IsEmpty)
            {
                break;
            }

            var end = text.IndexOfAny(Parts);
            var part = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[end..];
            if (part.Contains(':') && char.IsAsciiDigit(part[0]) && clock is null)
            {
                var stop = part.IndexOfAnyExcept(ClockLetters);
                clock = Clock(stop < 0 ? part : part[..stop]);
                zone = stop < 0 ? zone : WithoutHalf(part[stop..], ref clock);
            }
            else if (clock is not null && Half(part) is { } afternoon)
            {
                clock = Shifted(clock.Value, afternoon);
            }
            else if (clock is not null && (year > 0 || date is not null) && part is not "-")
            {
                zone = zone.IsEmpty ? part : zone;
            }
            else if (part.Length > 5 && (part.Count('.') == 2 || part.Count('/') == 2 || part.Count('-') == 2))
            {
                date ??= Joined(part);
            }
            else if (MonthOf(part) is { } named)
            {
                month = month == 0 ? named : month;
            }
            else if (Figure(part) is { } figure)
            {
                (day, year) = day == 0 && figure is > 0 and <= 31 ? (figure, year) : (day, year == 0 ? figure : year);
            }
            else if (clock is not null)
            {
                zone = zone.IsEmpty ? part : zone; // "Fri Feb 28 08:30:00 KST 2025"
            }
        }

        date ??= day > 0 && month > 0 ? Day(Full(year), month, day) : null;
        return date is { } found ? Formed(found, clock, zone.IsEmpty ? null : Zone(zone)) : null;
    }

    // 28-Feb-2025, 28.02.2025, 02/28/2025; a pair that could be either way round is no date
    private static LocalDate? Joined(ReadOnlySpan<char> part)
    {
        var mark = part.Contains('.') ? '.' : part.Contains('/') ? '/' : '-';
        var first = part.IndexOf(mark);
        var last = part.LastIndexOf(mark);
        if (first == last)
        {
            return null; // "1-2025.03/4.": two of one mark, another first
        }

        var middle = part[(first + 1)..last];
        if (Figure(part[..first]) is not { } one || Figure(part[(last + 1)..]) is not { } year)
        {
            return null;
        }

        if (MonthOf(middle) is { } named)
        {
            return Day(Full(year), named, one);
        }

        return Figure(middle) is not { } two ? null
            : mark == '.' || one > 12 ? Day(Full(year), two, one)
            : two > 12 || one == two ? Day(Full(year), one, two)
            : null;
    }

    private static int Full(int year) => year is > 0 and < 100 ? year + (year <= LastOfCentury ? Century : Century - 100) : year;

    private static LocalDate? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int? MonthOf(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        if (word.Length is < 3 or > 9 || word.ContainsAnyExcept(Letters))
        {
            return null;
        }

        Span<char> begin = stackalloc char[3];
        word[..3].ToLowerInvariant(begin);
        var at = Months.AsSpan().IndexOf(begin, StringComparison.Ordinal);
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : null;
    }

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // "28", "28th", "2025"
    private static int? Figure(ReadOnlySpan<char> part)
    {
        var end = part.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? part : part[..end];
        return digits.Length is >= 1 and <= 4 && part.Length - digits.Length <= 2 ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    private static LocalTime? Clock(ReadOnlySpan<char> text)
    {
        Span<Range> parts = stackalloc Range[4];
        var count = text.Split(parts, ':');
        var second = 0;
        if (count < 2 || !int.TryParse(text[parts[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || !int.TryParse(text[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var minute))
        {
            return null;
        }

        if (count > 2)
        {
            var written = text[parts[2]];
            var point = written.IndexOf('.');
            _ = int.TryParse(point < 0 ? written : written[..point], NumberStyles.None, CultureInfo.InvariantCulture, out second);
        }

        return hour < 24 && minute < 60 ? new LocalTime(hour, minute, Math.Min(second, 59)) : null;
    }

    private static bool? Half(ReadOnlySpan<char> part) => part.Length is < 2 or > 4 ? null
        : part.StartsWith("am", StringComparison.OrdinalIgnoreCase) || part.StartsWith("a.m", StringComparison.OrdinalIgnoreCase) ? false
        : part.Equals("pm", StringComparison.OrdinalIgnoreCase) || part.StartsWith("p.m", StringComparison.OrdinalIgnoreCase) ? true
        : null;

    // "8:30PM" and "08:30:00 PM" before the zone
    private static ReadOnlySpan<char> WithoutHalf(ReadOnlySpan<char> rest, scoped ref LocalTime? clock)
    {
        rest = rest.Trim();
        var end = rest.IndexOf(' ');
        if (clock is not { } time || Half(end < 0 ? rest : rest[..end]) is not { } afternoon)
        {
            return rest;
        }

        clock = Shifted(time, afternoon);
        return end < 0 ? default : rest[end..].Trim();
    }

    private static LocalTime Shifted(LocalTime time, bool afternoon) => time.Hour > 12 ? time : new LocalTime((time.Hour % 12) + (afternoon ? 12 : 0), time.Minute, time.Second);

    // An offset; the name of a zone as it is written; null for anything else
    private static string? Zone(ReadOnlySpan<char> written)
    {
        var zone = written.Trim(" ()[]");
        zone = zone.Length > 4 && zone[3] is '+' or '-' && zone[..3] is "GMT" or "UTC" ? zone[3..] : zone;
        if (zone.IsEmpty)
        {
            return null;
        }

        if (zone is "Z" or "z" or "UT" or "GMT" or "UTC")
        {
            return "+00:00";
        }

        if (zone[0] is '+' or '-' or '\u2212')
        {
            var end = zone[1..].IndexOfAnyExcept(OffsetLetters);
            return Offset(zone[0] == '+', end < 0 ? zone[1..] : zone[1..(end + 1)]);
        }

        return zone.Length is >= 2 and <= 32 && char.IsAsciiLetter(zone[0]) ? zone.ToString() : null;
    }

    private static string? Offset(bool east, ReadOnlySpan<char> digits)
    {
        var colon = digits.IndexOf(':');
        var cut = colon > 0 ? colon : digits.Length > 2 ? digits.Length - 2 : digits.Length;
        var rest = digits[cut..].TrimStart(':');
        var minute = 0;
        return int.TryParse(digits[..cut], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 14
            && (rest.IsEmpty || int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out minute)) && minute < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{(east || hour + minute == 0 ? '+' : '-')}{hour:00}:{minute:00}")
            : null;
    }

    private static bool Take(ref ReadOnlySpan<char> rest, int most, out int figure)
    {
        var end = rest[..Math.Min(most, rest.Length)].IndexOfAnyExceptInRange('0', '9');
        var digits = rest[..(end < 0 ? Math.Min(most, rest.Length) : end)];
        rest = rest[digits.Length..];
        figure = digits.IsEmpty ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return !digits.IsEmpty;
    }

    private static bool Step(ref ReadOnlySpan<char> rest, ReadOnlySpan<char> marks)
    {
        if (rest.IsEmpty || !marks.Contains(rest[0]))
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    private static string Formed(LocalDate date, LocalTime? clock, string? zone) =>
        LocalDatePattern.Iso.Format(date)
        + (clock is { } time ? "T" + LocalTimePattern.GeneralIso.Format(time) + (zone is null or ['+' or '-', ..] ? zone : " " + zone) : "");
}
