using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Tells plural nouns and gives their singular.</summary>
internal static class Plural
{
    /// <summary>The singular of a plural noun; false for any other word.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="i">Index of the word.</param>
    /// <param name="first">True right after the number, where a word in -s may yet be a verb ("killed 12, says").</param>
    /// <param name="singular">The singular.</param>
    public static bool TryDivide(FigureSentence s, int i, bool first, out string singular)
    {
        singular = "";
        var token = s[i];
        if (token.Kind != TokenKind.Word || !MayBeNoun(token, first))
        {
            return false;
        }

        if (s.Is(i, NumberWordClass.Noun, out var irregular, out _))
        {
            singular = irregular.Text;
            return true;
        }

        var word = Cased(s, i);
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
        {
            singular = word;
            return token.Form == WordForm.Plural && token.Tag == PartOfSpeech.Noun;
        }

        if (IsInsideName(s, i))
        {
            return false;
        }

        singular = Divide(word);
        return true;
    }

    /// <summary>The word as a unit prints it: ICBM keeps its capitals; a single capital is the headline's or the sentence's, and "Koreans" can spare it.</summary>
    public static string Cased(FigureSentence s, int i)
    {
        var word = s[i].Span.In(s.Text);
        return word.Length > 1 && word.AsSpan(1).ContainsAnyInRange('A', 'Z') && !word.EndsWith('S') ? word : word.ToLowerInvariant();
    }

    // A word in -s within a plural phrase is no verb of the third person singular, whatever the tagger thinks.
    private static bool MayBeNoun(Token token, bool first) =>
        token.Tag is PartOfSpeech.Other or PartOfSpeech.Noun or PartOfSpeech.ProperNoun || (!first && token.Tag == PartOfSpeech.Verb && token.Form == WordForm.Present);

    // a capitalised word before another one is part of a name ("United States troops", "Texas rangers")
    private static bool IsInsideName(FigureSentence s, int i) =>
        s[i].IsCapitalised && s.IsKind(i + 1, TokenKind.Word) && s[i + 1].IsCapitalised && !s.Chars(i + 1).EndsWith("ed") && !s[i + 1].Is(TokenShape.Clitic) && !s.Is(i + 1, NumberWordClass.Stop);

    private static string Divide(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }

        var hissing = word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal);
        return hissing ? word[..^2] : word[..^1];
    }
}
