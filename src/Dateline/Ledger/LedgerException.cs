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

    /// <summary>True when the ledger named is none, or one this program cannot read: nothing was tried.</summary>
    public bool IsWrongUse { get; init; }
}
