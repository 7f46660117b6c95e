namespace Dateline.Text.Syntax;

/// <summary>What looks as if it ended a noun group and stands inside it: times as attributes, abbreviations in brackets.</summary>
internal static class NounInsides
{
    /// <summary>"the Iron Mace (IM) exercise": the brackets stand inside the name.</summary>
    public static bool IsAbbreviation(TokenList tokens, int i, int head) =>
        head == i - 1 && head >= 0 && i + 3 < tokens.Count && tokens[head].Tag == PartOfSpeech.ProperNoun && tokens[i] is { Kind: TokenKind.Punctuation } && !tokens[i].Is(TokenShape.Glued)
        && tokens[i + 1].Kind == TokenKind.Word && tokens[i + 1].Is(TokenShape.AllCaps) && tokens[i + 1].Is(TokenShape.Glued) && tokens[i + 2].Kind == TokenKind.Punctuation && tokens[i + 2].Is(TokenShape.Glued) && tokens[i + 3].Tag == PartOfSpeech.Noun
        && !(i + 4 < tokens.Count && tokens[i + 4].Tag == PartOfSpeech.Noun); // but "the Kachin Independence Army (KIA) rebel group"

    /// <summary>"week-long wargames", "a three-day visit": a time joined by hyphens before a noun belongs to its group.</summary>
    public static bool IsAttribute(TokenList tokens, int first, int after)
    {
        if (after >= tokens.Count || after <= first || tokens[first].Kind is not (TokenKind.Word or TokenKind.Number))
        {
            return false;
        }

        if (first > 0 && tokens[after].Tag == PartOfSpeech.Noun && (tokens[first - 1].Tag == PartOfSpeech.Determiner || (after == first + 1 && tokens[first].Kind == TokenKind.Number && tokens[first - 1].Tag == PartOfSpeech.ProperNoun && tokens[after].Form == WordForm.Plural)))
        {
            return true; // "the Monday night attack", "a 2018 agreement", "the Iron Mace 2024 exercises"
        }

        if (tokens[after].Kind == TokenKind.Hyphen)
        {
            return after + 2 < tokens.Count && tokens[after + 1].Tag == PartOfSpeech.Adjective && tokens[after + 2].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective;
        }

        for (var i = first; i < after; i++)
        {
            if (tokens[i].Kind == TokenKind.Hyphen)
            {
                return tokens[after].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective || IsNamed(tokens, after);
            }
        }

        return false;
    }

    // "the 11-day Iron Mace exercise"
    private static bool IsNamed(TokenList tokens, int i)
    {
        var first = i;
        while (i < tokens.Count && tokens[i].Tag == PartOfSpeech.ProperNoun)
        {
            i++;
        }

        i += i > first && IsAbbreviation(tokens, i, i - 1) ? 3 : 0;
        return i > first && i < tokens.Count && tokens[i].Tag == PartOfSpeech.Noun;
    }
}
