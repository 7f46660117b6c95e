using Dateline.Documents.Markup;

namespace Dateline.Articles.Markup;

/// <summary>Labels parts of a page by what the elements around them are called, as far as their words allow it.</summary>
internal sealed class NamedRoles(Page page, Surroundings around)
{
    private const int LongestLabel = 260;
    private const int LongestCredit = 80; // of one that ends with a full stop
    private const int LeastTitle = 4;

    private readonly IReadOnlyList<MarkupBlock> blocks = around.Layout.Page.Blocks;
    private readonly IReadOnlyList<MarkupBox> boxes = around.Layout.Page.Boxes;

    /// <summary>Labels a part by the names around it, the one that says most first; null when they say nothing of it.</summary>
    public PagePart? Label(PagePart part, MarkupRole role, int block)
    {
        var label = part.Span.Length <= LongestLabel;
        return role switch
        {
            _ when role.HasFlag(MarkupRole.Promotion | MarkupRole.Caption) && !around.InFigure(block) => part.As(BlockKind.Promotion, "markup:promotion"),
            _ when role.HasFlag(MarkupRole.Credit) && IsReporting(part) => part.As(BlockKind.Byline, "author-note"),
            _ when role.HasFlag(MarkupRole.Related | MarkupRole.Tags) && page.WordsOf(part.Span, LeastTitle).Count < LeastTitle => part.As(BlockKind.Boilerplate, "markup:tags"),
            _ when role.HasFlag(MarkupRole.Credit) && label && IsDated(part) => part.As(BlockKind.Byline, "byline"),
            _ when role.HasFlag(MarkupRole.Byline | MarkupRole.Credit) && label && !around.InFigure(block) && !PageLines.EndsSentence(page.Text, part.Span) => part.As(BlockKind.Byline, "byline"),
            _ when role.HasFlag(MarkupRole.Credit) && label && (part.Span.Length <= LongestCredit || !PageLines.EndsSentence(page.Text, part.Span)) => part.As(BlockKind.Credit, "markup:credit"),
            _ when role.HasFlag(MarkupRole.Caption) => part.As(BlockKind.Caption, "markup:caption"),
            _ when role.HasFlag(MarkupRole.Promotion) && IsTeaser(part, block) => part.As(BlockKind.Related, "markup:teaser"),
            _ when role.HasFlag(MarkupRole.Promotion) => part.As(BlockKind.Promotion, "markup:promotion"),
            _ when role.HasFlag(MarkupRole.Related) => part.As(BlockKind.Related, "markup:related"),
            _ when role.HasFlag(MarkupRole.Comments) => part.As(BlockKind.Boilerplate, "markup:comments"),
            _ when role.HasFlag(MarkupRole.AuthorNote) => part.As(BlockKind.Byline, "author-note"),
            _ when role.HasFlag(MarkupRole.Tags) => part.As(BlockKind.Boilerplate, "markup:tags"),
            _ when role.HasFlag(MarkupRole.Furniture) && IsStoryLink(part, block) => part.As(BlockKind.Related, "markup:sidebar"),
            _ when role.HasFlag(MarkupRole.Furniture) => part.As(BlockKind.Boilerplate, "markup:furniture"),
            _ when role.HasFlag(MarkupRole.Quote) => null,
            _ when role.HasFlag(MarkupRole.Byline) && IsCommon(part) => part.As(BlockKind.Boilerplate, "markup:furniture"),
            _ when role.HasFlag(MarkupRole.Byline) && label && IsSourceLine(part) => part.As(BlockKind.Credit, "agency-line"),
            _ when role.HasFlag(MarkupRole.Byline) && label && IsNote(part) => part.As(BlockKind.Byline, "author-note"),
            _ when role.HasFlag(MarkupRole.Byline) && label && !PageLines.EndsSentence(page.Text, part.Span) => part.As(BlockKind.Byline, "byline"),
            _ => null,
        };
    }

    // "Reporting by Jo Doe and Jan Roe; editing by Dora Roe"
    private bool IsReporting(PagePart part)
    {
        var words = page.WordsOf(part.Span, 6);
        return page.Knowledge.Cues.IsWord(page.Text, words, 0, "reporting", out _) && !page.Knowledge.Cues.IsWord(page.Text, words, 0, "copyright_word", out _);
    }

    // "Source: Agency and others"
    private bool IsSourceLine(PagePart part)
    {
        var words = page.WordsOf(part.Span, 12);
        return page.Knowledge.Cues.IsWord(page.Text, words, 0, "credit_lead", out var after) && after < words.Count && page.Text[words[after - 1].End] == ':'
            && page.Knowledge.Publishers.At(page.Text, words, after, out _) is not null && page.Knowledge.Dates.FindAll(page.Text, words).Count == 0;
    }

    private bool IsDated(PagePart part) => page.Knowledge.Dates.FindAll(page.Text, page.WordsOf(part.Span, 20)).Exists(d => d.IsFull) && !around.InFigure(part.Paragraph);

    private bool IsNote(PagePart part)
    {
        var words = page.WordsOf(part.Span, 60);
        return PageLines.EndsSentence(page.Text, part.Span) && !page.IsSaying(words) && (page.Knowledge.Cues.HasWord(page.Text, words, "bio") || page.Knowledge.Cues.HasWord(page.Text, words, "reach"));
    }

    // A title in a column beside the story; menus have shorter entries and elements of their own.
    private bool IsStoryLink(PagePart part, int block)
    {
        if (block < around.First || !Layout.IsLinks(blocks[block]) || blocks[block].Links != 1 || page.WordsOf(part.Span, LeastTitle + 1).Count <= LeastTitle || Pleads(part))
        {
            return false;
        }

        for (var box = blocks[block].Box; box >= 0; box = boxes[box].Parent)
        {
            if (boxes[box].Tag is "nav" or "footer" or "form" or "button" or "dialog" || boxes[box].IsHidden)
            {
                return false;
            }
        }

        return true;
    }

    // What pages call a promo may be a title that leads to another story.
    private bool IsTeaser(PagePart part, int block)
    {
        if (!Layout.IsLinks(blocks[block]) || blocks[block].Links != 1)
        {
            return false;
        }

        return page.WordsOf(part.Span, LeastTitle).Count >= LeastTitle && !Pleads(part);
    }

    /// <summary>True when a part is words that every page has ("Share", "Leave a comment").</summary>
    public bool IsCommon(PagePart part)
    {
        var words = page.WordsOf(part.Span, 60);
        return page.Knowledge.Cues.At(page.Text, words, 0, c => c is { Where: CueWhere.Line or CueWhere.Rest, Block: BlockKind.Boilerplate }, out var after) is not null && after == words.Count;
    }

    /// <summary>Several links in a line, of few words each; or words every page has ("Share").</summary>
    public bool IsMenu(PagePart part, int block)
    {
        return IsCommon(part) || (blocks[block].Links > 1 && page.WordsOf(part.Span, 60).Count < blocks[block].Links * LeastTitle);
    }

    /// <summary>True when a part has words of pleas and advertising.</summary>
    public bool Pleads(PagePart part)
    {
        var words = page.WordsOf(part.Span, 30);
        if (page.Knowledge.Cues.At(page.Text, words, 0, c => c.Block == BlockKind.Related && c.Where is CueWhere.Start or CueWhere.Lead or CueWhere.Section, out _) is not null)
        {
            return false;
        }

        var pleas = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var cue = page.Knowledge.Cues.At(page.Text, words, i, c => c.Block == BlockKind.Promotion && (c.Where == CueWhere.Plea || (i == 0 && c.Where is CueWhere.Start or CueWhere.Line)), out _);
            pleas += cue is null ? 0 : cue.Where == CueWhere.Plea ? 1 : 2;
        }

        return pleas > 1;
    }
}
