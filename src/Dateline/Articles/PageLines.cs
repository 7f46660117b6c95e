using System.Buffers;

namespace Dateline.Articles;

/// <summary>Cuts a text into paragraphs: at every line break, unless the text is hard-wrapped; then at blank lines and short lines.</summary>
internal static class PageLines
{
    private const int LongestWrappedLine = 130;
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\f\u0085\u2028\u2029");

    public static List<PagePart> Cut(string text)
    {
        var lines = Lines(text);
        return IsWrapped(text, lines) ? Join(text, lines) : Separate(lines);
    }

    private static List<(TextSpan Span, bool AfterBlank)> Lines(string text)
    {
        var lines = new List<(TextSpan, bool)>();
        var (at, blank) = (0, true);
        while (at < text.Length)
        {
            var length = text.AsSpan(at).IndexOfAny(Breaks);
            var end = length < 0 ? text.Length : at + length;
            var span = new TextSpan(at, end).Trim(text);
            if (span.Length > 0)
            {
                lines.Add((span, blank));
                blank = false;
            }
            else
            {
                blank = true;
            }

            at = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            {
                at++;
            }
        }

        return lines;
    }

    // Set on mail and text-browser copies: most line breaks inside a run of lines fall in mid-sentence, and no line is long.
    private static bool IsWrapped(string text, List<(TextSpan Span, bool AfterBlank)> lines)
    {
        var (joins, broken, small) = (0, 0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Span.Length > LongestWrappedLine)
            {
                return false;
            }

            if (i + 1 < lines.Count && !lines[i + 1].AfterBlank)
            {
                joins++;
                var inside = lines[i].Span.Length >= 40 && !EndsSentence(text, lines[i].Span);
                broken += inside ? 1 : 0;
                small += inside && char.IsLower(text[lines[i + 1].Span.Start]) ? 1 : 0;
            }
        }

        return broken >= 3 && broken * 2 > joins && small * 2 > broken;
    }

    private static List<PagePart> Separate(List<(TextSpan Span, bool AfterBlank)> lines)
    {
        var parts = new List<PagePart>(lines.Count);
        foreach (var (span, blank) in lines)
        {
            parts.Add(new PagePart(span, parts.Count, blank));
        }

        return parts;
    }

    private static List<PagePart> Join(string text, List<(TextSpan Span, bool AfterBlank)> lines)
    {
        var parts = new List<PagePart>();
        var typical = Typical(lines);
        for (var i = 0; i < lines.Count;)
        {
            var (span, blank) = lines[i];
            for (i++; i < lines.Count && !lines[i].AfterBlank && Continues(text, lines[i - 1].Span, lines[i].Span, typical); i++)
            {
                span = span.Cover(lines[i].Span);
            }

            parts.Add(new PagePart(span, parts.Count, blank));
        }

        return parts;
    }

    // The length most lines are wrapped at: the ninth decile.
    private static int Typical(List<(TextSpan Span, bool AfterBlank)> lines)
    {
        var lengths = lines.Select(l => l.Span.Length).Order().ToArray();
        return lengths[lengths.Length * 9 / 10];
    }

    // A line continues the one before when that one is full, or stopped in mid-sentence before a small letter.
    private static bool Continues(string text, TextSpan line, TextSpan next, int typical) =>
        line.Length >= typical * 7 / 10 || (!EndsSentence(text, line) && char.IsLower(text[next.Start]));

    /// <summary>True when the stretch ends with . ! ? … and the quotes and brackets that close after it.</summary>
    public static bool EndsSentence(string text, TextSpan span)
    {
        var at = span.End - 1;
        while (at > span.Start && text[at] is '"' or '”' or '’' or '\'' or '»' or ')' or ']' or '*' or ' ' or '\u00a0')
        {
            at--;
        }

        return at >= span.Start && text[at] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '۔' or '؟' or '।';
    }
}
