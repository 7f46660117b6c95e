using AngleSharp.Dom;
using Dateline.Documents.Markup;

namespace Dateline.Articles.Markup;

/// <summary>A page's elements and blocks with what can be said of each alone.</summary>
internal sealed class Layout
{
    private const int LeastSentence = 40;
    private const int LeastLine = 140;
    private const int LeastProse = 800;
    private const int LongestCue = 8;
    private const int LeastCue = 2;
    private const int LeastLoose = 20;
    private const int MostLinked = 12; // per cent

    private readonly PageKnowledge know;
    private readonly MarkupRole[] roles;
    private readonly int[] weights;
    private readonly long[] sums;
    private readonly long[] linked;
    private readonly int[] links;

    public Layout(MarkupPage page, PageKnowledge knowledge, bool trusting)
    {
        Page = page;
        know = knowledge;
        var words = knowledge.Markup;
        roles = new MarkupRole[page.Boxes.Count];
        var known = new Dictionary<string, MarkupRole>(StringComparer.Ordinal);
        for (var i = 0; i < roles.Length; i++)
        {
            var names = page.Boxes[i].Names;
            if (!known.TryGetValue(names, out var role))
            {
                known.Add(names, role = words.Of(names));
            }

            roles[i] = (trusting ? role : role & ~(MarkupRole.Related | MarkupRole.Promotion | MarkupRole.Furniture | MarkupRole.Tags)) | OfTag(page.Boxes[i].Tag);
        }

        weights = new int[page.Blocks.Count];
        sums = new long[page.Blocks.Count + 1];
        linked = new long[page.Blocks.Count + 1];
        links = new int[page.Blocks.Count + 1];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = WeightOf(page.Blocks[i]);
            sums[i + 1] = sums[i] + weights[i];
            linked[i + 1] = linked[i] + page.Blocks[i].LinkLength;
            links[i + 1] = links[i] + page.Blocks[i].Links;
        }

        Stated = new StatedStory(page, Weight, Total);
    }

    /// <summary>The page.</summary>
    public MarkupPage Page { get; }

    /// <summary>What the page states to be the story.</summary>
    public StatedStory Stated { get; }

    /// <summary>What an element is called.</summary>
    public MarkupRole RoleOf(int box) => roles[box];

    /// <summary>How much running text a block is: characters that are no links, nothing for titles, menus and short lines.</summary>
    public int Weight(int block) => weights[block];

    /// <summary>The running text inside an element.</summary>
    public long WeightIn(int box) => sums[Page.Boxes[box].EndBlock] - sums[Page.Boxes[box].FirstBlock];

    /// <summary>The running text of blocks.</summary>
    public long WeightIn(int first, int end) => sums[end] - sums[first];

    /// <summary>All running text of the page.</summary>
    public long Total => sums[^1];

    /// <summary>True when an element holds so much text without links that it can only be told to be read: teasers and pleas are short, or links.</summary>
    public bool IsProse(int box)
    {
        if (WeightIn(box) < LeastProse)
        {
            return false;
        }

        var (first, end) = (Page.Boxes[box].FirstBlock, Page.Boxes[box].EndBlock);
        return (linked[end] - linked[first]) * 100 < (Page.Blocks[end - 1].Span.End - Page.Blocks[first].Span.Start) * (long)MostLinked;
    }

    /// <summary>Number of links in an element.</summary>
    public int LinksIn(int box) => links[Page.Boxes[box].EndBlock] - links[Page.Boxes[box].FirstBlock];

    /// <summary>True when the words are a heading.</summary>
    public static bool IsHeading(string tag) => tag is ['h', >= '1' and <= '6'];

    /// <summary>True when most of a block is links.</summary>
    public static bool IsLinks(MarkupBlock block) => block.LinkLength * 10 >= block.Span.Length * 7;

    private static MarkupRole OfTag(string tag) => tag switch
    {
        "nav" or "footer" or "form" or "button" or "dialog" => MarkupRole.Furniture,
        "figcaption" => MarkupRole.Caption,
        "time" => MarkupRole.Byline,
        _ => MarkupRole.None,
    };

    // "We use cookies …", "Sign up for …": told by their first words.
    private bool IsNotice(TextSpan span)
    {
        var words = new List<PageWord>();
        know.Words.Scan(Page.Text, span, words, LongestCue);
        return know.Cues.At(Page.Text, words, 0, c => c.Where is CueWhere.Start && c.Block is BlockKind.Boilerplate or BlockKind.Promotion && c.WordCount >= LeastCue, out _) is not null;
    }

    /// <summary>How much of any text a block is: what counts on pages without running text.</summary>
    public int LooseWeight(int block)
    {
        var own = Page.Blocks[block].Span.Length - Page.Blocks[block].LinkLength;
        return own >= LeastLoose && own * 2 > Page.Blocks[block].Span.Length ? own : 0;
    }

    private int WeightOf(MarkupBlock block)
    {
        var tag = Page.Boxes[block.Box].Tag;
        var own = block.Span.Length - block.LinkLength;
        if (IsHeading(tag) || tag == TagNames.Title || own * 2 < block.Span.Length)
        {
            return 0;
        }

        var sentence = PageLines.EndsSentence(Page.Text, block.Span);
        if (own < (sentence ? LeastSentence : LeastLine))
        {
            return 0;
        }

        if (IsNotice(block.Span))
        {
            return 0;
        }

        return tag is "p" ? own : tag is "li" or "td" or "dd" ? own / 2 : own * 3 / 4;
    }
}
