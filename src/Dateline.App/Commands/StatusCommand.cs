using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json;
using Dateline.App.Output;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Views;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Dateline.App.Commands;

/// <summary><c>dateline status</c>: what a ledger holds.</summary>
internal static class StatusCommand
{
    private const string More = """
        Examples:
          dateline status
          dateline status --ledger 2025.db --format json

        Exit status:
          0 shown; 1 the ledger is damaged; 2 wrong use, or no such ledger
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var options = new LedgerOptions();
        var command = new Command("status", "Shows what a ledger holds") { options.File, options.Format, options.NoColor };
        command.SetAction(parsed => Show(around, parsed, options));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }

    private static int Show(Surroundings around, ParseResult parsed, LedgerOptions options)
    {
        var file = parsed.GetValue(options.File)!;
        using var ledger = Ledgers.OpenToRead(file);
        using var reader = ledger.Read();
        var json = StatusJson.Write(reader.Count());
        using var text = around.OutputText();
        if (parsed.GetValue(options.Format) is not ListFormat.Table)
        {
            var output = options.OutputOf(parsed, around, text);
            output.Begin(RecordRows.Status);
            output.Add(json);
            output.End("ledger");
            return ExitStatus.Done;
        }

        using var row = JsonDocument.Parse(json);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var column in RecordRows.Status)
        {
            grid.AddRow(new Words(column.Name, Terminal.Quiet), new Words(column.Cell(row.RootElement)));
        }

        Terminal.Of(around, text, parsed.GetValue(options.NoColor)).Write(grid);
        return ExitStatus.Done;
    }
}
