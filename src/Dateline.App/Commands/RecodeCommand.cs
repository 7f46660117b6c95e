using System.CommandLine;
using System.CommandLine.Help;
using Dateline.App.Output;
using Dateline.Exports;
using Dateline.Ledger.Sqlite;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary><c>dateline recode</c> and <c>dateline runs</c>: reading kept reports again, and what has read them.</summary>
internal static class RecodeCommand
{
    private const string More = """
        Reads the kept bytes again where another version of the program or other knowledge had read them, and makes the record anew of the new
        readings. The old readings stay (dateline runs, dateline diff). The record changes at the end, all at once: stopped or killed anywhere, a
        ledger has its old record or its new one, and the same command goes on from there. What people decided stands, or is listed for another
        look: dateline judge list --stale.

        Examples:
          dateline recode
          dateline recode --data my-tables/ --ledger 2025.db
          dateline recode --all

        Exit status:
          0 done, be it nothing; 1 some report could not be read (its old reading stays) or the ledger is damaged; 2 wrong use; 130 stopped
        """;

    private const string MoreOfRuns = """
        Every call of dateline add and recode that read reports is a run.

        Example:
          dateline runs --format json
        """;

    /// <summary>Makes <c>dateline recode</c>.</summary>
    public static Command Create(Surroundings around)
    {
        var (file, input) = (new LedgerOptions().File, new InputOptions());
        var all = new Option<bool>("--all") { Description = "Read every report again, also those that this program and knowledge have read" };
        var command = new Command("recode", "Reads the kept reports again with this program and knowledge") { file, all, input.Data, input.Jobs };
        command.SetAction((parsed, stop) => new RecodeRun(around, parsed.GetValue(file)!, parsed.GetValue(all), new InputSettings([], null, null, null, parsed.GetValue(input.Data), Narrative: false, parsed.GetValue(input.Jobs))).RunAsync(stop));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }

    /// <summary>Makes <c>dateline runs</c>.</summary>
    public static Command Runs(Surroundings around)
    {
        var options = new LedgerOptions();
        return ListCommands.Create("runs", "Lists what has read the reports", MoreOfRuns, options.Showing, parsed =>
            ListCommands.Run(around, parsed, options, "run", RecordRows.Runs, reader => reader.Runs().Select(RunRowJson.Write)));
    }
}
