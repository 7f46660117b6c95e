using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Dateline.Ledger.Sqlite;

/// <summary>Full text search with counts by facet.</summary>
internal static class SqliteSearch
{
    // Facets count the best of very many: what people look at, at a cost that does not grow.
    private const int MostCounted = 1000;

    // Reports with their events first, so that each event's terms are looked up once per report that tells it.
    private const string FacetSql = """
        WITH told AS MATERIALIZED (SELECT DISTINCT m.report, m.event FROM json_each($1) j JOIN mentions m ON m.report = j.value WHERE m.event IS NOT NULL)
        SELECT 'kind', e.kind, count(DISTINCT told.report) FROM told JOIN events e ON e.id = told.event GROUP BY e.kind
        UNION ALL SELECT t.facet, t.name, count(DISTINCT told.report) FROM told JOIN event_terms x ON x.event = told.event JOIN terms t ON t.id = x.term WHERE t.name <> '' GROUP BY t.facet, t.name
        UNION ALL SELECT 'month', substr(r.day, 1, 7), count(*) FROM json_each($1) j JOIN reports r ON r.id = j.value WHERE r.day IS NOT NULL GROUP BY 2
        """;

    public static SearchResult Run(SqliteSession session, string query, LedgerFilter filter, int most, string reportColumns, Func<SqliteDataReader, ReportRow> reportOf)
    {
        var match = Match(query);
        if (match.Length == 0)
        {
            return new SearchResult(0, [], 0, []);
        }

        var (where, values) = SqliteFilter.Of(filter);
        var next = values.Count;
        // The plus keeps the filter out of the index of words, which would be asked once for each report of the filter.
        var only = filter.IsAll ? "" : $" AND +rowid IN (SELECT m.report FROM mentions m JOIN events e ON e.id = m.event {where})";
        var total = session.Number($"SELECT count(*) FROM words WHERE words MATCH ${next + 1}{only}", [.. values, match]);
        var best = session.All(
            $"""
            SELECT {reportColumns}, f.rank FROM (SELECT rowid, rank FROM words WHERE words MATCH ${next + 1}{only} ORDER BY rank LIMIT ${next + 2}) f
            JOIN reports r ON r.id = f.rowid
            """,
            row => (Report: reportOf(row), Rank: Math.Round(row.GetDouble(5), 6)),
            [.. values, match, MostCounted]);
        var ordered = best.OrderBy(found => found.Rank).ThenBy(found => found.Report.Id, StringComparer.Ordinal).Select(found => found.Report).ToList();
        var shown = ordered.Take(most).Select(report => (report, (IReadOnlyList<string>)session.All(
            "SELECT DISTINCT e.public_id FROM mentions m JOIN events e ON e.id = m.event WHERE m.report = $1 AND e.rejected = 0 ORDER BY e.public_id", row => row.GetString(0), report.Number))).ToList();
        return new SearchResult(total, shown, ordered.Count, Facets(session, ordered));
    }

    /// <summary>Every word a term of its own, so that no sign of the index's own language slips in; words in quotation marks stay together.</summary>
    private static string Match(string query)
    {
        var match = new StringBuilder();
        var parts = query.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            var phrases = i % 2 == 1 ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            foreach (var phrase in phrases.Where(phrase => phrase.Any(char.IsLetterOrDigit)))
            {
                var begins = i % 2 == 0 && phrase.EndsWith('*');
                match.Append('"').Append(phrase.TrimEnd('*')).Append(begins ? "\"* " : "\" ");
            }
        }

        return match.ToString().TrimEnd();
    }

    private static List<(string Facet, string Value, long Reports)> Facets(SqliteSession session, List<ReportRow> reports)
    {
        var list = "[" + string.Join(',', reports.Select(report => report.Number.ToString(CultureInfo.InvariantCulture))) + "]";
        var counts = session.All(FacetSql, row => (Facet: row.GetString(0), Value: row.GetString(1), Reports: row.GetInt64(2)), list);
        return [.. counts.OrderBy(c => c.Facet, StringComparer.Ordinal).ThenByDescending(c => c.Reports).ThenBy(c => c.Value, StringComparer.Ordinal)];
    }
}
