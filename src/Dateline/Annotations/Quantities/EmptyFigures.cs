using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Tells figures that count nothing once their unit and noun are known: years, list numbers, names, lone "one", "half" of nothing.</summary>
internal static class EmptyFigures
{
    private const int LeastVagueAlone = 20;

    /// <summary>True when what was read is no quantity.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="low">The figure, or the lower end of a range.</param>
    /// <param name="upper">The upper end, or null.</param>
    /// <param name="unit">The unit of either, or null.</param>
    /// <param name="counted">The noun counted, or null.</param>
    /// <param name="bounded">True after "at least", "about" and the like.</param>
    public static bool Is(FigureSentence s, Amount low, Amount? upper, Unit? unit, CountedNoun? counted, bool bounded)
    {
        if (low.Counting is not null || unit is not null)
        {
            return false;
        }

        var end = (upper ?? low).After;
        if (low.Figures && s.IsKind(end, TokenKind.Word) && s.IsGlued(end) && !s[end].Is(TokenShape.Clitic))
        {
            return true; // 9M729, 5G
        }

        if (low.Fraction && low.First > 0 && s.Is(low.First - 1, NumberWordClass.Ordinal))
        {
            return true; // "the first half of the match"
        }

        if (counted is { } noun)
        {
            return IsCountedNothing(s, low, noun);
        }

        if (low.Vague is { } vague)
        {
            return low.Low < LeastVagueAlone || vague.Flag == "of";
        }

        return IsHyphened(s, end)
            || (low.Fraction && !s.Is(low.After, NumberWordClass.Of) && !IsJoinedFraction(s, low))
            || (upper is { } high ? !bounded && high.Low < 10 : IsBareNothing(s, low, bounded));
    }

    // "the 2024 elections", "scores points"
    private static bool IsCountedNothing(FigureSentence s, Amount low, CountedNoun noun) =>
        (low.IsYearLike && IsYearContext(s, low.First)) || (low.Vague?.Flag == "of" && noun.From == low.After);

    private static bool IsBareNothing(FigureSentence s, Amount low, bool bounded)
    {
        if (low.One && !bounded)
        {
            return low.Figures || !IsOneOfThem(s, low);
        }

        return low.Low == 0
            || IsScore(s, low)
            || IsCut(s, low)
            || (!bounded && (low.IsYearLike || Designations.IsNamed(s, low.First)));
    }

    // "five-nation", "four-star": part of an adjective
    private static bool IsHyphened(FigureSentence s, int end) =>
        s.IsKind(end, TokenKind.Hyphen) && !s.Is(end + 1, NumberWordClass.Strength) && !s.Is(end + 1, NumberWordClass.LowerBoundAfter);

    // two-thirds majority, one-third larger
    private static bool IsJoinedFraction(FigureSentence s, Amount low) => low.NumberAfter - low.First == 3 && s.IsKind(low.First + 1, TokenKind.Hyphen);

    // "one was killed": a person or thing named before
    private static bool IsOneOfThem(FigureSentence s, Amount low)
    {
        var next = low.After;
        var begins = low.First == 0 || s[low.First - 1].Kind is not TokenKind.Word || s[low.First - 1].Tag is PartOfSpeech.CoordinatingConjunction or PartOfSpeech.SubordinatingConjunction;
        if (!begins || !s.IsTag(next, PartOfSpeech.Auxiliary))
        {
            return false;
        }

        while (s.IsTag(next, PartOfSpeech.Auxiliary) || s.IsTag(next, PartOfSpeech.Adverb))
        {
            next++;
        }

        return s.IsTag(next, PartOfSpeech.Verb) && s[next].Form is WordForm.PastParticiple or WordForm.Past;
    }

    // "its 2018 pledges"
    private static bool IsYearContext(FigureSentence s, int first) =>
        first > 0 && (s.Is(first - 1, NumberWordClass.Stop) || s[first - 1].Is(TokenShape.Clitic) || s[first - 1].IsCapitalised)
        && !(s[first - 1].Kind == TokenKind.Word && s.Is(first - 1, NumberWordClass.Preposition));

    // 2-1: figures joined by a hyphen that are no range
    private static bool IsScore(FigureSentence s, Amount low) =>
        s.IsKind(low.After + 1, TokenKind.Number) && s[low.After].Kind is TokenKind.Hyphen or TokenKind.Dash && s.IsGlued(low.After);

    // The text broke off: nobody knows what the last digits were to be.
    private static bool IsCut(FigureSentence s, Amount low) => low is { Figures: true, Bare: true } && low.After >= s.Count && s[low.After - 1].End >= s.Text.AsSpan().TrimEnd().Length;
}
