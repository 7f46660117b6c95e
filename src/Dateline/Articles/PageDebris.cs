namespace Dateline.Articles;

/// <summary>Lines that are no language: figures and signs, votes, scripts, addresses, tickers, copyright lines, signatures.</summary>
internal static class PageDebris
{
    private const int Look = 2000;

    /// <summary>Labels such a line; false when it is something else.</summary>
    public static bool Decide(Page page, PagePart part, List<PageWord> words)
    {
        var rule = NoWords(page, part, words) ?? Address(page.Text, part.Span) ?? Script(page, part, words)
            ?? LanguageSwitch(page, words) ?? Ticker(page.Text, part, words) ?? Copyright(page, part, words) ?? Hashtags(page.Text, part, words);
        if (rule is not null)
        {
            part.As(BlockKind.Boilerplate, rule);
            return true;
        }

        // "ABC/" or "ABC/jd/ob" alone at the end of a story
        var line = part.Span.Of(page.Text);
        if (words.Count <= 4 && line.Length <= 16 && line.Contains('/') && char.IsUpper(line[0]) && !line.ContainsAnyInRange('0', '9') && !line.Contains(' ') && !line.Contains('.'))
        {
            part.As(BlockKind.Credit, "signature");
            return true;
        }

        return false;
    }

    /// <summary>Where a stock ticker at the front of a line ends, or -1: "ACME 217.98 No Change 0.00 (0%)".</summary>
    public static int TickerEnd(string text, TextSpan line, List<PageWord> words)
    {
        var (end, from) = (-1, line.Start);
        while (from < line.End)
        {
            var close = text.IndexOf("%)", from, Math.Min(90, line.End - from), StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            var (figures, others) = (0, 0);
            foreach (var word in words)
            {
                if (word.Start >= from && word.End <= close)
                {
                    figures += word.Number == PageWords.Figure ? 1 : 0;
                    others += word.Number == PageWords.Figure ? 0 : 1;
                }
            }

            if (figures < 3 || others > 6)
            {
                break;
            }

            (end, from) = (close + 2, close + 2);
        }

        return end;
    }

    /// <summary>Where an end mark such as "(end)" or "###" begins at the back of a line, or null.</summary>
    public static int? EndMark(Page page, TextSpan line)
    {
        var text = page.Text;
        var at = line.End;
        while (at > line.Start && text[at - 1] is '#' or '-' or '0' or '*' or '■' or '•')
        {
            at--;
        }

        if (line.End - at >= 3 && at > line.Start && char.IsWhiteSpace(text[at - 1]))
        {
            return at;
        }

        if (text[line.End - 1] is not (')' or ']'))
        {
            return null;
        }

        var open = text.LastIndexOfAny(['(', '['], line.End - 1, Math.Min(line.Length, 12));
        if (open <= line.Start)
        {
            return null;
        }

        var inside = page.WordsOf(new TextSpan(open + 1, line.End - 1), 4);
        return inside.Count == 1 && page.Knowledge.Cues.IsWord(text, inside, 0, "end_mark", out _) ? open : null;
    }

    private static string? NoWords(Page page, PagePart part, List<PageWord> words)
    {
        foreach (var word in words)
        {
            if (word.Number != PageWords.Figure)
            {
                return null;
            }
        }

        var span = part.Span.Of(page.Text);
        if (words.Count > 0 && page.Knowledge.Dates.FindAll(page.Text, words).Count > 0)
        {
            return null;
        }

        return span.Contains('(') && span.Contains('/') && span.IndexOfAny('+', '-') >= 0 ? "votes" : "no-words";
    }

    private static string? Address(string text, TextSpan span)
    {
        var line = span.Of(text);
        if (line.Length > 400 || line.IndexOfAny(" \t\u00a0") >= 0)
        {
            return null;
        }

        var address = line.Contains("://", StringComparison.Ordinal) || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || (line.Contains('@') && line.Contains('.')) || (line.IndexOf('/') > 3 && line.IndexOf('.') > 0 && line.IndexOf('.') < line.IndexOf('/') && line[..line.IndexOf('.')].Length > 1);
        return address ? "address" : null;
    }

    private static string? Script(Page page, PagePart part, List<PageWord> words)
    {
        var head = part.Span.Of(page.Text);
        head = head.Length > Look ? head[..Look] : head;
        var braces = head.Count('{') + head.Count('}');
        var signs = braces + head.Count(';') + head.Count('=') + head.Count('<') + head.Count('>') + head.Count('_') + head.Count('"') / 4;
        if (head.Contains("{{", StringComparison.Ordinal) || (head.StartsWith("<", StringComparison.Ordinal) && head.Contains('>')))
        {
            return signs * 12 > head.Length ? "script" : null;
        }

        return (braces >= 2 && signs * 25 > head.Length) || (signs >= 3 && signs * 12 > head.Length && page.Knowledge.Cues.HasWord(page.Text, words, "script")) ? "script" : null;
    }

    // "ukenru": the codes of languages run together
    private static string? LanguageSwitch(Page page, List<PageWord> words)
    {
        if (words.Count == 0 || words.Count > 8)
        {
            return null;
        }

        var codes = 0;
        foreach (var word in words)
        {
            if (word.Length % 2 != 0 || word.Length > 16 || words.Count * word.Length < 4)
            {
                return null;
            }

            for (var i = word.Start; i < word.End; i += 2)
            {
                var code = page.WordsOf(new TextSpan(i, i + 2), 2);
                if (code.Count != 1 || !page.Knowledge.Cues.IsWord(page.Text, code, 0, "language", out _))
                {
                    return null;
                }

                codes++;
            }
        }

        return codes >= 2 ? "language-switch" : null;
    }

    private static string? Ticker(string text, PagePart part, List<PageWord> words) =>
        part.Span.Length <= 200 && TickerEnd(text, part.Span, words) == part.Span.End ? "ticker" : null;

    // a sign, or the word and a year: "Copyright 2025 Example Daily", "Copyright Example Daily, 2025"
    private static string? Copyright(Page page, PagePart part, List<PageWord> words)
    {
        var text = page.Text;
        var dated = page.Knowledge.Cues.IsWord(text, words, 0, "copyright_lead", out var after) && after < words.Count && words.Count <= 14
            && (words[after].Number == PageWords.Figure || (words[^1] is { Number: PageWords.Figure, Length: 4 } && words.Count <= 8));
        return dated || (words.Count <= 30 && (text[part.Span.Start] == '©' || text.AsSpan(part.Span.Start, Math.Min(3, part.Span.Length)).Equals("(c)", StringComparison.OrdinalIgnoreCase)
            || (text.AsSpan(part.Span.Start, part.Span.Length).Contains('©') && words.Count <= 14))) ? "copyright" : null;
    }

    private static string? Hashtags(string text, PagePart part, List<PageWord> words)
    {
        var tags = part.Span.Of(text).Count('#');
        return tags > 0 && text[part.Span.Start] == '#' && tags * 4 >= words.Count - tags && !part.EndsSentence ? "hashtags" : null;
    }
}
