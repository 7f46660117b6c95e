using Dateline.Documents.Markup;

namespace Dateline.Articles.Markup;

/// <summary>
/// Labels the blocks of a page by where they stand and what their elements are called. What stands in the story's element and is called nothing else is
/// left to the rules of lines.
/// </summary>
internal sealed class MarkupRules
{
    private const int LongestLabel = 260;
    private const int HeadReach = 8; // blocks before the headline and behind the story that may belong to them
    private const int LeastStandfirst = 6; // words
    private const int LeastTitle = 4;
    private const int LongestLine = 60; // characters of a credit alone on a line
    private const int NameReach = 3; // blocks below the headline

    private readonly Page page;
    private readonly Surroundings around;
    private readonly NamedRoles named;
    private readonly CaptionCredits captions;
    private readonly Layout layout;
    private readonly IReadOnlyList<MarkupBlock> blocks;
    private readonly IReadOnlyList<MarkupBox> boxes;
    private readonly List<int>?[] inlines;
    private Wording? summary;
    private int headline = -1;

    /// <summary>Rules over a page.</summary>
    /// <param name="page">Whose parts are made.</param>
    /// <param name="markup">Its blocks and elements.</param>
    /// <param name="trusting">False to pass over what elements are called to be beside the story: for pages that call the story so.</param>
    public MarkupRules(Page page, MarkupPage markup, bool trusting)
    {
        (this.page, blocks, boxes) = (page, markup.Blocks, markup.Boxes);
        around = new Surroundings(page, markup, trusting);
        layout = around.Layout;
        named = new NamedRoles(page, around);
        captions = new CaptionCredits(page, around);
        inlines = new List<int>?[blocks.Count];
        FindInlines();
    }

    /// <summary>Cuts the page into parts and decides what can be decided.</summary>
    /// <param name="title">The title the page states, or null.</param>
    /// <param name="stated">The summary it states, or null.</param>
    public void Apply(string? title, string? stated)
    {
        summary = stated is null ? null : page.Knowledge.Copies.Of(stated, new TextSpan(0, stated.Length));
        headline = around.Headline(title);
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

        captions.Add(parts, Decide(whole, block));
    }

    private PagePart Decide(PagePart part, int block)
    {
        if (blocks[block].IsStated)
        {
            return part.As(BlockKind.Body, "markup:stated");
        }

        var inside = block >= around.First && block < around.End;
        return (inside ? Inside(part, block) : Outside(part, block)) ?? part;
    }

    // Undecided parts are the story.
    private PagePart? Inside(PagePart part, int block)
    {
        if (layout.Stated.Has(block) && !around.InFigure(block))
        {
            return null;
        }

        if (around.Called(block, around.Container) is { } called)
        {
            return named.Label(part, called, block);
        }

        if (Layout.IsLinks(blocks[block]) && !PageLines.EndsSentence(page.Text, part.Span))
        {
            if (named.IsMenu(part, block))
            {
                return part.As(BlockKind.Boilerplate, "markup:menu");
            }

            return named.Pleads(part) ? part.As(BlockKind.Promotion, "markup:links") : part.As(BlockKind.Related, "markup:links");
        }

        return IsCreditLine(part) ? part.As(BlockKind.Credit, "markup:credit-line") : null;
    }

    // "Photo: Jo Doe" alone on a line
    private bool IsCreditLine(PagePart part)
    {
        if (part.Span.Length > LongestLine || PageLines.EndsSentence(page.Text, part.Span))
        {
            return false;
        }

        var words = page.WordsOf(part.Span, 8);
        return page.Knowledge.Cues.IsWord(page.Text, words, 0, "credit_lead", out var after) && after < words.Count && words.Count - after <= 5
            && page.Text[words[after - 1].End] == ':' && words.Skip(after).All(w => char.IsUpper(page.Text[w.Start])) && page.Knowledge.Dates.FindAll(page.Text, words).Count == 0;
    }

    private PagePart? Outside(PagePart part, int block)
    {
        var near = headline >= 0 && block > headline && block < around.First;
        var head = near || (block < around.First && (headline < 0 || block >= headline - HeadReach));
        var foot = block >= around.End && block < around.End + HeadReach;
        var role = around.Called(block, -1) ?? MarkupRole.None;
        if (near && !Layout.IsLinks(blocks[block]) && (role & (MarkupRole.Promotion | MarkupRole.Comments | MarkupRole.Caption | MarkupRole.Credit)) == MarkupRole.None)
        {
            var decided = Beginning(part, block, role);
            if (decided is not null)
            {
                return decided;
            }
        }

        var labelled = role == MarkupRole.None ? null : named.Label(part, role, block);
        var strange = labelled is { Kind: BlockKind.Caption or BlockKind.Credit or BlockKind.Byline } && !head && !(foot && (labelled.Kind == BlockKind.Byline || labelled.Rule is "agency-line"));
        if (labelled is not null && !strange)
        {
            return labelled;
        }

        if (role == MarkupRole.None && block >= around.First && part.Span.Length <= LongestLabel && named.Pleads(part))
        {
            return part.As(BlockKind.Promotion, "markup:plea");
        }

        // Behind the story, titles that are links lead to other stories.
        var title = block >= around.End && around.End > around.First && role == MarkupRole.None && Layout.IsLinks(blocks[block]) && page.Measure(part).Count >= LeastTitle;
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

        if (new CueRules(page).Caption(part, words) is not null && part.Span.Length <= LongestLabel)
        {
            return part.As(BlockKind.Caption, "markup:caption");
        }

        if (block <= headline + NameReach && IsName(part, words, block))
        {
            return part.As(BlockKind.Byline, "byline");
        }

        if ((role.HasFlag(MarkupRole.Standfirst) || around.RoleAbove(block, MarkupRole.Standfirst) || Layout.IsHeading(boxes[blocks[block].Box].Tag)) && words.Count >= LeastStandfirst && !Layout.IsLinks(blocks[block]))
        {
            return part.As(BlockKind.Headline, "standfirst");
        }

        if (summary is not null && words.Count >= LeastStandfirst && summary.IsNearly(page.Knowledge.Copies.Of(page.Text, part.Span)))
        {
            return part.As(BlockKind.Headline, "standfirst");
        }

        return layout.Weight(block) > 0 && role == MarkupRole.None && !around.IsAside(block) ? part.As(BlockKind.Body, "markup:first") : null;
    }

    // Names right below the headline, linked to the writer's page.
    private bool IsName(PagePart part, List<PageWord> words, int block) =>
        blocks[block].Links > 0 && words.Count is >= 2 and <= 6 && !part.EndsSentence && words.TrueForAll(w => char.IsUpper(page.Text[w.Start]));

    // <p>A ship at sea <span class="credit">Jo Doe</span></p>: false when the inline elements say nothing of the block.
    private bool Cut(List<PagePart> parts, int block, List<int> inner)
    {
        var span = blocks[block].Span.Trim(page.Text);
        var caption = around.Called(block, -1) is { } role && role.HasFlag(MarkupRole.Caption);
        var cuts = new List<(TextSpan Span, MarkupRole Role)>();
        caption |= block < around.End && inner.Exists(b => layout.RoleOf(b).HasFlag(MarkupRole.Caption) && boxes[b].Span.Length * 10 >= span.Length * 4)
            && inner.Exists(b => layout.RoleOf(b).HasFlag(MarkupRole.Credit));
        var bylines = inner.Where(b => (layout.RoleOf(b) & MarkupRole.Byline) != MarkupRole.None).Sum(b => boxes[b].Span.Length);
        if (!caption && block < around.First && bylines * 10 >= span.Length * 6 && span.Length <= LongestLabel)
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
            captions.Add(parts, named.Label(piece, role, block) ?? Decide(piece, block));
        }
    }
}
