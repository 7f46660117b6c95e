namespace Dateline.Views;

/// <summary>Which paragraphs of a text are new, changed and gone.</summary>
public static class ParagraphDiff
{
    private const int Most = 3000; // paragraphs of a page; more are no story
    private const double Alike = 0.5; // of the words of the longer one: it is the same paragraph, changed (judged by the authors)

    /// <summary>Pairs of paragraphs that differ, in the order of the texts: gone without a second, new without a first.</summary>
    public static IReadOnlyList<(string? Before, string? After)> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (was, now) = (before.Take(Most).ToList(), after.Take(Most).ToList());
        var common = Common(was, now);
        var changes = new List<(string?, string?)>();
        var (b, a) = (0, 0);
        foreach (var (nextBefore, nextAfter) in common.Append((was.Count, now.Count)))
        {
            changes.AddRange(Between(was[b..nextBefore], now[a..nextAfter]));
            (b, a) = (nextBefore + 1, nextAfter + 1);
        }

        return changes;
    }

    /// <summary>The longest run of paragraphs that stand in both, in order.</summary>
    private static List<(int Before, int After)> Common(List<string> was, List<string> now)
    {
        var longest = new int[was.Count + 1, now.Count + 1];
        for (var b = was.Count - 1; b >= 0; b--)
        {
            for (var a = now.Count - 1; a >= 0; a--)
            {
                longest[b, a] = was[b] == now[a] ? longest[b + 1, a + 1] + 1 : Math.Max(longest[b + 1, a], longest[b, a + 1]);
            }
        }

        var common = new List<(int, int)>();
        for (var (b, a) = (0, 0); b < was.Count && a < now.Count;)
        {
            if (was[b] == now[a])
            {
                common.Add((b++, a++));
            }
            else if (longest[b + 1, a] >= longest[b, a + 1])
            {
                b++;
            }
            else
            {
                a++;
            }
        }

        return common;
    }

    private static IEnumerable<(string? Before, string? After)> Between(List<string> gone, List<string> added)
    {
        foreach (var paragraph in added)
        {
            var like = gone.Find(other => Share(other, paragraph) >= Alike);
            if (like is not null)
            {
                gone.Remove(like);
            }

            yield return (like, paragraph);
        }

        foreach (var paragraph in gone)
        {
            yield return (paragraph, null);
        }
    }

    private static double Share(string one, string other)
    {
        var (own, theirs) = (Words(one), Words(other));
        return own.Count == 0 || theirs.Count == 0 ? 0 : (double)own.Intersect(theirs, StringComparer.Ordinal).Count() / Math.Max(own.Count, theirs.Count);
    }

    private static HashSet<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
