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
    private const int LeastStandfirst = 6; // words

    private readonly Page page;
    private readonly MarkupPage markup;
    private readonly Layout layout;
    private readonly StoryFinder story;
    private readonly IReadOnlyList<MarkupBlock> blocks;
    private readonly IReadOnlyList<MarkupBox> boxes;
    private readonly List<int>?[] inlines;
    private readonly int first;
    private readonly int end;

    public MarkupRules(Page page, MarkupPage markup, MarkupWords words)
    {
        (this.page, this.markup, blocks, boxes) = (page, markup, markup.Blocks, markup.Boxes);
        layout = new Layout(markup, words);
        story = new StoryFinder(layout);
        inlines = new List<int>?[blocks.Count];
        var container = story.Container;
        (first, end) = container < 0 ? (0, 0) : (boxes[container].FirstBlock, boxes[container].EndBlock);
        FindInlines();
    }

    /// <summary>Cuts the page into parts and decides what can be decided.</summary>
    /// <param name="title">The title the page states, or null.</param>
    public void Apply(string? title)
    {
        var headline = Headline(title);
        var parts = new List<PagePart>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            Add(parts, i, headline);
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
        var stated = title is null ? null : page.Knowledge.Copies.Of(title, new TextSpan(0, title.Length));
        for (var i = 0; i < end; i++)
        {
            var block = blocks[i];
            var tag = boxes[block.Box].Tag;
            if (block.Span.Length > LongestTitle || !(Layout.IsHeading(tag) || (RoleAbove(i, MarkupRole.Headline) && !story.IsAside(block.Box))))
            {
                continue;
            }

            if (stated is not null && stated.IsNearly(page.Knowledge.Copies.Of(page.Text, block.Span)))
            {
                return i;
            }

            best = tag is "h1" && !story.IsAside(block.Box) && (best < 0 || i <= first) ? i : best;
        }

        return best;
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

    private void Add(List<PagePart> parts, int block, int headline)
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

        parts.Add(Decide(whole, block, headline));
    }

    private PagePart Decide(PagePart part, int block, int headline)
    {
        if (blocks[block].IsStated)
        {
            return part.As(BlockKind.Body, "markup:stated");
        }

        var inside = block >= first && block < end;
        return (inside ? Inside(part, block) : Outside(part, block, headline)) ?? part;
    }

    // Undecided parts are the story.
    private PagePart? Inside(PagePart part, int block)
    {
        if (Called(block, story.Container) is { } called)
        {
            return Named(part, called);
        }

        if (Layout.IsLinks(blocks[block]) && !PageLines.EndsSentence(page.Text, part.Span))
        {
            return part.As(BlockKind.Related, "markup:links");
        }

        return null;
    }

    private PagePart? Outside(PagePart part, int block, int headline)
    {
        var near = headline >= 0 && block > headline && block < first;
        var called = Called(block, -1);
        if (called is { } role)
        {
            var labelled = role is MarkupRole.Standfirst or MarkupRole.Byline && near ? Named(part, role) ?? Beginning(part, block) : Named(part, role);
            var strange = labelled is { Kind: BlockKind.Caption or BlockKind.Credit or BlockKind.Byline } && !near && !(block < first && headline < 0);
            return strange ? part.As(BlockKind.Boilerplate, "markup:elsewhere") : labelled ?? part.As(BlockKind.Boilerplate, "markup:elsewhere");
        }

        if (near && Beginning(part, block) is { } beginning)
        {
            return beginning;
        }

        return part.As(BlockKind.Boilerplate, "markup:elsewhere");
    }

    // Between the headline and the element of the story: bylines, the standfirst, a first paragraph set apart.
    private PagePart? Beginning(PagePart part, int block)
    {
        var words = page.Measure(part);
        if (part.Span.Length <= LongestLabel && new BylineRules(page).Decide(part, words))
        {
            return part;
        }

        var told = layout.Weight(block) > 0 && !story.IsAside(blocks[block].Box);
        return told || (RoleAbove(block, MarkupRole.Standfirst) && words.Count >= LeastStandfirst && !Layout.IsLinks(blocks[block])) ? part.As(BlockKind.Body, "standfirst") : null;
    }

    // The nearest name that says something else than the story, from the block outwards.
    private MarkupRole? Called(int block, int outermost)
    {
        var limit = outermost < 0 ? layout.Total : story.Story(outermost);
        for (var box = blocks[block].Box; box >= 0 && box != outermost; box = boxes[box].Parent)
        {
            var role = layout.RoleOf(box) & (MarkupRole.Noise | MarkupRole.Byline | MarkupRole.Standfirst);
            role = layout.IsProse(box) ? role & MarkupRole.Comments : role;
            if ((role != MarkupRole.None || boxes[box].IsHidden) && layout.WeightIn(box) * 100 < limit * Misnamed)
            {
                return boxes[box].IsHidden && role == MarkupRole.None ? MarkupRole.Furniture : role;
            }
        }

        return null;
    }

    // The name that says most: a caption that is "related media" is a caption.
    private PagePart? Named(PagePart part, MarkupRole role)
    {
        var label = part.Span.Length <= LongestLabel;
        return role switch
        {
            _ when role.HasFlag(MarkupRole.Credit) && label => part.As(BlockKind.Credit, "markup:credit"),
            _ when role.HasFlag(MarkupRole.Caption) => part.As(BlockKind.Caption, "markup:caption"),
            _ when role.HasFlag(MarkupRole.Promotion) => part.As(BlockKind.Promotion, "markup:promotion"),
            _ when role.HasFlag(MarkupRole.Related) => part.As(BlockKind.Related, "markup:related"),
            _ when role.HasFlag(MarkupRole.Comments) => part.As(BlockKind.Boilerplate, "markup:comments"),
            _ when role.HasFlag(MarkupRole.AuthorNote) => part.As(BlockKind.Byline, "author-note"),
            _ when role.HasFlag(MarkupRole.Tags) => part.As(BlockKind.Boilerplate, "markup:tags"),
            _ when role.HasFlag(MarkupRole.Furniture) => part.As(BlockKind.Boilerplate, "markup:furniture"),
            _ when role.HasFlag(MarkupRole.Quote) => null,
            _ when role.HasFlag(MarkupRole.Byline) && label && !PageLines.EndsSentence(page.Text, part.Span) => part.As(BlockKind.Byline, "byline"),
            _ => null,
        };
    }

    // <p>A ship at sea <span class="credit">Jo Doe</span></p>: false when the inline elements say nothing of the block.
    private bool Cut(List<PagePart> parts, int block, List<int> inner)
    {
        var span = blocks[block].Span.Trim(page.Text);
        var caption = Called(block, -1) is { } role && role.HasFlag(MarkupRole.Caption);
        var cuts = new List<(TextSpan Span, MarkupRole Role)>();
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
            parts.Add(Named(piece, role) ?? Decide(piece, block, -1));
        }
    }
}
