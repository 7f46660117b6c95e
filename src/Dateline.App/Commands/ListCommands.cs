using System.CommandLine;
using System.CommandLine.Help;
using Dateline.App.Output;
using Dateline.Ledger;
using Dateline.Ledger.Sqlite;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary>The commands that list a part of the record: <c>dateline reports</c>.</summary>
internal static class ListCommands
{
    private const string Status = """


        Exit status:
          0 listed, be it nothing; 1 the ledger is damaged; 2 wrong use, or no such ledger
        """;

    private const string MoreOfReports = """
        Sorted by day of publication (unknown last), then id; the same whatever the order of adding.

        Examples:
          dateline reports
          dateline reports --format json > reports.json
        """;

    /// <summary>Makes <c>dateline reports</c>.</summary>
    public static Command Reports(Surroundings around)
    {
        var options = new LedgerOptions();
        return Create("reports", "Lists the reports of a ledger", MoreOfReports, options.Showing, parsed => Run(around, parsed, options, "report", RecordRows.Reports, (reader, output) =>
        {
            foreach (var report in reader.Reports())
            {
                if (!output.Add(report.Head))
                {
                    break;
                }
            }
        }));
    }

    private static Command Create(string name, string description, string more, IEnumerable<Option> options, Func<ParseResult, int> run)
    {
        var command = new Command(name, description);
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(run);
        command.Add(new HelpOption { Action = new LongerHelp(more + Status) });
        return command;
    }

    private static int Run(Surroundings around, ParseResult parsed, LedgerOptions options, string noun, IReadOnlyList<RecordColumn> columns, Action<ILedgerReader, IListOutput> list)
    {
        using var ledger = SqliteLedger.OpenToRead(parsed.GetValue(options.File)!);
        using var reader = ledger.Read();
        using var text = around.OutputText();
        var output = options.OutputOf(parsed, around, text);
        output.Begin(columns);
        list(reader, output);
        output.End(noun);
        return ExitStatus.Done;
    }
}
