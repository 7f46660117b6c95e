using Dateline.Documents;
using Dateline.Ledger.Judgements;
using Dateline.Ledger.Outside;
using Dateline.Sources;
using System.Data.Common;

namespace Dateline.Ledger.Sql;

/// <summary>What readers ask, as SQL, in one read transaction: all answers are of one moment.</summary>
internal sealed class SqlReader : ILedgerReader
{
    private const string ReportColumns = "r.id, r.public_id, r.source, r.head, r.copy_group";
    private const string EventColumns = "e.id, e.public_id, e.size, e.compressed, e.bytes";

    private const string RunsSql = """
        SELECT u.program, u.knowledge, count(*) FROM reports r JOIN readings g ON g.id = r.reading JOIN runs u ON u.id = g.run
        GROUP BY u.program, u.knowledge ORDER BY max(u.id) DESC
        """;

    private const int AtOnce = 32; // reports fetched by one statement

    private static string Places => string.Join(", ", Enumerable.Range(1, AtOnce).Select(i => "$" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly string SomeReadings = $"""
        SELECT {ReportColumns}, g.size, g.compressed, g.bytes FROM reports r JOIN readings g ON g.id = r.reading
        WHERE r.id IN ({Places})
        """;

    private static readonly string TellingsOfSome = $"SELECT m.report, m.number, e.public_id FROM mentions m JOIN events e ON e.id = m.event WHERE m.report IN ({Places})";

    private readonly SqlSession session;

    public SqlReader(SqlSession session)
    {
        this.session = session;
        session.BeginRead();
    }

    public void Dispose() => session.RollBack();

    public LedgerCounts Count() => new(
        session.Number("SELECT count(*) FROM blobs"),
        session.Number("SELECT sum(size) FROM blobs"),
        session.Number("SELECT count(*) FROM sightings"),
        CountReports(),
        session.Number("SELECT count(*) FROM events WHERE NOT rejected"),
        session.Number("SELECT count(*) FROM events WHERE rejected"),
        session.Number("SELECT count(*) FROM mentions"),
        session.Number("SELECT count(*) FROM judgements"),
        session.Bytes(),
        (string?)session.Value("SELECT min(day) FROM reports"),
        (string?)session.Value("SELECT max(day) FROM reports"),
        session.All(RunsSql, row => (new RunInfo(row.GetString(0), row.GetString(1)), row.GetInt64(2))));

    public long CountReports() => session.Number("SELECT count(*) FROM reports");

    public IEnumerable<ReportRow> Reports() => session.Each($"SELECT {ReportColumns} FROM reports r ORDER BY r.day IS NULL, r.day, r.public_id", ReportOf);

    // The numbers first: rows with their heads are too long to be sorted.
    public IReadOnlyList<ReportRow> Latest(int skip, int most) => session.All(
        $"""
        SELECT {ReportColumns} FROM (SELECT id FROM reports ORDER BY day IS NULL, day DESC, public_id LIMIT $2 OFFSET $1) c JOIN reports r ON r.id = c.id
        ORDER BY r.day IS NULL, r.day DESC, r.public_id
        """,
        ReportOf,
        skip,
        most);

    public IReadOnlyList<SourceRow> Sources(int most) => session.All(
        """
        SELECT min(t.value), min(t.name), count(DISTINCT x.event) FROM terms t JOIN event_terms x ON x.term = t.id WHERE t.facet = $1
        GROUP BY CASE WHEN t.value = '' THEN t.folded ELSE t.value END ORDER BY 3 DESC, 2 LIMIT $2
        """,
        row => new SourceRow(row.GetString(0) is { Length: > 0 } id ? id : null, row.GetString(1), row.GetInt64(2)),
        EventFacet.Source,
        most);

    public IEnumerable<EventRow> Events(LedgerFilter filter)
    {
        var (where, values) = SqlFilter.Of(filter, alwaysEvents: true);
        return session.Each($"SELECT {EventColumns} FROM events e {where} ORDER BY e.first_day IS NULL, e.first_day, e.public_id", EventOf, [.. values]);
    }

    public IReadOnlyList<EventHead> Heads(LedgerFilter filter)
    {
        var (where, values) = SqlFilter.Of(filter, alwaysEvents: true);
        return session.All(
            $"SELECT e.public_id, e.kind, e.status, e.first_day, e.last_day FROM events e {where} ORDER BY e.first_day IS NULL, e.first_day, e.public_id",
            row => new EventHead(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4)),
            [.. values]);
    }

    public EventRow? Event(string id) =>
        session.All($"SELECT {EventColumns} FROM events e WHERE e.public_id = $1", EventOf, id) is [var own, ..] ? own
        : session.All($"SELECT {EventColumns} FROM mentions m JOIN events e ON e.id = m.event WHERE m.alias = $1", EventOf, id) is [var other, ..] ? other
        : null;

    public IEnumerable<ReportReading> Readings(LedgerFilter filter, int findings = 0)
    {
        var (where, values) = SqlFilter.Of(filter);
        var only = findings == 0 ? where : where.Length == 0 ? "WHERE " + Has(findings) : where + " AND " + Has(findings);
        return filter.IsAll ? Readings(only) : Readings(false, $"JOIN mentions m ON m.report = r.id JOIN events e ON e.id = m.event {only}", values);
    }

    public IEnumerable<ReportReading> ReadingsOf(EventRow happening, int findings = 0) =>
        Readings(false, "JOIN mentions m ON m.report = r.id JOIN events e ON e.id = m.event WHERE e.id = $1" + (findings == 0 ? "" : " AND " + Has(findings)), [happening.Number]);

    // reports stored before the bits were known may say anything
    private static string Has(int findings) => FormattableString.Invariant($"((r.findings & {findings}) <> 0 OR (r.findings > 0 AND r.findings < {FindingBits.Known}))");

    public ReportReading? ReadingOf(string id) => Readings(true, "LEFT JOIN mentions m ON m.report = r.id LEFT JOIN events e ON e.id = m.event WHERE r.public_id = $1", [id]).FirstOrDefault();

    public IReadOnlyList<string> ReportsLike(string beginning) =>
        session.All("SELECT public_id FROM reports WHERE public_id >= $1 AND public_id < $2 ORDER BY public_id LIMIT 10", row => row.GetString(0), beginning, beginning + "~");

    public IEnumerable<Judgement> Judgements() => SqlJudgements.All(session);

    public IReadOnlyList<PersonRef> PersonsOf(string name) => SqlJudgements.PersonsOf(session, name);

    public IOutsideLedgers Outside => new SqlOutside(session);

    public IReadOnlyList<RunRow> Runs() => SqlReadings.Runs(session);

    public IReadOnlyList<ChosenReading> ChosenReadings(long upToRun) => [.. SqlReadings.Chosen(session, upToRun)];

    public KeptReading Reading(ChosenReading reading) => SqlReadings.Of(session, reading.Number);

    public ChosenReading ReadingOf(ReportRow report) => session.One(
        "SELECT g.id, r.blob, r.entry, g.run, g.sighting FROM reports r JOIN readings g ON g.id = r.reading WHERE r.id = $1",
        row => new ChosenReading(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetInt64(3), row.GetInt64(4), report.Id),
        report.Number);

    public RawDocument Document(ChosenReading reading) => SqlReadings.Document(session, reading);

    public IReadOnlySet<long> InRecord() => session.All("SELECT reading FROM reports", row => row.GetInt64(0)).ToHashSet();

    public IReadOnlyList<ChosenReading> VersionsOf(string address)
    {
        // What a page says its address is stands in the head of its report.
        var blobs = session.All($"SELECT blob FROM sightings WHERE url = $1 OR source = $1 UNION SELECT r.blob FROM reports r WHERE {session.UrlOfHead} = $1", row => row.GetInt64(0), address).ToHashSet();
        return [.. SqlReadings.Chosen(session, long.MaxValue).Where(reading => reading.Entry == 0 && blobs.Contains(reading.Blob))];
    }

    public SearchResult Search(string query, LedgerFilter filter, int most) => SqlSearch.Run(session, query, filter, most, ReportColumns, ReportOf);

    public (Packed Bytes, string MediaType) Bytes(ReportRow report) => session.One(
        """
        SELECT b.size, b.compressed, b.bytes, s.media_type FROM reports r JOIN blobs b ON b.id = r.blob JOIN readings g ON g.id = r.reading JOIN sightings s ON s.id = g.sighting
        WHERE r.id = $1
        """,
        row => (SqlTransaction.PackedOf(row, 0), row.GetString(3)),
        report.Number);

    public IReadOnlyList<CopyRow> CopiesOf(ReportRow report) => session.All(
        "SELECT r.public_id, c.relation, c.shared FROM copies c JOIN reports r ON r.id = c.other WHERE c.report = $1 ORDER BY r.public_id",
        row => new CopyRow(row.GetString(0), (CopyRelation)row.GetInt32(1), row.GetDouble(2)),
        report.Number);

    internal static ReportRow ReportOf(DbDataReader row, int at) =>
        new(row.GetInt64(at), row.GetString(at + 1), row.GetString(at + 2), row.GetFieldValue<byte[]>(at + 3), row.IsDBNull(at + 4) ? null : row.GetString(at + 4));

    private static ReportRow ReportOf(DbDataReader row) => ReportOf(row, 0);

    internal static EventRow EventOf(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), SqlTransaction.PackedOf(row, 2));

    /// <summary>Reports with their readings and the events they tell of. Which reports comes first, without the readings: rows with them are too long to be sorted.</summary>
    private IEnumerable<ReportReading> Readings(bool isWhole, string joins, IReadOnlyList<object?> values)
    {
        var told = session.All(
            $"SELECT r.id, m.number, e.public_id FROM reports r {joins} ORDER BY r.day IS NULL, r.day, r.public_id",
            row => (Report: row.GetInt64(0), Number: row.IsDBNull(1) ? null : row.GetString(1), Event: row.IsDBNull(2) ? null : row.GetString(2)),
            [.. values]);
        foreach (var some in ByReport(told).Chunk(AtOnce))
        {
            var kept = session.All(SomeReadings, row => (Report: ReportOf(row), Reading: SqlTransaction.PackedOf(row, 5)), Numbers([.. some.Select(one => one.Report)])).ToDictionary(row => row.Report.Number);
            foreach (var (report, events) in some)
            {
                yield return new ReportReading(kept[report].Report, kept[report].Reading, events, isWhole);
            }
        }
    }

    /// <summary>Whole reports: whoever wants only the first of them does not wait for what all the others tell of.</summary>
    private IEnumerable<ReportReading> Readings(string where)
    {
        foreach (var some in session.All($"SELECT r.id FROM reports r {where} ORDER BY r.day IS NULL, r.day, r.public_id", row => row.GetInt64(0)).Chunk(AtOnce))
        {
            var told = session.All(TellingsOfSome, row => (Report: row.GetInt64(0), Number: row.GetString(1), Event: row.GetString(2)), Numbers(some)).ToLookup(row => row.Report);
            var kept = session.All(SomeReadings, row => (Report: ReportOf(row), Reading: SqlTransaction.PackedOf(row, 5)), Numbers(some)).ToDictionary(row => row.Report.Number);
            foreach (var report in some)
            {
                yield return new ReportReading(kept[report].Report, kept[report].Reading, told[report].ToDictionary(row => row.Number, row => row.Event, StringComparer.Ordinal), IsWhole: true);
            }
        }
    }

    /// <summary>The numbers of some reports, as many as the statement takes.</summary>
    private static object?[] Numbers(long[] some) => [.. some.Select(report => (object?)report), .. Enumerable.Repeat((object?)-1L, AtOnce - some.Length)];

    /// <summary>Rows of one report stand one after the other.</summary>
    private static IEnumerable<(long Report, IReadOnlyDictionary<string, string> Events)> ByReport(List<(long Report, string? Number, string? Event)> told)
    {
        for (var i = 0; i < told.Count;)
        {
            var (report, events) = (told[i].Report, new Dictionary<string, string>(StringComparer.Ordinal));
            for (; i < told.Count && told[i].Report == report; i++)
            {
                if (told[i] is { Number: { } number, Event: { } happening })
                {
                    events[number] = happening;
                }
            }

            yield return (report, events);
        }
    }
}
