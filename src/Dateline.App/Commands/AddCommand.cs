using System.CommandLine;
using System.CommandLine.Help;

namespace Dateline.App.Commands;

/// <summary><c>dateline add</c>: its arguments, options and help.</summary>
internal static class AddCommand
{
    private const string More = """
        Keeps the reports' bytes by their hash and what was read from them, and brings the record of events up to date. Adding a report twice changes
        nothing; a report that came in another way too (another name, another stated date) is noted. What is there already is not read again, so
        a run that was stopped goes on when the same inputs are added again. While it runs the ledger can be read; another add waits its turn.

        Inputs are those of dateline read.

        Examples:
          dateline add samples/
          dateline add reports.jsonl --ledger 2025.db
          dateline add report.txt --published 2025-02-28 --outlet "The Daily"

        Exit status:
          0 all added or there already; 1 something was wrong with some input (each is named on standard error, the others are added) or with
          the ledger (what was added before is safe); 2 wrong use; 130 stopped
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var input = new InputOptions();
        var file = new LedgerOptions().File;
        var command = new Command("add", "Adds reports to a ledger") { input.Inputs, file, input.Format, input.Published, input.Outlet, input.AllowPrivate, input.Data, input.AllPages, input.Jobs };
        command.SetAction((parsed, stop) => new AddRun(around, parsed.GetValue(file)!, input.Of(parsed, narrative: false) with { MayRepeat = true }).RunAsync(stop));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }
}
