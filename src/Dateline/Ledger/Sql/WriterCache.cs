using Dateline.Events.Across;

namespace Dateline.Ledger.Sql;

/// <summary>Accounts, sketches and numbers looked up of late. Emptied when another program has written, and when a transaction failed.</summary>
internal sealed class WriterCache
{
    private const int Most = 12_000; // sketches of some 2 KB
    private const int MostAccounts = 8_000; // of some 3 KB
    private const int ManyReports = 8;
    private const int MostSamples = 4_000;
    private const int MostNumbers = 40_000;

    private readonly Dictionary<long, SketchRow> sketches = [];
    private readonly Dictionary<long, EventProfile> accounts = [];
    private readonly Dictionary<string, long> accountNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<EventTerm, long> terms = [];
    private readonly Dictionary<uint, List<(long Report, int Day)>> samples = [];
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
        ClearAccounts();
        sketches.Clear();
        samples.Clear();
        numbers.Clear();
        terms.Clear();
    }

    public SketchRow? SketchOf(long report) => sketches.GetValueOrDefault(report);

    public void Put(SketchRow sketch) => Room(sketches, Most)[sketch.Number] = sketch;

    public void RemoveSketch(long report) => sketches.Remove(report);

    /// <summary>The reports under a sample of their wording, with their days; null when they are not known.</summary>
    public List<(long Report, int Day)>? Under(uint sample) => samples.GetValueOrDefault(sample);

    /// <summary>Keeps the reports under a sample when they are many.</summary>
    public void PutUnder(uint sample, List<(long Report, int Day)> reports)
    {
        if (reports.Count >= ManyReports)
        {
            Room(samples, MostSamples)[sample] = reports;
        }
    }

    public void RemoveUnder(uint sample) => samples.Remove(sample);

    public EventProfile? Of(long account) => accounts.GetValueOrDefault(account);

    public long? AccountOf(string name) => accountNumbers.TryGetValue(name, out var number) ? number : null;

    public void Put(long account, EventProfile profile)
    {
        if (accounts.Count >= MostAccounts)
        {
            ClearAccounts();
        }

        accounts[account] = profile;
        accountNumbers[profile.Report] = account;
    }

    public void RemoveAccount(long account)
    {
        if (accounts.Remove(account, out var profile))
        {
            accountNumbers.Remove(profile.Report);
        }
    }

    /// <summary>The mention of a telling's key.</summary>
    public long? NumberOf(string key) => numbers.TryGetValue(key, out var number) ? number : null;

    public void PutNumber(string key, long mention) => Room(numbers, MostNumbers)[key] = mention;

    public void RemoveNumber(string key) => numbers.Remove(key);

    public long? NumberOf(EventTerm term) => terms.TryGetValue(term, out var number) ? number : null;

    public void Put(EventTerm term, long number) => Room(terms, MostNumbers)[term] = number;

    private static Dictionary<TKey, TValue> Room<TKey, TValue>(Dictionary<TKey, TValue> cached, int most)
        where TKey : notnull
    {
        if (cached.Count >= most)
        {
            cached.Clear();
        }

        return cached;
    }

    private void ClearAccounts()
    {
        accounts.Clear();
        accountNumbers.Clear();
    }
}
