using Dateline.Documents.Markup;

namespace Dateline.Articles.Markup;

/// <summary>
/// Finds the dated entries of a live blog: elements side by side, each with a stamp of its own and words of its own, on a page that calls them or
/// itself live.
/// </summary>
internal sealed class LiveEntries(Page page, Layout layout, bool statedLive)
{
    private const int Least = 3;
    private const int LongestStamp = 60;

    private readonly List<PagePart> parts = page.Parts;
    private readonly IReadOnlyList<MarkupBox> boxes = layout.Page.Boxes;
    private readonly Dictionary<int, string> times = [];

    /// <summary>Labels stamps, titles and words of the entries; false when the page has none.</summary>
    /// <param name="stamps">Where the moment of an entry is stated by its element: position of the stamp, value.</param>
    public bool Apply(out Dictionary<int, string> stamps)
    {
        stamps = [];
        Times();
        var found = Entries();
        if (found.Count < Least || !(statedLive || found.Exists(e => IsLive(e.Box))))
        {
            return false;
        }

        page.IsLive = true;
        foreach (var (box, stamp) in found)
        {
            Label(box, stamp);
            if (times.TryGetValue(parts[stamp].Paragraph, out var value))
            {
                stamps[parts[stamp].Span.Start] = value;
            }
        }

        return true;
    }

    private void Times()
    {
        foreach (var box in boxes)
        {
            if (box.Datetime is { Length: > 0 } value)
            {
                times.TryAdd(box.FirstBlock, value);
            }
        }
    }

    // The first stamp of each element that has one and stands beside others of its kind.
    private List<(int Box, int Stamp)> Entries()
    {
        var stamps = Enumerable.Range(0, parts.Count).Where(i => IsStamp(parts[i])).ToList();
        if (stamps.Count < Least)
        {
            return [];
        }

        // Per parent, the children that hold stamps: the parent with most of them holds the entries.
        var held = new Dictionary<int, Dictionary<int, int>>();
        foreach (var stamp in stamps)
        {
            for (var box = layout.Page.Blocks[parts[stamp].Paragraph].Box; boxes[box].Parent >= 0; box = boxes[box].Parent)
            {
                var children = held.TryGetValue(boxes[box].Parent, out var known) ? known : held[boxes[box].Parent] = [];
                children.TryAdd(box, stamp);
            }
        }

        var best = held.Values.Select(c => c.Where(e => layout.WeightIn(e.Key) > 0).ToList()).MaxBy(c => c.Count) ?? [];
        return [.. best.Select(e => (e.Key, e.Value)).OrderBy(e => e.Value)];
    }

    private bool IsStamp(PagePart part)
    {
        if (part.Span.Length > LongestStamp || part.Kind is not (null or BlockKind.Byline or BlockKind.Boilerplate or BlockKind.Related))
        {
            return false;
        }

        if (times.ContainsKey(part.Paragraph))
        {
            return true;
        }

        var words = page.WordsOf(part.Span, 12);
        return (page.Knowledge.Dates.Clock(page.Text, words, 0, out _, out _, out var after) && after >= words.Count)
            || (page.Knowledge.Dates.At(page.Text, words, 0) is { Time: not null } date && date.After >= words.Count);
    }

    private bool IsLive(int box)
    {
        for (var steps = 0; box >= 0 && steps < 4; box = boxes[box].Parent, steps++)
        {
            if ((layout.RoleOf(box) & MarkupRole.Live) != MarkupRole.None)
            {
                return true;
            }
        }

        return false;
    }

    private void Label(int box, int stamp)
    {
        parts[stamp].As(BlockKind.Byline, "live-stamp");
        for (var i = stamp - 1; i >= 0 && parts[i].Paragraph >= boxes[box].FirstBlock; i--)
        {
            _ = IsOpen(parts[i]) ? parts[i].As(BlockKind.Related, "live-title") : parts[i];
        }

        for (var i = stamp + 1; i < parts.Count && parts[i].Paragraph < boxes[box].EndBlock; i++)
        {
            _ = IsOpen(parts[i]) ? parts[i].As(BlockKind.Related, "live-entry") : parts[i];
        }
    }

    // Undecided, or a heading.
    private bool IsOpen(PagePart part) => part.Kind is null or BlockKind.Headline || Layout.IsHeading(boxes[layout.Page.Blocks[part.Paragraph].Box].Tag);
}
