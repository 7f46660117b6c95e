namespace Dateline.Events.Across;

/// <summary>What people decided about two tellings, before anything the program thinks of them.</summary>
/// <param name="Together">Pairs of keys that are of one event.</param>
/// <param name="Apart">Pairs of keys that are not.</param>
public sealed record GroupDecisions(IReadOnlySet<(string A, string B)> Together, IReadOnlySet<(string A, string B)> Apart)
{
    /// <summary>Nobody decided anything.</summary>
    public static GroupDecisions None { get; } = new(new HashSet<(string, string)>(), new HashSet<(string, string)>());

    /// <summary>The pair in the one order in which pairs are kept.</summary>
    public static (string A, string B) Pair(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}

/// <summary>
/// Brings the tellings of many reports together, as they arrive. What comes out depends on which tellings there are, never on their
/// order: a new one is compared with those it could meet, and every group its links touch is made anew from all its links, the
/// strongest first. No group ever holds two tellings that cannot be of one event.
/// </summary>
public sealed class EventGrouper(EventMatcher matcher, IMatchStore store)
{
    private const int Decided = int.MaxValue;
    private const int Likelier = 4; // points by which one happening is so much the likelier that another does not count
    private const int Timed = 1000; // links of tellings at one time come before all others, and those that state it before those told together

    /// <summary>Keeps new tellings and returns every group that may have changed, whole: keys in ordinal order, groups by their first key.</summary>
    /// <param name="added">New tellings, in any order.</param>
    /// <param name="decisions">What people decided.</param>
    /// <param name="copiesOf">Ids of the reports of which a report is a copy, or that are copies of it.</param>
    public IReadOnlyList<IReadOnlyList<string>> Add(IReadOnlyList<EventProfile> added, GroupDecisions decisions, Func<string, IReadOnlyCollection<string>> copiesOf)
    {
        foreach (var profile in added)
        {
            Meet(profile, copiesOf(profile.Report));
            store.Keep(profile, [.. MatchBlocks.Kept(profile).Distinct(StringComparer.Ordinal)]);
        }

        return Regroup(added.Select(p => p.Key), decisions);
    }

    /// <summary>Forgets a report; returns the keys of other tellings that were linked with it, to be grouped anew.</summary>
    public IReadOnlyList<string> Forget(string report)
    {
        var own = store.Of(report).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var linked = own.SelectMany(store.Links).Select(l => l.Other).Where(k => !own.Contains(k)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        store.Forget(report);
        return linked;
    }

    /// <summary>Groups anew whatever is linked with the tellings, after a decision about them.</summary>
    /// <param name="keys">Keys of tellings.</param>
    /// <param name="decisions">What people decided.</param>
    public IReadOnlyList<IReadOnlyList<string>> Regroup(IEnumerable<string> keys, GroupDecisions decisions)
    {
        var partners = decisions.Together.SelectMany(pair => new[] { pair, (A: pair.B, B: pair.A) }).ToLookup(pair => pair.A, pair => pair.B, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var groups = new List<IReadOnlyList<string>>();
        foreach (var key in keys)
        {
            if (!seen.Contains(key))
            {
                groups.AddRange(Group(Component(key, partners, seen), decisions));
            }
        }

        return [.. groups.OrderBy(g => g[0], StringComparer.Ordinal)];
    }

    private void Meet(EventProfile profile, IReadOnlyCollection<string> copies)
    {
        var compared = new HashSet<string>(StringComparer.Ordinal) { profile.Key };
        foreach (var other in store.Under([.. MatchBlocks.Sought(profile, matcher.Rules.Of(profile.Kind)).Distinct(StringComparer.Ordinal)]).Concat(copies.SelectMany(store.Of)))
        {
            if (compared.Add(other.Key) && matcher.Compare(profile, other, copies.Contains(other.Report, StringComparer.Ordinal)) is { IsOne: true } match)
            {
                store.Link(profile.Key, other.Key, ((int)match.Time * Timed) + match.Points);
            }
        }
    }

    /// <summary>Everything linked with a telling, over any number of links, with the links.</summary>
    private Linked Component(string start, ILookup<string, string> partners, HashSet<string> seen)
    {
        var linked = new Linked([], []);
        var waiting = new Stack<string>([start]);
        seen.Add(start);
        while (waiting.TryPop(out var key))
        {
            linked.Keys.Add(key);
            foreach (var (other, points) in store.Links(key).Concat(partners[key].Select(p => (p, Decided))))
            {
                if (string.CompareOrdinal(key, other) < 0)
                {
                    linked.Links.Add((key, other, points));
                }

                if (seen.Add(other))
                {
                    waiting.Push(other);
                }
            }
        }

        return linked;
    }

    private IEnumerable<IReadOnlyList<string>> Group(Linked linked, GroupDecisions decisions)
    {
        var groupOf = linked.Keys.ToDictionary(k => k, k => new List<string> { k }, StringComparer.Ordinal);
        var profiles = new Dictionary<string, EventProfile>(StringComparer.Ordinal);
        var refused = new HashSet<(List<string>, List<string>)>(); // groups only grow: what kept two of them apart goes on doing so
        var weak = linked.Links.Where(l => l.Points < Timed).SelectMany(l => new[] { l, (A: l.B, B: l.A, l.Points) }).ToLookup(l => l.A, l => (Other: l.B, l.Points), StringComparer.Ordinal);
        foreach (var (a, b, points) in linked.Links.OrderByDescending(l => l.Points).ThenBy(l => l.A, StringComparer.Ordinal).ThenBy(l => l.B, StringComparer.Ordinal))
        {
            var (left, right) = (groupOf[a], groupOf[b]);
            if (ReferenceEquals(left, right) || refused.Contains((left, right)) || (points < Timed && !IsOnly(a, b, points)))
            {
                continue;
            }

            if (points < Decided && !MayJoin(left, right, decisions, profiles))
            {
                refused.Add((left, right));
                refused.Add((right, left));
                continue;
            }

            left.AddRange(right);
            right.ForEach(key => groupOf[key] = left);
        }

        foreach (var group in groupOf.Values.Distinct())
        {
            group.Sort(StringComparer.Ordinal);
            yield return group;
        }

        // A telling that nothing dates joins a happening only when nothing else it could be of, about as likely, is another happening.
        bool IsOnly(string a, string b, int points) => IsAlone(a, b, points) && IsAlone(b, a, points);

        bool IsAlone(string a, string b, int points) => weak[a].All(p => p.Points + Likelier <= points || (p.Points < points && AreOfOneReport(p.Other, b, profiles)) || ReferenceEquals(groupOf[p.Other], groupOf[b]) || IsOpen(p.Other, b));

        bool IsOpen(string p, string other) => p == other || matcher.Compare(Profile(p, profiles), Profile(other, profiles)).Apart is null;
    }

    // a report that tells one happening twice, without knowing it
    private bool AreOfOneReport(string a, string b, Dictionary<string, EventProfile> profiles) => string.Equals(Profile(a, profiles).Report, Profile(b, profiles).Report, StringComparison.Ordinal);

    // What people put together is one telling here: it stands apart from another only when all of its parts do.
    private bool MayJoin(List<string> left, List<string> right, GroupDecisions decisions, Dictionary<string, EventProfile> profiles)
    {
        if (left.Exists(a => right.Exists(b => decisions.Apart.Contains(GroupDecisions.Pair(a, b)))))
        {
            return false;
        }

        var rights = Units(right, decisions);
        return Units(left, decisions).TrueForAll(own => rights.TrueForAll(theirs => own.Exists(a => theirs.Exists(b => matcher.Compare(Profile(a, profiles), Profile(b, profiles)).Apart is null))));
    }

    private EventProfile Profile(string key, Dictionary<string, EventProfile> profiles) => profiles.TryGetValue(key, out var known) ? known : profiles[key] = store.Get(key);

    private static List<List<string>> Units(List<string> group, GroupDecisions decisions)
    {
        if (decisions.Together.Count == 0)
        {
            return group.ConvertAll(key => new List<string> { key });
        }

        var units = new List<List<string>>();
        foreach (var key in group)
        {
            var own = units.FindAll(u => u.Exists(other => decisions.Together.Contains(GroupDecisions.Pair(key, other))));
            units.RemoveAll(own.Contains);
            units.Add([key, .. own.SelectMany(u => u)]);
        }

        return units;
    }

    private sealed record Linked(List<string> Keys, List<(string A, string B, int Points)> Links);
}
