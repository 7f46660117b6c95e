using System.Globalization;
using System.Data.Common;

namespace Dateline.Ledger.Sql;

/// <summary>Full text search with counts by facet.</summary>
internal static class SqlSearch
{
    // Facets count the best of very many: what people look at, at a cost that does not grow.
    private const int MostCounted = 1000;

    // Reports with their events first, so that each event's terms are looked up once per report that tells it.
    private static string FacetSql(SqlSession session) => $"""
        WITH told AS MATERIALIZED (SELECT DISTINCT m.report, m.event FROM {session.NumbersOf("$1")} j JOIN mentions m ON m.report = j.value WHERE m.event IS NOT NULL)
        SELECT 'kind', e.kind, count(DISTINCT told.report) FROM told JOIN events e ON e.id = told.event GROUP BY e.kind
        UNION ALL SELECT t.facet, t.name, count(DISTINCT told.report) FROM told JOIN event_terms x ON x.event = told.event JOIN terms t ON t.id = x.term WHERE t.name <> '' GROUP BY t.facet, t.name
        UNION ALL SELECT 'month', substr(r.day, 1, 7), count(*) FROM {session.NumbersOf("$1")} j JOIN reports r ON r.id = j.value WHERE r.day IS NOT NULL GROUP BY 2
        """;

    public static SearchResult Run(SqlSession session, string query, LedgerFilter filter, int most, string reportColumns, Func<DbDataReader, ReportRow> reportOf)
    {
        var parts = Parts(query).ToList();
        if (parts.Count == 0)
        {
            return new SearchResult(0, [], 0, []);
        }

        var match = session.Words.Query(parts);
        var (where, values) = SqlFilter.Of(filter);
        var next = values.Count;
        var only = filter.IsAll ? "" : $"{{0}} IN (SELECT m.report FROM mentions m JOIN events e ON e.id = m.event {where})";
        var found = session.Words.Found($"${next + 1}", only);
        var best = session.All(
            $"SELECT {reportColumns}, f.rank, f.total FROM (SELECT report, rank, count(*) OVER () AS total FROM {found} w ORDER BY rank LIMIT ${next + 2}) f JOIN reports r ON r.id = f.report",
            row => (Report: reportOf(row), Rank: Math.Round(row.GetDouble(5), 6), Total: row.GetInt64(6)),
            [.. values, match, MostCounted]);
        var total = best.Count > 0 ? best[0].Total : 0;
        var ordered = best.OrderBy(found => found.Rank).ThenBy(found => found.Report.Id, StringComparer.Ordinal).Select(found => found.Report).ToList();
        var shown = ordered.Take(most).Select(report => (report, (IReadOnlyList<string>)session.All(
            "SELECT DISTINCT e.public_id FROM mentions m JOIN events e ON e.id = m.event WHERE m.report = $1 AND NOT e.rejected ORDER BY e.public_id", row => row.GetString(0), report.Number))).ToList();
        return new SearchResult(total, shown, ordered.Count, Facets(session, ordered));
    }

    private static IEnumerable<(string Words, bool Begins)> Parts(string query)
    {
        var parts = query.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            var phrases = i % 2 == 1 ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            foreach (var phrase in phrases.Where(phrase => phrase.Any(char.IsLetterOrDigit)))
            {
                yield return (phrase.TrimEnd('*'), i % 2 == 0 && phrase.EndsWith('*'));
            }
        }
    }

    private static List<(string Facet, string Value, long Reports)> Facets(SqlSession session, List<ReportRow> reports)
    {
        var list = "[" + string.Join(',', reports.Select(report => report.Number.ToString(CultureInfo.InvariantCulture))) + "]";
        var counts = session.All(FacetSql(session), row => (Facet: row.GetString(0), Value: row.GetString(1), Reports: row.GetInt64(2)), list);
        return [.. counts.OrderBy(c => c.Facet, StringComparer.Ordinal).ThenByDescending(c => c.Reports).ThenBy(c => c.Value, StringComparer.Ordinal)];
    }
}
