using Dateline.Events.Across;

namespace Dateline.Ledger.Sql;

/// <summary>Tellings and sketches looked up of late. Emptied when another program has written, and when a transaction failed.</summary>
internal sealed class WriterCache
{
    private const int Most = 20_000; // sketches of some 2 KB
    private const int MostTellings = 12_000; // of some 3 KB

    private readonly Dictionary<long, SketchRow> sketches = [];
    private readonly Dictionary<long, EventProfile> profiles = [];
    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);
    private long version = -1;

    /// <summary>Empties it when another connection has written since the last transaction.</summary>
    public void Check(SqlSession session)
    {
        var now = session.DataVersion();
        if (now != version)
        {
            Clear();
            version = now;
        }
    }

    public void Clear()
    {
        ClearProfiles();
        sketches.Clear();
    }

    public SketchRow? SketchOf(long report) => sketches.GetValueOrDefault(report);

    public void Put(SketchRow sketch)
    {
        if (sketches.Count >= Most)
        {
            sketches.Clear();
        }

        sketches[sketch.Number] = sketch;
    }

    public void RemoveSketch(long report) => sketches.Remove(report);

    public EventProfile? Of(long mention) => profiles.GetValueOrDefault(mention);

    public long? NumberOf(string key) => numbers.TryGetValue(key, out var number) ? number : null;

    public void Put(long mention, EventProfile profile)
    {
        if (profiles.Count >= MostTellings)
        {
            ClearProfiles();
        }

        profiles[mention] = profile;
        numbers[profile.Key] = mention;
    }

    public void Remove(long mention, string key)
    {
        profiles.Remove(mention);
        numbers.Remove(key);
    }

    private void ClearProfiles()
    {
        profiles.Clear();
        numbers.Clear();
    }
}
