using Dateline.Views;

namespace Dateline.App.Output;

/// <summary>How a list is shown.</summary>
internal enum ListFormat
{
    /// <summary>For reading on a terminal.</summary>
    Table,

    /// <summary>One array.</summary>
    Json,

    /// <summary>One object per line.</summary>
    Jsonl,

    /// <summary>Comma-separated values with a header.</summary>
    Csv,
}

/// <summary>Where a list goes, row by row.</summary>
internal interface IListOutput
{
    /// <summary>Begins the list.</summary>
    /// <param name="columns">What tables and CSV show of each row.</param>
    void Begin(IReadOnlyList<RecordColumn> columns);

    /// <summary>Shows one row; false when no more are wanted.</summary>
    /// <param name="json">The row as one JSON object, in one line.</param>
    bool Add(ReadOnlyMemory<byte> json);

    /// <summary>Ends the list.</summary>
    /// <param name="noun">What a row is: event.</param>
    void End(string noun);
}
