using System.Text;

namespace Dateline.Exports.Formats;

/// <summary>A table as CSV: a header, then a line per row.</summary>
internal sealed class CsvTable<TRow>(string name, string summary, IReadOnlyList<ExportColumn<TRow>> columns, Func<ExportRecord, IEnumerable<TRow>> rows) : ITableFormat
{
    public string Name => name;

    public string Summary => summary;

    public string MediaType => "text/csv; charset=utf-8; header=present";

    public string Extension => "csv";

    public IReadOnlyList<ExportColumn> Columns => columns;

    public void Write(ExportRecord record, Stream output)
    {
        using var text = ExportText.Over(output);
        CsvText.Line(text, [.. columns.Select(column => column.Name)]);
        var cells = new object?[columns.Count];
        foreach (var row in rows(record))
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = columns[i].Cell(row);
            }

            CsvText.Line(text, cells);
        }
    }
}

/// <summary>How text leaves: UTF-8 without a mark, lines parted by LF.</summary>
internal static class ExportText
{
    /// <summary>A writer; the stream stays open.</summary>
    public static StreamWriter Over(Stream output) => new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 15, leaveOpen: true) { NewLine = "\n" };
}
