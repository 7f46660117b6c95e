using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Dateline.App.Output;
using Dateline.Documents;
using Dateline.Exports;

namespace Dateline.App.Commands;

/// <summary>
/// One run of <c>dateline read</c>: inputs are opened on one side, read by some workers, and shown on the other side in
/// the order of the inputs. Few reports are held at a time, however many there are: a worker takes those that are waiting, up to
/// <see cref="Together"/>, and the opening side waits while all the room is taken by reports not shown yet.
/// </summary>
internal sealed class ReadRun(Surroundings around, ReadSettings settings)
{
    private const int Together = 8; // reports read in one go
    private const int Seat = 1 << 18; // bytes of a report that takes one seat of the room; a longer one takes more

    private readonly ReadOptions options = new(settings.Narrative);
    private readonly int seats = settings.Jobs * Together * 2;
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
        var toShow = Channel.CreateUnbounded<Job>();
        var toRead = Channel.CreateUnbounded<Job>();
        using var room = new SemaphoreSlim(seats);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var opening = Task.Run(() => OpenAsync(inputs.Count == 0 ? [DocumentReader.StandardInput] : inputs, toRead.Writer, toShow.Writer, room, ended.Token), CancellationToken.None);
        for (var i = 0; i < settings.Jobs; i++)
        {
            _ = Task.Run(() => WorkAsync(toRead.Reader, read, ended.Token), CancellationToken.None);
        }

        try
        {
            await foreach (var job in toShow.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                totals = Show(job.Input, job.Document is null ? null : await job.Result.Task.WaitAsync(stop).ConfigureAwait(false), output, totals);
                room.Release(job.Seats);
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

    private async Task OpenAsync(IReadOnlyList<string> inputs, ChannelWriter<Job> toRead, ChannelWriter<Job> toShow, SemaphoreSlim room, CancellationToken stop)
    {
        try
        {
            var reader = new DocumentReader(around.Input, settings.InputFormat, settings.Published, settings.Outlet);
            foreach (var input in reader.Read(inputs))
            {
                var job = new Job(input, Math.Min(seats, 1 + ((input.Document?.Bytes.Length ?? 0) / Seat)));
                for (var i = 0; i < job.Seats; i++)
                {
                    await room.WaitAsync(stop).ConfigureAwait(false);
                }

                if (job.Document is not null)
                {
                    toRead.TryWrite(job);
                }

                toShow.TryWrite(job);
            }

            toShow.Complete();
        }
        catch (Exception error)
        {
            toShow.Complete(error);
        }

        toRead.Complete();
    }

    private async Task WorkAsync(ChannelReader<Job> toRead, ReadDocuments read, CancellationToken stop)
    {
        var taken = new List<Job>(Together);
        var most = 1; // the first result shows soon
        try
        {
            while (await toRead.WaitToReadAsync(stop).ConfigureAwait(false))
            {
                taken.Clear();
                while (taken.Count < most && toRead.TryRead(out var job))
                {
                    taken.Add(job);
                }

                Read(taken, read);
                most = Together;
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended; nobody waits for what was still to be read.
        }
    }

    private void Read(List<Job> jobs, ReadDocuments read)
    {
        try
        {
            var readings = read([.. jobs.Select(j => j.Document!)], options);
            foreach (var (job, reading) in jobs.Zip(readings))
            {
                job.Result.SetResult(new Result(reading, null));
            }
        }
        catch (Exception) when (jobs.Count > 1)
        {
            // A report that breaks the program costs itself, never the others.
            foreach (var job in jobs)
            {
                Read([job], read);
            }
        }
        catch (Exception error)
        {
            jobs.ForEach(j => j.Result.SetResult(new Result(null, $"could not be read because of an error in this program ({error.GetType().Name}: {error.Message}); please report it")));
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

    private sealed record Job(Input Input, int Seats)
    {
        public RawDocument? Document => Input.Document;

        public TaskCompletionSource<Result> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
