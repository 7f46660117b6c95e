using System.Text.Json;
using Dateline.Views;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Dateline.App.Output;

/// <summary>A list as a table for reading: the first rows, then how many more there are.</summary>
internal sealed class TableListOutput(TextWriter text, IAnsiConsole console, int? limit) : IListOutput
{
    private const int Usual = 200; // rows a table shows when it is not told

    private readonly Table table = Terminal.Table();
    private IReadOnlyList<RecordColumn> cells = [];
    private int shown;
    private int left;

    public void Begin(IReadOnlyList<RecordColumn> columns)
    {
        cells = columns;
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Words(column.Name, Terminal.Quiet)));
        }
    }

    public bool Add(ReadOnlyMemory<byte> json)
    {
        if (shown >= (limit ?? Usual))
        {
            left++;
            return true;
        }

        using var row = JsonDocument.Parse(json);
        table.AddRow(cells.Select((column, i) => new Words(ValueWords.OneLine(RecordRows.Short(column.Cell(row.RootElement))), i == 0 ? Terminal.Strong : Style.Plain)));
        shown++;
        return true;
    }

    public void End(string noun)
    {
        if (shown > 0)
        {
            console.Write(table);
        }

        console.Write(new Words(Terminal.Count(shown + left, noun) + (left > 0 ? $", {left:#,0} not shown (--limit N shows more)" : ""), Terminal.Quiet));
        console.WriteLine();
        text.Flush();
    }
}
