using Dateline.Documents.Markup;

namespace Dateline.Articles.Markup;

/// <summary>
/// Finds the element that holds the story: the smallest one with nearly all running text that its page does not call something else. A name that says
/// something else is not believed of an element with most of the text.
/// </summary>
internal sealed class StoryFinder
{
    private const int Overarching = 50; // per cent of the page's running text
    private const int Descends = 80;
    private const int Called = 40;
    private const int CalledAlone = 75;
    private const int LeastStory = 300;
    private const int LongestLabels = 600; // running text of topics, captions, bylines and quotes
    private const MarkupRole Others = MarkupRole.Noise & ~MarkupRole.Quote;
    private const MarkupRole Labels = MarkupRole.Tags | MarkupRole.Caption | MarkupRole.Credit | MarkupRole.AuthorNote;

    private readonly Layout layout;
    private readonly IReadOnlyList<MarkupBox> boxes;
    private readonly bool[] aside;
    private readonly long[] sums;

    public StoryFinder(Layout layout)
    {
        this.layout = layout;
        boxes = layout.Page.Boxes;
        aside = new bool[boxes.Count];
        sums = new long[layout.Page.Blocks.Count + 1];
        Weigh();
    }

    /// <summary>Index of the element that holds the story.</summary>
    public int Container { get; private set; }

    /// <summary>True when an element is, or stands in, something its page calls no story.</summary>
    public bool IsAside(int box) => aside[box];

    /// <summary>Running text of the story inside an element.</summary>
    public long Story(int box) => sums[boxes[box].EndBlock] - sums[boxes[box].FirstBlock];

    private void Weigh()
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            var parent = boxes[i].Parent;
            var overarching = layout.WeightIn(i) * 100 >= layout.Total * Overarching;
            aside[i] = (parent >= 0 && aside[parent]) || (!overarching && (boxes[i].IsHidden || IsCalledOther(i)));
        }

        Sum(layout.Stated.IsReliable ? i => layout.Stated.Has(i) ? layout.Weight(i) : 0 : layout.Weight);
        Container = boxes.Count == 0 ? -1 : Find();
        if (Container >= 0 && Story(Container) < LeastStory)
        {
            // Lists and short lines: whatever is no link counts.
            Sum(layout.LooseWeight);
            Container = Find();
        }
    }

    private void Sum(Func<int, int> weight)
    {
        for (var i = 0; i < layout.Page.Blocks.Count; i++)
        {
            sums[i + 1] = sums[i] + (aside[layout.Page.Blocks[i].Box] && !layout.Stated.Has(i) ? 0 : weight(i));
        }
    }

    // Topics, captions and the like are short: an element with more is only tagged so.
    private bool IsCalledOther(int box)
    {
        var role = layout.RoleOf(box) & (layout.WeightIn(box) > LongestLabels ? Others & ~Labels : Others);
        return role != MarkupRole.None && (layout.RoleOf(box) & MarkupRole.Story) == MarkupRole.None && !boxes[box].IsInline;
    }

    private int Find()
    {
        var at = Stated() ?? 0;
        while (Heaviest(at) is { } child && Story(child) * 100 >= Story(at) * Descends)
        {
            at = child;
        }

        return CalledStory(at) ?? at;
    }

    // itemprop="articleBody"
    private int? Stated()
    {
        int? best = null;
        for (var i = 0; i < boxes.Count; i++)
        {
            if (boxes[i].Property is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) && Story(i) * 100 >= Story(0) * Called && (best is null || Story(i) > Story(best.Value)))
            {
                best = i;
            }
        }

        return best;
    }

    private int? Heaviest(int box)
    {
        int? best = null;
        for (var i = box + 1; i < boxes.Count && boxes[i].FirstBlock < boxes[box].EndBlock; i++)
        {
            if (boxes[i].Parent == box && !boxes[i].IsInline && (best is null || Story(i) > Story(best.Value)))
            {
                best = i;
            }
        }

        return best;
    }

    // Where the text is spread over several elements, the one called the story is believed.
    private int? CalledStory(int from)
    {
        int? best = null;
        for (var i = from + 1; i < boxes.Count && boxes[i].FirstBlock < boxes[from].EndBlock; i++)
        {
            var called = (layout.RoleOf(i) & MarkupRole.Story) != MarkupRole.None && !boxes[i].IsInline && !aside[i];
            if (called && Story(i) * 100 >= Story(from) * CalledAlone && (best is null || Story(i) > Story(best.Value)))
            {
                best = i;
            }
        }

        return best;
    }
}
