using System.Diagnostics;

namespace Dateline.Ledger.Sql;

/// <summary>A ledger in a database of SQL.</summary>
public abstract class SqlLedger : ILedgerStore
{
    private readonly Action? onWaiting;
    private readonly TimeSpan patience;
    private readonly WriterCache cache = new();

    private protected SqlLedger(SqlSession session, Action? onWaiting, TimeSpan patience)
    {
        Session = session;
        this.onWaiting = onWaiting;
        this.patience = patience;
    }

    /// <inheritdoc/>
    public long Version => Session.DataVersion();

    /// <inheritdoc/>
    public abstract ILedgerUpkeep Upkeep { get; }

    /// <summary>The connection.</summary>
    private protected SqlSession Session { get; }

    /// <inheritdoc/>
    public Standing StandingOf(string sha256, Sighting sighting) => SqlTransaction.StandingOf(Session, sha256, sighting);

    /// <inheritdoc/>
    public void Write(Action<ILedgerTransaction> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Begin();
        try
        {
            cache.Check(Session);
            work(new SqlTransaction(Session, cache));
            Session.Commit();
        }
        catch
        {
            cache.Clear();
            Session.RollBack();
            throw;
        }
    }

    /// <inheritdoc/>
    public ILedgerReader Read() => new SqlReader(Session);

    /// <inheritdoc/>
    public void Dispose()
    {
        Session.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Begin()
    {
        var clock = Stopwatch.StartNew();
        while (Session.TryBeginWrite() is { } error)
        {
            if (clock.Elapsed >= patience)
            {
                throw error;
            }

            onWaiting?.Invoke();
        }
    }
}
