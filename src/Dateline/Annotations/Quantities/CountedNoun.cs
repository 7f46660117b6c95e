using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>What a number counts: "11,000 North Korean troops", "tens of thousands of soldiers", "two Su-35s".</summary>
/// <param name="From">Index of the first word of the noun phrase.</param>
/// <param name="After">Index after the noun phrase.</param>
/// <param name="Singular">Its head in the singular, as written otherwise.</param>
internal readonly record struct CountedNoun(int From, int After, string Singular)
{
    private const int LeastJoined = 10;
    private const int LongestPhrase = 12;
    private const int LongestSingularPhrase = 4;

    /// <summary>Reads the phrase that begins at a token.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">Index of the first token after the number.</param>
    /// <param name="one">True when the number is one: the head is in the singular then.</param>
    /// <param name="noun">What was read.</param>
    public static bool TryRead(FigureSentence s, int at, bool one, out CountedNoun noun)
    {
        noun = default;
        // "a few thousand" additional troops: the quotation ends with the figure
        at = s.IsKind(at, TokenKind.Quote) && s.IsGlued(at) && s.IsKind(at - 1, TokenKind.Word) ? at + 1 : at;
        if (at >= s.Count || s.IsGlued(at))
        {
            return false;
        }

        // "144 more officers" counts officers
        var from = s.Is(at, NumberWordClass.Filler, out var filler, out var afterFiller) && filler.Flag != "keep" ? afterFiller : at;
        var found = one ? TrySingular(s, from, out noun) : TryPlural(s, from, out noun);
        return found || (from > at && (one ? TrySingular(s, at, out noun) : TryPlural(s, at, out noun)));
    }

    /// <summary>Reads the noun joined to a figure by a hyphen: "a 3,000-man force", "a 50-member team"; not "a four-star general".</summary>
    public static bool TryJoined(FigureSentence s, Amount amount, int at, out CountedNoun noun)
    {
        noun = default;
        if (!amount.Figures || amount.Low < LeastJoined || amount.IsYearLike || !s.IsTag(at, PartOfSpeech.Noun) || s.IsKind(at + 1, TokenKind.Hyphen) || s.Is(at, NumberWordClass.Strength) || s.Is(at, NumberWordClass.LowerBoundAfter))
        {
            return false;
        }

        noun = new CountedNoun(at, at + 1, Plural.Cased(s, at));
        return true;
    }

    private static bool TryPlural(FigureSentence s, int at, out CountedNoun noun)
    {
        noun = default;
        var (head, singular) = (-1, "");
        var i = at;
        for (; i < s.Count && i < at + LongestPhrase && Continues(s, i, at, head); i++)
        {
            if (IsPluralDesignation(s, i, at, out var designation))
            {
                noun = new CountedNoun(at, i + 1, designation);
                return true;
            }

            if (head >= 0 && s.TryUnit(i, out var unit, out _) && unit.Dimension is "time")
            {
                break; // "several missiles | hours before the vote"
            }

            if (Plural.TryDivide(s, i, i == at, out var one) && !s.IsKind(i + 1, TokenKind.Hyphen) && !IsPossessive(s, i + 1))
            {
                (head, singular) = (i, one);
            }
            else if (head >= 0)
            {
                break;
            }
        }

        if (head < 0)
        {
            return TryDesignation(s, at, i, out noun);
        }

        noun = new CountedNoun(at, head + 1, singular);
        return true;
    }

    private static bool TrySingular(FigureSentence s, int at, out CountedNoun noun)
    {
        noun = default;
        var last = -1;
        var end = at + LongestSingularPhrase;
        for (var i = at; i < s.Count && i < end && Continues(s, i, at, last); i++)
        {
            end += s.IsKind(i, TokenKind.Hyphen) ? 2 : 0; // "short-range" is one word of the phrase
            var token = s[i];
            var word = s.Chars(i);
            var participle = token.Tag == PartOfSpeech.Other && (word.EndsWith("ed") || word.EndsWith("ing"));
            if (s.IsKind(i - 1, TokenKind.Hyphen))
            {
                last = token.Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun ? i : last; // "one Russian-built launcher"
                continue;
            }

            if (token.Tag is PartOfSpeech.Verb or PartOfSpeech.Adverb || (token.Tag == PartOfSpeech.Other && word.EndsWith("ly")) || (participle && i > at))
            {
                break;
            }

            last = !participle && token.Kind == TokenKind.Word && token.Tag is PartOfSpeech.Other or PartOfSpeech.Noun or PartOfSpeech.ProperNoun ? i : last;
        }

        // "at least one Palestinian": a people's name stands for one of them
        last = last < 0 && s.IsTag(at, PartOfSpeech.Adjective) && s[at].IsCapitalised && s.IsPhraseEnd(at + 1) ? at : last;

        // "one Philippine and one American destroyer": the noun is told once, after the second
        if (last < 0 || (s[last].Tag == PartOfSpeech.ProperNoun && s.IsAnd(last + 1, out var second) && s.TryNumber(second, out _)))
        {
            return false;
        }

        if (IsDesignationAt(s, last))
        {
            noun = new CountedNoun(at, last + 3, s.Slice(last, last + 3));
            return true;
        }

        noun = new CountedNoun(at, last + 1, Plural.Cased(s, last));
        return true;
    }

    private static bool Continues(FigureSentence s, int i, int at, int head)
    {
        var token = s[i];
        return token.Kind switch
        {
            TokenKind.Word => (IsNameWord(s, i) && !(i == at && IsNumber(s, i))) || JoinsAdjectives(s, i, at, head) || (i > at && (s.IsKind(i - 1, TokenKind.Hyphen) || IsPossessive(s, i))),
            TokenKind.Punctuation => i > at && head < 0 && (IsShortForm(s, i) || IsShortForm(s, i - 2)),
            TokenKind.Hyphen => i > at,
            TokenKind.Number => i > at && (s[i - 1].Kind == TokenKind.Hyphen || s[i - 1].IsCapitalised || IsCalibre(s, i)),
            TokenKind.Quote => i == at || s[i - 1].Kind != TokenKind.Quote,
            _ => false,
        };
    }

    private static bool IsNameWord(FigureSentence s, int i)
    {
        var token = s[i];
        return (!s.Is(i, NumberWordClass.Stop) || (token.Is(TokenShape.AllCaps) && token.Length > 1)) && !token.Is(TokenShape.Clitic)
            && token.Tag is not (PartOfSpeech.Auxiliary or PartOfSpeech.Determiner or PartOfSpeech.Pronoun or PartOfSpeech.SubordinatingConjunction or PartOfSpeech.CoordinatingConjunction);
    }

    // "the People's Liberation Army aircraft": the owner is not what is counted
    private static bool IsPossessive(FigureSentence s, int i) => i < s.Count && s[i].Is(TokenShape.Clitic) && s[i].Length == 2 && s.Text[s[i].End - 1] is 's' or 'S';

    // "(PLA)" within the phrase
    private static bool IsShortForm(FigureSentence s, int i) =>
        s.IsSign(i, '(') && s.IsKind(i + 1, TokenKind.Word) && s[i + 1].IsCapitalised && s.IsSign(i + 2, ')');

    // "of its eight boats": the number has a noun of its own; not "three one-way drones"
    private static bool IsNumber(FigureSentence s, int i) => (s.Is(i, NumberWordClass.Unit) || s.Is(i, NumberWordClass.Ten)) && !(s.IsKind(i + 1, TokenKind.Hyphen) && s.IsGlued(i + 1) && s.IsKind(i + 2, TokenKind.Word));

    // "Russian and North Korean soldiers", "ballistic and cruise missiles", "Iskander-M or KN-23 missiles" whatever the tags of letters
    private static bool JoinsAdjectives(FigureSentence s, int i, int at, int head) =>
        i > at && head < 0 && i + 1 < s.Count && s.IsTag(i, PartOfSpeech.CoordinatingConjunction)
        && (IsAdjective(s[i - 1].Tag) || s[i - 1].IsCapitalised) && (IsAdjective(s[i + 1].Tag) || s[i + 1].IsCapitalised) && s[i - 1].Kind == TokenKind.Word && s[i + 1].Kind == TokenKind.Word && !s.Is(i + 1, NumberWordClass.Unit);

    private static bool IsAdjective(PartOfSpeech tag) => tag is PartOfSpeech.Adjective or PartOfSpeech.ProperNoun or PartOfSpeech.Noun;

    // "four longer-reach 122mm rockets"
    private static bool IsCalibre(FigureSentence s, int i) => s.TryUnit(s.AfterHyphen(i + 1), out var unit, out _) && unit.Symbol == "mm";

    // Su-35s: the s glued to a designation
    private static bool IsPluralDesignation(FigureSentence s, int i, int at, out string designation)
    {
        designation = "";
        if (i < at + 3 || !s.IsGlued(i) || !s.IsSign(i, 's') || !IsDesignationAt(s, i - 3))
        {
            return false;
        }

        designation = s.Slice(i - 3, i);
        return true;
    }

    // "three Il-76", "eight Turkish F-16": a designation stands for the things when no plural follows
    private static bool TryDesignation(FigureSentence s, int at, int end, out CountedNoun noun)
    {
        for (var i = at; i < end; i++)
        {
            if (IsDesignationAt(s, i))
            {
                noun = new CountedNoun(at, i + 3, s.Slice(i, i + 3));
                return true;
            }
        }

        noun = default;
        return false;
    }

    private static bool IsDesignationAt(FigureSentence s, int i) =>
        s.IsKind(i, TokenKind.Word) && s[i].IsCapitalised && s.IsKind(i + 1, TokenKind.Hyphen) && s.IsKind(i + 2, TokenKind.Number);
}
