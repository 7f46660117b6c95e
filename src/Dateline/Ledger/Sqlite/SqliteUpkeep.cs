using Dateline.Ledger.Judgements;

namespace Dateline.Ledger.Sqlite;

/// <summary>Keeping an SQLite ledger in order.</summary>
internal sealed class SqliteUpkeep(SqliteSession session, string path) : ILedgerUpkeep
{
    public IEnumerable<LedgerFault> FileFaults()
    {
        foreach (var line in session.All("PRAGMA integrity_check", row => row.GetString(0)).Where(line => line != "ok"))
        {
            yield return new LedgerFault(path, line);
        }

        foreach (var (table, parent, count) in session.All("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2", row => (row.GetString(0), row.GetString(1), row.GetInt64(2))))
        {
            yield return new LedgerFault(path, $"{count} rows of {table} name {parent} that are not there");
        }

        foreach (var id in session.All("SELECT r.public_id FROM mentions m JOIN reports r ON r.id = m.report WHERE m.event IS NULL", row => row.GetString(0)))
        {
            yield return new LedgerFault(id, "one of its events is in no event of the record");
        }

        foreach (var id in session.All("SELECT public_id FROM events e WHERE NOT EXISTS (SELECT 1 FROM mentions m WHERE m.event = e.id)", row => row.GetString(0)))
        {
            yield return new LedgerFault(id, "no report tells of it");
        }

        foreach (var sha256 in session.All("SELECT sha256 FROM blobs b WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.blob = b.id)", row => row.GetString(0)))
        {
            yield return new LedgerFault("sha256:" + sha256, "is in no report of the record");
        }
    }

    public IEnumerable<(string Sha256, Packed Bytes)> Documents() =>
        session.Each("SELECT sha256, size, compressed, bytes FROM blobs ORDER BY id", row => (row.GetString(0), SqliteTransaction.PackedOf(row, 1)));

    public IEnumerable<KeptReading> Readings() => SqliteReadings.All(session);

    public IEnumerable<(EventRow Event, IReadOnlyList<MentionRow> Members)> Events() => session
        .Each("SELECT id, public_id, size, compressed, bytes FROM events ORDER BY id", SqliteReader.EventOf)
        .Select(happening => (happening, SqliteTransaction.MembersOf(session, happening.Number)));

    public IEnumerable<(string Name, string Sha256, Packed Bytes)> Imports() =>
        session.Each("SELECT name, sha256, size, compressed, bytes FROM imports ORDER BY id", row => (row.GetString(0), row.GetString(1), SqliteTransaction.PackedOf(row, 2)));

    public IReadOnlySet<long> InRecord() => session.All("SELECT reading FROM reports", row => row.GetInt64(0)).ToHashSet();

    public IEnumerable<(string Name, Judgement? Judgement)> Judgements() => session.Each("SELECT name, json FROM judgements ORDER BY id", row => (row.GetString(0), SqliteJudgements.TryOpen(row.GetString(1))));

    public void BackUp(string file)
    {
        if (File.Exists(file))
        {
            throw new LedgerException($"{file}: is there already; name another file") { IsWrongUse = true };
        }

        // Under another name until it is whole: a backup that is there can be relied on.
        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        try
        {
            session.Script("PRAGMA query_only = OFF"); // the ledger itself stays as it is
            session.Run("VACUUM INTO $1", unfinished);
            File.Move(unfinished, file);
        }
        catch (Exception error) when (error is LedgerException or IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw error is LedgerException ? error : new LedgerException($"{file}: cannot be written ({error.Message})", error);
        }
    }

    public (long Before, long After) Compact()
    {
        var before = Size();
        session.Run("INSERT INTO words(words) VALUES('optimize')");
        session.Run("VACUUM");
        session.All("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0));
        return (before, Size());
    }

    private long Size() => new[] { path, path + "-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length);
}
