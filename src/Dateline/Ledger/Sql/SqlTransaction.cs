using System.Globalization;
using System.Text.Json;
using Dateline.Documents.Fetching;
using Dateline.Events.Across;
using Dateline.Ledger.Judgements;
using Dateline.Ledger.Outside;
using Dateline.Sources;
using System.Data.Common;

namespace Dateline.Ledger.Sql;

/// <summary>What the writer does, as SQL.</summary>
internal sealed class SqlTransaction(SqlSession session, WriterCache cache) : ILedgerTransaction
{
    private const string MentionsSql = """
        SELECT m.id, m.number, m.key, r.day, r.public_id, r.source, r.copy_group, r.nearest, g.checksum FROM mentions m JOIN reports r ON r.id = m.report JOIN readings g ON g.id = r.reading WHERE
        """;

    private readonly SqlMatchStore matches = new(session, cache);
    private readonly SqlCopies copies = new(session, cache);

    public IMatchStore Matches => matches;

    public static Standing StandingOf(SqlSession session, string sha256, Sighting sighting)
    {
        var keys = session.All("SELECT s.key FROM sightings s JOIN blobs b ON b.id = s.blob WHERE b.sha256 = $1", row => row.GetString(0), sha256);
        return keys.Count == 0 ? Standing.New
            : keys.Contains(sighting.Key, StringComparer.Ordinal) ? Standing.Known
            : keys.TrueForAll(key => string.CompareOrdinal(sighting.Key, key) < 0) ? Standing.Preferred
            : Standing.Another;
    }

    public Standing StandingOf(string sha256, Sighting sighting) => StandingOf(session, sha256, sighting);

    public long AddRun(RunInfo run, DateTimeOffset begun, IReadOnlyList<string> inputs) => session.Number(
        "INSERT INTO runs(program, knowledge, begun, inputs) VALUES($1, $2, $3, $4) RETURNING id",
        run.Program,
        run.Knowledge,
        begun.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        JsonSerializer.Serialize(inputs, LedgerJson.Default.IReadOnlyListString));

    public long AddBlob(string sha256, Packed bytes)
    {
        var there = session.Number("SELECT id FROM blobs WHERE sha256 = $1", sha256);
        return there > 0 ? there : session.Number("INSERT INTO blobs(sha256, size, compressed, bytes) VALUES($1, $2, $3, $4) RETURNING id", sha256, bytes.Size, bytes.IsCompressed, bytes.Bytes);
    }

    public long AddSighting(string sha256, long run, Sighting sighting) => session.Number(
        """
        INSERT INTO sightings(blob, run, key, media_type, source, title, published, published_from, outlet, url)
        SELECT id, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM blobs WHERE sha256 = $1 RETURNING id
        """,
        sha256,
        run,
        sighting.Key,
        sighting.MediaType,
        sighting.Source,
        sighting.Stated.Title,
        sighting.Stated.Published,
        sighting.Stated.PublishedFrom,
        sighting.Stated.Outlet,
        sighting.Stated.Url);

    // Made when something was fetched first; a ledger without it is whole.
    public void AddFetch(long sighting, Fetch? fetch)
    {
        if (fetch is null)
        {
            return;
        }

        session.Run("CREATE TABLE IF NOT EXISTS fetches(sighting BIGINT PRIMARY KEY REFERENCES sightings, address TEXT NOT NULL, final_address TEXT NOT NULL, status INTEGER NOT NULL, at TEXT NOT NULL, sha256 TEXT NOT NULL, headers TEXT NOT NULL)");
        session.Run(
            "INSERT INTO fetches(sighting, address, final_address, status, at, sha256, headers) VALUES($1, $2, $3, $4, $5, $6, $7)",
            sighting,
            fetch.Address,
            fetch.FinalAddress,
            fetch.Status,
            fetch.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            fetch.Sha256,
            string.Join('\n', fetch.Headers.Select(h => $"{h.Key}: {h.Value}")));
    }

    public long AddReading(long blob, int entry, long run, long sighting, PreparedReport report) => session.Number(
        """
        INSERT INTO readings(blob, entry, run, sighting, size, compressed, bytes, profiles_size, profiles_compressed, profiles, sketch, samples, checksum)
        VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id
        """,
        blob,
        entry,
        run,
        sighting,
        report.Reading.Size,
        report.Reading.IsCompressed,
        report.Reading.Bytes,
        report.Compared.Profiles.Size,
        report.Compared.Profiles.IsCompressed,
        report.Compared.Profiles.Bytes,
        report.Compared.Sketch,
        report.Compared.Samples,
        SqlReadings.Checksum(report.Reading, report.Compared));

    public IReadOnlyList<(long Number, string Id)> ReportsOf(long blob) => session.All("SELECT id, public_id FROM reports WHERE blob = $1", row => (row.GetInt64(0), row.GetString(1)), blob);

    public IReadOnlyList<long> RemoveReport(long report)
    {
        var others = copies.Remove(report);
        session.Run("DELETE FROM mentions WHERE report = $1", report);
        session.Words.Remove(session, report);
        session.Run("DELETE FROM reports WHERE id = $1", report);
        return others;
    }

    public long AddReport(long blob, int entry, long reading, ReportIndex index)
    {
        var report = session.Number(
            "INSERT INTO reports(blob, entry, reading, public_id, source, day, findings, head) VALUES($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
            blob,
            entry,
            reading,
            index.Id,
            index.Source,
            index.Day,
            index.Findings,
            index.Head);
        session.Words.Add(session, report, index.Title, index.Words, string.Join('\n', index.Events.Select(e => e.Words)));
        foreach (var told in index.Events)
        {
            cache.PutNumber(index.Id + "/" + told.Number, session.Number("INSERT INTO mentions(report, number, key, alias) VALUES($1, $2, $3, $4) RETURNING id", report, told.Number, told.Key, EventIds.Of(told.Key)));
        }

        return report;
    }

    public void RemoveEvent(long happening)
    {
        session.Run("UPDATE mentions SET event = NULL WHERE event = $1", happening);
        session.Run("DELETE FROM event_terms WHERE event = $1", happening);
        session.Run("DELETE FROM events WHERE id = $1", happening);
    }

    public IReadOnlyList<(long Mention, long? Event)> MentionsOf(IEnumerable<string> keys) => [.. keys.Select(key =>
    {
        var mention = matches.NumberOf(key);
        return (mention, session.Value("SELECT event FROM mentions WHERE id = $1", mention) as long?);
    })];

    public IReadOnlyList<(long Mention, long? Event)> MentionsOf(EventGroup group)
    {
        var found = new List<(long, long?)>();
        foreach (var part in group.Parts)
        {
            if (part.Telling is { } key)
            {
                found.AddRange(MentionsOf([key]));
                continue;
            }

            var without = part.Without.Select(matches.NumberOf).ToHashSet();
            found.AddRange(session.All("SELECT id, event FROM mentions WHERE account = $1", row => (Mention: row.GetInt64(0), Event: row.IsDBNull(1) ? (long?)null : row.GetInt64(1)), part.Account).Where(row => !without.Contains(row.Mention)));
        }

        return found;
    }

    public long CountOf(long happening) => session.Number("SELECT count(*) FROM mentions WHERE event = $1", happening);

    public IReadOnlyList<string> KeysOf(long happening) => session.All(
        "SELECT r.public_id, m.number FROM mentions m JOIN reports r ON r.id = m.report WHERE m.event = $1", row => row.GetString(0) + "/" + row.GetString(1), happening);

    public IReadOnlyList<MentionRow> Mentions(IReadOnlyCollection<long> mentions) => [.. mentions.SelectMany(id => session.All(MentionsSql + " m.id = $1", MentionOf, id))];

    public Packed ReadingIn(string report) => ReadingOf(report)?.Reading ?? throw LedgerException.Damaged(null);

    public void PutEvent(long? number, EventForm form, IReadOnlyCollection<long> mentions)
    {
        var happening = number ?? session.Number("INSERT INTO events(public_id, kind, status, size, compressed, bytes, rejected) VALUES('', '', '', 0, $1, $2, $1) RETURNING id", false, Array.Empty<byte>());
        session.Run(
            "UPDATE events SET public_id = $2, kind = $3, status = $4, first_day = $5, last_day = $6, size = $7, compressed = $8, bytes = $9, rejected = $10 WHERE id = $1",
            happening,
            form.Id,
            form.Kind,
            form.Status,
            form.First,
            form.Last,
            form.Json.Size,
            form.Json.IsCompressed,
            form.Json.Bytes,
            form.IsRejected);
        foreach (var mention in mentions)
        {
            session.Run("UPDATE mentions SET event = $2 WHERE id = $1", mention, happening);
        }

        var there = number is null ? [] : session.All("SELECT term FROM event_terms WHERE event = $1", row => row.GetInt64(0), happening).ToHashSet();
        var terms = form.Terms.Select(NumberOf).ToHashSet();
        foreach (var term in terms.Except(there))
        {
            session.Run("INSERT INTO event_terms(event, term) VALUES($1, $2)", happening, term);
        }

        foreach (var term in there.Except(terms))
        {
            session.Run("DELETE FROM event_terms WHERE event = $1 AND term = $2", happening, term);
        }
    }

    /// <summary>Lets an event be found by something.</summary>
    public static void AddTerm(SqlSession session, long happening, EventTerm term) =>
        session.Run("INSERT INTO event_terms(event, term) VALUES($1, $2) ON CONFLICT DO NOTHING", happening, NumberOf(session, term));

    private long NumberOf(EventTerm term)
    {
        if (cache.NumberOf(term) is { } known)
        {
            return known;
        }

        var id = NumberOf(session, term);
        cache.Put(term, id);
        return id;
    }

    private static long NumberOf(SqlSession session, EventTerm term)
    {
        var id = session.Number("SELECT id FROM terms WHERE facet = $1 AND value = $2 AND name = $3", term.Facet, term.Value, term.Name);
        return id > 0 ? id : session.Number("INSERT INTO terms(facet, value, name, folded) VALUES($1, $2, $3, $4) RETURNING id", term.Facet, term.Value, term.Name, term.Name.ToLowerInvariant());
    }

    public IEnumerable<Judgement> Judgements() => SqlJudgements.All(session);

    public bool AddJudgement(Judgement judgement) => SqlJudgements.Add(session, judgement);

    public string? TellingOf(string contentKey) => session
        .All("SELECT r.public_id, m.number, m.key FROM mentions m JOIN reports r ON r.id = m.report WHERE m.alias = $1", row => (Key: row.GetString(0) + "/" + row.GetString(1), Content: row.GetString(2)), EventIds.Of(contentKey))
        .Where(row => string.Equals(row.Content, contentKey, StringComparison.Ordinal))
        .Select(row => row.Key)
        .FirstOrDefault();

    public (long Report, Packed Reading)? ReadingOf(string reportId) =>
        session.All("SELECT r.id, g.size, g.compressed, g.bytes FROM reports r JOIN readings g ON g.id = r.reading WHERE r.public_id = $1", row => (row.GetInt64(0), PackedOf(row, 1)), reportId) is [var found, ..] ? found : null;

    public IReadOnlyList<string> ReportsNaming(IReadOnlyCollection<PersonRef> persons) => SqlJudgements.ReportsNaming(session, persons);

    public bool AddOutside(OutsideImport table) => SqlOutside.Add(session, table);

    public void Empty()
    {
        cache.Clear();
        session.EmptyRecord();
    }

    public IReadOnlyList<SketchRow> Alike(long report, string? day, int days, IEnumerable<uint> samples) => copies.Alike(report, day, days, samples);

    public void AddSamples(long report, string? day, IEnumerable<uint> samples) => copies.AddSamples(report, day, samples);

    public void AddCopy(long report, long other, CopyMatch match) => copies.Add(report, other, match);

    public IReadOnlyCollection<long> AccountsOfCopies(string reportId) => copies.AccountsOf(reportId);

    public IReadOnlyCollection<long> GroupCopies(IReadOnlyCollection<long> added, IReadOnlyCollection<long> lost) => copies.Group(added, lost);

    public IReadOnlyList<ChosenReading> ChosenReadings() => [.. SqlReadings.Chosen(session, long.MaxValue)];

    public KeptReading Reading(ChosenReading reading) => SqlReadings.Of(session, reading.Number);

    /// <summary>The mentions of an event with their reports and readings.</summary>
    internal static IReadOnlyList<MentionRow> MembersOf(SqlSession session, long happening) => session.All(MentionsSql + " m.event = $1", MentionOf, happening);

    private static MentionRow MentionOf(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(row.IsDBNull(6) ? 4 : 6),
        row.IsDBNull(7) ? null : row.GetDouble(7),
        row.IsDBNull(8) ? null : row.GetString(8));

    /// <summary>Size, whether compressed, and bytes, from three columns.</summary>
    internal static Packed PackedOf(DbDataReader row, int at) => new(row.GetFieldValue<byte[]>(at + 2), row.GetInt32(at), row.GetBoolean(at + 1));
}
