using Dateline.Ledger.Sql;

namespace Dateline.Ledger.Sqlite;

/// <summary>The ledger in one SQLite file (and its -wal and -shm beside it while it is open).</summary>
public sealed class SqliteLedger : SqlLedger
{
    private readonly string path;

    private SqliteLedger(string path, SqliteSession session, Action? onWaiting, TimeSpan patience)
        : base(session, onWaiting, patience) => this.path = path;

    /// <inheritdoc/>
    public override ILedgerUpkeep Upkeep => new SqliteUpkeep(Session, path);

    /// <summary>Opens a ledger to add to it; makes the file when there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="onWaiting">Called when another writer has to be waited for, now and then again.</param>
    /// <param name="patience">How long to wait for another writer; a minute when null. One holds the file for a transaction at a time, a second or two.</param>
    /// <exception cref="LedgerException">It is none, or cannot be opened.</exception>
    public static SqliteLedger OpenToAdd(string path, Action? onWaiting = null, TimeSpan? patience = null) =>
        new(path, SqliteSchema.Open(path, isWriter: true), onWaiting, patience ?? TimeSpan.FromMinutes(1));

    /// <summary>Opens a ledger to read it.</summary>
    /// <exception cref="LedgerException">There is none, or it cannot be opened.</exception>
    public static SqliteLedger OpenToRead(string path) => new(path, SqliteSchema.Open(path, isWriter: false), null, TimeSpan.Zero);

    /// <summary>Lets the file grow no larger, as a full disk would.</summary>
    internal void Limit(int pages) => Session.Number(FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));
}
