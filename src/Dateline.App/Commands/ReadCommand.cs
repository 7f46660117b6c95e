using System.CommandLine;
using System.CommandLine.Help;

namespace Dateline.App.Commands;

/// <summary><c>dateline read</c>: its arguments, options and help.</summary>
internal static class ReadCommand
{
    private const string Description = "Reads reports and shows what happened, where, when, how much and according to whom, with the exact words";

    private const string More = """
        Inputs:
          Plain text files; web pages (HTML, MHTML); feeds (RSS, Atom, JSON Feed, news sitemaps), each entry a report; web archives
          (WARC, WACZ), each page a report, those with hardly a word of ours left out (--all-pages reads them too); JSON lines
          ({"text": …} with id, title, published, outlet, url where known); any of these packed with gzip; folders, walked in name
          order; addresses of pages and feeds (http, https), which are fetched; - for standard input, also meant when something is
          piped in and no input is named.

        Examples:
          dateline read samples/
          dateline read report.txt --published 2025-02-28 --outlet "The Daily"
          dateline read reports.jsonl --format jsonl > readings.jsonl
          dateline read https://example.org/report.html --format json --brief

        Exit status:
          0 all read; 1 something was wrong with some input (each is named on standard error, the others are printed);
          2 wrong use; 130 stopped
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var input = new InputOptions();
        var format = CommandOptions.Choice<OutputFormat>("--format", "table|json|jsonl|markdown", "How to show it: table for reading (when not given), json (an array when there are several reports), jsonl (one report per line), markdown");
        var narrative = new Option<bool>("--narrative") { Description = "Anchor times in the text's own story instead of the publication date" };
        var brief = new Option<bool>("--brief") { Description = "Leave the annotations out of JSON" };
        var explain = new Option<bool>("--explain") { Description = "Show which rule and which data row made each value, why mentions were joined, and what was left out" };
        var noColor = CommandOptions.NoColor();

        var command = new Command("read", Description) { input.Inputs, format, input.Format, input.Published, input.Outlet, input.AllowPrivate, narrative, brief, explain, input.Data, input.AllPages, input.Jobs, noColor };
        command.SetAction((parsed, stop) => new ReadRun(around, new ReadSettings(
            input.Of(parsed, parsed.GetValue(narrative)),
            parsed.GetValue(format),
            parsed.GetValue(brief),
            parsed.GetValue(explain),
            parsed.GetValue(noColor))).RunAsync(stop));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }
}
