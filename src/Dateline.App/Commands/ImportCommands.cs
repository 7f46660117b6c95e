using System.CommandLine;
using System.CommandLine.Help;
using System.Security.Cryptography;
using Dateline.App.Output;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Ledger.Outside;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary><c>dateline import</c>, <c>imports</c> and <c>compare</c>: somebody else's table of events, beside the record.</summary>
internal static class ImportCommands
{
    private const string MoreOfImport = """
        Keeps a table of events of somebody else's beside the record: its bytes, its rows, whose it is and under what terms. Nothing of it ever gets into
        the record. The map says what it is called and which column says what (docs/imports.md). A cell that cannot be read is said with its line and is
        unknown in its row; the row is kept. Imported again under its name, the new table counts, and the old one is kept.

        Example:
          dateline import docs/examples/launches.csv --map docs/examples/launches.map.json

        Exit status:
          0 imported, or there already; 1 some cells could not be read; 2 wrong use: no such file, no map, a column that the table does not have
        """;

    private const string MoreOfImports = """
        Example:
          dateline imports --format json
        """;

    private const string MoreOfCompare = """
        Rows and events meet by kind, day and place, each with one at most, the nearest first. A row that meets none is only outside; an event of the kinds
        and the time that the table covers that no row meets is only ours. What both say otherwise (day, country, actors, figures) is listed.

        Examples:
          dateline compare launches
          dateline compare launches --only only_outside --from 2025-01-01
          dateline compare launches --days 0 --format json
        """;

    /// <summary>Makes <c>dateline import</c>.</summary>
    public static Command Import(Surroundings around)
    {
        var (file, data) = (new LedgerOptions().File, new InputOptions().Data);
        var table = new Argument<string>("FILE") { Description = "The table: comma-separated values with a header" };
        var map = new Option<string>("--map") { HelpName = "MAP", Description = "What its columns say (JSON; docs/imports.md)", Required = true };
        var command = new Command("import", "Keeps somebody else's table of events beside the record") { table, map, file, data };
        command.SetAction(parsed => Import(around, parsed.GetValue(table)!, parsed.GetValue(map)!, parsed.GetValue(file)!, parsed.GetValue(data)));
        command.Add(new HelpOption { Action = new LongerHelp(MoreOfImport) });
        return command;
    }

    /// <summary>Makes <c>dateline imports</c>.</summary>
    public static Command Imports(Surroundings around)
    {
        var options = new LedgerOptions();
        return ListCommands.Create("imports", "Lists the outside tables of a ledger", MoreOfImports, options.Showing, parsed =>
            ListCommands.Run(around, parsed, options, "table", RecordRows.Imports, reader => reader.Outside.All().Select(OutsideJson.Write)));
    }

    /// <summary>Makes <c>dateline compare</c>.</summary>
    public static Command Compare(Surroundings around)
    {
        var options = new LedgerOptions();
        var name = new Argument<string>("NAME") { Description = "The outside table, as dateline imports lists it" };
        var days = new Option<int>("--days") { HelpName = "N", Description = "Days by which one may be off", DefaultValueFactory = _ => 1 };
        days.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() is < 0 or > 31)
            {
                result.AddError("--days takes a number from 0 to 31");
            }
        });
        var only = new Option<string?>("--only") { HelpName = "STANDING", Description = "Only rows that are meets, only_outside or only_ours" };
        only.AcceptOnlyFromAmong("meets", "only_outside", "only_ours");
        var command = ListCommands.Create("compare", "Compares the record with an outside table", MoreOfCompare, [.. options.Showing, options.Kind, options.From, options.To, days, only], parsed =>
            ListCommands.Run(around, parsed, options, "row", RecordRows.Meetings, reader => Meetings(reader, parsed.GetValue(name)!, options.FilterOf(parsed), parsed.GetValue(days)).Select(OutsideJson.Write).Where(row => IsWanted(row, parsed.GetValue(only)))));
        command.Add(name);
        return command;
    }

    private static IReadOnlyList<OutsideMeeting> Meetings(ILedgerReader reader, string name, LedgerFilter filter, int days)
    {
        var table = reader.Outside.All().FirstOrDefault(table => table.Name == name) ?? throw JudgeWork.Wrong($"there is no outside table {name}; dateline imports lists them");
        return new OutsideComparison(reader, days).Of(table, filter);
    }

    private static bool IsWanted(ReadOnlyMemory<byte> row, string? standing) => standing is null || row.Span.StartsWith(System.Text.Encoding.UTF8.GetBytes($"{{\"standing\":\"{standing}\""));

    private static int Import(Surroundings around, string file, string mapFile, string ledgerFile, string? dataFolder)
    {
        var bytes = OutsideFiles.Opened(file, File.ReadAllBytes);
        var mapJson = DocumentText.Decode(OutsideFiles.Opened(mapFile, File.ReadAllBytes)).Text;
        var map = OutsideFiles.Named(mapFile, () => OutsideMap.Parse(mapJson));
        var knowledge = around.Knowledge(dataFolder);
        var table = OutsideFiles.Named(file, () => new OutsideTableReader(knowledge, new Codebook(knowledge)).Read(DocumentText.Decode(bytes).Text, map));
        using var ledger = Ledgers.OpenToAdd(ledgerFile);
        var isNew = false;
        ledger.Write(transaction => isNew = transaction.AddOutside(new OutsideImport(
            map,
            mapJson,
            Judgement.Moment(around.Time.GetUtcNow()),
            Path.GetFileName(file),
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Packed.Of(bytes),
            table.Events)));
        foreach (var (line, message) in table.Problems)
        {
            DatelineCommand.Say(around, $"{file}:{line}: {message}");
        }

        using var text = around.OutputText();
        text.WriteLine(isNew ? $"{map.Name}: {Terminal.Count(table.Events.Count, "row")} imported" : $"{map.Name}: there already");
        return table.Problems.Count > 0 ? ExitStatus.SomeInputFailed : ExitStatus.Done;
    }
}
