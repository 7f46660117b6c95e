using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Finds what a number counts: "11,000 North Korean troops", "tens of thousands of soldiers", "two Su-35s".</summary>
/// <param name="After">Index after the noun phrase.</param>
/// <param name="From">Index of its first word.</param>
/// <param name="Singular">Its head in the singular, as written otherwise.</param>
internal readonly record struct CountedNoun(int From, int After, string Singular)
{
    private const int LongestPhrase = 8;
    private const int LongestSingularPhrase = 4;

    /// <summary>Reads the phrase that begins at a token.</summary>
    /// <param name="words">The words of number.</param>
    /// <param name="text">The report.</param>
    /// <param name="tokens">The sentence.</param>
    /// <param name="at">Index of the first token after the number.</param>
    /// <param name="one">True when the number is one: the head is in the singular then.</param>
    /// <param name="noun">What was read.</param>
    public static bool TryRead(NumberWords words, string text, IReadOnlyList<Token> tokens, int at, bool one, out CountedNoun noun)
    {
        noun = default;
        if (at >= tokens.Count || tokens[at].Is(TokenShape.Glued))
        {
            return false;
        }

        return one ? TrySingular(words, text, tokens, at, out noun) : TryPlural(words, text, tokens, at, out noun);
    }

    private static bool TryPlural(NumberWords words, string text, IReadOnlyList<Token> tokens, int at, out CountedNoun noun)
    {
        noun = default;
        var head = -1;
        var singular = "";
        for (var i = at; i < tokens.Count && i < at + LongestPhrase; i++)
        {
            if (!Continues(words, text, tokens, i, at))
            {
                break;
            }

            if (IsPluralDesignation(text, tokens, i, at, out var designation))
            {
                noun = new CountedNoun(at, i + 1, designation);
                return true;
            }

            var plural = TryDivide(words, text, tokens, i, out var one) && !(i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Hyphen);
            if (plural)
            {
                (head, singular) = (i, one);
            }
            else if (head >= 0)
            {
                break;
            }
        }

        noun = new CountedNoun(at, head + 1, singular);
        return head >= 0;
    }

    private static bool TrySingular(NumberWords words, string text, IReadOnlyList<Token> tokens, int at, out CountedNoun noun)
    {
        noun = default;
        var last = -1;
        for (var i = at; i < tokens.Count && i < at + LongestSingularPhrase && Continues(words, text, tokens, i, at); i++)
        {
            var token = tokens[i];
            var word = token.Span.Of(text);
            var participle = token.Tag == PartOfSpeech.Other && (word.EndsWith("ed") || word.EndsWith("ing"));
            if (token.Tag is PartOfSpeech.Verb or PartOfSpeech.Adverb || (token.Tag == PartOfSpeech.Other && word.EndsWith("ly")) || (participle && i > at))
            {
                break;
            }

            last = !participle && token.Kind == TokenKind.Word && token.Tag is PartOfSpeech.Other or PartOfSpeech.Noun or PartOfSpeech.ProperNoun ? i : last;
        }

        if (last < 0)
        {
            return false;
        }

        noun = new CountedNoun(at, last + 1, Cased(text, tokens[last]));
        return true;
    }

    private static bool Continues(NumberWords words, string text, IReadOnlyList<Token> tokens, int i, int at)
    {
        var token = tokens[i];
        return token.Kind switch
        {
            TokenKind.Word => (!words.Is(tokens, i, NumberWordClass.Stop) || (token.Is(TokenShape.AllCaps) && token.Length > 1)) && !token.Is(TokenShape.Clitic)
                && token.Tag is not (PartOfSpeech.Adposition or PartOfSpeech.Auxiliary or PartOfSpeech.Determiner or PartOfSpeech.Pronoun or PartOfSpeech.SubordinatingConjunction or PartOfSpeech.CoordinatingConjunction),
            TokenKind.Hyphen => i > at,
            TokenKind.Number => i > at && (tokens[i - 1].Kind == TokenKind.Hyphen || tokens[i - 1].IsCapitalised),
            TokenKind.Quote => i == at || tokens[i - 1].Kind != TokenKind.Quote,
            _ => false,
        };
    }

    // Su-35s: the s glued to a designation
    private static bool IsPluralDesignation(string text, IReadOnlyList<Token> tokens, int i, int at, out string designation)
    {
        designation = "";
        if (i < at + 2 || tokens[i - 1].Kind != TokenKind.Number || !tokens[i].Is(TokenShape.Glued) || tokens[i].Length != 1 || text[tokens[i].Start] != 's' || tokens[i - 2].Kind != TokenKind.Hyphen || i < at + 3)
        {
            return false;
        }

        designation = text[tokens[i - 3].Start..tokens[i - 1].End];
        return true;
    }

    // The singular of a plural noun; false for any other word.
    private static bool TryDivide(NumberWords words, string text, IReadOnlyList<Token> tokens, int i, out string singular)
    {
        singular = "";
        var token = tokens[i];
        if (token.Kind != TokenKind.Word || (token.Tag != PartOfSpeech.Other && token.Tag is not (PartOfSpeech.Noun or PartOfSpeech.ProperNoun)))
        {
            return false;
        }

        if (words.Is(tokens, i, NumberWordClass.Noun, out var irregular, out _))
        {
            singular = irregular.Text;
            return true;
        }

        var word = Cased(text, token);
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
        {
            return token.Form == WordForm.Plural && token.Tag == PartOfSpeech.Noun && Keep(word, out singular);
        }

        // a capitalised word before another one is part of a name ("United States troops", "Texas rangers")
        if (token.IsCapitalised && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Word && tokens[i + 1].IsCapitalised && !text.AsSpan(tokens[i + 1].Start, tokens[i + 1].Length).EndsWith("ed") && !tokens[i + 1].Is(TokenShape.Clitic) && !words.Is(tokens, i + 1, NumberWordClass.Stop))
        {
            return false;
        }

        singular = word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y"
            : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) ? word[..^2]
            : word[..^1];
        return true;
    }

    private static bool Keep(string word, out string kept)
    {
        kept = word;
        return true;
    }

    // ICBM keeps its capitals; a single capital is the headline's or the sentence's, and "Koreans" can spare it
    private static string Cased(string text, Token token)
    {
        var word = token.Span.In(text);
        return word.Length > 1 && word.AsSpan(1).ContainsAnyInRange('A', 'Z') && !word.EndsWith('S') ? word : word.ToLowerInvariant();
    }
}
