using Dateline.Events.Across;

namespace Dateline.Ledger.Sqlite;

/// <summary>Tellings looked up of late, by their mention. Emptied when another program has written, and when a transaction failed.</summary>
internal sealed class ProfileCache
{
    private const int Most = 20_000; // some 2 KB each

    private readonly Dictionary<long, EventProfile> profiles = [];
    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);
    private long version = -1;

    /// <summary>Empties it when another connection has written since the last transaction.</summary>
    public void Check(SqliteSession session)
    {
        var now = session.Number("PRAGMA data_version");
        if (now != version)
        {
            Clear();
            version = now;
        }
    }

    public void Clear()
    {
        profiles.Clear();
        numbers.Clear();
    }

    public EventProfile? Of(long mention) => profiles.GetValueOrDefault(mention);

    public long? NumberOf(string key) => numbers.TryGetValue(key, out var number) ? number : null;

    public void Put(long mention, EventProfile profile)
    {
        if (profiles.Count >= Most)
        {
            Clear();
        }

        profiles[mention] = profile;
        numbers[profile.Key] = mention;
    }

    public void Remove(long mention, string key)
    {
        profiles.Remove(mention);
        numbers.Remove(key);
    }
}
