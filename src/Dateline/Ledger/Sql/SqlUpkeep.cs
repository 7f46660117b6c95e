using Dateline.Ledger.Judgements;

namespace Dateline.Ledger.Sql;

/// <summary>Keeping a ledger in order.</summary>
internal abstract class SqlUpkeep(SqlSession session) : ILedgerUpkeep
{
    /// <summary>What is wrong with the database itself, in its own words.</summary>
    protected abstract IEnumerable<LedgerFault> StorageFaults();

    public abstract void BackUp(string path);

    public abstract (long Before, long After) Compact();

    public IEnumerable<LedgerFault> FileFaults()
    {
        foreach (var fault in StorageFaults())
        {
            yield return fault;
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
        session.Each("SELECT sha256, size, compressed, bytes FROM blobs ORDER BY id", row => (row.GetString(0), SqlTransaction.PackedOf(row, 1)));

    public IEnumerable<KeptReading> Readings() => SqlReadings.All(session);

    public IEnumerable<(EventRow Event, IReadOnlyList<MentionRow> Members)> Events() => session
        .Each("SELECT id, public_id, size, compressed, bytes FROM events ORDER BY id", SqlReader.EventOf)
        .Select(happening => (happening, SqlTransaction.MembersOf(session, happening.Number)));

    public Packed ReadingOf(MentionRow mention) => session.One(
        "SELECT g.size, g.compressed, g.bytes FROM mentions m JOIN reports r ON r.id = m.report JOIN readings g ON g.id = r.reading WHERE m.id = $1", row => SqlTransaction.PackedOf(row, 0), mention.Number);

    public IEnumerable<(string Name, string Sha256, Packed Bytes)> Imports() =>
        session.Each("SELECT name, sha256, size, compressed, bytes FROM imports ORDER BY id", row => (row.GetString(0), row.GetString(1), SqlTransaction.PackedOf(row, 2)));

    public IReadOnlySet<long> InRecord() => session.All("SELECT reading FROM reports", row => row.GetInt64(0)).ToHashSet();

    public IEnumerable<(string Name, Judgement? Judgement)> Judgements() => session.Each("SELECT name, json FROM judgements ORDER BY id", row => (row.GetString(0), SqlJudgements.TryOpen(row.GetString(1))));
}
