using System.Diagnostics;

namespace Dateline.Ledger.Sqlite;

/// <summary>The ledger in one SQLite file (and its -wal and -shm beside it while it is open).</summary>
public sealed class SqliteLedger : ILedgerStore
{
    private readonly string path;
    private readonly SqliteSession session;

    private readonly Action? onWaiting;
    private readonly TimeSpan patience;
    private readonly WriterCache cache = new();

    private SqliteLedger(string path, SqliteSession session, Action? onWaiting, TimeSpan patience)
    {
        this.path = path;
        this.session = session;
        this.onWaiting = onWaiting;
        this.patience = patience;
    }

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

    /// <inheritdoc/>
    public Standing StandingOf(string sha256, Sighting sighting) => SqliteTransaction.StandingOf(session, sha256, sighting);

    /// <inheritdoc/>
    public void Write(Action<ILedgerTransaction> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Begin();
        try
        {
            cache.Check(session);
            work(new SqliteTransaction(session, cache));
            session.Run("COMMIT");
        }
        catch
        {
            cache.Clear();
            RollBack();
            throw;
        }
    }

    /// <inheritdoc/>
    public ILedgerReader Read() => new SqliteReader(session, path);

    /// <summary>Keeping it in order.</summary>
    public ILedgerUpkeep Upkeep => new SqliteUpkeep(session, path);

    /// <summary>Lets the file grow no larger, as a full disk would.</summary>
    internal void Limit(int pages) => session.Number(FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private void Begin()
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                session.Run("BEGIN IMMEDIATE");
                return;
            }
            catch (LedgerException error) when (SqliteErrors.IsBusy(error) && clock.Elapsed < patience)
            {
                onWaiting?.Invoke();
            }
        }
    }

    private void RollBack()
    {
        try
        {
            session.Run("ROLLBACK");
        }
        catch (LedgerException)
        {
            // A full disk or a damaged file has rolled it back already.
        }
    }
}
