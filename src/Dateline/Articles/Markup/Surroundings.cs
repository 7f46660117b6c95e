using Dateline.Documents.Markup;

namespace Dateline.Articles.Markup;

/// <summary>A page's blocks with its story found: what the elements around a block are called, seen from the story.</summary>
internal sealed class Surroundings
{
    private const int Misnamed = 40; // per cent of the story: what holds more is the story, whatever it is called
    private const int MostCaption = 1200; // running text of the captions of one figure
    private const int LongestTitle = 300;
    private const int LongestTeaser = 250; // characters without links of one other story

    private readonly Page page;
    private readonly IReadOnlyList<MarkupBlock> blocks;
    private readonly IReadOnlyList<MarkupBox> boxes;
    private readonly StoryFinder story;

    public Surroundings(Page page, MarkupPage markup, bool trusting)
    {
        (this.page, blocks, boxes) = (page, markup.Blocks, markup.Boxes);
        Layout = new Layout(markup, page.Knowledge, trusting);
        story = new StoryFinder(Layout);
        var container = story.Container;
        (First, End) = container < 0 ? (0, 0) : (boxes[container].FirstBlock, boxes[container].EndBlock);
    }

    /// <summary>What is known of each block and element alone.</summary>
    public Layout Layout { get; }

    /// <summary>Index of the first block in the story's element.</summary>
    public int First { get; }

    /// <summary>Index behind its last block.</summary>
    public int End { get; }

    /// <summary>Index of the story's element.</summary>
    public int Container => story.Container;

    /// <summary>True when the element of a block is, or stands in, something its page calls no story.</summary>
    public bool IsAside(int block) => story.IsAside(blocks[block].Box);

    /// <summary>Index of the block that is the headline: the one that says what the page states as its title, else the last first-rank heading before the story; -1 when there is none.</summary>
    public int Headline(string? title)
    {
        var best = -1;
        var titled = title is null ? null : page.Knowledge.Copies.Of(title, new TextSpan(0, title.Length));
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var tag = boxes[block.Box].Tag;
            if (block.Span.Length > LongestTitle || !(Layout.IsHeading(tag) || (RoleAbove(i, MarkupRole.Headline) && !IsAside(i))))
            {
                continue;
            }

            if (titled is not null && titled.IsNearly(page.Knowledge.Copies.Of(page.Text, block.Span)))
            {
                return i;
            }

            best = tag is "h1" && !IsAside(i) && (best < 0 || i <= First) ? i : best;
        }

        return best;
    }

    /// <summary>True when a block stands in a figure.</summary>
    public bool InFigure(int block)
    {
        for (var box = blocks[block].Box; box >= 0; box = boxes[box].Parent)
        {
            if (boxes[box].Tag is "figure")
            {
                return Layout.WeightIn(box) < MostCaption;
            }
        }

        return false;
    }

    /// <summary>True when one of the three innermost elements of a block is called so.</summary>
    public bool RoleAbove(int block, MarkupRole role)
    {
        for (var (box, steps) = (blocks[block].Box, 0); box >= 0 && steps < 3; box = boxes[box].Parent, steps++)
        {
            if ((Layout.RoleOf(box) & role) != MarkupRole.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The nearest name that says something else than the story, from the block outwards; words below a picture are a caption whatever else they are called.</summary>
    public MarkupRole? Called(int block, int outermost)
    {
        if (InFigure(block))
        {
            return boxes[blocks[block].Box].Tag is "button" ? MarkupRole.Furniture
                : Layout.IsLinks(blocks[block]) ? MarkupRole.Related
                : RoleAbove(block, MarkupRole.Credit) && !RoleAbove(block, MarkupRole.Caption) ? MarkupRole.Credit : MarkupRole.Caption;
        }

        var limit = outermost < 0 ? Layout.Total : story.Story(outermost);
        for (var box = blocks[block].Box; box >= 0 && box != outermost; box = boxes[box].Parent)
        {
            var role = Layout.RoleOf(box) & (MarkupRole.Noise | MarkupRole.Byline | MarkupRole.Standfirst);
            role = Layout.IsProse(box) ? role & MarkupRole.Comments : role;
            role = (Layout.LinksIn(box) == 0 && Layout.Weight(block) > 0) || Layout.Weight(block) > LongestTeaser ? role & ~MarkupRole.Related : role;
            if ((role != MarkupRole.None || boxes[box].IsHidden) && Layout.WeightIn(box) * 100 < limit * Misnamed)
            {
                return boxes[box].IsHidden && role == MarkupRole.None ? MarkupRole.Furniture : role;
            }
        }

        return null;
    }
}
