using System.Globalization;
using Dateline.Sources;

namespace Dateline.Ledger.Sql;

/// <summary>Which reports carry one text, as SQL.</summary>
internal sealed class SqlCopies(SqlSession session, WriterCache cache)
{
    private readonly HashSet<long> nearer = []; // reports that have a nearer copy now, or none any more

    private const int Unknown = -1; // the day of a report without one
    private const int Ahead = 7; // days more are looked up than asked for: the next report may be of the next day
    private const int Near = 3; // days: so soon a copy is looked for by one sample in common, later by two, or every set phrase would be looked into
    private const int Least = (int)CopyRelation.Edited; // from here on two texts are one

    private const string AddSql = """
        INSERT INTO copies(report, other, relation, shared) VALUES($1, $2, $3, $4) ON CONFLICT(report, other) DO UPDATE SET relation = excluded.relation, shared = excluded.shared
        """;

    private const string SketchSql = "SELECT r.id, r.public_id, r.day, g.sketch, g.profiles_size, g.profiles_compressed, g.profiles, r.nearest FROM reports r JOIN readings g ON g.id = r.reading WHERE r.id = $1";

    private const string AccountsSql = """
        SELECT DISTINCT m.account FROM reports r JOIN copies c ON c.report = r.id JOIN mentions m ON m.report = c.other WHERE r.public_id = $1 AND c.relation >= $2 AND m.account IS NOT NULL
        """;

    public IReadOnlyList<SketchRow> Alike(long report, string? day, int days, IEnumerable<uint> samples)
    {
        var number = DayNumber(day);
        var shared = new Dictionary<long, (int Samples, bool IsNear)>();
        foreach (var hash in samples)
        {
            foreach (var (other, theirs) in number == Unknown ? UnderAnyDay(hash) : Under(hash, number, days))
            {
                if (number == Unknown || theirs == Unknown || Math.Abs(theirs - number) <= days)
                {
                    shared[other] = (shared.GetValueOrDefault(other).Samples + 1, number != Unknown && theirs != Unknown && Math.Abs(theirs - number) <= Near);
                }
            }
        }

        shared.Remove(report);
        return [.. shared.Where(s => s.Value.IsNear || s.Value.Samples > 1).Select(s => SketchOf(s.Key))];
    }

    // What many reports have in common is looked up again and again while their copies come in.
    private List<(long Report, int Day)> Under(uint hash, int day, int days)
    {
        if (cache.Under(hash) is { } known && known.First <= day - days && day + days <= known.Last)
        {
            return known.Reports;
        }

        var (first, last) = (day - days - Ahead, day + days + Ahead);
        var found = session.All("SELECT report, day FROM samples WHERE hash = $1 AND day BETWEEN $2 AND $3", row => (row.GetInt64(0), row.GetInt32(1)), (long)hash, first, last);
        found.AddRange(session.All("SELECT report, day FROM samples WHERE hash = $1 AND day = $2", row => (row.GetInt64(0), row.GetInt32(1)), (long)hash, Unknown));
        cache.PutUnder(hash, new SampleReports(first, last, found));
        return found;
    }

    private List<(long Report, int Day)> UnderAnyDay(uint hash) => session.All("SELECT report, day FROM samples WHERE hash = $1", row => (row.GetInt64(0), row.GetInt32(1)), (long)hash);

    private SketchRow SketchOf(long report)
    {
        if (cache.SketchOf(report) is { } known)
        {
            return known;
        }

        var row = session.One(SketchSql, SketchOf, report);
        cache.Put(row);
        return row;
    }

    private static SketchRow SketchOf(System.Data.Common.DbDataReader row)
    {
        var day = row.IsDBNull(2) ? null : row.GetString(2);
        return new SketchRow(row.GetInt64(0), RecordChanges.Candidate(row.GetString(1), day, TextSketch.From(row.GetFieldValue<byte[]>(3)), ComparedText.Open(SqlTransaction.PackedOf(row, 4))), row.IsDBNull(7) ? null : row.GetDouble(7));
    }

    public void AddSamples(long report, string? day, IEnumerable<uint> samples)
    {
        foreach (var hash in samples)
        {
            session.Run("INSERT INTO samples(hash, day, report) VALUES($1, $2, $3) ON CONFLICT DO NOTHING", (long)hash, DayNumber(day), report);
            cache.AddUnder(hash, report, DayNumber(day), DayNumber(day) == Unknown);
        }
    }

    public void Add(long report, long other, CopyMatch match)
    {
        session.Run(AddSql, report, other, (int)match.Relation, match.Shared);
        session.Run(AddSql, other, report, (int)match.Relation, match.Shared);
        if (match.IsCopy)
        {
            Nearer(report, match.Shared);
            Nearer(other, match.Shared);
        }
    }

    // How near the nearest copy is stands in the events of the report.
    private void Nearer(long report, double shared)
    {
        var row = SketchOf(report);
        if (!(row.Nearest >= shared))
        {
            cache.Put(row with { Nearest = shared });
            session.Run("UPDATE reports SET nearest = $2 WHERE id = $1", report, shared);
            nearer.Add(report);
        }
    }

    public IReadOnlyCollection<long> AccountsOf(string reportId) => session.All(AccountsSql, row => row.GetInt64(0), reportId, Least);

    /// <summary>Forgets a report; returns those that were copies of it.</summary>
    public IReadOnlyList<long> Remove(long report)
    {
        var others = Neighbours(report);
        cache.RemoveSketch(report);
        var kept = session.One("SELECT g.samples, r.day FROM reports r JOIN readings g ON g.id = r.reading WHERE r.id = $1", row => (Samples: row.GetFieldValue<byte[]>(0), Day: row.IsDBNull(1) ? null : row.GetString(1)), report);
        foreach (var hash in new ComparedText(default, [], kept.Samples).SampleHashes())
        {
            session.Run("DELETE FROM samples WHERE hash = $1 AND day = $2 AND report = $3", (long)hash, DayNumber(kept.Day), report);
            cache.RemoveUnder(hash);
        }

        session.Run("DELETE FROM copies WHERE report IN (SELECT other FROM copies WHERE report = $1) AND other = $1", report);
        session.Run("DELETE FROM copies WHERE report = $1", report);
        foreach (var other in others)
        {
            session.Run("UPDATE reports SET nearest = (SELECT max(shared) FROM copies WHERE report = $1 AND relation >= $2) WHERE id = $1", other, Least);
            cache.RemoveSketch(other);
            nearer.Add(other);
        }

        nearer.Remove(report);
        return others;
    }

    /// <summary>Names the groups anew that reports joined or left; returns the events of the reports whose group has another name now.</summary>
    public IReadOnlyCollection<long> Group(IReadOnlyCollection<long> added, IReadOnlyCollection<long> lost)
    {
        var seen = new HashSet<long>();
        var touched = new HashSet<long>();
        foreach (var report in lost)
        {
            if (!seen.Contains(report))
            {
                Name(Component(report, seen), touched);
            }
        }

        var waiting = added.ToHashSet();
        foreach (var report in added)
        {
            waiting.Remove(report);
            if (Neighbours(report) is { Count: > 0 } others && !Follow(report, waiting, touched))
            {
                var groups = Groups(report).Select(g => g.Group).Append(GroupOf(report)).OfType<string>().Distinct(StringComparer.Ordinal);
                Name([.. others.Append(report).Concat(groups.SelectMany(Members)).Distinct()], touched);
            }
        }

        touched.UnionWith(nearer.SelectMany(EventsOf));
        nearer.Clear();
        return touched;
    }

    private List<long> Neighbours(long report) => session.All("SELECT other FROM copies WHERE report = $1 AND relation >= $2", row => row.GetInt64(0), report, Least);

    /// <summary>Puts a report into the one group that all its copies are in, but for those whose turn is still to come; false when there is more to do.</summary>
    private bool Follow(long report, HashSet<long> waiting, HashSet<long> touched)
    {
        var groups = Groups(report).Where(g => g.Alone is not { } other || !waiting.Contains(other)).ToList();
        if (groups is not [{ Group: { } group }] || GroupOf(report) is not null)
        {
            return false;
        }

        var first = session.Value("SELECT min(public_id) FROM reports WHERE copy_group = $1", group) as string;
        if (string.CompareOrdinal(first, session.Value("SELECT public_id FROM reports WHERE id = $1", report) as string) > 0)
        {
            return false;
        }

        Put(report, group, touched);
        return true;
    }

    private string? GroupOf(long report) => session.Value("SELECT copy_group FROM reports WHERE id = $1", report) as string;

    /// <summary>The groups of a report's copies, and those of its copies that are in none yet.</summary>
    private List<(string? Group, long? Alone)> Groups(long report) => session.All(
        "SELECT DISTINCT o.copy_group, CASE WHEN o.copy_group IS NULL THEN o.id END FROM copies c JOIN reports o ON o.id = c.other WHERE c.report = $1 AND c.relation >= $2",
        row => (row.IsDBNull(0) ? null : row.GetString(0), row.IsDBNull(1) ? (long?)null : row.GetInt64(1)),
        report,
        Least);

    private List<long> Members(string group) => session.All("SELECT id FROM reports WHERE copy_group = $1", row => row.GetInt64(0), group);

    private void Put(long report, string? group, HashSet<long> touched)
    {
        session.Run("UPDATE reports SET copy_group = $2 WHERE id = $1", report, group);
        touched.UnionWith(EventsOf(report));
    }

    private List<long> EventsOf(long report) => session.All("SELECT event FROM mentions WHERE report = $1 AND event IS NOT NULL", row => row.GetInt64(0), report);

    private List<long> Component(long start, HashSet<long> seen)
    {
        var found = new List<long>();
        var waiting = new Stack<long>([start]);
        seen.Add(start);
        while (waiting.TryPop(out var report))
        {
            found.Add(report);
            foreach (var other in Neighbours(report))
            {
                if (seen.Add(other))
                {
                    waiting.Push(other);
                }
            }
        }

        return found;
    }

    private void Name(List<long> component, HashSet<long> touched)
    {
        var rows = component.ConvertAll(id => (Number: id, Row: session.One("SELECT public_id, copy_group FROM reports WHERE id = $1", row => (Id: row.GetString(0), Group: row.IsDBNull(1) ? null : row.GetString(1)), id)));
        var name = rows.Count == 1 ? null : EventIds.CopyGroup(rows.Select(r => r.Row.Id).Min(StringComparer.Ordinal)!);
        foreach (var (number, _) in rows.Where(r => !string.Equals(r.Row.Group, name, StringComparison.Ordinal)))
        {
            Put(number, name, touched);
        }
    }

    private static int DayNumber(string? day) => day is null ? Unknown : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
}
