namespace Dateline.Articles;

/// <summary>Marks headlines, captions and body lines that tell what an earlier one told in nearly the same words.</summary>
internal static class Duplicates
{
    private const int Kept = 64;
    private const int LeastBody = 6;

    /// <summary>For each part the index of the one it repeats, or null.</summary>
    public static int?[] Find(Page page)
    {
        var found = new int?[page.Parts.Count];
        var heads = new List<(int Index, Wording Wording)>();
        var captions = new List<(int Index, Wording Wording)>();
        var bodies = new Dictionary<ulong, int>();
        for (var i = 0; i < page.Parts.Count; i++)
        {
            var part = page.Parts[i];
            if (part.Kind is not (BlockKind.Headline or BlockKind.Caption or BlockKind.Body) || part.Span.Length > 1500)
            {
                continue;
            }

            var wording = page.Knowledge.Copies.Of(page.Text, part.Span);
            found[i] = part.Kind switch
            {
                BlockKind.Headline => First(heads, h => h.IsNearly(wording) || h.Holds(wording) || wording.Holds(h)),
                BlockKind.Caption => First(captions, c => c.TellsTheSame(wording) || c.IsNearly(wording)) ?? First(heads, h => h.IsNearly(wording)),
                _ => wording.Count < LeastBody ? null : First(captions, c => c.IsNearly(wording)) ?? (bodies.TryGetValue(Key(wording), out var same) ? same : null),
            };
            if (found[i] is null)
            {
                Keep(part, i, wording, heads, captions, bodies);
            }
        }

        return found;
    }

    private static void Keep(PagePart part, int index, Wording wording, List<(int Index, Wording Wording)> heads, List<(int Index, Wording Wording)> captions, Dictionary<ulong, int> bodies)
    {
        if (part.Kind == BlockKind.Body)
        {
            bodies.TryAdd(Key(wording), index);
        }
        else if (part.Kind == BlockKind.Headline && heads.Count < Kept)
        {
            heads.Add((index, wording));
        }
        else if (captions.Count < Kept)
        {
            captions.Add((index, wording));
        }
    }

    // Order-free sum over the runs of three words: equal for equal wording.
    private static ulong Key(Wording wording)
    {
        var key = (ulong)wording.Count;
        foreach (var triple in wording.Triples)
        {
            key += triple * 0x9E3779B97F4A7C15UL;
        }

        return key;
    }

    private static int? First(List<(int Index, Wording Wording)> earlier, Func<Wording, bool> same)
    {
        foreach (var (index, wording) in earlier)
        {
            if (same(wording))
            {
                return index;
            }
        }

        return null;
    }
}
