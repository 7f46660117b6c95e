namespace Dateline.Events.Across;

/// <summary>Keeps tellings in memory, for some thousand reports.</summary>
public sealed class MemoryMatchStore : IMatchStore
{
    private readonly Dictionary<string, EventProfile> profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EventProfile>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EventProfile>> byReport = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Other, int Points)>> links = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Keep(EventProfile profile, IReadOnlyCollection<string> keys)
    {
        profiles.Add(profile.Key, profile);
        Put(byReport, profile.Report, profile);
        foreach (var key in keys)
        {
            Put(byKey, key, profile);
        }
    }

    /// <inheritdoc/>
    public void Forget(string report)
    {
        foreach (var profile in Of(report).ToList())
        {
            profiles.Remove(profile.Key);
            foreach (var (other, _) in Links(profile.Key))
            {
                links[other].RemoveAll(l => string.Equals(l.Other, profile.Key, StringComparison.Ordinal));
            }

            links.Remove(profile.Key);
            foreach (var kept in byKey.Values)
            {
                kept.Remove(profile);
            }
        }

        byReport.Remove(report);
    }

    /// <inheritdoc/>
    public EventProfile Get(string key) => profiles[key];

    /// <inheritdoc/>
    public IEnumerable<EventProfile> Under(IReadOnlyCollection<string> keys) => keys.SelectMany(key => byKey.GetValueOrDefault(key, [])).DistinctBy(p => p.Key, StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<EventProfile> Of(string report) => byReport.GetValueOrDefault(report, []);

    /// <inheritdoc/>
    public void Link(string a, string b, int points)
    {
        Put(links, a, (b, points));
        Put(links, b, (a, points));
    }

    /// <inheritdoc/>
    public IEnumerable<(string Other, int Points)> Links(string key) => links.GetValueOrDefault(key, []);

    private static void Put<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }
}
