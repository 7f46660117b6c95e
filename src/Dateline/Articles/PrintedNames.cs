namespace Dateline.Articles;

/// <summary>Names of publishers as a page prints them outside the story, whether the outlets table has them or not.</summary>
internal sealed class PrintedNames(Page page)
{
    private const int LongestName = 5; // words
    private readonly string text = page.Text;
    private readonly PageKnowledge know = page.Knowledge;

    /// <summary>The agency in a dateline's bracket or between its slashes ("ISLEBURG, May 8 (XYZ) --"), or alone behind its date; null when it names none.</summary>
    public string? FiledBy(TextSpan filed)
    {
        for (var at = filed.End - 1; at > filed.Start; at--)
        {
            var open = text[at] switch
            {
                ')' => text.LastIndexOf('(', at - 1, at - filed.Start),
                '/' => text.LastIndexOf('/', at - 1, at - filed.Start),
                _ => -1,
            };
            if (open >= filed.Start)
            {
                return Name(new TextSpan(open + 1, at).Trim(text));
            }
        }

        return BehindDate(filed);
    }

    /// <summary>The site's name cut off a headline ("| Example Daily"), or null.</summary>
    public string? SiteName(PagePart part)
    {
        var words = page.WordsOf(part.Span, LongestName + 1);
        return words.Count == 0 ? null : Name(new TextSpan(words[0].Start, part.Span.End));
    }

    /// <summary>The letters an agency no table has signs its copy with ("... decades. (XYZ)"), or null.</summary>
    public string? Signature(TextSpan span)
    {
        var inside = new TextSpan(span.Start + 1, Math.Max(span.Start + 1, span.End - 1)).Trim(text);
        return inside.Length is >= 3 and <= 8 && inside.Of(text).IndexOfAnyExceptInRange('A', 'Z') < 0 ? inside.In(text) : null;
    }

    /// <summary>Whose desk wrote it ("Example Daily News Desk", "ByXY Web Desk"), or null.</summary>
    public string? Desk(PagePart part)
    {
        var words = page.WordsOf(part.Span, 12);
        var start = page.NameGluedToBy(words) ?? (know.Cues.IsWord(text, words, 0, "by", out var by) && by < words.Count ? words[by].Start : part.Span.Start);
        for (var i = 0; i < words.Count; i++)
        {
            if (know.Cues.IsWord(text, words, i, "house_desk", out _))
            {
                return i > 0 && words[i - 1].End > start ? Name(WithoutEnds(new TextSpan(start, words[i - 1].End), "desk_word")) : null;
            }
        }

        return null;
    }

    /// <summary>The holder of a copyright line ("© 2025 Example Media Ltd. All rights reserved"), or null.</summary>
    public string? Holder(PagePart part)
    {
        var words = page.WordsOf(part.Span, 30);
        var first = 0;
        while (first < words.Count && (words[first].Number == PageWords.Figure || know.Cues.IsWord(text, words, first, "copyright_word", out _)))
        {
            first = know.Cues.IsWord(text, words, first, "copyright_word", out var after) ? after : first + 1;
        }

        var end = first;
        while (end < words.Count && char.IsUpper(text[words[end].Start]) && (end == first || words[end].Start - words[end - 1].End == 1) && !know.Cues.IsWord(text, words, end, "copyright_word", out _))
        {
            end++;
        }

        return end > first ? Name(new TextSpan(words[first].Start, words[end - 1].End)) : null;
    }

    // "Isleburg, May 8, XYZ": capitals between the date and the dash
    private string? BehindDate(TextSpan filed)
    {
        var words = page.WordsOf(filed, 20);
        var dates = know.Dates.FindAll(text, words);
        return dates.Count > 0 && dates[^1].After == words.Count - 1 && words[^1].Length > 2 && !words[^1].Span.Of(text).ContainsAnyInRange('a', 'z') ? Name(words[^1].Span) : null;
    }

    private TextSpan WithoutEnds(TextSpan span, string kind)
    {
        var words = page.WordsOf(span, 12);
        var (first, last) = (0, words.Count - 1);
        while (first <= last && know.Cues.IsWord(text, words, last, kind, out _))
        {
            last--;
        }

        while (first < last && know.Cues.IsWord(text, words, first, kind, out _))
        {
            first++;
        }

        return first <= last ? new TextSpan(words[first].Start, words[last].End) : new TextSpan(span.Start, span.Start);
    }

    // Some capitalised words, no place, day or section of a page.
    private string? Name(TextSpan span)
    {
        var words = page.WordsOf(span, LongestName + 1);
        var fits = words.Count is > 0 and <= LongestName && span.Length > 1 && words.TrueForAll(w => w.Number != PageWords.Figure && (char.IsUpper(text[w.Start]) || w.Start > span.Start))
            && char.IsUpper(text[words[0].Start]) && !know.Filings.IsPlace(words) && !know.Publishers.IsCountry(words) && know.Dates.FindAll(text, words).Count == 0;
        for (var i = 0; fits && i < words.Count; i++)
        {
            fits = !know.Dates.Is(words, i, "month") && !know.Dates.Is(words, i, "weekday") && !know.Cues.IsWord(text, words, i, "date_label", out _) && !know.Cues.IsWord(text, words, i, "update_label", out _);
        }

        return fits && !IsSection(words) ? span.In(text) : null;
    }

    private bool IsSection(List<PageWord> words) =>
        know.Cues.At(text, words, 0, CueWhere.Line, out var after) is not null && after == words.Count;
}
