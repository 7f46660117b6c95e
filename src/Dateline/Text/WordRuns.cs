namespace Dateline.Text;

/// <summary>
/// Runs of neighbouring words as hashes, for telling how much wording two texts share. Words are letters and digits in lower case;
/// everything between them is left out, so that quotation marks, dashes and line ends make no difference.
/// </summary>
public static class WordRuns
{
    private const uint Start = 2166136261; // FNV-1a, 32 bits
    private const uint Prime = 16777619;

    /// <summary>Adds the hash of every run of <paramref name="length"/> words.</summary>
    /// <param name="text">The words.</param>
    /// <param name="length">Words per run, at least 1.</param>
    /// <param name="runs">Takes the hashes.</param>
    public static void Add(ReadOnlySpan<char> text, int length, ICollection<uint> runs)
    {
        Span<uint> last = stackalloc uint[length];
        var words = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var hash = Start;
            for (; i < text.Length && (char.IsLetterOrDigit(text[i]) || (IsInside(text[i]) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))); i++)
            {
                if (char.IsLetterOrDigit(text[i]))
                {
                    hash = (hash ^ char.ToLowerInvariant(text[i])) * Prime;
                }
            }

            last[words % length] = hash;
            if (++words >= length)
            {
                runs.Add(Joined(last, words, length));
            }
        }
    }

    private static uint Joined(ReadOnlySpan<uint> last, int words, int length)
    {
        var hash = Start;
        for (var i = words - length; i < words; i++)
        {
            hash = (hash ^ last[i % length]) * Prime;
            hash ^= hash >> 15;
        }

        return hash;
    }

    // an apostrophe, straight or curly, belongs to its word
    private static bool IsInside(char character) => character is '\'' or '\u2019';
}
