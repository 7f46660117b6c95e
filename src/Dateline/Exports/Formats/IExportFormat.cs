namespace Dateline.Exports.Formats;

/// <summary>A shape that a part of the record is written in for other programs. A format keeps nothing: one may write many times, also at once.</summary>
public interface IExportFormat
{
    /// <summary>What it is called on the command line: <c>csv-events</c>.</summary>
    string Name { get; }

    /// <summary>What it gives, in one line.</summary>
    string Summary { get; }

    /// <summary>Its media type.</summary>
    string MediaType { get; }

    /// <summary>The ending of its files, without the dot.</summary>
    string Extension { get; }

    /// <summary>Writes the record, event by event or report by report; little of it is held at a time.</summary>
    /// <param name="record">The part of the record.</param>
    /// <param name="output">Where to; stays open.</param>
    void Write(ExportRecord record, Stream output);
}

/// <summary>A format of rows and columns, which are the same whatever the record holds.</summary>
public interface ITableFormat : IExportFormat
{
    /// <summary>The columns, in order.</summary>
    IReadOnlyList<ExportColumn> Columns { get; }
}
