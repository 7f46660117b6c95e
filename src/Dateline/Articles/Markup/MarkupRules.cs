using Dateline.Documents.Markup;

namespace Dateline.Articles.Markup;

/// <summary>
/// Labels the blocks of a page by where they stand and what their elements are called. What stands in the story's element and is called nothing else is
/// left to the rules of lines.
/// </summary>
internal sealed class MarkupRules
{
    private const int Misnamed = 40; // per cent of the story: what holds more is the story, whatever it is called
    private const int LongestLabel = 260;
    private const int LongestTitle = 300;
    private const int MostCaption = 1200; // running text of the captions of one figure
    private const int HeadReach = 8; // blocks before the headline and behind the story that may belong to them
    private const int LongestCredit = 80; // of one that ends with a full stop
    private const int LeastStandfirst = 6; // words
    private const int LeastTitle = 4;
    private const int NameReach = 3; // blocks below the headline
    private const int LongestName = 8; // words of a credit below a caption

    private readonly Page page;
    private readonly MarkupPage markup;
    private readonly Layout layout;
    private readonly StoryFinder story;
    private readonly IReadOnlyList<MarkupBlock> blocks;
    private readonly IReadOnlyList<MarkupBox> boxes;
    private readonly List<int>?[] inlines;
    private Wording? stated; // the summary
    private readonly CreditReader credits;
    private int headline = -1;
    private readonly int first;
    private readonly int end;

    public MarkupRules(Page page, MarkupPage markup)
    {
        (this.page, this.markup, blocks, boxes) = (page, markup, markup.Blocks, markup.Boxes);
        layout = new Layout(markup, page.Knowledge);
        story = new StoryFinder(layout);
        inlines = new List<int>?[blocks.Count];
        var container = story.Container;
        (first, end) = container < 0 ? (0, 0) : (boxes[container].FirstBlock, boxes[container].EndBlock);
        credits = new CreditReader(page.Knowledge.Words, page.Knowledge.Cues, page.Knowledge.Publishers);
        FindInlines();
    }

    /// <summary>Cuts the page into parts and decides what can be decided.</summary>
    /// <param name="title">The title the page states, or null.</param>
    /// <param name="summary">The summary it states, or null.</param>
    public void Apply(string? title, string? summary)
    {
        stated = summary is null ? null : page.Knowledge.Copies.Of(summary, new TextSpan(0, summary.Length));
        headline = Headline(title);
        var parts = new List<PagePart>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            Add(parts, i);
        }

        page.Parts = parts;
    }

    /// <summary>What is known of the blocks, for the rules that look at neighbours; the paragraph of a part is the index of its block.</summary>
    public Layout Layout => layout;

    private void FindInlines()
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            var box = boxes[i];
            if (box.IsInline && box.FirstBlock < blocks.Count && (layout.RoleOf(i) & (MarkupRole.Caption | MarkupRole.Credit | MarkupRole.Byline)) != MarkupRole.None)
            {
                (inlines[box.FirstBlock] ??= []).Add(i);
            }
        }
    }

    private int Headline(string? title)
    {
        var best = -1;
        var titled = title is null ? null : page.Knowledge.Copies.Of(title, new TextSpan(0, title.Length));
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var tag = boxes[block.Box].Tag;
            if (block.Span.Length > LongestTitle || !(Layout.IsHeading(tag) || (RoleAbove(i, MarkupRole.Headline) && !story.IsAside(block.Box))))
            {
                continue;
            }

            if (titled is not null && titled.IsNearly(page.Knowledge.Copies.Of(page.Text, block.Span)))
            {
                return i;
            }

            best = tag is "h1" && !story.IsAside(block.Box) && (best < 0 || i <= first) ? i : best;
        }

        return best;
    }

    private bool InFigure(int block)
    {
        for (var box = blocks[block].Box; box >= 0; box = boxes[box].Parent)
        {
            if (boxes[box].Tag is "figure")
            {
                return layout.WeightIn(box) < MostCaption;
            }
        }

        return false;
    }

    private bool RoleAbove(int block, MarkupRole role)
    {
        for (var (box, steps) = (blocks[block].Box, 0); box >= 0 && steps < 3; box = boxes[box].Parent, steps++)
        {
            if ((layout.RoleOf(box) & role) != MarkupRole.None)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(List<PagePart> parts, int block)
    {
        var whole = new PagePart(blocks[block].Span.Trim(page.Text), block, afterBlank: true);
        if (whole.Span.Length == 0)
        {
            return;
        }

        if (block == headline)
        {
            page.Headline = whole.Span;
            parts.Add(whole.As(BlockKind.Headline, "markup:headline"));
            return;
        }

        if (inlines[block] is { } inner && Cut(parts, block, inner))
        {
            return;
        }

        AddPart(parts, Decide(whole, block));
    }

    private PagePart Decide(PagePart part, int block)
    {
        if (blocks[block].IsStated)
        {
            return part.As(BlockKind.Body, "markup:stated");
        }

        var inside = block >= first && block < end;
        return (inside ? Inside(part, block) : Outside(part, block)) ?? part;
    }

    // Undecided parts are the story.
    private PagePart? Inside(PagePart part, int block)
    {
        if (Called(block, story.Container) is { } called)
        {
            return Named(part, called, block);
        }

        if (Layout.IsLinks(blocks[block]) && !PageLines.EndsSentence(page.Text, part.Span))
        {
            if (IsMenu(part, block))
            {
                return part.As(BlockKind.Boilerplate, "markup:menu");
            }

            return Pleads(part) ? part.As(BlockKind.Promotion, "markup:links") : part.As(BlockKind.Related, "markup:links");
        }

        return null;
    }

    private PagePart? Outside(PagePart part, int block)
    {
        var near = headline >= 0 && block > headline && block < first;
        var head = near || (block < first && (headline < 0 || block >= headline - HeadReach));
        var foot = block >= end && block < end + HeadReach;
        var role = Called(block, -1) ?? MarkupRole.None;
        if (near && !Layout.IsLinks(blocks[block]) && (role & (MarkupRole.Promotion | MarkupRole.Comments | MarkupRole.Caption | MarkupRole.Credit)) == MarkupRole.None)
        {
            var decided = Beginning(part, block, role);
            if (decided is not null)
            {
                return decided;
            }
        }

        var labelled = role == MarkupRole.None ? null : Named(part, role, block);
        var strange = labelled is { Kind: BlockKind.Caption or BlockKind.Credit or BlockKind.Byline } && !head && !(foot && labelled.Kind == BlockKind.Byline);
        if (labelled is not null && !strange)
        {
            return labelled;
        }

        // Behind the story, titles that are links lead to other stories.
        var title = block >= end && end > first && role == MarkupRole.None && Layout.IsLinks(blocks[block]) && page.Measure(part).Count >= LeastTitle;
        return title ? part.As(BlockKind.Related, "markup:after") : part.As(BlockKind.Boilerplate, "markup:elsewhere");
    }

    // Between the headline and the element of the story: bylines, the standfirst, a first paragraph set apart.
    private PagePart? Beginning(PagePart part, int block, MarkupRole role)
    {
        var words = page.Measure(part);
        if (part.Span.Length <= LongestLabel && (new BylineRules(page).Decide(part, words) || (new CueRules(page).Start(part, words) && part.Kind == BlockKind.Byline)))
        {
            return part;
        }

        if (block <= headline + NameReach && IsName(part, words, block))
        {
            return part.As(BlockKind.Byline, "byline");
        }

        if ((RoleAbove(block, MarkupRole.Standfirst) || Layout.IsHeading(boxes[blocks[block].Box].Tag)) && words.Count >= LeastStandfirst && !Layout.IsLinks(blocks[block]))
        {
            return part.As(BlockKind.Headline, "standfirst");
        }

        if (stated is not null && words.Count >= LeastStandfirst && stated.IsNearly(page.Knowledge.Copies.Of(page.Text, part.Span)))
        {
            return part.As(BlockKind.Headline, "standfirst");
        }

        return layout.Weight(block) > 0 && role == MarkupRole.None && !story.IsAside(blocks[block].Box) ? part.As(BlockKind.Body, "markup:first") : null;
    }

    // Names right below the headline, linked to the writer's page.
    private bool IsName(PagePart part, List<PageWord> words, int block) =>
        blocks[block].Links > 0 && words.Count is >= 2 and <= 6 && !part.EndsSentence && words.TrueForAll(w => char.IsUpper(page.Text[w.Start]));

    // The nearest name that says something else than the story, from the block outwards; words below a picture are a caption whatever else they are called.
    private MarkupRole? Called(int block, int outermost)
    {
        if (InFigure(block))
        {
            return boxes[blocks[block].Box].Tag is "button" ? MarkupRole.Furniture
                : Layout.IsLinks(blocks[block]) ? MarkupRole.Related
                : RoleAbove(block, MarkupRole.Credit) && !RoleAbove(block, MarkupRole.Caption) ? MarkupRole.Credit : MarkupRole.Caption;
        }

        var limit = outermost < 0 ? layout.Total : story.Story(outermost);
        for (var box = blocks[block].Box; box >= 0 && box != outermost; box = boxes[box].Parent)
        {
            var role = layout.RoleOf(box) & (MarkupRole.Noise | MarkupRole.Byline | MarkupRole.Standfirst);
            role = layout.IsProse(box) ? role & MarkupRole.Comments : role;
            role = layout.LinksIn(box) == 0 && layout.Weight(block) > 0 ? role & ~MarkupRole.Related : role;
            if ((role != MarkupRole.None || boxes[box].IsHidden) && layout.WeightIn(box) * 100 < limit * Misnamed)
            {
                return boxes[box].IsHidden && role == MarkupRole.None ? MarkupRole.Furniture : role;
            }
        }

        return null;
    }

    // The name that says most: a caption that is "related media" is a caption.
    private PagePart? Named(PagePart part, MarkupRole role, int block)
    {
        var label = part.Span.Length <= LongestLabel;
        return role switch
        {
            _ when role.HasFlag(MarkupRole.Promotion | MarkupRole.Caption) && !InFigure(block) => part.As(BlockKind.Promotion, "markup:promotion"),
            _ when role.HasFlag(MarkupRole.Credit) && label && IsDated(part) => part.As(BlockKind.Byline, "byline"),
            _ when role.HasFlag(MarkupRole.Byline | MarkupRole.Credit) && label && !InFigure(block) && !PageLines.EndsSentence(page.Text, part.Span) => part.As(BlockKind.Byline, "byline"),
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
            _ when role.HasFlag(MarkupRole.Byline) && label && IsSourceLine(part) => part.As(BlockKind.Credit, "agency-line"),
            _ when role.HasFlag(MarkupRole.Byline) && label && IsNote(part) => part.As(BlockKind.Byline, "author-note"),
            _ when role.HasFlag(MarkupRole.Byline) && label && !PageLines.EndsSentence(page.Text, part.Span) => part.As(BlockKind.Byline, "byline"),
            _ => null,
        };
    }

    // "Source: Agency and others"
    private bool IsSourceLine(PagePart part)
    {
        var words = page.WordsOf(part.Span, 12);
        return page.Knowledge.Cues.IsWord(page.Text, words, 0, "credit_lead", out var after) && after < words.Count && page.Text[words[after - 1].End] == ':'
            && page.Knowledge.Publishers.At(page.Text, words, after, out _) is not null && page.Knowledge.Dates.FindAll(page.Text, words).Count == 0;
    }

    private bool IsDated(PagePart part) => page.Knowledge.Dates.FindAll(page.Text, page.WordsOf(part.Span, 20)).Exists(d => d.IsFull) && !InFigure(part.Paragraph);

    private bool IsNote(PagePart part)
    {
        var words = page.WordsOf(part.Span, 60);
        return PageLines.EndsSentence(page.Text, part.Span) && !page.IsSaying(words) && (page.Knowledge.Cues.HasWord(page.Text, words, "bio") || page.Knowledge.Cues.HasWord(page.Text, words, "reach"));
    }

    // A title in a column beside the story; menus have shorter entries and elements of their own.
    private bool IsStoryLink(PagePart part, int block)
    {
        if (block < first || !Layout.IsLinks(blocks[block]) || blocks[block].Links != 1 || page.WordsOf(part.Span, LeastTitle + 1).Count <= LeastTitle || Pleads(part))
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

    // Several links in a line, of few words each; or words every page has ("Share").
    private bool IsMenu(PagePart part, int block)
    {
        var words = page.WordsOf(part.Span, 60);
        var known = page.Knowledge.Cues.At(page.Text, words, 0, c => c is { Where: CueWhere.Line, Block: BlockKind.Boilerplate }, out var after) is not null && after == words.Count;
        return known || (blocks[block].Links > 1 && words.Count < blocks[block].Links * LeastTitle);
    }

    private bool Pleads(PagePart part)
    {
        var words = page.WordsOf(part.Span, 30);
        return Enumerable.Range(0, words.Count).Any(i => page.Knowledge.Cues.At(page.Text, words, i, c => c.Block == BlockKind.Promotion && c.Where != CueWhere.Button, out _) is not null);
    }

    // <p>A ship at sea <span class="credit">Jo Doe</span></p>: false when the inline elements say nothing of the block.
    private bool Cut(List<PagePart> parts, int block, List<int> inner)
    {
        var span = blocks[block].Span.Trim(page.Text);
        var caption = Called(block, -1) is { } role && role.HasFlag(MarkupRole.Caption);
        var cuts = new List<(TextSpan Span, MarkupRole Role)>();
        var bylines = inner.Where(b => (layout.RoleOf(b) & MarkupRole.Byline) != MarkupRole.None).Sum(b => boxes[b].Span.Length);
        if (!caption && block < first && bylines * 10 >= span.Length * 6 && span.Length <= LongestLabel)
        {
            AddPiece(parts, block, span, MarkupRole.Byline);
            return true;
        }

        foreach (var box in inner)
        {
            var own = new TextSpan(Math.Max(span.Start, boxes[box].Span.Start), Math.Max(span.Start, Math.Min(span.End, boxes[box].Span.End))).Trim(page.Text);
            var fits = own.Length * 10 >= span.Length * 9 || (caption && (layout.RoleOf(box) & MarkupRole.Credit) != MarkupRole.None);
            if (own.Length > 0 && fits && (cuts.Count == 0 || own.Start >= cuts[^1].Span.End))
            {
                cuts.Add((own, layout.RoleOf(box)));
            }
        }

        var at = span.Start;
        foreach (var (own, called) in cuts)
        {
            AddPiece(parts, block, new TextSpan(at, own.Start), caption ? MarkupRole.Caption : MarkupRole.None);
            AddPiece(parts, block, own, called);
            at = own.End;
        }

        if (cuts.Count > 0)
        {
            AddPiece(parts, block, new TextSpan(at, span.End), caption ? MarkupRole.Caption : MarkupRole.None);
        }

        return cuts.Count > 0;
    }

    private void AddPiece(List<PagePart> parts, int block, TextSpan span, MarkupRole role)
    {
        var piece = new PagePart(span.Trim(page.Text), block, afterBlank: parts.Count == 0 || parts[^1].Paragraph != block);
        if (piece.Span.Length > 0)
        {
            AddPart(parts, Named(piece, role, block) ?? Decide(piece, block));
        }
    }

    // The credit at the end of a caption is one of its own: "… leaves the port (Agency)".
    private void AddPart(List<PagePart> parts, PagePart part)
    {
        if (part.Kind != BlockKind.Caption)
        {
            parts.Add(part);
            return;
        }

        // The line below a caption names its photographer.
        var words = page.WordsOf(part.Span, LongestName + 1);
        var below = parts.Count > 0 && parts[^1].Kind == BlockKind.Caption && InFigure(part.Paragraph) && InFigure(parts[^1].Paragraph);
        if (below && words.Count <= LongestName && !PageLines.EndsSentence(page.Text, part.Span) && words.TrueForAll(w => w.Length <= 3 || !char.IsLower(page.Text[w.Start])))
        {
            parts.Add(part.As(BlockKind.Credit, "markup:credit"));
            return;
        }

        if (IsLabel(part))
        {
            parts.Add(part.As(BlockKind.Boilerplate, "markup:label"));
            return;
        }

        var credit = credits.Read(page.Text, part.Span) ?? Barred(part.Span) ?? Bracketed(part.Span) ?? Dotted(part.Span);
        if (credit is null || credit.Start <= part.Span.Start)
        {
            parts.Add(part);
            return;
        }

        parts.Add(new PagePart(new TextSpan(part.Span.Start, credit.Start).Trim(page.Text), part.Paragraph, part.AfterBlank).As(BlockKind.Caption, part.Rule));
        parts.Add(new PagePart(new TextSpan(credit.Start, part.Span.End).Trim(page.Text), part.Paragraph, afterBlank: false).As(BlockKind.Credit, credit.Picture ? credit.Rule : "credit-bracket"));
    }

    // "Image:" · "open image in gallery"
    private bool IsLabel(PagePart part)
    {
        var words = page.WordsOf(part.Span, 6);
        return words.Count <= 5 && page.Knowledge.Cues.At(page.Text, words, 0, c => c.Kind is "caption_cue" or "credit_lead" || c is { Where: CueWhere.Line, Block: BlockKind.Boilerplate }, out var after) is not null && after == words.Count;
    }

    // "... leaves the port | Jo Doe/Agency"
    private CreditEnd? Barred(TextSpan span)
    {
        var bar = page.Text.LastIndexOf('|', span.End - 1, span.Length);
        if (bar <= span.Start || span.End - bar > LongestCredit)
        {
            return null;
        }

        var words = page.WordsOf(new TextSpan(bar, span.End), 12);
        return words.Count is > 0 and <= 8 && char.IsUpper(page.Text[words[0].Start]) ? new CreditEnd(bar, true, "credit-bar") : null;
    }

    // "... leaves the port. (Example News Agency)": few words in brackets behind the sentence
    private CreditEnd? Bracketed(TextSpan span)
    {
        var open = page.Text[span.End - 1] is ')' or ']' ? page.Text.LastIndexOfAny(['(', '['], span.End - 1, span.Length) : -1;
        var fits = open > span.Start && span.End - open <= LongestCredit && PageLines.EndsSentence(page.Text, new TextSpan(span.Start, open).Trim(page.Text));
        return fits && page.WordsOf(new TextSpan(open, span.End), 8).Count <= 6 ? new CreditEnd(open, true, "credit-bracket") : null;
    }

    // "... leaves the port. Credit...Jo Doe"
    private CreditEnd? Dotted(TextSpan span)
    {
        var dots = page.Text.LastIndexOf("...", span.End - 1, span.Length, StringComparison.Ordinal);
        if (dots <= span.Start || span.End - dots > LongestCredit)
        {
            return null;
        }

        var from = Math.Max(span.Start, page.Text.LastIndexOf(' ', dots, dots - span.Start));
        var words = page.WordsOf(new TextSpan(from, dots), 2);
        return words.Count == 1 && page.Knowledge.Cues.IsWord(page.Text, words, 0, "credit_lead", out _) ? new CreditEnd(words[0].Start, true, "credit-lead") : null;
    }
}
