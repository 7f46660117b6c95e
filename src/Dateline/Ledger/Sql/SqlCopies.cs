using System.Globalization;
using Dateline.Sources;

namespace Dateline.Ledger.Sql;

/// <summary>Which reports carry one text, as SQL.</summary>
internal sealed class SqlCopies(SqlSession session, WriterCache cache)
{
    private const int Unknown = -1; // the day of a report without one
    private const int Near = 3; // days: so soon a copy is looked for by one sample in common, later by two, or every set phrase would be looked into
    private const int Least = (int)CopyRelation.Edited; // from here on two texts are one

    private const string AddSql = """
        INSERT INTO copies(report, other, relation, shared) VALUES($1, $2, $3, $4) ON CONFLICT(report, other) DO UPDATE SET relation = excluded.relation, shared = excluded.shared
        """;

    private const string SketchSql = "SELECT r.id, r.public_id, r.day, g.sketch FROM reports r JOIN readings g ON g.id = r.reading WHERE r.id = $1";

    public IReadOnlyList<SketchRow> Alike(long report, string? day, int days, IEnumerable<uint> samples)
    {
        var number = DayNumber(day);
        var shared = new Dictionary<long, (int Samples, bool IsNear)>();
        foreach (var hash in samples)
        {
            foreach (var (other, theirs) in number == Unknown ? UnderAnyDay(hash) : [.. Under(hash, number - days, number + days), .. Under(hash, Unknown, Unknown)])
            {
                shared[other] = (shared.GetValueOrDefault(other).Samples + 1, number != Unknown && theirs != Unknown && Math.Abs(theirs - number) <= Near);
            }
        }

        shared.Remove(report);
        return [.. shared.Where(s => s.Value.IsNear || s.Value.Samples > 1).Select(s => SketchOf(s.Key))];
    }

    private List<(long Report, int Day)> Under(uint hash, int first, int last) =>
        session.All("SELECT report, day FROM samples WHERE hash = $1 AND day BETWEEN $2 AND $3", row => (row.GetInt64(0), row.GetInt32(1)), (long)hash, first, last);

    private List<(long Report, int Day)> UnderAnyDay(uint hash) => session.All("SELECT report, day FROM samples WHERE hash = $1", row => (row.GetInt64(0), row.GetInt32(1)), (long)hash);

    private SketchRow SketchOf(long report)
    {
        if (cache.SketchOf(report) is { } known)
        {
            return known;
        }

        var row = session.All(SketchSql, row => new SketchRow(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), TextSketch.From(row.GetFieldValue<byte[]>(3))), report)[0];
        cache.Put(row);
        return row;
    }

    public void AddSamples(long report, string? day, IEnumerable<uint> samples)
    {
        foreach (var hash in samples)
        {
            session.Run("INSERT INTO samples(hash, day, report) VALUES($1, $2, $3) ON CONFLICT DO NOTHING", (long)hash, DayNumber(day), report);
        }
    }

    public void Add(long report, long other, CopyMatch match)
    {
        session.Run(AddSql, report, other, (int)match.Relation, match.Shared);
        session.Run(AddSql, other, report, (int)match.Relation, match.Shared);
    }

    public IReadOnlyList<string> Of(string reportId) => session.All(
        "SELECT o.public_id FROM reports r JOIN copies c ON c.report = r.id JOIN reports o ON o.id = c.other WHERE r.public_id = $1 AND c.relation >= $2", row => row.GetString(0), reportId, Least);

    /// <summary>The members of an event with what each has in common with those that carry the same text.</summary>
    public static IReadOnlyList<MentionRow> WithShares(SqlSession session, IReadOnlyList<MentionRow> mentions)
    {
        var shares = new Dictionary<long, double>();
        foreach (var text in mentions.Where(m => m.Report.CopyGroup is not null).GroupBy(m => m.Text, StringComparer.Ordinal))
        {
            var reports = text.Select(m => m.Report.Number).ToHashSet();
            foreach (var report in reports.Count < 2 ? [] : reports)
            {
                var nearest = session.All("SELECT other, shared FROM copies WHERE report = $1", row => (Other: row.GetInt64(0), Shared: row.GetDouble(1)), report).Where(c => reports.Contains(c.Other)).Select(c => c.Shared).DefaultIfEmpty().Max();
                if (nearest > 0)
                {
                    shares.Add(report, nearest);
                }
            }
        }

        return shares.Count == 0 ? mentions : [.. mentions.Select(m => shares.TryGetValue(m.Report.Number, out var shared) ? m with { Shared = shared } : m)];
    }

    /// <summary>Forgets a report; returns those that were copies of it.</summary>
    public IReadOnlyList<long> Remove(long report)
    {
        var others = Neighbours(report);
        cache.RemoveSketch(report);
        var kept = session.All("SELECT g.samples, r.day FROM reports r JOIN readings g ON g.id = r.reading WHERE r.id = $1", row => (Samples: row.GetFieldValue<byte[]>(0), Day: row.IsDBNull(1) ? null : row.GetString(1)), report)[0];
        foreach (var hash in new ComparedText(default, [], kept.Samples).SampleHashes())
        {
            session.Run("DELETE FROM samples WHERE hash = $1 AND day = $2 AND report = $3", (long)hash, DayNumber(kept.Day), report);
        }

        session.Run("DELETE FROM copies WHERE report IN (SELECT other FROM copies WHERE report = $1) AND other = $1", report);
        session.Run("DELETE FROM copies WHERE report = $1", report);
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

        foreach (var report in added)
        {
            if (Neighbours(report) is { Count: > 0 } others)
            {
                Name([.. others.Append(report).SelectMany(SameGroup).Distinct()], touched);
            }
        }

        return touched;
    }

    private List<long> Neighbours(long report) => session.All("SELECT other FROM copies WHERE report = $1 AND relation >= $2", row => row.GetInt64(0), report, Least);

    /// <summary>The report and all that are in its group so far.</summary>
    private IEnumerable<long> SameGroup(long report) =>
        session.All("SELECT o.id FROM reports r JOIN reports o ON o.copy_group = r.copy_group WHERE r.id = $1", row => row.GetInt64(0), report).Append(report);

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
        var rows = component.ConvertAll(id => (Number: id, Row: session.All("SELECT public_id, copy_group FROM reports WHERE id = $1", row => (Id: row.GetString(0), Group: row.IsDBNull(1) ? null : row.GetString(1)), id)[0]));
        var name = rows.Count == 1 ? null : EventIds.CopyGroup(rows.Select(r => r.Row.Id).Min(StringComparer.Ordinal)!);
        foreach (var (number, _) in rows.Where(r => !string.Equals(r.Row.Group, name, StringComparison.Ordinal)))
        {
            session.Run("UPDATE reports SET copy_group = $2 WHERE id = $1", number, name);
            touched.UnionWith(session.All("SELECT event FROM mentions WHERE report = $1 AND event IS NOT NULL", row => row.GetInt64(0), number));
        }
    }

    private static int DayNumber(string? day) => day is null ? Unknown : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
}
