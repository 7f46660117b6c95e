using Dateline.Ledger.Sql;

namespace Dateline.Ledger.Sqlite;

/// <summary>Keeping an SQLite ledger in order.</summary>
internal sealed class SqliteUpkeep(SqlSession session, string path) : SqlUpkeep(session)
{
    private readonly SqlSession session = session;

    protected override IEnumerable<LedgerFault> StorageFaults()
    {
        foreach (var line in session.All("PRAGMA integrity_check", row => row.GetString(0)).Where(line => line != "ok"))
        {
            yield return new LedgerFault(path, line);
        }

        foreach (var (table, parent, count) in session.All("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2", row => (row.GetString(0), row.GetString(1), row.GetInt64(2))))
        {
            yield return new LedgerFault(path, $"{count} rows of {table} name {parent} that are not there");
        }
    }

    public override void BackUp(string file)
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

    public override (long Before, long After) Compact()
    {
        var before = Size();
        session.Run("INSERT INTO words(words) VALUES('optimize')");
        session.Run("VACUUM");
        session.All("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0));
        return (before, Size());
    }

    private long Size() => new[] { path, path + "-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length);
}
