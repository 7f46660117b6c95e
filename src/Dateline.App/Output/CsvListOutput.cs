using System.Text.Json;
using Dateline.Exports;
using Dateline.Views;

namespace Dateline.App.Output;

/// <summary>A list as comma-separated values, with a header.</summary>
internal sealed class CsvListOutput(TextWriter output, int? limit) : IListOutput
{
    private IReadOnlyList<RecordColumn> shown = [];
    private int written;

    public void Begin(IReadOnlyList<RecordColumn> columns)
    {
        shown = columns;
        CsvText.Line(output, [.. columns.Select(column => column.Name.Replace(' ', '_'))]);
    }

    public bool Add(ReadOnlyMemory<byte> json)
    {
        if (written >= limit)
        {
            return false;
        }

        using var row = JsonDocument.Parse(json);
        CsvText.Line(output, [.. shown.Select(column => column.Cell(row.RootElement))]);
        return ++written < (limit ?? int.MaxValue);
    }

    public void End(string noun) => output.Flush();
}
