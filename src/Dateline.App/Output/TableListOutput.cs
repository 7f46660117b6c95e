using System.Text.Json;
using Dateline.Views;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Dateline.App.Output;

/// <summary>A list as a table for reading: the first rows, then how many more there are.</summary>
internal sealed class TableListOutput(TextWriter text, IAnsiConsole console, int? limit) : IListOutput
{
    private const int Name = 20; // characters of a name that is never wrapped
    private const int Usual = 200; // rows a table shows when it is not told

    private readonly List<string[]> rows = [];
    private IReadOnlyList<RecordColumn> cells = [];
    private int left;

    public void Begin(IReadOnlyList<RecordColumn> columns) => cells = [.. columns.Where(column => column.IsForTables)];

    public bool Add(ReadOnlyMemory<byte> json)
    {
        if (rows.Count >= (limit ?? Usual))
        {
            left++;
            return true;
        }

        using var row = JsonDocument.Parse(json);
        rows.Add([.. cells.Select(column => ValueWords.OneLine(RecordRows.Short(column.Cell(row.RootElement))))]);
        return true;
    }

    public void End(string noun)
    {
        if (rows.Count > 0)
        {
            console.Write(Table());
        }

        console.Write(new Words(Terminal.Count(rows.Count + left, noun) + (left > 0 ? $", {left:#,0} not shown (--limit N shows more)" : ""), Terminal.Quiet));
        console.WriteLine();
        text.Flush();
    }

    /// <summary>The rows, without the columns that are empty in all of them.</summary>
    private Table Table()
    {
        var filled = Enumerable.Range(0, cells.Count).Where(i => rows.Exists(row => row[i].Length > 0)).ToList();
        var table = Terminal.Table([.. filled.Select(i => cells[i].Name)]);
        if (filled.Count > 0 && rows.TrueForAll(row => row[filled[0]].Length <= Name))
        {
            table.Columns[0].NoWrap(); // a name that is to be copied stands in one piece
        }

        foreach (var row in rows)
        {
            table.AddRow(filled.Select((i, at) => new Words(row[i], at == 0 ? Terminal.Strong : Style.Plain)));
        }

        return table;
    }
}
