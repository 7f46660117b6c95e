using System.Globalization;
using System.Text;
using Dateline.Text;

namespace Dateline.Annotations.Times;

/// <summary>Reads lengths of time and what is counted with them: "71 hours and 6 minutes", "between 7,961 and 7,973 seconds", "two weeks ago", "a day earlier".</summary>
internal static class LengthParser
{
    /// <summary>A length: low and high of one unit, parts smaller than it, its TIMEX3 value.</summary>
    public readonly record struct Length(decimal Low, decimal High, bool Vague, CalendarUnit Unit, string Value, bool Article, bool Hyphened, (int After, int First) Joint);

    /// <summary>several, a few, many, hundreds of.</summary>
    public static bool IsVague(TimeTokens t, int at, out int after) => t.Vague(at, out after);

    /// <summary>Reads a length, and what it is counted from when the words say so ("ago", "earlier", "before").</summary>
    public static bool TryParse(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (TryLong(t, at, out time) || TryDayBefore(t, at, out time))
        {
            return true;
        }

        if (!TryLength(t, at, out var length, out var after) || t.Is(t.IsHyphen(after) ? after + 1 : after, TimeWordClass.Old))
        {
            return false;
        }

        if (TryCounted(t, length, after, out var counted, out var afterCounted))
        {
            time = new UnderspecifiedTime { First = at, After = afterCounted, Rule = "times.counted", Day = counted, Length = length.Value };
            return true;
        }

        if (length is { Article: true, Hyphened: false } && !IsArticleLength(t, at, after))
        {
            return false;
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = length.Vague ? "times.length-vague" : "times.length", Length = length.Value, Joint = length.Joint };
        return true;
    }

    // month-long · decades-long
    private static bool TryLong(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (!t.Is(at, TimeWordClass.Unit, out var unit, out var hyphen) || !t.IsHyphen(hyphen) || t.IsHyphen(at - 1) || !t.Is(hyphen + 1, TimeWordClass.Filler, out var filler, out var after) || filler.Flags != "ending" || t.IsBarred(at))
        {
            return false;
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = "times.length", Length = Value(1, 1, unit.IsPlural, CalendarUnits.Of(unit)) };
        return true;
    }

    // "The day before, he had met the premier": counted from the day told last
    private static bool TryDayBefore(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        var next = t.Skip(at, TimeWordClass.The);
        if (next == at || !t.Is(next, TimeWordClass.Unit, out var unit, out var after) || unit.IsPlural || CalendarUnits.Of(unit) < CalendarUnit.Day)
        {
            return false;
        }

        var sign = t.Is(after, TimeWordClass.Before, out _, out var end) ? -1 : t.Is(after, TimeWordClass.After, out _, out end) ? 1 : 0;
        if (sign == 0 || (end < t.Count && t.Tokens[end].Kind is not (TokenKind.Punctuation or TokenKind.Terminal or TokenKind.Quote)))
        {
            return false;
        }

        time = new UnderspecifiedTime { First = at, After = end, Rule = "times.counted", Day = new CountedTime(1, 1, Vague: false, CalendarUnits.Of(unit), sign, "text", null) };
        return true;
    }

    private static bool TryLength(TimeTokens t, int at, out Length length, out int after)
    {
        length = default;
        if (!TryAmount(t, at, out var low, out var high, out var vague, out var article, out var joint, out after))
        {
            return false;
        }

        var hyphened = t.IsHyphen(after) && !vague;
        var next = hyphened ? after + 1 : after;
        var filled = next;
        while (!hyphened && t.Is(next, TimeWordClass.Filler, out _, out var afterFiller) && afterFiller < t.Count)
        {
            next = afterFiller;
        }

        if (!t.Is(next, TimeWordClass.Unit, out var word, out after) || IsRefused(t, next, word, low, article, vague, hyphened, next > filled))
        {
            return false;
        }

        // "a year-end meeting" lasts no year
        if (t.IsHyphen(after) && t.Is(after + 1, TimeWordClass.EdgeNoun))
        {
            return false;
        }

        var unit = CalendarUnits.Of(word);
        if (!vague && t.Is(after, TimeWordClass.AndAHalf, out _, out var afterHalf))
        {
            (low, high, after) = (low + 0.5m, high + 0.5m, afterHalf);
        }

        var parts = new StringBuilder(Value(low, high, vague, unit));
        while (!vague && low == high && TryNextPart(t, after, unit, parts, out var smaller, out var afterPart))
        {
            (unit, after) = (smaller, afterPart);
        }

        length = new Length(low, high, vague, CalendarUnits.Of(word), parts.ToString(), article, hyphened, joint);
        return true;
    }

    // "the first one second", "seconds" as an ordinal, "quarters" as a share
    private static bool IsRefused(TimeTokens t, int at, TimeWord word, decimal low, bool article, bool vague, bool hyphened, bool filled)
    {
        var unit = CalendarUnits.Of(word);
        if (t.IsBarred(at) || (unit == CalendarUnit.Quarter && !filled) || unit is CalendarUnit.Weekend || (article && word.IsPlural && !vague) || (unit == CalendarUnit.Second && article))
        {
            return true;
        }

        return !word.IsPlural && !hyphened && !article && !vague && low > 1 && !t.IsGlued(at) && !IsNounAfter(t, at + 1, unit);
    }

    // "a four day rally", "a 20 year low": the hyphen is left out
    private static bool IsNounAfter(TimeTokens t, int at, CalendarUnit unit) =>
        unit != CalendarUnit.Second && at < t.Count && t.Tokens[at].Kind == TokenKind.Word && t.Tokens[at].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective;

    private static bool TryAmount(TimeTokens t, int at, out decimal low, out decimal high, out bool vague, out bool article, out (int After, int First) joint, out int after)
    {
        (low, high, vague, article, joint, after) = (1, 1, false, false, default, at);
        if (IsVague(t, at, out after) || (t.Is(at, TimeWordClass.Unit, out var bare, out _) && bare.IsPlural && !bare.IsAbbreviation && IsBareSupported(t, at)))
        {
            vague = true;
            return true;
        }

        if (t.Number(at, out var number) && !t.IsHyphen(at - 1))
        {
            (low, high, after) = (number.Value, number.Value, number.After);
            article = number is { Figures: false, Value: 1 } && !number.Scaled;
            if (TryUpper(t, after, low, out var upper, out var afterUpper))
            {
                joint = (after, t.Skip(after, TimeWordClass.RangeJoint) is var skipped && skipped > after ? skipped : after + 1);
                (high, after, article) = (upper, afterUpper, false);
            }

            return low < 1e9m && high < 1e9m;
        }

        after = t.Skip(at, TimeWordClass.Article);
        article = true;
        return after > at;
    }

    // "hours later", "for weeks", "months of": a plural with nothing before it
    private static bool IsBareSupported(TimeTokens t, int at)
    {
        var next = at + 1;
        return t.Is(next, TimeWordClass.Ago) || t.Is(next, TimeWordClass.Earlier) || t.Is(next, TimeWordClass.Later) || t.Is(next, TimeWordClass.Before) || t.Is(next, TimeWordClass.After)
            || (TimeParser.PrepositionBefore(t, at) is "for" or "in" or "within" or "over" && !t.Is(next, TimeWordClass.Of) && t.Tokens[at - 1].Kind == TokenKind.Word);
    }

    // between X and Y · X to Y · X-Y · X or Y
    private static bool TryUpper(TimeTokens t, int at, decimal low, out decimal high, out int after)
    {
        (high, after) = (0, at);
        var hyphen = t.IsHyphen(at) || t.IsSign(at, '–') || (t.IsSign(at, '-') && t.IsGlued(at));
        var joined = hyphen || t.Is(at, TimeWordClass.RangeJoint, out _, out _) || (at < t.Count && t.Chars(at).Equals("or", StringComparison.OrdinalIgnoreCase));
        var next = hyphen ? t.Skip(at + 1, TimeWordClass.RangeJoint) : at + 1; // "24- to 48-hour"
        if (!joined || !t.Number(next, out var number) || number.Value <= low)
        {
            return false;
        }

        (high, after) = (number.Value, number.After);
        return true;
    }

    // "and 6 minutes" · "41 seconds"
    private static bool TryNextPart(TimeTokens t, int at, CalendarUnit above, StringBuilder parts, out CalendarUnit unit, out int after)
    {
        (unit, after) = (above, at);
        var next = t.IsSign(at, ',') ? at + 1 : at;
        next = t.Is(next, TimeWordClass.RangeJoint, out var and, out var afterAnd) && and.Text == "and" ? afterAnd : next;
        if (!t.Number(next, out var number) || !t.Is(number.After, TimeWordClass.Unit, out var word, out after) || CalendarUnits.Of(word) >= above || number.Value >= 1000)
        {
            return false;
        }

        unit = CalendarUnits.Of(word);
        var value = Value(number.Value, number.Value, vague: false, unit);
        parts.Append(CalendarUnits.IsClock(unit) && parts.ToString().Contains('T', StringComparison.Ordinal) ? value[2..] : value[1..]);
        return true;
    }

    private static bool TryCounted(TimeTokens t, Length length, int after, out CalendarTime time, out int end)
    {
        (time, end) = (null!, after);
        if (length.Hyphened)
        {
            return false;
        }

        if (t.Is(after, TimeWordClass.Ago, out _, out end))
        {
            time = Count(length, -1, "publication", null);
            return true;
        }

        if (t.Is(after, TimeWordClass.FromNow, out _, out end))
        {
            time = Count(length, 1, "publication", null);
            return true;
        }

        var sign = t.Is(after, TimeWordClass.Earlier, out _, out end) || t.Is(after, TimeWordClass.Before, out _, out end) ? -1
            : t.Is(after, TimeWordClass.After, out _, out end) || (t.Is(after, TimeWordClass.Later, out var later, out end) && later.Flags.Length == 0) ? 1
            : 0;
        if (sign == 0)
        {
            return false;
        }

        // "a day earlier than planned" compares
        if (end < t.Count && t.Chars(end).Equals("than", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var relative = t.Is(after, TimeWordClass.Before) || t.Is(after, TimeWordClass.After);
        if (relative && CalendarParser.TryParse(t, end, supported: true, out var whole, out var afterWhole) && CalendarParser.IsDay(whole))
        {
            (time, end) = (Count(length, sign, "event", whole), afterWhole);
            return true;
        }

        var open = end >= t.Count || t.Tokens[end].Kind is TokenKind.Punctuation or TokenKind.Terminal or TokenKind.Quote;
        time = Count(length, sign, relative && !open ? "event" : "text", null);
        return true;
    }

    private static CountedTime Count(Length length, int sign, string origin, CalendarTime? whole) =>
        new(length.Low, length.High, length.Vague, length.Unit, sign, origin, whole);

    // "a year" alone is too little; "for a year", "within a week", "a month of" will do
    private static bool IsArticleLength(TimeTokens t, int at, int after) =>
        t.IsPreposition(at - 1, "for") || t.IsPreposition(at - 1, "in") || t.IsPreposition(at - 1, "within") || t.Is(at - 1, TimeWordClass.Approximator)
        || t.Is(at - 1, TimeWordClass.Bound) || (at >= 2 && t.Is(at - 2, TimeWordClass.Bound)) || (t.Is(after, TimeWordClass.Of) && !t.Is(at, TimeWordClass.The) && t.IsPreposition(at - 1, "after"));

    private static string Value(decimal low, decimal high, bool vague, CalendarUnit unit)
    {
        var (letter, times) = CalendarUnits.Iso(unit);
        var prefix = CalendarUnits.IsClock(unit) ? "PT" : "P";
        string One(decimal amount) => prefix + (vague ? "X" : (amount * times).ToString("0.####", CultureInfo.InvariantCulture)) + letter;
        return low == high ? One(low) : One(low) + "/" + One(high);
    }
}
