using System.CommandLine;
using System.Text;
using Dateline.App.Output;
using Dateline.Checks.Tables;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Outside;
using Dateline.Views;
using NodaTime;
using NodaTime.Text;

namespace Dateline.App.Commands;

/// <summary><c>dateline check --table</c>: the checks on the rows of somebody's own table, one row in memory at a time.</summary>
internal static class CheckTableRun
{
    public static int Run(Surroundings around, LedgerOptions showing, ParseResult parsed, WantedFindings wanted, string file, string mapFile, string? dataFolder, CancellationToken stop)
    {
        var knowledge = around.Knowledge(dataFolder);
        var map = OutsideFiles.Named(mapFile, () => OutsideMap.Parse(OutsideFiles.Opened(mapFile, File.ReadAllText), isForChecks: true));
        var pipeline = new Pipeline(knowledge);
        var checks = new RowChecks(knowledge, (words, day) => pipeline.Annotate(words, day), (words, day) => Read(pipeline, words, day));
        using var csv = OutsideFiles.Opened(file, path => new StreamReader(path, Encoding.UTF8));
        var problems = new List<(int Line, string Message)>();
        using var text = around.OutputText();
        var output = showing.OutputOf(parsed, around, text);
        var (failed, more, complained) = (false, true, false);
        output.Begin(RecordRows.CheckedRows);
        OutsideFiles.Named(file, () =>
        {
            foreach (var row in new OutsideTableReader(knowledge, new Codebook(knowledge)).Rows(csv, map, problems))
            {
                stop.ThrowIfCancellationRequested();
                complained |= problems.Count > 0;
                problems.ForEach(problem => DatelineCommand.Say(around, $"{file}:{problem.Line}: {problem.Message}"));
                problems.Clear();
                foreach (var found in checks.Find(row).Where(found => wanted.IsWanted(found.Finding.Check, found.Finding.Severity)))
                {
                    failed |= wanted.FailsOn(found.Finding.Severity);
                    more = more && output.Add(FindingJson.Row(file, found));
                }
            }

            return true;
        });
        output.End("finding");
        return failed ? ExitStatus.Found : complained ? ExitStatus.SomeInputFailed : ExitStatus.Done;
    }

    // A cell with sentences is read as a report of the row's day.
    private static IReadOnlyList<(Checks.Finding Finding, string Words)> Read(Pipeline pipeline, string words, LocalDate? day)
    {
        var stated = day is { } known ? StatedFacts.None with { Published = LocalDatePattern.Iso.Format(known), PublishedFrom = "argument" } : StatedFacts.None;
        var reading = pipeline.Read(RawDocument.Of(Encoding.UTF8.GetBytes(words), "text/plain", "cell", stated), ReadOptions.Default);
        return [.. reading.Findings.Select(finding => (finding, WordsOf(reading, finding)))];
    }

    private static string WordsOf(Reading reading, Checks.Finding finding) =>
        finding.Span is { } span ? span.In(reading.Article.Text)
        : string.Join("; ", reading.Events.Events.SelectMany(e => e.Claims).Where(c => finding.Claims.Contains(c.Id, StringComparer.Ordinal)).SelectMany(c => c.Claim.Evidence).Select(e => e.In(reading.Article.Text)).Distinct(StringComparer.Ordinal));
}
