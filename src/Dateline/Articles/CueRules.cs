namespace Dateline.Articles;

/// <summary>Lines told by the words of data/noise/cues.tsv alone.</summary>
internal sealed class CueRules(Page page)
{
    private readonly string text = page.Text;
    private readonly PageKnowledge know = page.Knowledge;

    /// <summary>Labels a line that consists of cues and nothing else.</summary>
    public bool Line(PagePart part, List<PageWord> words)
    {
        PageCue? first = null;
        for (var i = 0; i < words.Count;)
        {
            var cue = know.Cues.At(text, words, i, c => c.Where is CueWhere.Line or CueWhere.Section or CueWhere.Rest, out var after);
            if (cue is null)
            {
                return false;
            }

            first = first is null || cue.Where != CueWhere.Line ? cue : first;
            i = after;
        }

        if (first is null)
        {
            return false;
        }

        part.OpensSection = first.Where == CueWhere.Section;
        part.OpensRest = first.Where == CueWhere.Rest;
        part.As(first.Block, first.Rule);
        return true;
    }

    /// <summary>The cue that makes a line a caption, or null.</summary>
    public PageCue? Caption(PagePart part, List<PageWord> words) =>
        know.Cues.At(text, words, 0, c => c.Where == CueWhere.Start && c.Block == BlockKind.Caption, out _) ?? InsideCue(part, words);

    /// <summary>Labels a line that begins or ends with a cue of promotion, related stories, bylines or debris.</summary>
    public bool Start(PagePart part, List<PageWord> words)
    {
        var cue = know.Cues.At(text, words, 0, c => (c.Where == CueWhere.Start && c.Kind != "caption_cue") || (c.Where == CueWhere.Lead && LeadsTitle(part, words, c)), out _)
            ?? EndCue(part, words);
        if (cue is null || cue.Block == BlockKind.Caption)
        {
            return false;
        }

        // A cue before real sentences is only glued to them, or a sentence that happens to begin so.
        var sentences = part.EndsSentence && words.Count > (cue.WordCount > 3 ? 60 : 28);
        if (sentences || (cue.Block == BlockKind.Promotion && page.IsSaying(words)))
        {
            return false;
        }

        part.As(cue.Block, cue.Rule);
        return true;
    }

    private PageCue? EndCue(PagePart part, List<PageWord> words)
    {
        for (var i = Math.Max(1, words.Count - 5); i < words.Count && words.Count <= 40; i++)
        {
            var cue = know.Cues.At(text, words, i, CueWhere.End, out var after);
            if (cue is not null && after == words.Count && (!part.EndsSentence || words.Count < 14))
            {
                return cue;
            }
        }

        return null;
    }

    private bool LeadsTitle(PagePart part, List<PageWord> words, PageCue cue) =>
        cue.WordCount < words.Count && words.Count <= 25 && (!part.EndsSentence || text[part.Span.End - 1] == '?') && char.IsUpper(text[words[cue.WordCount].Start]);

    private PageCue? InsideCue(PagePart part, List<PageWord> words)
    {
        if (words.Count > 80 || (part.EndsSentence && words.Count > 30 && page.IsSaying(words)))
        {
            return null;
        }

        for (var i = 0; i < words.Count; i++)
        {
            var cue = know.Cues.At(text, words, i, c => c.Block == BlockKind.Caption && (c.Where == CueWhere.Inside || (c.Where == CueWhere.End && i + c.WordCount == words.Count)), out _);
            if (cue is not null)
            {
                return cue;
            }
        }

        return null;
    }
}
