using Dateline.Events.Across;

namespace Dateline.Ledger.Sql;

/// <summary>Accounts, sketches and numbers looked up of late. Emptied when another program has written, and when a transaction failed.</summary>
internal sealed class WriterCache
{
    private const int Most = 6_000; // sketches of some 2 KB
    private const int MostAccounts = 10_000; // of some 3 KB
    private const int ManyReports = 8;
    private const int MostSampled = 300_000; // of 16 bytes
    private const int MostNumbers = 10_000;

    private readonly Dictionary<long, SketchRow> sketches = [];
    private readonly Dictionary<long, EventProfile> accounts = [];
    private readonly Dictionary<string, long> accountNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<EventTerm, long> terms = [];
    private readonly Dictionary<uint, SampleReports> samples = [];
    private int sampled;
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
        sampled = 0;
        numbers.Clear();
        terms.Clear();
    }

    public SketchRow? SketchOf(long report) => sketches.GetValueOrDefault(report);

    public void Put(SketchRow sketch) => Room(sketches, Most)[sketch.Number] = sketch;

    public void RemoveSketch(long report) => sketches.Remove(report);

    /// <summary>The reports under a sample of their wording; null when they are not known.</summary>
    public SampleReports? Under(uint sample) => samples.GetValueOrDefault(sample);

    /// <summary>Keeps the reports under a sample when they are many.</summary>
    public void PutUnder(uint sample, SampleReports reports)
    {
        if (reports.Reports.Count < ManyReports)
        {
            return;
        }

        if (sampled > MostSampled)
        {
            samples.Clear();
            sampled = 0;
        }

        sampled += reports.Reports.Count;
        samples[sample] = reports;
    }

    /// <summary>Notes another report under a sample whose reports are known.</summary>
    public void AddUnder(uint sample, long report, int day, bool isUnknown)
    {
        if (samples.TryGetValue(sample, out var known) && (isUnknown || (known.First <= day && day <= known.Last)))
        {
            sampled++;
            known.Reports.Add((report, day));
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

/// <summary>The reports under a sample of their wording.</summary>
/// <param name="First">From this day on.</param>
/// <param name="Last">Up to this one.</param>
/// <param name="Reports">They, and those of which no day is known.</param>
internal sealed record SampleReports(int First, int Last, List<(long Report, int Day)> Reports);
