using System.Buffers;
using System.Text.Json;
using Dateline.Views;

namespace Dateline.App.Output;

/// <summary>A list as comma-separated values (RFC 4180, lines parted by LF), with a header.</summary>
internal sealed class CsvListOutput(TextWriter output, int? limit) : IListOutput
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private IReadOnlyList<RecordColumn> shown = [];
    private int written;

    public void Begin(IReadOnlyList<RecordColumn> columns)
    {
        shown = columns;
        Line([.. columns.Select(column => column.Name.Replace(' ', '_'))]);
    }

    public bool Add(ReadOnlyMemory<byte> json)
    {
        if (written >= limit)
        {
            return false;
        }

        using var row = JsonDocument.Parse(json);
        Line([.. shown.Select(column => column.Cell(row.RootElement))]);
        return ++written < (limit ?? int.MaxValue);
    }

    public void End(string noun) => output.Flush();

    private void Line(IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                output.Write(',');
            }

            if (cells[i].AsSpan().ContainsAny(Quoted))
            {
                output.Write('"');
                output.Write(cells[i].Replace("\"", "\"\"", StringComparison.Ordinal));
                output.Write('"');
            }
            else
            {
                output.Write(cells[i]);
            }
        }

        output.Write('\n');
    }
}
