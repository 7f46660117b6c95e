namespace Dateline.Articles;

/// <summary>Compares the wording of two stretches by their words and their runs of three words.</summary>
internal sealed class NearCopies(PageWords words)
{
    private const int Limit = 120;

    /// <summary>The wording of a stretch, for comparing.</summary>
    public Wording Of(string text, TextSpan span)
    {
        var list = new List<PageWord>();
        words.Scan(text, span, list, Limit);
        var single = new HashSet<ulong>();
        var triples = new HashSet<ulong>();
        for (var i = 0; i < list.Count; i++)
        {
            single.Add(list[i].Hash);
            if (i + 2 < list.Count)
            {
                triples.Add((((list[i].Hash * 31) + list[i + 1].Hash) * 31) + list[i + 2].Hash);
            }
        }

        return new Wording(single, triples, list.Count);
    }

    /// <summary>A key that is equal for equal words in equal order, and how many words were looked at.</summary>
    public (ulong Key, int Words) KeyOf(string text, TextSpan span)
    {
        var list = new List<PageWord>();
        words.Scan(text, span, list, Limit);
        var key = (ulong)list.Count;
        foreach (var word in list)
        {
            key = (key ^ word.Hash) * 0x9E3779B97F4A7C15UL;
        }

        return (key, list.Count);
    }
}

/// <summary>The words and runs of three words of a stretch.</summary>
internal sealed record Wording(HashSet<ulong> Words, HashSet<ulong> Triples, int Count)
{
    /// <summary>Nearly the same words, one perhaps a little longer.</summary>
    public bool IsNearly(Wording other)
    {
        if (Count < 3 || other.Count < 3)
        {
            return false;
        }

        var (less, more) = Words.Count <= other.Words.Count ? (Words, other.Words) : (other.Words, Words);
        return less.Count * 10 >= more.Count * 7 && Shared(less, more) * 10 >= less.Count * 9
            && (Triples.Count < 3 || Shared(Triples, other.Triples) * 10 >= Math.Min(Triples.Count, other.Triples.Count) * 6);
    }

    /// <summary>One holds nearly all words of the other, as a headline inside a longer line.</summary>
    public bool Holds(Wording other) => other.Count >= 4 && Shared(other.Words, Words) * 10 >= other.Words.Count * 9;

    /// <summary>They tell the same: half the runs of three of the shorter one, or four fifths of its words, are in the other.</summary>
    public bool TellsTheSame(Wording other)
    {
        var (less, more) = Words.Count <= other.Words.Count ? (this, other) : (other, this);
        return less.Count >= 6
            && (Shared(less.Triples, more.Triples) * 2 >= less.Triples.Count || Shared(less.Words, more.Words) * 5 >= less.Words.Count * 4);
    }

    private static int Shared(HashSet<ulong> less, HashSet<ulong> more) => less.Count(more.Contains);
}
