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

            if (part.Kind == BlockKind.Body)
            {
                found[i] = OfBody(page, i, captions, bodies);
                continue;
            }

            var wording = page.Knowledge.Copies.Of(page.Text, part.Span);
            found[i] = part.Kind == BlockKind.Headline
                ? First(heads, h => h.IsNearly(wording) || h.Holds(wording) || wording.Holds(h))
                : First(captions, c => c.TellsTheSame(wording) || c.IsNearly(wording)) ?? First(heads, h => h.IsNearly(wording));
            var kept = part.Kind == BlockKind.Headline ? heads : captions;
            if (found[i] is null && kept.Count < Kept)
            {
                kept.Add((i, wording));
            }
        }

        return found;
    }

    // Most paragraphs repeat nothing: their words are put into sets only where there is a caption to compare them with.
    private static int? OfBody(Page page, int index, List<(int Index, Wording Wording)> captions, Dictionary<ulong, int> bodies)
    {
        var span = page.Parts[index].Span;
        var (key, words) = page.Knowledge.Copies.KeyOf(page.Text, span);
        if (words >= LeastBody)
        {
            var wording = captions.Count > 0 ? page.Knowledge.Copies.Of(page.Text, span) : null;
            if (wording is not null && First(captions, c => c.IsNearly(wording)) is { } caption)
            {
                return caption;
            }

            if (bodies.TryGetValue(key, out var same))
            {
                return same;
            }
        }

        bodies.TryAdd(key, index);
        return null;
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
