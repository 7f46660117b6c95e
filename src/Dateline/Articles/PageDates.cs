using System.Buffers;
using System.Globalization;
using Dateline.Knowledge;
using NodaTime;

namespace Dateline.Articles;

/// <summary>A date printed on a page.</summary>
/// <param name="Year">Null when only month and day are printed.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31, valid for the month.</param>
/// <param name="Time">Clock time beside it, or null.</param>
/// <param name="Zone">Offset or zone id beside the time, or null.</param>
/// <param name="Span">Its words.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="After">Index after its last word.</param>
/// <param name="Ambiguous">True when day and month cannot be told apart (05/12/2019).</param>
internal readonly record struct PageDate(int? Year, int Month, int Day, LocalTime? Time, string? Zone, TextSpan Span, int First, int After, bool Ambiguous)
{
    /// <summary>The calendar day, or null without a year or when it can be read two ways.</summary>
    public LocalDate? Date => Year is { } year && !Ambiguous ? new LocalDate(year, Month, Day) : null;

    /// <summary>True when the day is known.</summary>
    public bool IsFull => Year is not null && !Ambiguous;

    /// <summary>The other reading of an ambiguous date.</summary>
    public PageDate Swapped => this with { Month = Day, Day = Month };
}

/// <summary>Reads the dates that pages print: "March 10, 2025 | 11:20 AM", "25, Jul. 2019", "2024-06-27", "10/13/2022 5:43:02 AM".</summary>
internal sealed class PageDates
{
    private const string File = "noise/date-words.tsv";
    private static readonly SearchValues<char> Light = SearchValues.Create(" ,.:|/-–—(•·\u00a0\t@+−");
    private readonly PageIndex<(string Kind, string Value)> index = new();

    public PageDates(KnowledgeFiles files, PageWords words)
    {
        foreach (var row in files.Table(File).Rows)
        {
            index.Add(words.Add(row["phrase"]), (row["kind"], row["value"]));
        }
    }

    /// <summary>The dates of a line, in text order.</summary>
    public List<PageDate> FindAll(string text, List<PageWord> words)
    {
        var found = new List<PageDate>();
        for (var i = 0; i < words.Count; i++)
        {
            if (At(text, words, i) is { } date)
            {
                found.Add(date);
                i = date.After - 1;
            }
        }

        return found;
    }

    /// <summary>The date that begins at a word, with the clock beside it, or null.</summary>
    public PageDate? At(string text, List<PageWord> words, int first)
    {
        var at = first;
        var (before, zoneBefore) = ((LocalTime?)null, (string?)null);
        if (Clock(text, words, at, out var clock, out var zone, out var afterClock) && Near(words, afterClock, text))
        {
            (before, zoneBefore, at) = (clock, zone, afterClock);
            at = Value(words, at, "filler", out var afterFiller) is null ? at : afterFiller;
        }

        if (Value(words, at, "weekday", out var afterDay) is not null && Near(words, afterDay, text))
        {
            at = afterDay;
        }

        if (!Day(text, words, at, out var year, out var month, out var day, out var after) || !IsDate(year, month, day))
        {
            return null;
        }

        if (before is null)
        {
            var next = Value(words, after, "weekday", out var afterWeekday) is null ? after : afterWeekday;
            next = Value(words, next, "filler", out var afterFiller) is null ? next : afterFiller;
            if (Near(words, next, text) && Clock(text, words, next, out clock, out zone, out afterClock))
            {
                (before, zoneBefore, after) = (clock, zone, afterClock);
            }
        }

        return new PageDate(year, month, day, before, zoneBefore, new TextSpan(words[first].Start, EndOf(text, words, after, zoneBefore)), first, after, IsAmbiguous(text, words, at, month, day));
    }

    /// <summary>True when a clock time begins at the word: 13:50, 3:22 AM, 5 p.m.</summary>
    public bool Clock(string text, List<PageWord> words, int first, out LocalTime time, out string? zone, out int after)
    {
        (time, zone, after) = (default, null, first);
        if (first >= words.Count || words[first].Number != PageWords.Figure)
        {
            return false;
        }

        var raw = words[first].Span.Of(text);
        var next = first + 1;
        var half = next < words.Count && words[next].Start - words[first].End <= 1 ? Value(words, next, "half", out next) : null;
        next = half is null ? first + 1 : next;
        if (!ClockParts(raw, half is not null, out var hour, out var minute, out var second))
        {
            return false;
        }

        if (half is not null)
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (string.Equals(half, "pm", StringComparison.Ordinal) ? 12 : 0);
        }

        time = new LocalTime(hour, minute, second);
        zone = Zone(text, words, ref next);
        after = next;
        return true;
    }

    /// <summary>True when the weekday, month or another date word of this kind begins here.</summary>
    public bool Is(List<PageWord> words, int first, string kind) => Value(words, first, kind, out _) is not null;

    private string? Value(List<PageWord> words, int first, string kind, out int after)
    {
        var end = first;
        var found = first >= words.Count
            ? default
            : index.LongestAt(words, first, kind, static (v, _, sought) => string.Equals(v.Kind, sought, StringComparison.Ordinal), out end);
        after = end;
        return end > first ? found.Value : null;
    }

    private static bool ClockParts(ReadOnlySpan<char> raw, bool half, out int hour, out int minute, out int second)
    {
        (hour, minute, second) = (0, 0, 0);
        Span<Range> parts = stackalloc Range[4];
        var separator = half && raw.Contains('.') ? '.' : ':';
        var count = raw.Split(parts, separator);
        if (count > 3 || (count < 2 && !half) || !Small(raw[parts[0]], 23, out hour))
        {
            return false;
        }

        if (count > 1 && (raw[parts[1]].Length != 2 || !Small(raw[parts[1]], 59, out minute)))
        {
            return false;
        }

        return count < 3 || Small(raw[parts[2]], 59, out second);
    }

    private string? Zone(string text, List<PageWord> words, ref int next)
    {
        if (Value(words, next, "zone", out var after) is { } named && Near(words, next, text))
        {
            next = after;
            return Offset(text, words, ref next) ?? named;
        }

        return Offset(text, words, ref next);
    }

    // +04:00 · -0400 · -04, glued to its sign
    private static string? Offset(string text, List<PageWord> words, ref int next)
    {
        if (next >= words.Count || next == 0 || words[next].Number != PageWords.Figure || words[next].Start - words[next - 1].End > 3)
        {
            return null;
        }

        var sign = text[words[next].Start - 1];
        var digits = words[next].Span.In(text).Replace(":", "", StringComparison.Ordinal);
        if (sign is not ('+' or '-' or '−') || digits.Length is not (2 or 4) || !Small(digits.AsSpan(0, 2), 14, out var hours))
        {
            return null;
        }

        var minutes = 0;
        if (digits.Length == 4 && !Small(digits.AsSpan(2), 59, out minutes))
        {
            return null;
        }

        next++;
        return string.Create(CultureInfo.InvariantCulture, $"{(sign == '+' ? '+' : '-')}{hours:00}:{minutes:00}");
    }

    private bool Day(string text, List<PageWord> words, int at, out int? year, out int month, out int day, out int after)
    {
        (year, month, day, after) = (null, 0, 0, at);
        if (at >= words.Count)
        {
            return false;
        }

        if (Value(words, at, "month", out var next) is { } name)
        {
            month = int.Parse(name, CultureInfo.InvariantCulture);
            if (!Near(words, next, text) || !DayNumber(text, words, next, out day, out after))
            {
                return false;
            }
        }
        else if (words[at].Number == PageWords.Figure && DayNumber(text, words, at, out day, out next))
        {
            next = Value(words, next, "of", out var afterOf) is null ? next : afterOf;
            if (!Near(words, next, text) || Value(words, next, "month", out after) is not { } second)
            {
                return NumericDay(text, words, at, out year, out month, out day, out after);
            }

            month = int.Parse(second, CultureInfo.InvariantCulture);
        }
        else
        {
            return NumericDay(text, words, at, out year, out month, out day, out after);
        }

        EraYear(text, words, ref year, ref after);
        if (Near(words, after, text) && words[after].Length == 4 && IsYear(words[after].Span.Of(text), out var y))
        {
            (year, after) = (y, after + 1);
        }

        return true;
    }

    // "Juche 114": years counted from another year than ours.
    private void EraYear(string text, List<PageWord> words, ref int? year, ref int after)
    {
        if (Near(words, after, text) && Value(words, after, "era", out var next) is { } zero && Near(words, next, text) && Small(words[next].Span.Of(text), 999, out var number))
        {
            (year, after) = (int.Parse(zero, CultureInfo.InvariantCulture) + number, next + 1);
        }
    }

    private bool DayNumber(string text, List<PageWord> words, int at, out int day, out int after)
    {
        (day, after) = (0, at + 1);
        if (at >= words.Count || words[at].Length > 2 || !Small(words[at].Span.Of(text), 31, out day) || day == 0)
        {
            return false;
        }

        if (at + 1 < words.Count && words[at + 1].Start == words[at].End && Value(words, at + 1, "ordinal", out var next) is not null)
        {
            after = next;
        }

        return true;
    }

    // 2024-06-27 · 2024/06/27 · 21-11-2023 · 10/13/2022 · 05.12.2024; day and month must be told apart.
    private static bool NumericDay(string text, List<PageWord> words, int at, out int? year, out int month, out int day, out int after)
    {
        (year, month, day, after) = (null, 0, 0, at);
        if (at >= words.Count || words[at].Number != PageWords.Figure)
        {
            return false;
        }

        Span<int> parts = stackalloc int[3];
        var separator = '.';
        var raw = words[at].Span.Of(text);
        if (raw.Count('.') == 2)
        {
            Span<Range> ranges = stackalloc Range[3];
            raw.Split(ranges, '.');
            for (var i = 0; i < 3; i++)
            {
                if (!Small(raw[ranges[i]], 9999, out parts[i]))
                {
                    return false;
                }
            }

            after = at + 1;
        }
        else if (at + 2 < words.Count && words[at + 1].Start == words[at].End + 1 && words[at + 2].Start == words[at + 1].End + 1)
        {
            separator = text[words[at].End];
            for (var i = 0; i < 3; i++)
            {
                if (words[at + i].Number != PageWords.Figure || !Small(words[at + i].Span.Of(text), 9999, out parts[i]))
                {
                    return false;
                }
            }

            if (separator is not ('-' or '/') || text[words[at + 1].End] != separator)
            {
                return false;
            }

            after = at + 3;
        }
        else
        {
            return false;
        }

        return Order(parts, separator, out year, out month, out day);
    }

    private static bool Order(Span<int> parts, char separator, out int? year, out int month, out int day)
    {
        (year, month, day) = (null, 0, 0);
        if (parts[0] is > 1900 and < 2100)
        {
            (year, month, day) = (parts[0], parts[1], parts[2]);
            return true;
        }

        if (parts[2] is < 1900 or > 2100)
        {
            return false;
        }

        year = parts[2];
        if (separator == '.' || parts[0] > 12 || parts[0] == parts[1])
        {
            (day, month) = (parts[0], parts[1]);
            return true;
        }

        (month, day) = (parts[0], parts[1]);
        return true;
    }

    // 05/12/2019 and 05-12-2019: figures only, both at most 12, year last.
    private static bool IsAmbiguous(string text, List<PageWord> words, int at, int month, int day) =>
        month <= 12 && day <= 12 && month != day && words[at].Length <= 2 && at + 2 < words.Count
        && text[words[at].End] is '/' or '-' && words[at + 2].Length == 4 && words[at + 1].Start == words[at].End + 1 && words[at + 1].Number == PageWords.Figure;

    private static int EndOf(string text, List<PageWord> words, int after, string? zone)
    {
        var end = words[after - 1].End;
        var bracket = zone is not null && end < text.Length && text[end] == ')' && text.LastIndexOf('(', end, Math.Min(end, 16)) >= 0;
        return bracket ? end + 1 : end;
    }

    // Only blanks and light punctuation between two parts of one date.
    private static bool Near(List<PageWord> words, int at, string text)
    {
        if (at >= words.Count || at == 0)
        {
            return at == 0 && words.Count > 0;
        }

        var gap = new TextSpan(words[at - 1].End, words[at].Start).Of(text);
        return gap.Length <= 6 && gap.IndexOfAnyExcept(Light) < 0;
    }

    private static bool IsYear(ReadOnlySpan<char> raw, out int year) => Small(raw, 2100, out year) && year >= 1900;

    private static bool IsDate(int? year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year ?? 2024, month);

    private static bool Small(ReadOnlySpan<char> raw, int most, out int value) =>
        int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most;
}
