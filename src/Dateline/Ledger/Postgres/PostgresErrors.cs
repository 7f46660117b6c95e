using Npgsql;

namespace Dateline.Ledger.Postgres;

/// <summary>What PostgreSQL's errors mean for whoever keeps the ledger: what happened, what is safe, what to do.</summary>
internal static class PostgresErrors
{
    /// <summary>The error in words, or null when it is none of the server's.</summary>
    public static LedgerException? InWords(Exception error, string address) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory } => new LedgerException($"{address}: the server's disk or memory is full; what was added before is safe; make room and add the same inputs again, what is there already is passed over", error),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege } denied => new LedgerException($"{address}: the server refuses ({denied.MessageText})", error) { IsWrongUse = true },
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new LedgerException($"{address}: the server has no such database; createdb makes one", error) { IsWrongUse = true },
        PostgresException other => new LedgerException($"{address}: {other.MessageText}", error),
        NpgsqlException lost => new LedgerException($"{address}: the server cannot be reached, or was lost ({lost.InnerException?.Message ?? lost.Message}); what was added before is safe", error),
        InvalidOperationException or InvalidCastException => new LedgerException($"{address}: {error.Message}", error),
        _ => null,
    };
}
