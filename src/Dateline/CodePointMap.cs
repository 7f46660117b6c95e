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
}
