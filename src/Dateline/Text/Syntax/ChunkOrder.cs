namespace Dateline.Text.Syntax;

/// <summary>Where the noun chunks of a sentence stand to each other and to its marks.</summary>
internal static class ChunkOrder
{
    public static bool HasConjunction(TokenList tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Tag is PartOfSpeech.CoordinatingConjunction or PartOfSpeech.SubordinatingConjunction)
            {
                return true;
            }
        }

        return false;
    }

    public static bool CommaBetween(TokenList tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind is TokenKind.Punctuation or TokenKind.Dash or TokenKind.Terminal)
            {
                return true;
            }
        }

        return false;
    }

    // Index of the comma, dash or bracket that opened the aside closed at this token, or -1.
    public static int OpeningOf(TokenList tokens, int close, int barrier)
    {
        for (var i = close - 1; i >= barrier; i--)
        {
            if (tokens[i].Kind is TokenKind.Punctuation or TokenKind.Dash)
            {
                return i;
            }
        }

        return -1;
    }

    public static bool EndsNoun(List<NounChunk> nouns, int at)
    {
        var chunk = ChunkEndingBy(nouns, at);
        return chunk >= 0 && nouns[chunk].After == at;
    }

    public static int FirstChunkAfter(List<NounChunk> nouns, int token)
    {
        for (var n = 0; n < nouns.Count; n++)
        {
            if (nouns[n].First >= token && nouns[n].Preposition < 0)
            {
                return n;
            }
        }

        return -1;
    }

    // How many chunks stand behind a noun and before a token.
    public static int ChunksBetween(List<NounChunk> nouns, int noun, int token)
    {
        var count = 0;
        while (noun + count + 1 < nouns.Count && nouns[noun + count + 1].After <= token)
        {
            count++;
        }

        return count;
    }

    // The last noun chunk that ends at or before the token.
    public static int ChunkEndingBy(List<NounChunk> nouns, int at)
    {
        for (var n = nouns.Count - 1; n >= 0; n--)
        {
            if (nouns[n].After <= at)
            {
                return n;
            }
        }

        return -1;
    }
}
