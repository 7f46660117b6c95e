using System.Diagnostics;
using Dateline.App.Output;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Knowledge;
using Dateline.Ledger;

namespace Dateline.App.Commands;

/// <summary>One run of <c>dateline add</c>: reports are read by some workers and kept by one writer, batch by batch.</summary>
internal sealed class AddRun(Surroundings around, string file, InputSettings settings)
{
    // A batch ends when it is full or old: what is acknowledged is on the disk, and readers see it.
    private const int Full = 200;
    private static readonly TimeSpan Old = TimeSpan.FromSeconds(2);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<Addition> batch = new(Full);
    private AddedCounts added;
    private TimeSpan begun;
    private int failed;
    private bool complained;
    private bool waits;

    /// <summary>Adds everything and returns the exit status.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (settings.IsMissing(around, "add"))
        {
            return ExitStatus.WrongUse;
        }

        var knowledge = around.Knowledge(settings.DataFolder);
        using var ledger = Ledgers.OpenToAdd(file, WaitingForAnother);
        using var known = Ledgers.OpenToRead(file);
        var (_, forms, matcher) = RecordMaking.Over(knowledge);
        var adder = new LedgerAdder(ledger, forms, matcher, around.Time.GetUtcNow(), settings.Inputs);
        var stopped = await ReadAsync(knowledge, known, forms, adder, stop).ConfigureAwait(false);
        Keep(adder);
        Progress(isLast: true);
        Summary();
        if (stopped)
        {
            DatelineCommand.Say(around, $"stopped after {Terminal.Count(added.Reports, "report")}; adding the same inputs again goes on from there");
            return ExitStatus.Stopped;
        }

        return complained ? ExitStatus.SomeInputFailed : ExitStatus.Done;
    }

    /// <summary>Reads and keeps; true when it was stopped. What was handed over before is still in the batch then.</summary>
    private async Task<bool> ReadAsync(KnowledgeFiles knowledge, ILedgerStore known, LedgerForms forms, LedgerAdder adder, CancellationToken stop)
    {
        var run = RunInfo.Of(knowledge);
        var queue = new ReadingQueue<PreparedDocument>(around, knowledge, settings, document => known.StandingOf(document.Sha256, Sighting.Of(document)) is Standing.New or Standing.Preferred, forms.Prepare);
        try
        {
            await foreach (var read in queue.ReadAsync(stop).ConfigureAwait(false))
            {
                Take(read, run);
                if (batch.Count >= Full || (batch.Count > 0 && clock.Elapsed - begun > Old))
                {
                    Keep(adder);
                }
            }

            return false;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return true;
        }
    }

    private void Take(ReadInput<PreparedDocument> read, RunInfo run)
    {
        foreach (var problem in read.Problems(isNarrative: false))
        {
            complained = true;
            DatelineCommand.Say(around, $"{read.Input.Source}: {problem}");
        }

        if (read.Input.Document is not { } document || read.Broken is not null)
        {
            failed++;
            return;
        }

        begun = batch.Count == 0 ? clock.Elapsed : begun;
        batch.Add(new Addition(document, run, read.Made));
    }

    private void Keep(LedgerAdder adder)
    {
        if (batch.Count > 0)
        {
            added = added.With(adder.Add(batch));
            batch.Clear();
            waits = false;
            Progress(isLast: false);
        }
    }

    private void WaitingForAnother()
    {
        if (!waits)
        {
            waits = true;
            DatelineCommand.Say(around, $"{Ledgers.Shown(file)}: another program is adding to this ledger; waiting for it");
        }
    }

    /// <summary>One line that is written over, for a person who waits.</summary>
    private void Progress(bool isLast)
    {
        if (around.ErrorIsTerminal)
        {
            var rate = added.Reports / Math.Max(clock.Elapsed.TotalSeconds, 0.001);
            around.Error.Write(isLast ? "\r\u001B[K" : $"\r\u001B[K{Terminal.Count(added.Reports, "report")} added, {added.Known:#,0} there already; {rate:0}/s");
        }
    }

    private void Summary()
    {
        using var text = around.OutputText();
        text.Write(Terminal.Count(added.Reports, "report") + " added");
        text.Write(added.Known > 0 ? $", {added.Known:#,0} there already" : "");
        text.Write(added.Sightings + added.Again > 0 ? $", {added.Sightings + added.Again:#,0} known under another name or with other facts" : "");
        text.Write(failed > 0 ? $", {Terminal.Count(failed, "input")} failed" : "");
        text.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"; {clock.Elapsed.TotalSeconds:0.0} s"));
    }
}
