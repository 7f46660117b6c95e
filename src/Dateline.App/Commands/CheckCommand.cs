using System.CommandLine;
using System.CommandLine.Help;
using Dateline.App.Output;
using Dateline.Checks;
using Dateline.Exports;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary><c>dateline check</c>: what the checks say of reports, as one list.</summary>
internal static class CheckCommand
{
    private const string Description = "Tests what reports say: speeds, conversions, limits, weekdays, clock times, contradictions";

    private const string More = """
        Reads the inputs as dateline read does and lists only what the checks find (docs/checks.md); dateline findings lists those of a ledger.
        info confirms or derives something, notice is worth a look, warning cannot be right as printed.

        With --ledger it lists what the checks say of a ledger instead: of each report, of tallies counted in it, of several reports together.
        With --table it looks at somebody's own table row by row: days and weekdays, conversions, speeds, links older than what they are cited for; the map
        says which column says what (docs/imports.md).

        Examples:
          dateline check samples/
          dateline check samples/ --severity notice
          dateline check reports.jsonl --check DL0102,DL0201 --format csv > findings.csv
          dateline check today/ --severity warning --fail-on warning || echo "look at these first"
          dateline check --ledger dateline.db --check DL0301,DL0501 --source Yonhap
          dateline check --ledger dateline.db --event ev-696bf97ff41e --fail-on notice
          dateline check --table docs/examples/launches.csv --map docs/examples/launches.map.json

        Exit status:
          0 all read; 1 something was wrong with some input, or a cell of the table could not be read; 2 wrong use; 3 something at or above --fail-on was
          found (of what --check, --severity, --kind, --event and --source leave); 130 stopped
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var input = new InputOptions();
        var showing = new LedgerOptions();
        var check = new Option<string?>("--check") { HelpName = "ID[,ID]", Description = "Only these checks: DL0102,DL0201" };
        var severity = CommandOptions.Choice<Severity?>("--severity", "info|notice|warning", "Only findings this grave or graver (info when not given)");
        var failOn = CommandOptions.Choice<Severity?>("--fail-on", "info|notice|warning", "End with status 3 when something this grave or graver was found");
        var ledger = new Option<string?>("--ledger") { HelpName = "FILE", Description = "Check a ledger instead of inputs: a file, or postgresql://user@host/database?schema=name" };
        var happening = new Option<string?>("--event") { HelpName = "ID", Description = "Only findings about this event of the ledger: ev-…" };
        var table = new Option<string?>("--table") { HelpName = "FILE", Description = "Check a table of your own instead of inputs: comma-separated values with a header" };
        var map = new Option<string?>("--map") { HelpName = "MAP", Description = "What the table's columns say (JSON; docs/imports.md)" };
        var kind = new Option<string?>("--kind") { HelpName = "KIND", Description = "Only findings about events of this kind: missile_test, \"missile test\"" };
        var command = new Command("check", Description) { input.Inputs, ledger, table, map, check, severity, kind, happening, showing.Source, failOn, showing.Format, showing.Limit, input.Format, input.Published, input.Outlet, input.AllowPrivate, input.Data, input.AllPages, input.Jobs, showing.NoColor };
        command.SetAction((parsed, stop) =>
        {
            var wanted = new WantedFindings(
                parsed.GetValue(check)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                parsed.GetValue(severity) ?? Severity.Info,
                parsed.GetValue(kind)?.Trim().Replace(' ', '_'),
                parsed.GetValue(happening),
                parsed.GetValue(showing.Source),
                parsed.GetValue(failOn));
            var settings = input.Of(parsed, narrative: false);
            var (file, csv) = (parsed.GetValue(ledger), parsed.GetValue(table));
            if (Wrong(settings, wanted, file, csv, parsed.GetValue(map)) is { } wrong)
            {
                DatelineCommand.Say(around, wrong);
                return Task.FromResult(ExitStatus.WrongUse);
            }

            return file is not null ? Task.FromResult(CheckLedgerRun.Run(around, showing, parsed, wanted, file, settings.DataFolder))
                : csv is not null ? Task.FromResult(CheckTableRun.Run(around, showing, parsed, wanted, csv, parsed.GetValue(map)!, settings.DataFolder, stop))
                : RunAsync(around, settings, showing, parsed, wanted, stop);
        });
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }

    private static string? Wrong(InputSettings settings, WantedFindings wanted, string? ledger, string? table, string? map) =>
        ledger is not null && table is not null ? "--ledger and --table are two ways to check; name one"
        : (ledger is not null || table is not null) && settings.Inputs.Count > 0 ? "--ledger and --table take no inputs"
        : table is null != map is null ? "--table and --map go together: the map says which column says what (docs/imports.md)"
        : wanted.Event is not null && ledger is null ? "--event needs --ledger: the event is one of a ledger"
        : wanted.Source is not null && table is not null ? "--source is none of a table's"
        : null;

    private static async Task<int> RunAsync(Surroundings around, InputSettings settings, LedgerOptions showing, ParseResult parsed, WantedFindings wanted, CancellationToken stop)
    {
        if (settings.IsMissing(around, "check"))
        {
            return ExitStatus.WrongUse;
        }

        using var text = around.OutputText();
        var output = showing.OutputOf(parsed, around, text);
        var queue = new ReadingQueue<Reading>(around, around.Knowledge(settings.DataFolder), settings, _ => true, reading => reading);
        var (complained, failed, more) = (false, false, true);
        output.Begin(RecordRows.Checked);
        await foreach (var read in queue.ReadAsync(stop).ConfigureAwait(false))
        {
            foreach (var problem in read.Problems(settings.Narrative))
            {
                complained = true;
                DatelineCommand.Say(around, $"{read.Input.Source}: {problem}");
            }

            foreach (var reading in read.Reading is { } whole ? [whole, .. whole.Entries] : (Reading[])[])
            {
                failed |= reading.Findings.Any(f => wanted.FailsOn(f.Severity) && wanted.Wants(reading, f));
                foreach (var row in FindingJson.Rows(reading, f => wanted.Wants(reading, f)))
                {
                    more = more && output.Add(row);
                }
            }
        }

        output.End("finding");
        return failed ? ExitStatus.Found : complained ? ExitStatus.SomeInputFailed : ExitStatus.Done;
    }
}
