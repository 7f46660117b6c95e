using System.Globalization;
using Dateline.Text;

namespace Dateline.Annotations.Times;

/// <summary>Reads dates that name a month or are written in figures: February 26, 2025 · 26 Feb. · 2025-02-26 · 26/02/2025 · March 10-20 · May 2025.</summary>
internal static class FixedDateParser
{
    /// <summary>Reads a date. <paramref name="supported"/>: the words before make a month of "May" and a year of "2024".</summary>
    public static bool TryParse(TimeTokens t, int at, bool supported, out CalendarTime time, out int after) =>
        TryFigures(t, at, out time, out after) || TryMonthFirst(t, at, supported, out time, out after) || TryDayFirst(t, at, out time, out after);

    /// <summary>A four-figure year in the range news speak of.</summary>
    public static bool IsYear(TimeTokens t, int at, out int year) => IsYear(t, at, t.Narrative ? 1000 : 1900, out year);

    private static bool IsYear(TimeTokens t, int at, int earliest, out int year) => t.Digits(at, out year, out var length) && length == 4 && year >= earliest && year <= 2100;

    /// <summary>A day of the month: 6, 06, 6th.</summary>
    public static bool IsDay(TimeTokens t, int at, out int day)
    {
        if (t.Digits(at, out day, out var length))
        {
            return length <= 2 && day is >= 1 and <= 31;
        }

        if ((uint)at >= (uint)t.Count || t.Tokens[at].Kind != TokenKind.Ordinal || t.Tokens[at].Length > 4)
        {
            return false;
        }

        return TryInt(t.Chars(at)[..^2], out day) && day is >= 1 and <= 31;
    }

    private static bool TryInt(ReadOnlySpan<char> digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>A month's name where it can only be one, or where the words around support it.</summary>
    public static bool IsMonth(TimeTokens t, int at, out int month, out bool homograph, out int after)
    {
        (month, homograph) = (0, false);
        if (!t.Is(at, TimeWordClass.Month, out var word, out after) || !t.IsCapitalised(at) || t.IsBarred(at))
        {
            return false;
        }

        (month, homograph) = (word.Number, word.IsHomograph);
        return true;
    }

    private static bool TryMonthFirst(TimeTokens t, int at, bool supported, out CalendarTime time, out int after)
    {
        time = null!;
        if (!IsMonth(t, at, out var month, out var homograph, out after))
        {
            return false;
        }

        if (IsDayWithYear(t, after, out var glued))
        {
            (time, after) = (glued with { Month = month }, after + 1);
            return true;
        }

        if (IsDay(t, after, out var day) && !IsCounted(t, after + 1))
        {
            after++;
            if (TryYearAfter(t, after, out var year, out var pointing, out var afterYear))
            {
                after = afterYear;
            }

            time = new FixedDate(year, month, day, null, pointing);
            if (year is null && pointing == Pointing.None && TryLastDay(t, after, day, TimeParser.PrepositionBefore(t, at) == "between", out var last, out var afterLast))
            {
                var joint = (after, afterLast - 1);
                after = afterLast;
                _ = TryYearAfter(t, after, out year, out pointing, out after);
                time = new CalendarRange(new FixedDate(year, month, day, null, pointing), new FixedDate(year, month, last, null, pointing)) { Joint = joint };
            }

            return true;
        }

        if (TryYearAfter(t, after, out var only, out var pointed, out var afterOnly))
        {
            after = afterOnly;
            time = new FixedDate(only, month, null, null, pointed);
            return true;
        }

        time = new FixedDate(null, month, null, null);
        return supported || (!homograph && !t.IsHyphen(after)) || (at > 0 && t.Tokens[at - 1].Tag == PartOfSpeech.Determiner && after < t.Count && t.Tokens[after] is { Tag: PartOfSpeech.Noun, IsCapitalised: false }); // "a June strike"
    }

    // "October 18,2024": the blank is lost
    private static bool IsDayWithYear(TimeTokens t, int at, out FixedDate date)
    {
        date = null!;
        if ((uint)at >= (uint)t.Count || t.Tokens[at].Kind != TokenKind.Number || t.Tokens[at].Length is not (6 or 7))
        {
            return false;
        }

        var figure = t.Chars(at);
        if (figure[^5] != ',' || !TryInt(figure[..^5], out var day) || !TryInt(figure[^4..], out var year) || day is < 1 or > 31 || year is < 1900 or > 2100)
        {
            return false;
        }

        date = new FixedDate(year, null, day, null);
        return true;
    }

    // 26 February 2025 · the 6th of March · 10-20 March
    private static bool TryDayFirst(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at);
        var first = t.Skip(at, TimeWordClass.The);
        if (!IsDay(t, first, out var day) || (first > at && t.Tokens[first].Kind != TokenKind.Ordinal))
        {
            return false;
        }

        var next = first + 1;
        var last = 0;
        var bracket = false;
        if (TryLastDay(t, next, day, TimeParser.PrepositionBefore(t, at) == "between", out var until, out var afterLast) && IsMonth(t, t.Skip(t.IsSign(afterLast, '(') ? afterLast + 1 : afterLast, TimeWordClass.Of), out _, out _, out var close))
        {
            bracket = t.IsSign(afterLast, '(') && t.IsSign(close, ')');
            (last, next) = (until, bracket ? afterLast + 1 : afterLast);
        }

        next = t.IsSign(next, ',') && IsMonth(t, next + 1, out _, out _, out var afterComma) && IsYear(t, afterComma, out _) ? next + 1 : t.Skip(next, TimeWordClass.Of);
        if (!IsMonth(t, next, out var month, out _, out after))
        {
            return false;
        }

        var dotted = t.IsHyphen(first - 1);
        after = bracket && t.IsSign(after, ')') ? after + 1 : after;
        _ = TryYearAfter(t, after, out var year, out var pointing, out after);
        var date = new FixedDate(year, month, last > 0 ? last : day, null, pointing);
        time = last > 0 ? new CalendarRange(date with { Day = day }, date) { Joint = (first + 1, t.Skip(first + 2, TimeWordClass.The)) } : date;
        return !dotted;
    }

    // ", 2025" · "2025" · "last year" · "of this year"
    private static bool TryYearAfter(TimeTokens t, int at, out int? year, out Pointing pointing, out int after)
    {
        (year, pointing, after) = (null, Pointing.None, at);
        var next = t.IsSign(at, ',') ? at + 1 : at;
        if (IsYear(t, next, 1000, out var found) && !t.IsHyphen(next + 1) && !(next > at && IsCounted(t, next + 1)))
        {
            (year, after) = (found, next + 1);
            return true;
        }

        next = t.Skip(at, TimeWordClass.Of);
        if (next > at && IsYear(t, next, 1000, out found))
        {
            (year, after) = (found, next + 1);
            return true;
        }

        pointing = Pointed(t, t.Skip(next, TimeWordClass.The), out var unit);
        if (pointing != Pointing.None && t.Is(unit, TimeWordClass.Unit, out var word, out var afterUnit) && word.Text == "P Y" && !word.IsPlural)
        {
            after = afterUnit;
            return true;
        }

        pointing = Pointing.None;
        return false;
    }

    /// <summary>last, next, this, the same …: where the word points and the index after it.</summary>
    public static Pointing Pointed(TimeTokens t, int at, out int after)
    {
        after = at + 1;
        return t.Is(at, TimeWordClass.Last) ? Pointing.Last
            : t.Is(at, TimeWordClass.Next) ? Pointing.Next
            : t.Is(at, TimeWordClass.Coming) ? Pointing.Coming
            : t.Is(at, TimeWordClass.This) ? Pointing.This
            : t.Is(at, TimeWordClass.Same) || t.Is(at, TimeWordClass.That) ? Pointing.Same
            : t.Is(at, TimeWordClass.Previous) ? Pointing.Previous
            : t.Is(at, TimeWordClass.Following) ? Pointing.Following
            : Pointing.None;
    }

    // "-20", "to 20", "through 20", "and 11" after a day of the month
    private static bool TryLastDay(TimeTokens t, int at, int day, bool between, out int last, out int after)
    {
        (last, after) = (0, at);
        var slash = t.IsSign(at, '/') && t.IsGlued(at) && t.IsGlued(at + 1); // the night of 30/31 July
        var hyphen = t.IsHyphen(at) || t.IsSign(at, '–') || slash;
        var joint = hyphen ? null : t.Is(at, TimeWordClass.RangeJoint, out var word, out _) ? word.Text : "";
        var next = t.Skip(at + 1, TimeWordClass.The);
        if (joint is "" || !IsDay(t, next, out last) || last <= day || (slash && last != day + 1) || IsCounted(t, next + 1))
        {
            return false;
        }

        after = next + 1;
        return joint is not "and" || between || (last == day + 1 && (after >= t.Count || t.Tokens[after].Kind != TokenKind.Word || t.Tokens[after].Tag is PartOfSpeech.Pronoun or PartOfSpeech.Determiner or PartOfSpeech.Auxiliary || IsMonth(t, after, out _, out _, out _) || t.Is(after, TimeWordClass.Preposition)));
    }

    // "March 10 missiles" is no day; neither is "May 8 km" or "March 10:30".
    private static bool IsCounted(TimeTokens t, int at) =>
        t.Is(at, TimeWordClass.Unit) || t.Is(at, TimeWordClass.Meridian) || t.IsSign(at, '%');

    private static bool TryFigures(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at);
        if (IsYear(t, at, out var year) && t.IsHyphen(at + 1) && t.Digits(at + 2, out var month, out var length) && length == 2 && month is >= 1 and <= 12)
        {
            if (t.IsHyphen(at + 3) && t.Digits(at + 4, out var day, out length) && length == 2 && day is >= 1 and <= 31)
            {
                (time, after) = (new FixedDate(year, month, day, null), at + 5);
                return true;
            }
        }

        if (((t.IsSign(at + 1, '/') && t.IsSign(at + 3, '/')) || (t.IsHyphen(at + 1) && t.IsHyphen(at + 3))) && t.Digits(at, out var one, out var first) && t.Digits(at + 2, out var two, out var second) && t.Digits(at + 4, out var three, out var third))
        {
            after = at + 5;
            time = first == 4 && one is >= 1000 and <= 2100 && two is >= 1 and <= 12 && three is >= 1 and <= 31 ? new FixedDate(one, two, three, null) : first == 4 ? Slashed(one, three, two) : third == 4 && first <= 2 && second <= 2 ? Slashed(three, one, two) : null!;
            return time is not null;
        }

        return TryPointed(t, at, out time, out after);
    }

    // 26.02.2025
    private static bool TryPointed(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at + 1);
        if ((uint)at >= (uint)t.Count || t.Tokens[at].Kind != TokenKind.Number || t.Tokens[at].Length is < 8 or > 10)
        {
            return false;
        }

        Span<Range> parts = stackalloc Range[4];
        var figure = t.Chars(at);
        if (figure.Split(parts, '.') != 3
            || !TryInt(figure[parts[0]], out var day) || !TryInt(figure[parts[1]], out var month) || !TryInt(figure[parts[2]], out var year)
            || figure[parts[2]].Length != 4 || year is < 1900 or > 2100 || month is < 1 or > 12 || day is < 1 or > 31)
        {
            return false;
        }

        time = new FixedDate(year, month, day, null);
        return true;
    }

    private static CalendarTime Slashed(int year, int one, int two)
    {
        if (year is < 1900 or > 2100 || one is < 1 or > 31 || two is < 1 or > 31 || (one > 12 && two > 12))
        {
            return null!;
        }

        return one == two ? new FixedDate(year, one, two, null)
            : one > 12 ? new FixedDate(year, two, one, null)
            : two > 12 ? new FixedDate(year, one, two, null)
            : new AmbiguousDate(year, one, two);
    }
}
