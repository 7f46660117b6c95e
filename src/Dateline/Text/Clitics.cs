namespace Dateline.Text;

/// <summary>Where 's, n't, 're and the bare possessive apostrophe are cut from their word.</summary>
internal static class Clitics
{
    private const int QuoteReach = 200;

    /// <summary>The marks that newsrooms use for an apostrophe, the grave and acute accents of careless keyboards included.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘' or '`' or '´';

    /// <summary>End of the 's after a figure, a point or a quotation mark (2025's, the U.S.'s); where there is none, the place itself.</summary>
    public static int Stray(string text, int at, int end)
    {
        var after = at + 2;
        return after <= end && text[at + 1] is 's' or 'S' && (after == end || !char.IsLetterOrDigit(text[after])) ? after : at;
    }

    /// <summary>Where the clitic of a word begins, or the word's end.</summary>
    public static int StartOf(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        if (word.Length > 2 && IsApostrophe(word[^2]) && char.ToLowerInvariant(word[^1]) is 's' or 'd' or 'm')
        {
            return end - 2;
        }

        if (word.Length > 3 && IsApostrophe(word[^3]))
        {
            var last = word[^2..];
            if (last.Equals("re", StringComparison.OrdinalIgnoreCase) || last.Equals("ve", StringComparison.OrdinalIgnoreCase) || last.Equals("ll", StringComparison.OrdinalIgnoreCase))
            {
                return end - 3;
            }
        }

        var negated = word.Length > 3 && IsApostrophe(word[^2]) && char.ToLowerInvariant(word[^1]) == 't' && char.ToLowerInvariant(word[^3]) == 'n';
        return negated ? end - 3 : end;
    }

    /// <summary>True for a possessive apostrophe after s ("the troops' return"), not a closing quotation mark: no single quote is open before it.</summary>
    public static bool IsPossessive(string text, int start, int at, int end)
    {
        if (at + 1 < end && (Tokenizer.IsLetter(text[at + 1]) || text[at + 1] is '.' or ',' or '?' or '!'))
        {
            return false;
        }

        for (var i = start - 1; i >= 0 && i > at - QuoteReach; i--)
        {
            if (text[i] == '\n')
            {
                break;
            }

            var opens = text[i] is '‘' || (text[i] == '\'' && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && char.IsLetterOrDigit(text[i + 1]));
            if (opens)
            {
                return false;
            }
        }

        return true;
    }
}
