using Microsoft.Data.Sqlite;

namespace Dateline.Ledger.Sqlite;

/// <summary>What SQLite's errors mean for whoever keeps the ledger: what happened, what is safe, what to do.</summary>
internal static class SqliteErrors
{
    // Result codes of SQLite (sqlite.org/rescode.html).
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>True when another program holds the ledger and it may be free soon.</summary>
    public static bool IsBusy(LedgerException error) => error.InnerException is SqliteException { SqliteErrorCode: Busy or Locked };

    /// <summary>The error in words.</summary>
    public static LedgerException InWords(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Busy or Locked => new LedgerException($"{path}: another program is writing to this ledger and did not finish in time; what was added before is safe; try again when it has ended", error),
        Full => new LedgerException($"{path}: the disk is full; what was added before is safe; make room and add the same inputs again, what is there already is passed over", error),
        ReadOnly => new LedgerException($"{path}: may not be written (permission denied or a read-only disk)", error) { IsWrongUse = true },
        CannotOpen => new LedgerException($"{path}: cannot be opened (no such folder, or permission denied)", error) { IsWrongUse = true },
        NotADatabase => new LedgerException($"{path}: is no ledger (not an SQLite database, or its first page is damaged); name another file with --ledger, or restore a backup", error) { IsWrongUse = true },
        Corrupt => new LedgerException($"{path}: is damaged (\"{error.Message}\"); dateline verify says what still holds; restore a backup, then add the newer inputs again", error),
        InputOutput => new LedgerException($"{path}: the disk gave an error ({error.Message}); what was added before is safe if the disk is", error),
        _ => new LedgerException($"{path}: {error.Message}", error),
    };
}
