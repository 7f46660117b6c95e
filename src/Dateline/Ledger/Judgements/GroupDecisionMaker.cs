using Dateline.Events.Across;

namespace Dateline.Ledger.Judgements;

/// <summary>Turns merges and splits into pairs of tellings that are, or are not, of one event. Of two that contradict each other the later holds.</summary>
internal sealed class GroupDecisionMaker
{
    private readonly List<HashSet<string>> together = [];
    private readonly HashSet<(string A, string B)> apart = [];

    /// <summary>What was decided about the tellings that a record has now.</summary>
    /// <param name="book">The judgements.</param>
    /// <param name="find">The key of a telling in the record, or null.</param>
    public static GroupDecisions Make(JudgementBook book, Func<TellingRef, string?> find)
    {
        var maker = new GroupDecisionMaker();
        foreach (var judgement in book.InForce)
        {
            if (judgement.Kind is JudgementKind.Merge)
            {
                maker.Merge(Found(judgement.Tellings, find));
            }
            else if (judgement.Kind is JudgementKind.Split)
            {
                maker.Split(Found(judgement.Tellings, find), Found(judgement.Rest, find));
            }
        }

        return new GroupDecisions(maker.together.SelectMany(Star).ToHashSet(), maker.apart);
    }

    private static HashSet<string> Found(IReadOnlyList<TellingRef> tellings, Func<TellingRef, string?> find) => tellings.Select(find).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private void Merge(HashSet<string> keys)
    {
        foreach (var group in together.FindAll(group => group.Overlaps(keys)))
        {
            together.Remove(group);
            keys.UnionWith(group);
        }

        apart.RemoveWhere(pair => keys.Contains(pair.A) && keys.Contains(pair.B));
        together.Add(keys);
    }

    private void Split(HashSet<string> leaving, HashSet<string> staying)
    {
        foreach (var group in together.FindAll(group => group.Overlaps(leaving) && group.Overlaps(staying)))
        {
            together.Remove(group);
            together.Add([.. group.Where(leaving.Contains)]);
            together.Add([.. group.Where(key => !leaving.Contains(key))]);
        }

        apart.UnionWith(leaving.SelectMany(key => staying.Where(other => other != key).Select(other => GroupDecisions.Pair(key, other))));
    }

    /// <summary>Each with the first: enough to hold all together.</summary>
    private static IEnumerable<(string A, string B)> Star(HashSet<string> group)
    {
        var first = group.Min(StringComparer.Ordinal);
        return first is null ? [] : group.Where(key => key != first).Select(key => GroupDecisions.Pair(first, key));
    }
}
