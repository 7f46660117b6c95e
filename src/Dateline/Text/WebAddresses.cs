using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>Addresses of the web and of mail, which a point does not cut: https://example.org/a?b=1, www.example.com, desk@example.com, Example.com.</summary>
internal sealed class WebAddresses
{
    private const int LongestHost = 100;
    private const int LongestPath = 2000;

    private readonly HashSet<string> endings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads lexicon/web-endings.tsv.</summary>
    /// <exception cref="KnowledgeException">The table is missing or malformed.</exception>
    public WebAddresses(KnowledgeFiles files)
    {
        foreach (var row in files.Table("lexicon/web-endings.tsv").Rows)
        {
            endings.Add(row["phrase"]);
        }
    }

    /// <summary>Where the address that begins with a word ends; where there is none, the word's end.</summary>
    public int EndOf(string text, int start, int wordEnd, int end)
    {
        if (wordEnd + 1 >= end)
        {
            return wordEnd;
        }

        if (text[wordEnd] == ':')
        {
            return text.AsSpan(wordEnd, end - wordEnd).StartsWith("://", StringComparison.Ordinal) && wordEnd + 3 < end && char.IsLetterOrDigit(text[wordEnd + 3])
                ? PathEnd(text, wordEnd + 3, end)
                : wordEnd;
        }

        return text[wordEnd] is '.' or '@' or '-' or '_' ? Host(text, start, wordEnd, end) : wordEnd;
    }

    // Labels joined by points, the last one a known ending in small letters; what follows without a blank is its path.
    private int Host(string text, int start, int wordEnd, int end)
    {
        var at = wordEnd;
        var (mail, point) = (false, -1);
        var limit = Math.Min(end, start + LongestHost);
        while (at < limit && IsHostCharacter(text, at, limit))
        {
            mail |= text[at] == '@';
            point = text[at] == '.' ? at : point;
            at++;
        }

        // "the network.The army": nothing behind a known ending but its path
        if (point < 0 || point + 1 >= at || !IsEnding(text, point + 1, at))
        {
            return wordEnd;
        }

        return !mail && at < end && text[at] is '/' or '?' or '#' ? PathEnd(text, at, end) : at;
    }

    // A point, hyphen or at sign stands between letters or digits.
    private static bool IsHostCharacter(string text, int at, int end) =>
        char.IsAsciiLetterOrDigit(text[at])
        || (text[at] is '.' or '@' or '-' or '_' && at + 1 < end && char.IsAsciiLetterOrDigit(text[at + 1]) && char.IsAsciiLetterOrDigit(text[at - 1]));

    private bool IsEnding(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]))
            {
                return false;
            }
        }

        return endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(from, to - from));
    }

    // To the next blank or quotation mark, without the marks that close a sentence or bracket there.
    private static int PathEnd(string text, int from, int end)
    {
        var at = from;
        var limit = Math.Min(end, from + LongestPath);
        while (at < limit && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '“' or '”' or '<' or '>' or '«' or '»' or '\u200B') && !char.IsControl(text[at]))
        {
            at++;
        }

        while (at > from && text[at - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’' or '…')
        {
            at--;
        }

        return at > 0 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }
}
