using System.CommandLine;
using System.Text.Json;
using Dateline.App.Output;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary><c>dateline event ID</c>: one event with everything that is claimed of it.</summary>
internal static class EventCommand
{
    private const string More = """
        The id is the one that dateline events shows. An event is named after the report that was published first; the id it had before an
        earlier one was added finds it still.

        Examples:
          dateline event ev-696bf97ff41e
          dateline event ev-696bf97ff41e --format json
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var options = new LedgerOptions();
        var id = new Argument<string>("ID") { Description = "The event's id: ev-…" };
        var command = ListCommands.Create("event", "Shows one event with all claims", More, [options.File, options.Format, options.NoColor], parsed => Show(around, parsed, options, parsed.GetValue(id)!));
        command.Add(id);
        return command;
    }

    private static int Show(Surroundings around, ParseResult parsed, LedgerOptions options, string id)
    {
        var file = parsed.GetValue(options.File)!;
        using var ledger = Ledgers.OpenToRead(file);
        using var reader = ledger.Read();
        if (reader.Event(id) is not { } happening)
        {
            DatelineCommand.Say(around, $"{Ledgers.Shown(file)} has no event {id}; dateline events lists them");
            return ExitStatus.WrongUse;
        }

        var book = new JudgementBook(reader.Judgements());
        using var text = around.OutputText();
        var readings = reader.ReadingsOf(happening).ToList();
        var findings = new FindingRows(reader, around.Knowledge(null));
        if (parsed.GetValue(options.Format) is ListFormat.Json or ListFormat.Jsonl)
        {
            // One object, not a list of one.
            var one = new JsonListOutput(around.Output, isIndented: parsed.GetValue(options.Format) is ListFormat.Json, limit: null, isList: false);
            one.Begin(RecordRows.Events);
            one.Add(findings.Event(happening, readings));
            one.End("event");
            return ExitStatus.Done;
        }

        var claims = options.OutputOf(parsed, around, text);
        if (parsed.GetValue(options.Format) is ListFormat.Table)
        {
            using var row = JsonDocument.Parse(findings.Event(happening, readings));
            EventOutput.Show(Terminal.Of(around, text, parsed.GetValue(options.NoColor)), row.RootElement);
        }

        claims.Begin(RecordRows.EventClaims);
        foreach (var claim in readings.SelectMany(reading => RecordJson.Claims(reading, book, withRejected: true)))
        {
            claims.Add(claim);
        }

        claims.End("claim");
        return ExitStatus.Done;
    }
}
