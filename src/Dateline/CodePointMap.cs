namespace Dateline;

/// <summary>Translates UTF-16 positions of one text into Unicode code point positions, the unit of every border.</summary>
public sealed class CodePointMap
{
    private readonly int[] lowSurrogates;

    /// <summary>Maps one text; costs one pass, and nothing after it when the text stays inside the basic plane.</summary>
    public CodePointMap(string text)
    {
        var found = new List<int>();
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                found.Add(i);
            }
        }

        lowSurrogates = [.. found];
    }

    /// <summary>Code points before the given UTF-16 position.</summary>
    public int ToCodePoints(int position)
    {
        if (lowSurrogates.Length == 0)
        {
            return position;
        }

        var at = Array.BinarySearch(lowSurrogates, position);
        return position - (at >= 0 ? at : ~at);
    }

    /// <summary>The UTF-16 position before which that many code points stand.</summary>
    public int ToUtf16(int codePoints)
    {
        // The n-th low surrogate stands n code points further back than its position says.
        var (low, high) = (0, lowSurrogates.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (lowSurrogates[middle] - middle <= codePoints)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return codePoints + low;
    }
}
