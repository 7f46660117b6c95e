using System.CommandLine;
using System.Text.Json;
using Dateline.App.Output;
using Dateline.Checks;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary><c>dateline check --ledger</c>: what the checks say of a ledger, with a status for scripts.</summary>
internal static class CheckLedgerRun
{
    public static int Run(Surroundings around, LedgerOptions showing, ParseResult parsed, WantedFindings wanted, string file, string? dataFolder)
    {
        using var ledger = Ledgers.OpenToRead(file);
        using var reader = ledger.Read();
        var happening = wanted.Event is { } id ? reader.Event(id) : null;
        if (wanted.Event is not null && happening is null)
        {
            DatelineCommand.Say(around, $"{Ledgers.Shown(file)} has no event {wanted.Event}; dateline events lists them");
            return ExitStatus.WrongUse;
        }

        var findings = new FindingRows(reader, around.Knowledge(dataFolder));
        using var text = around.OutputText();
        var output = showing.OutputOf(parsed, around, text);
        var (failed, more) = (false, true);
        output.Begin(RecordRows.Findings);
        foreach (var row in happening is not null ? findings.OfEvent(happening) : findings.All(LedgerFilter.All with { Kind = wanted.Kind, Source = wanted.Source }))
        {
            using var json = JsonDocument.Parse(row);
            var severity = Enum.Parse<Severity>(json.RootElement.GetProperty("severity").GetString()!, ignoreCase: true);
            if (wanted.IsWanted(json.RootElement.GetProperty("check").GetString()!, severity))
            {
                failed |= wanted.FailsOn(severity);
                more = more && output.Add(row);
            }
        }

        output.End("finding");
        return failed ? ExitStatus.Found : ExitStatus.Done;
    }
}
