using System.Diagnostics;
using Dateline.App.Output;
using Dateline.Exports;

namespace Dateline.App.Commands;

/// <summary>One run of <c>dateline read</c>: every reading is shown in the order of the inputs.</summary>
internal sealed class ReadRun(Surroundings around, ReadSettings settings)
{
    private bool complained;

    /// <summary>Reads everything and returns the exit status.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        if (settings.Input.IsMissing(around, "read"))
        {
            return ExitStatus.WrongUse;
        }

        using var text = around.OutputText();
        var output = OutputOf(text);
        var totals = default(RunTotals);
        var queue = new ReadingQueue<Reading>(around, around.Knowledge(settings.Input.DataFolder), settings.Input, _ => true, reading => reading);
        try
        {
            await foreach (var read in queue.ReadAsync(stop).ConfigureAwait(false))
            {
                totals = Show(read, output, totals);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            output.End(totals with { Taken = clock.Elapsed });
            DatelineCommand.Say(around, $"stopped after {totals.Reports} {(totals.Reports == 1 ? "report" : "reports")}");
            return ExitStatus.Stopped;
        }

        output.End(totals with { Taken = clock.Elapsed });
        return complained ? ExitStatus.SomeInputFailed : ExitStatus.Done;
    }

    private RunTotals Show(ReadInput<Reading> read, IReadingOutput output, RunTotals totals)
    {
        foreach (var problem in read.Problems(settings.Input.Narrative))
        {
            complained = true;
            DatelineCommand.Say(around, $"{read.Input.Source}: {problem}");
        }

        if (read.Reading is not { } reading)
        {
            output.AddFailed();
            return totals with { Failed = totals.Failed + 1 };
        }

        output.Add(reading);
        totals = totals.With(reading);
        foreach (var entry in reading.Entries)
        {
            output.Add(entry);
            totals = totals.With(entry);
        }

        return totals;
    }

    private IReadingOutput OutputOf(TextWriter text) => settings.Format switch
    {
        OutputFormat.Json => new JsonOutput(around.Output, new ReadingJsonOptions(Indented: true, settings.Brief, settings.Explain)),
        OutputFormat.Jsonl => new JsonLinesOutput(around.Output, new ReadingJsonOptions(Indented: false, settings.Brief, settings.Explain)),
        OutputFormat.Markdown => new MarkdownOutput(text, settings.Explain),
        _ => new TableOutput(text, around, settings),
    };
}
