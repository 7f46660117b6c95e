using System.Runtime.CompilerServices;

namespace Dateline;

/// <summary>
/// Numbers words in the order they are added, and finds the number of a word that stands somewhere in a text. Every token of every
/// report is looked up here: half empty, one line of memory for a word that nobody knows. Safe for many threads once filled.
/// </summary>
internal sealed class WordTable
{
    private readonly List<string> words = [];
    private ulong[] slots = new ulong[1 << 10]; // hash in the upper half, number + 1 in the lower

    /// <summary>Number of words.</summary>
    public int Count => words.Count;

    /// <summary>The word of a number.</summary>
    public string this[int number] => words[number];

    /// <summary>The number of a word, adding it when it is new.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (Find(word) is >= 0 and var known)
        {
            return known;
        }

        if ((words.Count + 1) * 2 > slots.Length)
        {
            Grow();
        }

        words.Add(word.ToString());
        Put(HashOf(word), words.Count);
        return words.Count - 1;
    }

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var hash = HashOf(word);
        var mask = slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            var slot = slots[at];
            if (slot == 0)
            {
                return -1;
            }

            if ((uint)(slot >> 32) == hash && word.SequenceEqual(words[(int)(uint)slot - 1]))
            {
                return (int)(uint)slot - 1;
            }
        }
    }

    private void Grow()
    {
        slots = new ulong[slots.Length * 2];
        for (var i = 0; i < words.Count; i++)
        {
            Put(HashOf(words[i]), i + 1);
        }
    }

    private void Put(uint hash, int number)
    {
        var mask = slots.Length - 1;
        var at = (int)hash & mask;
        while (slots[at] != 0)
        {
            at = (at + 1) & mask;
        }

        slots[at] = ((ulong)hash << 32) | (uint)number;
    }

    // FNV-1a over the characters, then mixed, as only the lowest bits choose the slot.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash ^ (hash >> 15);
    }
}
