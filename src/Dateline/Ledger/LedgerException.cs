namespace Dateline.Ledger;

/// <summary>The ledger cannot do what was asked. The message says what happened, what is safe and what to do.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>Makes an exception without a message.</summary>
    public LedgerException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public LedgerException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    public LedgerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Something that is kept cannot be opened.</summary>
    internal static LedgerException Damaged(Exception? cause) =>
        new("a kept reading is damaged; dateline verify lists what is, a backup or adding to a new ledger mends it", cause!);

    /// <summary>True when the ledger named is none, or one this program cannot read: nothing was tried.</summary>
    public bool IsWrongUse { get; init; }
}
