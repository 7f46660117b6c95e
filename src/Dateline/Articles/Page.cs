using NodaTime;

namespace Dateline.Articles;

/// <summary>One page on its way through the rules: its text, its parts and what the rules read on the way.</summary>
internal sealed class Page(string text, PageKnowledge knowledge)
{
    private const int WordLimit = 220;

    public string Text { get; } = text;

    public PageKnowledge Knowledge { get; } = knowledge;

    /// <summary>The parts in text order; rules replace it as they cut.</summary>
    public List<PagePart> Parts { get; set; } = PageLines.Cut(text);

    /// <summary>The crawl tag's day, with its span, or null.</summary>
    public (LocalDate Date, TextSpan Span)? Tag { get; set; }

    public FilingLine? Filing { get; set; }

    public TextSpan? Headline { get; set; }

    /// <summary>True when a live blog's entries were found.</summary>
    public bool IsLive { get; set; }

    /// <summary>The words of a stretch, at most so many.</summary>
    public List<PageWord> WordsOf(TextSpan span, int limit = WordLimit)
    {
        var list = new List<PageWord>(Math.Min(limit, (span.Length / 5) + 4));
        Knowledge.Words.Scan(Text, span, list, limit);
        return list;
    }

    /// <summary>True when the words of a stretch say who speaks.</summary>
    public bool IsSaying(List<PageWord> words) => Knowledge.Cues.HasWord(Text, words, "saying");

    /// <summary>Where the name begins when the first word is a "by" that lost its blank ("ByJo Doe"), else null.</summary>
    public int? NameGluedToBy(List<PageWord> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        for (var i = words[0].Start + 2; i < words[0].End && char.IsLower(Text[i - 1]); i++)
        {
            if (char.IsUpper(Text[i]))
            {
                return Knowledge.Cues.IsWord(Text, WordsOf(new TextSpan(words[0].Start, i), 2), 0, "by", out _) ? i : null;
            }
        }

        return null;
    }

    /// <summary>Counts the words of a part and looks at its end.</summary>
    public List<PageWord> Measure(PagePart part)
    {
        var words = WordsOf(part.Span);
        part.WordCount = words.Count;
        part.EndsSentence = PageLines.EndsSentence(Text, part.Span);
        return words;
    }

    /// <summary>True for a part that can only be running text: a sentence of some length, or a long line.</summary>
    public static bool IsStory(PagePart part) => part.Kind is null && ((part.EndsSentence && part.Span.Length >= 60) || part.Span.Length > 260);

    /// <summary>True for a short line without a final full stop, as titles are.</summary>
    public bool IsTitleLike(PagePart part) => part.WordCount is > 0 and <= 30 && part.Span.Length <= 230 && (!part.EndsSentence || Text[part.Span.End - 1] is '?' or '!') && Text[part.Span.End - 1] is not (':' or ',');
}
