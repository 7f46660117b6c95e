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

        Examples:
          dateline check samples/
          dateline check samples/ --severity notice
          dateline check reports.jsonl --check DL0102,DL0201 --format csv > findings.csv
          dateline check today/ --severity warning --fail-on warning || echo "look at these first"

        Exit status:
          0 all read; 1 something was wrong with some input; 2 wrong use; 3 something at or above --fail-on was found; 130 stopped
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var input = new InputOptions();
        var showing = new LedgerOptions();
        var check = new Option<string?>("--check") { HelpName = "ID[,ID]", Description = "Only these checks: DL0102,DL0201" };
        var severity = CommandOptions.Choice<Severity?>("--severity", "info|notice|warning", "Only findings this grave or graver (info when not given)");
        var failOn = CommandOptions.Choice<Severity?>("--fail-on", "info|notice|warning", "End with status 3 when something this grave or graver was found");
        var kind = new Option<string?>("--kind") { HelpName = "KIND", Description = "Only findings about events of this kind: missile_test, \"missile test\"" };
        var command = new Command("check", Description) { input.Inputs, check, severity, kind, failOn, showing.Format, showing.Limit, input.Format, input.Published, input.Outlet, input.AllowPrivate, input.Data, input.AllPages, input.Jobs, showing.NoColor };
        command.SetAction((parsed, stop) => RunAsync(
            around,
            input.Of(parsed, narrative: false),
            showing,
            parsed,
            new Wanted(parsed.GetValue(check)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), parsed.GetValue(severity) ?? Severity.Info, parsed.GetValue(kind)?.Trim().Replace(' ', '_')),
            parsed.GetValue(failOn),
            stop));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }

    private sealed record Wanted(string[]? Checks, Severity Least, string? Kind)
    {
        public bool Wants(Reading reading, Finding finding) =>
            finding.Severity >= Least
            && Checks?.Contains(finding.Check, StringComparer.OrdinalIgnoreCase) != false
            && (Kind is null || reading.Events.Events.Any(e => e.Kind == Kind && e.Claims.Any(c => finding.Claims.Contains(c.Id, StringComparer.Ordinal))));
    }

    private static async Task<int> RunAsync(Surroundings around, InputSettings settings, LedgerOptions showing, ParseResult parsed, Wanted wanted, Severity? failOn, CancellationToken stop)
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
                failed |= failOn is { } grave && reading.Findings.Any(f => f.Severity >= grave && wanted.Wants(reading, f));
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
