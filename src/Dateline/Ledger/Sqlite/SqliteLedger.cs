using System.Diagnostics;

namespace Dateline.Ledger.Sqlite;

/// <summary>The ledger in one SQLite file (and its -wal and -shm beside it while it is open).</summary>
public sealed class SqliteLedger : ILedgerStore
{
    // A writer holds the file for the length of one transaction, a second or two; the wait is for many of them.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string path;
    private readonly SqliteSession session;

    private readonly Action? onWaiting;

    private SqliteLedger(string path, SqliteSession session, Action? onWaiting)
    {
        this.path = path;
        this.session = session;
        this.onWaiting = onWaiting;
    }

    /// <summary>Opens a ledger to add to it; makes the file when there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="onWaiting">Called when another writer has to be waited for, now and then again.</param>
    /// <exception cref="LedgerException">It is none, or cannot be opened.</exception>
    public static SqliteLedger OpenToAdd(string path, Action? onWaiting = null) => new(path, SqliteSchema.Open(path, isWriter: true), onWaiting);

    /// <summary>Opens a ledger to read it.</summary>
    /// <exception cref="LedgerException">There is none, or it cannot be opened.</exception>
    public static SqliteLedger OpenToRead(string path) => new(path, SqliteSchema.Open(path, isWriter: false), null);

    /// <inheritdoc/>
    public Standing StandingOf(string sha256, Sighting sighting) => SqliteTransaction.StandingOf(session, sha256, sighting);

    /// <inheritdoc/>
    public void Write(Action<ILedgerTransaction> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Begin();
        try
        {
            work(new SqliteTransaction(session));
            session.Run("COMMIT");
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <inheritdoc/>
    public ILedgerReader Read() => new SqliteReader(session, path);

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
            catch (LedgerException error) when (SqliteErrors.IsBusy(error) && clock.Elapsed < Patience)
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
