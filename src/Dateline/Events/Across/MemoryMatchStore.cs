namespace Dateline.Events.Across;

/// <summary>Keeps tellings in memory, for some thousand reports.</summary>
public sealed class MemoryMatchStore : IMatchStore
{
    private readonly Dictionary<long, Account> accounts = [];
    private readonly Dictionary<string, long> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<long>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(EventProfile Telling, long Account)>> byReport = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> byTelling = new(StringComparer.Ordinal);
    private long last;

    /// <inheritdoc/>
    public IReadOnlyList<(long Account, bool IsNew)> Keep(IReadOnlyList<(EventProfile Telling, string Account)> tellings)
    {
        var kept = new List<(long, bool)>();
        foreach (var (telling, name) in tellings)
        {
            var isNew = !byName.TryGetValue(name, out var number);
            if (isNew)
            {
                byName.Add(name, number = ++last);
                accounts.Add(number, new Account(telling with { Report = name, Event = "" }, name));
            }

            accounts[number].Tellings.Add(telling.Key);
            byTelling.Add(telling.Key, number);
            Put(byReport, telling.Report, (telling, number));
            kept.Add((number, isNew));
        }

        Count(tellings.Count > 0 ? byReport[tellings[0].Telling.Report] : [], 1);
        return kept;
    }

    /// <inheritdoc/>
    public void File(long account, IReadOnlyCollection<string> keys)
    {
        foreach (var key in keys)
        {
            if (!byKey.TryGetValue(key, out var kept))
            {
                byKey.Add(key, kept = []);
            }

            kept.Add(account);
        }
    }

    /// <inheritdoc/>
    public void Forget(string report)
    {
        if (!byReport.Remove(report, out var told))
        {
            return;
        }

        Count(told, -1);
        foreach (var (telling, number) in told)
        {
            byTelling.Remove(telling.Key);
            accounts[number].Tellings.Remove(telling.Key);
            if (accounts[number].Tellings.Count == 0)
            {
                Unlink(number);
                byName.Remove(accounts[number].Name);
                accounts.Remove(number);
                foreach (var kept in byKey.Values)
                {
                    kept.Remove(number);
                }
            }
        }
    }

    /// <inheritdoc/>
    public EventProfile Of(long account) => accounts[account].Profile;

    /// <inheritdoc/>
    public long AccountOf(string key) => byTelling[key];

    /// <inheritdoc/>
    public IReadOnlyList<string> Tellings(long account) => [.. accounts[account].Tellings];

    /// <inheritdoc/>
    public IReadOnlyList<EventProfile> TellingsOf(string report) => byReport.GetValueOrDefault(report, []).ConvertAll(told => told.Telling);

    /// <inheritdoc/>
    public IReadOnlyCollection<long> AccountsOf(string report) => byReport.GetValueOrDefault(report, []).ConvertAll(told => told.Account);

    /// <inheritdoc/>
    public IReadOnlyCollection<long> Under(IReadOnlyCollection<string> keys) => keys.SelectMany(key => byKey.GetValueOrDefault(key, [])).ToHashSet();

    /// <inheritdoc/>
    public void Link(long a, long b, int points)
    {
        accounts[a].Links[b] = Math.Max(points, accounts[a].Links.GetValueOrDefault(b, points));
        accounts[b].Links[a] = accounts[a].Links[b];
    }

    /// <inheritdoc/>
    public void Unlink(long account)
    {
        foreach (var other in accounts[account].Links.Keys)
        {
            accounts[other].Links.Remove(account);
        }

        accounts[account].Links.Clear();
    }

    /// <inheritdoc/>
    public IReadOnlyList<(long Other, int Points)> Links(long account) => [.. accounts[account].Links.Select(link => (link.Key, link.Value))];

    /// <inheritdoc/>
    public IReadOnlyList<(long Other, int Reports)> Beside(long account) => [.. accounts[account].Beside.Where(other => other.Value > 0).Select(other => (other.Key, other.Value))];

    private void Count(List<(EventProfile Telling, long Account)> told, int step)
    {
        foreach (var (a, first) in told)
        {
            foreach (var (b, second) in told)
            {
                if (first != second && string.Equals(a.Kind, b.Kind, StringComparison.Ordinal))
                {
                    accounts[first].Beside[second] = accounts[first].Beside.GetValueOrDefault(second) + step;
                }
            }
        }
    }

    private static void Put<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }

    private sealed record Account(EventProfile Profile, string Name)
    {
        public HashSet<string> Tellings { get; } = new(StringComparer.Ordinal);

        public Dictionary<long, int> Links { get; } = [];

        public Dictionary<long, int> Beside { get; } = [];
    }
}
