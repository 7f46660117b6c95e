using Dateline.Ledger.Sql;

namespace Dateline.Ledger.Postgres;

/// <summary>The ledger in a PostgreSQL database, in the tables of one schema.</summary>
public sealed class PostgresLedger : SqlLedger
{
    private PostgresLedger(PostgresSession session, Action? onWaiting, TimeSpan patience)
        : base(session, onWaiting, patience)
    {
    }

    /// <inheritdoc/>
    public override ILedgerUpkeep Upkeep => new PostgresUpkeep(Session);

    /// <summary>True for the address of a server (<c>postgresql://…</c>), false for a file.</summary>
    public static bool IsAddress(string name) => PostgresAddress.Is(name);

    /// <summary>The address without user and password.</summary>
    public static string Shown(string address) => PostgresAddress.Parse(address).Shown;

    /// <summary>Opens a ledger to add to it; makes its tables when there are none.</summary>
    /// <param name="address"><c>postgresql://user@host:5432/database?schema=name</c>.</param>
    /// <param name="onWaiting">Called when another writer has to be waited for, now and then again.</param>
    /// <param name="patience">How long to wait for another writer; a minute when null.</param>
    /// <exception cref="LedgerException">It is none, or the server cannot be reached.</exception>
    public static PostgresLedger OpenToAdd(string address, Action? onWaiting = null, TimeSpan? patience = null) =>
        new(PostgresSchema.Open(PostgresAddress.Parse(address), isWriter: true), onWaiting, patience ?? TimeSpan.FromMinutes(1));

    /// <summary>Opens a ledger to read it.</summary>
    /// <exception cref="LedgerException">There is none, or the server cannot be reached.</exception>
    public static PostgresLedger OpenToRead(string address) => new(PostgresSchema.Open(PostgresAddress.Parse(address), isWriter: false), null, TimeSpan.Zero);
}

/// <summary>Keeping a ledger on a server in order; the server has its own tools for the rest.</summary>
internal sealed class PostgresUpkeep(SqlSession session) : SqlUpkeep(session)
{
    private readonly SqlSession session = session;

    // The server checks its pages and references itself.
    protected override IEnumerable<LedgerFault> StorageFaults() => [];

    public override void BackUp(string path) => throw new LedgerException("a ledger on a server is copied with the server's own pg_dump") { IsWrongUse = true };

    public override (long Before, long After) Compact()
    {
        var before = session.Bytes();
        session.Script("VACUUM");
        return (before, session.Bytes());
    }
}
