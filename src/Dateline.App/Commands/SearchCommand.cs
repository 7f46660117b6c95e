using System.CommandLine;
using Dateline.App.Output;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Views;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Dateline.App.Commands;

/// <summary><c>dateline search WORDS</c>: reports that hold some words, with counts by facet.</summary>
internal static class SearchCommand
{
    private const int Usual = 20; // reports shown when it is not told
    private const int FacetRows = 8; // values a table shows of each facet

    private const string More = """
        Every word must stand in the report (title, text, or the names its events were coded with); "words in quotation marks" stand together, and a
        word that ends in * stands for all that begin so. The best come first. Facets count the reports found, the first 1,000 at most.

        Examples:
          dateline search hypersonic missile
          dateline search '"Yellow Sea" launch*' --from 2025-01-01 --limit 5
          dateline search Kursk --kind troop_deployment --format json
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var options = new LedgerOptions();
        var words = new Argument<string[]>("WORDS") { Description = "What to look for", Arity = ArgumentArity.OneOrMore };
        var command = ListCommands.Create("search", "Finds reports by their words", More, options.Showing.Concat(options.Filtering), parsed => Run(around, parsed, options, string.Join(' ', parsed.GetValue(words)!)));
        command.Add(words);
        return command;
    }

    private static int Run(Surroundings around, ParseResult parsed, LedgerOptions options, string query)
    {
        using var ledger = Ledgers.OpenToRead(parsed.GetValue(options.File)!);
        using var reader = ledger.Read();
        using var text = around.OutputText();
        var result = reader.Search(query, options.FilterOf(parsed), parsed.GetValue(options.Limit) ?? Usual);
        var rows = Rows(reader, result, query);
        if (parsed.GetValue(options.Format) is ListFormat.Json)
        {
            var one = new JsonListOutput(around.Output, isIndented: true, limit: null, isList: false);
            one.Begin(RecordRows.Found);
            one.Add(SearchJson.Write(query, result, rows));
            one.End("search");
            return ExitStatus.Done;
        }

        var output = options.OutputOf(parsed, around, text);
        output.Begin(RecordRows.Found);
        foreach (var row in rows)
        {
            output.Add(row);
        }

        output.End("report");
        if (parsed.GetValue(options.Format) is ListFormat.Table)
        {
            Facets(Terminal.Of(around, text, parsed.GetValue(options.NoColor)), result);
        }

        return ExitStatus.Done;
    }

    /// <summary>The rows of the reports that were found, with the words around what was looked for.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Rows(ILedgerReader reader, SearchResult result, string query) =>
        result.Reports.Select(found => RecordJson.Found(found.Report, found.Events, WordsOf(reader, found.Report, query)));

    private static string WordsOf(ILedgerReader reader, ReportRow report, string query)
    {
        var (bytes, mediaType) = reader.Bytes(report);
        return bytes.Unpack() is { } whole ? FoundWords.In(DocumentText.Of(new RawDocument("", whole, mediaType, report.Source, StatedFacts.None)).Text, query) : "";
    }

    private static void Facets(IAnsiConsole console, SearchResult result)
    {
        console.Write(new Words($"{Terminal.Count(result.Total, "report")} found" + (result.Counted < result.Total ? $", facets of the best {result.Counted:#,0}" : ""), Terminal.Strong));
        console.WriteLine();
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var facet in result.Facets.GroupBy(f => f.Facet, StringComparer.Ordinal))
        {
            var values = string.Join(", ", facet.Take(FacetRows).Select(f => $"{ValueWords.OneLine(ValueWords.Spaced(f.Value))} {f.Reports:#,0}"));
            grid.AddRow(new Words(ValueWords.Spaced(facet.Key), Terminal.Quiet), new Words(values + (facet.Skip(FacetRows).Any() ? " …" : "")));
        }

        console.Write(grid);
    }
}
