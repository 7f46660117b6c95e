using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Dateline.App.Output;
using Dateline.Documents;
using Dateline.Documents.Archives;
using Dateline.Knowledge;

namespace Dateline.App.Commands;

/// <summary>
/// Reads inputs for a command: they are opened on one side, read by some workers, and handed over on the other side in the order of the inputs.
/// Few reports are held at a time, however many there are: a worker takes those that are waiting, up to <see cref="Together"/>, and the
/// opening side waits while all the room is taken by reports not handed over yet.
/// </summary>
/// <typeparam name="T">What a worker makes of a reading.</typeparam>
/// <param name="around">Standard input and the reader of reports.</param>
/// <param name="knowledge">What it reads with.</param>
/// <param name="settings">What to read.</param>
/// <param name="isWanted">False for a document that need not be read; it is handed over without a reading. Called on the opening side.</param>
/// <param name="make">What to make of each reading; called by the workers.</param>
/// <param name="inputs">The documents, where they are not those that the settings name; asked for on the opening side.</param>
internal sealed class ReadingQueue<T>(Surroundings around, KnowledgeFiles knowledge, InputSettings settings, Func<RawDocument, bool> isWanted, Func<Reading, T> make, IEnumerable<Input>? inputs = null)
    where T : class
{
    private const int Together = 8; // reports read in one go
    private const int Seat = 1 << 18; // bytes of a report that takes one seat of the room; a longer one takes more

    private readonly ReadOptions options = new(settings.Narrative);
    private readonly int seats = settings.Jobs * Together * 2;

    /// <summary>Every input with what became of it. Stopping throws <see cref="OperationCanceledException"/>.</summary>
    public async IAsyncEnumerable<ReadInput<T>> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var read = around.Pipeline(knowledge);
        var toHand = Channel.CreateUnbounded<Job>();
        var toRead = Channel.CreateUnbounded<Job>();
        using var room = new SemaphoreSlim(seats);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var opening = Task.Run(() => OpenAsync(toRead.Writer, toHand.Writer, room, ended.Token), CancellationToken.None);
        for (var i = 0; i < settings.Jobs; i++)
        {
            _ = Task.Run(() => WorkAsync(toRead.Reader, read, ended.Token), CancellationToken.None);
        }

        try
        {
            await foreach (var job in toHand.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                yield return job.IsRead ? await job.Result.Task.WaitAsync(stop).ConfigureAwait(false) : new ReadInput<T>(job.Input, null, null, null);
                room.Release(job.Seats);
            }

            await opening.ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task OpenAsync(ChannelWriter<Job> toRead, ChannelWriter<Job> toHand, SemaphoreSlim room, CancellationToken stop)
    {
        try
        {
            foreach (var input in inputs ?? Named())
            {
                var job = new Job(input, Math.Min(seats, 1 + ((input.Document?.Bytes.Length ?? 0) / Seat)), input.Document is { } document && isWanted(document));
                for (var i = 0; i < job.Seats; i++)
                {
                    await room.WaitAsync(stop).ConfigureAwait(false);
                }

                if (job.IsRead)
                {
                    toRead.TryWrite(job);
                }

                toHand.TryWrite(job);
            }

            toHand.Complete();
        }
        catch (Exception error)
        {
            toHand.Complete(error);
        }

        toRead.Complete();
    }

    private IEnumerable<Input> Named()
    {
        using var fetcher = around.Fetcher(settings.AllowPrivate);
        var reader = new DocumentReader(around.Input, settings.InputFormat, settings.Published, settings.Outlet, settings.MayRepeat, settings.AllPages ? null : new PageTriage(knowledge), fetcher);
        foreach (var input in reader.Read(settings.Inputs.Count == 0 ? [DocumentReader.StandardInput] : settings.Inputs))
        {
            yield return input;
        }

        if (reader.LeftOut > 0)
        {
            DatelineCommand.Say(around, $"{Terminal.Count(reader.LeftOut, "page")} left out: hardly a word of ours stands in them (--all-pages reads them too)");
        }
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
            var readings = read([.. jobs.Select(j => j.Input.Document!)], options);
            var made = readings.Select(make).ToList();
            for (var i = 0; i < jobs.Count; i++)
            {
                jobs[i].Result.SetResult(new ReadInput<T>(jobs[i].Input, readings[i], made[i], null));
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
            var problem = $"could not be read because of an error in this program ({error.GetType().Name}: {error.Message}); please report it";
            jobs.ForEach(j => j.Result.SetResult(new ReadInput<T>(j.Input, null, null, problem)));
        }
    }

    private sealed record Job(Input Input, int Seats, bool IsRead)
    {
        public TaskCompletionSource<ReadInput<T>> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>An input and what became of it.</summary>
/// <param name="Input">The input.</param>
/// <param name="Reading">Its reading; null when there was no document, it was not wanted, or it could not be read.</param>
/// <param name="Made">What was made of the reading; null with it.</param>
/// <param name="Broken">Why it could not be read, or null.</param>
internal sealed record ReadInput<T>(Input Input, Reading? Reading, T? Made, string? Broken)
    where T : class
{
    /// <summary>What is wrong with the input or its reading, one sentence each without a full stop.</summary>
    /// <param name="isNarrative">True when times are anchored in the text's own story, so that no publication date is missed.</param>
    public IEnumerable<string> Problems(bool isNarrative)
    {
        if (Input.Problem is { } problem)
        {
            yield return problem;
        }

        if (Broken is not null)
        {
            yield return Broken;
        }

        // an archive has pages of every kind; what is usual there is no complaint
        if (Reading?.Article is not { } article || Reading.Document.MediaType is HttpMessage.KeptAs)
        {
            yield break;
        }

        if (article.Flags.Contains("cut", StringComparer.Ordinal))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"is longer than any report; what stands behind its first {Text.TextReader.Reach:N0} characters was not coded");
        }

        if (article.Language is "und" && Reading.Sentences.Count == 0)
        {
            yield return "its language could not be told, and nothing was coded";
        }
        else if (article.Language is not ("en" or "und"))
        {
            yield return $"the text is not English (language \"{article.Language}\") and was not coded";
        }
        else if (article.Published is null && !isNarrative)
        {
            yield return "no publication date was found or stated; dates that need one stay unresolved (--published states it)";
        }
    }
}
