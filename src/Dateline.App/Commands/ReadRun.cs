using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Dateline.App.Output;
using Dateline.Documents;
using Dateline.Exports;

namespace Dateline.App.Commands;

/// <summary>
/// One run of <c>dateline read</c>: inputs are opened on one side, read by some workers, and shown on the other side in
/// the order of the inputs. Few reports are held at a time, however many there are.
/// </summary>
internal sealed class ReadRun(Surroundings around, ReadSettings settings)
{
    private readonly ReadOptions options = new(settings.Narrative);
    private bool complained;

    /// <summary>Reads everything and returns the exit status.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var inputs = settings.Inputs;
        if (inputs.Count == 0 && !around.InputIsPiped)
        {
            DatelineCommand.Say(around, "no input: name files or folders, or pipe a report in; dateline read --help shows how");
            return ExitStatus.WrongUse;
        }

        var read = around.Pipeline(settings.DataFolder);
        using var text = around.OutputText();
        var output = OutputOf(text);
        var totals = default(RunTotals);
        var queue = Channel.CreateBounded<Job>(settings.Jobs * 2);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var opening = Task.Run(() => OpenAsync(inputs.Count == 0 ? [DocumentReader.StandardInput] : inputs, read, queue.Writer, ended.Token), CancellationToken.None);
        try
        {
            await foreach (var job in queue.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                totals = Show(job.Input, job.Reading is null ? null : await job.Reading.WaitAsync(stop).ConfigureAwait(false), output, totals);
            }

            await opening.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            output.End(totals with { Taken = clock.Elapsed });
            DatelineCommand.Say(around, $"stopped after {totals.Reports} {(totals.Reports == 1 ? "report" : "reports")}");
            return ExitStatus.Stopped;
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
        }

        output.End(totals with { Taken = clock.Elapsed });
        return complained ? ExitStatus.SomeInputFailed : ExitStatus.Done;
    }

    private async Task OpenAsync(IReadOnlyList<string> inputs, Func<RawDocument, ReadOptions, Reading> read, ChannelWriter<Job> queue, CancellationToken stop)
    {
        var workers = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, settings.Jobs).ConcurrentScheduler;
        try
        {
            var reader = new DocumentReader(around.Input, settings.InputFormat, settings.Published, settings.Outlet);
            foreach (var input in reader.Read(inputs))
            {
                var reading = input.Document is { } document
                    ? Task.Factory.StartNew(() => Attempt(read, document), stop, TaskCreationOptions.None, workers)
                    : null;
                await queue.WriteAsync(new Job(input, reading), stop).ConfigureAwait(false);
            }

            queue.Complete();
        }
        catch (Exception error)
        {
            queue.Complete(error);
        }
    }

    /// <summary>A report that breaks the program costs itself, never the run.</summary>
    private Result Attempt(Func<RawDocument, ReadOptions, Reading> read, RawDocument document)
    {
        try
        {
            return new Result(read(document, options), null);
        }
        catch (Exception error)
        {
            return new Result(null, $"could not be read because of an error in this program ({error.GetType().Name}: {error.Message}); please report it");
        }
    }

    private RunTotals Show(Input input, Result? result, IReadingOutput output, RunTotals totals)
    {
        foreach (var problem in Problems(input, result))
        {
            complained = true;
            DatelineCommand.Say(around, $"{input.Source}: {problem}");
        }

        if (result?.Reading is not { } reading)
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

    private IEnumerable<string> Problems(Input input, Result? result)
    {
        if (input.Problem is { } problem)
        {
            yield return problem;
        }

        if (result?.Problem is { } broken)
        {
            yield return broken;
        }

        if (result?.Reading?.Article is not { } article)
        {
            yield break;
        }

        if (article.Flags.Contains("cut", StringComparer.Ordinal))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"is longer than any report; what stands behind its first {Text.TextReader.Reach:N0} characters was not coded");
        }

        if (article.Language is "und" && result.Reading.Sentences.Count == 0)
        {
            yield return "its language could not be told, and nothing was coded";
        }
        else if (article.Language is not ("en" or "und"))
        {
            yield return $"the text is not English (language \"{article.Language}\") and was not coded";
        }
        else if (article.Published is null && !settings.Narrative)
        {
            yield return "no publication date was found or stated; dates that need one stay unresolved (--published states it)";
        }
    }

    private IReadingOutput OutputOf(TextWriter text) => settings.Format switch
    {
        OutputFormat.Json => new JsonOutput(around.Output, new ReadingJsonOptions(Indented: true, settings.Brief, settings.Explain)),
        OutputFormat.Jsonl => new JsonLinesOutput(around.Output, new ReadingJsonOptions(Indented: false, settings.Brief, settings.Explain)),
        OutputFormat.Markdown => new MarkdownOutput(text, settings.Explain),
        _ => new TableOutput(text, around, settings),
    };

    private sealed record Result(Reading? Reading, string? Problem);

    private sealed record Job(Input Input, Task<Result>? Reading);
}
