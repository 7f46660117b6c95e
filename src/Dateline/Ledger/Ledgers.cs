using Dateline.Ledger.Postgres;
using Dateline.Ledger.Sqlite;

namespace Dateline.Ledger;

/// <summary>Opens a ledger by its name: a file, or the address of a PostgreSQL server (<c>postgresql://user@host/database?schema=name</c>).</summary>
public static class Ledgers
{
    /// <summary>A ledger's name for messages: an address without user and password.</summary>
    public static string Shown(string name) => PostgresLedger.IsAddress(name) ? PostgresLedger.Shown(name) : name;

    /// <summary>Opens a ledger to add to it; makes it when there is none.</summary>
    /// <param name="name">File or address.</param>
    /// <param name="onWaiting">Called when another writer has to be waited for, now and then again.</param>
    /// <exception cref="LedgerException">It is none, or cannot be opened.</exception>
    public static ILedgerStore OpenToAdd(string name, Action? onWaiting = null) => PostgresLedger.IsAddress(name) ? PostgresLedger.OpenToAdd(name, onWaiting) : SqliteLedger.OpenToAdd(name, onWaiting);

    /// <summary>Opens a ledger to read it.</summary>
    /// <exception cref="LedgerException">There is none, or it cannot be opened.</exception>
    public static ILedgerStore OpenToRead(string name) => PostgresLedger.IsAddress(name) ? PostgresLedger.OpenToRead(name) : SqliteLedger.OpenToRead(name);
}
