namespace Dateline.Annotations.Attributions;

/// <summary>Finds the attributions whose content holds given words, without looking at all of a long report's.</summary>
internal sealed class CoveringAttributions
{
    private readonly List<(TextSpan Content, int Attribution)> contents = [];
    private readonly int[] furthest; // the largest end among the contents up to each
    private readonly List<int> found = [];

    public CoveringAttributions(IReadOnlyList<Attribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            foreach (var content in attributions[i].Content)
            {
                contents.Add((content, i));
            }
        }

        contents.Sort((a, b) => a.Content.Start != b.Content.Start ? a.Content.Start.CompareTo(b.Content.Start) : a.Attribution.CompareTo(b.Attribution));
        furthest = new int[contents.Count];
        var end = 0;
        for (var i = 0; i < furthest.Length; i++)
        {
            furthest[i] = end = Math.Max(end, contents[i].Content.End);
        }
    }

    /// <summary>Indexes of the attributions, in their order; good until the next question.</summary>
    public IReadOnlyList<int> Of(TextSpan words)
    {
        found.Clear();
        Add(words);
        found.Sort();
        return found;
    }

    /// <summary>Indexes of the attributions that hold the words or the first of some others; good until the next question.</summary>
    public IReadOnlyList<int> Of(TextSpan words, IReadOnlyList<TextSpan> others)
    {
        found.Clear();
        Add(words);
        if (others.Count > 0)
        {
            Add(others[0]);
        }

        found.Sort();
        return found;
    }

    private void Add(TextSpan words)
    {
        for (var i = LastFrom(words.Start); i >= 0 && furthest[i] >= words.End; i--)
        {
            if (contents[i].Content.Contains(words) && !found.Contains(contents[i].Attribution))
            {
                found.Add(contents[i].Attribution);
            }
        }
    }

    // The last content that begins at or before a position, or -1.
    private int LastFrom(int position)
    {
        var (low, high) = (0, contents.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (contents[middle].Content.Start <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
