using System.CommandLine;
using System.CommandLine.Help;
using Dateline.App.Output;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary>The commands that list a part of the record: <c>dateline reports</c>, <c>events</c>, <c>claims</c>, <c>findings</c>.</summary>
internal static class ListCommands
{
    /// <summary>What the help of every command on a ledger ends with.</summary>
    public const string Status = """


        Exit status:
          0 shown, be it nothing; 1 the ledger is damaged; 2 wrong use, or no such ledger
        """;

    private const string MoreOfReports = """
        Sorted by day of publication (unknown last), then id; the same whatever the order of adding. Copies share their text: verbatim and edited
        ones carry one text and share a copy_group, partial ones share sentences.

        Examples:
          dateline reports
          dateline reports --format json > reports.json
        """;

    private const string MoreOfEvents = """
        Sorted by day (unknown last), then id; the same whatever the order of adding. Outlets, texts and origins are what the reports come down to:
        copies are one text, and claims that go back to one primary source have one origin. What people decided (dateline judge) is in it.

        Examples:
          dateline events --kind missile_test --actor KP --from 2025-01-01
          dateline events --place Kursk --status news --format csv > kursk.csv
          dateline events --source KCNA --format jsonl
        """;

    private const string MoreOfClaims = """
        One claim per row, with its words, its speaker and its report; sorted by the report's day of publication, then its id. A filter shows the claims
        of the events it fits; without one the claims of no event are shown too. A value that a person corrected is the person's; the JSON has the
        program's beside it (machine_value).

        Examples:
          dateline claims --kind missile_test --from 2025-01-06 --to 2025-01-06
          dateline claims --format csv > claims.csv
        """;

    private const string MoreOfFindings = """
        What the checks say (docs/checks.md), with the report; sorted by the report's day of publication, then its id.

        Examples:
          dateline findings
          dateline findings --actor KP --format json
        """;

    /// <summary>Makes <c>dateline reports</c>.</summary>
    public static Command Reports(Surroundings around)
    {
        var options = new LedgerOptions();
        return Create("reports", "Lists the reports of a ledger", MoreOfReports, options.Showing, parsed => Run(around, parsed, options, "report", RecordRows.Reports, reader => reader.Reports().Select(report => RecordJson.Report(report, reader.CopiesOf(report)))));
    }

    /// <summary>Makes <c>dateline events</c>.</summary>
    public static Command Events(Surroundings around) =>
        Filtered(around, "events", "Lists the events of a ledger", MoreOfEvents, "event", RecordRows.Events, (reader, filter) => new FindingRows(reader, around.Knowledge(null)).Events(filter));

    /// <summary>Makes <c>dateline claims</c>.</summary>
    public static Command Claims(Surroundings around) =>
        Filtered(around, "claims", "Lists what reports claim, with the words and the speaker", MoreOfClaims, "claim", RecordRows.Claims, (reader, filter) => Judged(reader, reader.Readings(filter), filter, RecordJson.Claims));

    /// <summary>Makes <c>dateline findings</c>.</summary>
    public static Command Findings(Surroundings around) =>
        Filtered(around, "findings", "Lists what the checks say", MoreOfFindings, "finding", RecordRows.Findings, (reader, filter) => new FindingRows(reader, around.Knowledge(null)).All(filter));

    /// <summary>Makes a command with a longer help.</summary>
    public static Command Create(string name, string description, string more, IEnumerable<Option> options, Func<ParseResult, int> run)
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

    /// <summary>The rows that readings give after what people decided.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Judged(ILedgerReader reader, IEnumerable<ReportReading> readings, LedgerFilter filter, Func<ReportReading, JudgementBook, bool, IEnumerable<ReadOnlyMemory<byte>>> rows)
    {
        var book = new JudgementBook(reader.Judgements());
        return readings.SelectMany(reading => rows(reading, book, filter.Rejected));
    }

    private static Command Filtered(
        Surroundings around,
        string name,
        string description,
        string more,
        string noun,
        IReadOnlyList<RecordColumn> columns,
        Func<ILedgerReader, LedgerFilter, IEnumerable<ReadOnlyMemory<byte>>> rows)
    {
        var options = new LedgerOptions();
        return Create(name, description, more, options.Showing.Concat(options.Filtering), parsed => Run(around, parsed, options, noun, columns, reader => rows(reader, options.FilterOf(parsed))));
    }

    /// <summary>Shows a list.</summary>
    public static int Run(Surroundings around, ParseResult parsed, LedgerOptions options, string noun, IReadOnlyList<RecordColumn> columns, Func<ILedgerReader, IEnumerable<ReadOnlyMemory<byte>>> rows)
    {
        using var ledger = Ledgers.OpenToRead(parsed.GetValue(options.File)!);
        using var reader = ledger.Read();
        using var text = around.OutputText();
        var output = options.OutputOf(parsed, around, text);
        output.Begin(columns);
        foreach (var row in rows(reader))
        {
            if (!output.Add(row))
            {
                break;
            }
        }

        output.End(noun);
        return ExitStatus.Done;
    }
}
