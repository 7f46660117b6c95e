namespace Dateline.Articles;

/// <summary>Finds titles of other stories that stand in rows behind the beginning of the story, and the beginnings of other stories cut off under their titles.</summary>
internal sealed class TitleRuns(Page page)
{
    private const int LeastRow = 4;
    private const int LeastRowBefore = 6; // before the story its own headline, standfirst and key points stand in a row, too
    private const int LeastGrid = 3; // titles with one short paragraph each
    private const int MostInGrid = 30; // words of such a paragraph
    private const int LeastTitles = 3; // lines of a row long enough to be titles
    private const int LeastWords = 5; // of a title; menus have fewer

    private readonly string text = page.Text;

    public void Apply()
    {
        CutExcerpts();
        Grids();
        var began = false;
        for (var i = 0; i < page.Parts.Count; i++)
        {
            began |= Page.IsStory(page.Parts[i]);
            if (!IsTitle(page.Parts[i]))
            {
                continue;
            }

            var end = RowEnd(i);
            if (!IsIntroduced(i) && Titles(i, end) is var row && row.Count >= (began ? LeastRow : LeastRowBefore) && row.Count(p => p.WordCount >= LeastWords) >= LeastTitles)
            {
                row.ForEach(p => p.As(BlockKind.Related, "title-row"));
            }

            i = end - 1;
        }
    }

    // A paragraph broken off with three dots right under a title is another story's beginning.
    private void CutExcerpts()
    {
        for (var i = 1; i + 1 < page.Parts.Count; i++)
        {
            var (title, part) = (page.Parts[i - 1], page.Parts[i]);
            var above = title.Kind is BlockKind.Related || title.Rule is "standfirst" or "headline" || IsTitle(title);
            if (part.Kind is null && above && IsCut(part))
            {
                part.As(BlockKind.Related, "cut-excerpt");
                if (title.Rule != "headline")
                {
                    title.As(BlockKind.Related, "excerpt-title");
                }
            }
        }
    }

    // Title, a sentence or two, title, a sentence or two …: announcements of other stories.
    private void Grids()
    {
        for (var i = 0; i + 1 < page.Parts.Count; i++)
        {
            var end = i;
            while (end + 1 < page.Parts.Count && IsAnnounced(page.Parts[end], page.Parts[end + 1]))
            {
                end += 2;
            }

            if (end - i >= 2 * LeastGrid)
            {
                page.Parts.GetRange(i, end - i).ForEach(p => p.As(BlockKind.Related, "title-grid"));
                i = end - 1;
            }
        }
    }

    private bool IsAnnounced(PagePart title, PagePart below) =>
        IsTitle(title) && title.WordCount >= LeastWords && !title.EndsSentence && below is { Kind: null, EndsSentence: true, WordCount: <= MostInGrid };

    private bool IsCut(PagePart part) => part.WordCount >= LeastWords && part.Span.Of(text) is var line && (line[^1] == '…' || line.EndsWith("...", StringComparison.Ordinal));

    // "The ministry named them:" opens a list of the story's own.
    private bool IsIntroduced(int at) => at > 0 && page.Parts[at - 1].Span is var before && text[before.End - 1] == ':';

    // Debris between titles does not end the row.
    private int RowEnd(int from)
    {
        var i = from;
        while (i < page.Parts.Count && (IsTitle(page.Parts[i]) || page.Parts[i].Kind is BlockKind.Boilerplate or BlockKind.Promotion or BlockKind.Byline or BlockKind.Related))
        {
            i++;
        }

        return i;
    }

    private List<PagePart> Titles(int from, int end) => page.Parts.GetRange(from, end - from).FindAll(p => p.Kind is null);

    private bool IsTitle(PagePart part) => part.Kind is null && page.IsTitleLike(part) && IsBeginning(part);

    // A capital, or a quotation that begins with one: what a list or a broken line begins with is neither.
    private bool IsBeginning(PagePart part)
    {
        var line = part.Span.Of(text);
        return char.IsUpper(line[0]) || (line.Length > 1 && line[0] is '"' or '“' or '\'' or '‘' && char.IsUpper(line[1]) && line[1..].IndexOfAny("\"”'’") > 0);
    }
}
