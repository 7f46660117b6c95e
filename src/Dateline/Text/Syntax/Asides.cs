namespace Dateline.Text.Syntax;

/// <summary>Words put between an auxiliary and its verb: "at the time", "since then", ", officials added,".</summary>
internal static class Asides
{
    private const int Longest = 7;

    /// <summary>Index behind the aside that begins at a token; the token itself where none does.</summary>
    public static int After(TokenList tokens, int at)
    {
        if (at >= tokens.Count)
        {
            return at;
        }

        return tokens[at].Tag == PartOfSpeech.Adposition ? Phrase(tokens, at)
            : tokens[at].Kind == TokenKind.Punctuation ? Enclosed(tokens, at)
            : at;
    }

    // "at the time", "in recent months", "since then"
    private static int Phrase(TokenList tokens, int preposition)
    {
        var at = preposition + 1;
        if (at < tokens.Count && tokens[at].Tag == PartOfSpeech.Adverb)
        {
            return at + 1;
        }

        var head = -1;
        for (; at < tokens.Count && at < preposition + Longest; at++)
        {
            switch (tokens[at].Tag)
            {
                case PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral:
                    head = at;
                    continue;
                case PartOfSpeech.Determiner or PartOfSpeech.Adjective:
                    continue;
            }

            break;
        }

        return head == at - 1 ? at : preposition;
    }

    // ", according to Seoul," - no verb inside
    private static int Enclosed(TokenList tokens, int comma)
    {
        for (var at = comma + 1; at < tokens.Count && at <= comma + Longest; at++)
        {
            if (tokens[at].Kind == TokenKind.Punctuation)
            {
                return at > comma + 1 ? at + 1 : comma;
            }

            if (tokens[at].Kind == TokenKind.Terminal || tokens[at].Tag is PartOfSpeech.Auxiliary || (tokens[at].Tag == PartOfSpeech.Verb && tokens[at].Form != WordForm.Gerund))
            {
                return comma;
            }
        }

        return comma;
    }
}
