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
/// order: a new account is compared with those it could meet, and every group its links touch is made anew from all its links, the
/// strongest first. No group ever holds two tellings that cannot be of one event.
/// </summary>
public sealed class EventGrouper(EventMatcher matcher, IMatchStore store)
{
    internal const int Timed = 1000; // links of tellings at one time come before all others, and those that state it before those told together

    /// <summary>Keeps new tellings and returns every group that may have changed, whole, in any order.</summary>
    /// <param name="added">New tellings: all of a report's, reports in any order.</param>
    /// <param name="decisions">What people decided.</param>
    /// <param name="copies">The accounts that copies of a report give, as far as they are kept.</param>
    public IReadOnlyList<EventGroup> Add(IReadOnlyList<EventProfile> added, GroupDecisions decisions, Func<string, IReadOnlyCollection<long>> copies)
    {
        ArgumentNullException.ThrowIfNull(copies);
        foreach (var report in added.GroupBy(telling => telling.Report, StringComparer.Ordinal))
        {
            Keep([.. report], copies(report.Key));
        }

        return Regroup(added.Select(p => p.Key), decisions);
    }

    /// <summary>Forgets a report; returns the keys of other tellings that were linked with it, to be grouped anew.</summary>
    /// <param name="report">Its id.</param>
    /// <param name="copies">The accounts that copies of a report give, without those of the report itself.</param>
    public IReadOnlyList<string> Forget(string report, Func<string, IReadOnlyCollection<long>> copies)
    {
        ArgumentNullException.ThrowIfNull(copies);
        var own = store.AccountsOf(report);
        var linked = own.SelectMany(store.Links).Select(l => l.Other).Concat(own).ToHashSet();
        var left = own.Where(account => store.Tellings(account).Count > 1).ToList();
        store.Forget(report);
        foreach (var account in left)
        {
            // The report may have been the only copy that spoke for a link.
            store.Unlink(account);
            Meet(account, [.. store.Tellings(account).Select(key => key[..key.LastIndexOf('/')]).SelectMany(copies).Distinct()]);
        }

        return [.. linked.Except(own.Except(left)).SelectMany(store.Tellings).Order(StringComparer.Ordinal)];
    }

    /// <summary>Groups anew whatever is linked with the tellings, after a decision about them.</summary>
    /// <param name="keys">Keys of tellings.</param>
    /// <param name="decisions">What people decided.</param>
    public IReadOnlyList<EventGroup> Regroup(IEnumerable<string> keys, GroupDecisions decisions)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var decided = new DecidedTellings(decisions, store);
        var seen = new HashSet<long>();
        var groups = new List<EventGroup>();
        foreach (var account in keys.Select(store.AccountOf).Distinct().ToList())
        {
            if (!seen.Contains(account))
            {
                groups.AddRange(new LinkedAccounts(matcher, store, decided, account, seen).Groups());
            }
        }

        return groups;
    }

    /// <summary>The keys of a group's tellings, in ordinal order.</summary>
    public IReadOnlyList<string> Keys(EventGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return [.. group.Parts.SelectMany(part => part.Telling is { } key ? [key] : store.Tellings(part.Account).Where(telling => !part.Without.Contains(telling))).Order(StringComparer.Ordinal)];
    }

    private void Keep(List<EventProfile> tellings, IReadOnlyCollection<long> copies)
    {
        var kept = store.Keep([.. tellings.Zip(AccountNames.Of(tellings, matcher))]);
        for (var i = 0; i < kept.Count; i++)
        {
            var (account, isNew) = kept[i];
            if (isNew)
            {
                Meet(account, copies);
                store.File(account, [.. MatchBlocks.Kept(tellings[i]).Distinct(StringComparer.Ordinal)]);
            }
            else
            {
                Meet(account, copies, copies);
            }
        }
    }

    private void Meet(long account, IReadOnlyCollection<long> copies)
    {
        var profile = store.Of(account);
        Meet(account, store.Under([.. MatchBlocks.Sought(profile, matcher.Rules.Of(profile.Kind)).Distinct(StringComparer.Ordinal)]).Union(copies), copies);
    }

    private void Meet(long account, IEnumerable<long> others, IReadOnlyCollection<long> copies)
    {
        var profile = store.Of(account);
        foreach (var other in others)
        {
            if (other != account && matcher.Compare(profile, store.Of(other), copies.Contains(other)) is { IsOne: true } match)
            {
                store.Link(account, other, ((int)match.Time * Timed) + match.Points);
            }
        }
    }
}

/// <summary>Tellings of one event.</summary>
/// <param name="Parts">The accounts and single tellings it is made of.</param>
public sealed record EventGroup(IReadOnlyList<EventGroupPart> Parts);

/// <summary>An account with the tellings that give it, or one of these that people decided about.</summary>
/// <param name="Account">The account.</param>
/// <param name="Telling">The key of the one telling that is meant, or null.</param>
/// <param name="Without">Tellings of the account that are parts of their own.</param>
public sealed record EventGroupPart(long Account, string? Telling, IReadOnlySet<string> Without);
