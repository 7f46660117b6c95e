using System.Diagnostics;
using System.Globalization;
using Dateline.App.Output;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Knowledge;
using Dateline.Ledger;

namespace Dateline.App.Commands;

/// <summary>One run of <c>dateline recode</c>: documents are read again by some workers, kept batch by batch; then the record is made anew.</summary>
internal sealed class RecodeRun(Surroundings around, string file, bool all, InputSettings settings)
{
    private const int Full = 200; // reports kept at a time

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private bool complained;
    private int done;

    /// <summary>Reads everything again and returns the exit status.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var seen = Ledgers.OpenToRead(file);
        using var ledger = Ledgers.OpenToAdd(file, () => DatelineCommand.Say(around, $"{Ledgers.Shown(file)}: another program is adding to this ledger; waiting for it"));
        var knowledge = around.Knowledge(settings.DataFolder);
        var (_, forms, matcher) = RecordMaking.Over(knowledge);
        var recoder = new LedgerRecoder(ledger, forms, matcher);
        var run = RunInfo.Of(knowledge);
        var outdated = Look(seen, reader => LedgerRecoder.Outdated(reader, run, all));
        try
        {
            await ReadAsync(seen, knowledge, forms, recoder, run, outdated, stop).ConfigureAwait(false);
            var isBehind = Look(seen, LedgerRecoder.IsBehind);
            if (isBehind)
            {
                recoder.MakeRecord((kept, of) => Progress($"the record is made anew: {kept:#,0} of {Terminal.Count(of, "report")}"), stop);
            }

            Progress(null);
            Summary(outdated.Count, isBehind);
            return complained ? ExitStatus.SomeInputFailed : ExitStatus.Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Progress(null);
            DatelineCommand.Say(around, $"stopped after {done:#,0} of {Terminal.Count(outdated.Count, "document")}; the record is as it was; dateline recode goes on from there");
            return ExitStatus.Stopped;
        }
    }

    private async Task ReadAsync(ILedgerStore seen, KnowledgeFiles knowledge, LedgerForms forms, LedgerRecoder recoder, RunInfo run, IReadOnlyList<ChosenReading> outdated, CancellationToken stop)
    {
        if (outdated.Count == 0)
        {
            return;
        }

        // Documents are handed over in their order.
        var batch = new List<(ChosenReading Before, PreparedDocument Document)>(Full);
        var begun = around.Time.GetUtcNow();
        var at = 0;
        var queue = new ReadingQueue<PreparedDocument>(around, knowledge, settings, _ => true, forms.Prepare, Documents(seen, outdated));
        await foreach (var read in queue.ReadAsync(stop).ConfigureAwait(false))
        {
            var before = outdated[at++];
            if (read.Made is { } made)
            {
                batch.Add((before, made));
            }
            else
            {
                complained = true;
                DatelineCommand.Say(around, $"{read.Input.Source}: {read.Broken}; its old reading stays");
            }

            done++;
            if (batch.Count >= Full)
            {
                Keep(recoder, run, begun, batch, outdated.Count);
            }
        }

        Keep(recoder, run, begun, batch, outdated.Count);
    }

    private void Keep(LedgerRecoder recoder, RunInfo run, DateTimeOffset begun, List<(ChosenReading Before, PreparedDocument Document)> batch, int of)
    {
        if (batch.Count > 0)
        {
            recoder.Keep(run, begun, batch);
            batch.Clear();
            Progress($"{done:#,0} of {Terminal.Count(of, "document")} read again; {done / Math.Max(clock.Elapsed.TotalSeconds, 0.001):0}/s");
        }
    }

    /// <summary>The documents, some at a time, so that no look at the ledger lasts long.</summary>
    private static IEnumerable<Input> Documents(ILedgerStore seen, IReadOnlyList<ChosenReading> outdated)
    {
        foreach (var chunk in outdated.Chunk(Full))
        {
            var documents = Look(seen, reader => chunk.Select(reader.Document).ToList());
            foreach (var document in documents)
            {
                yield return new Input(document.Origin, document, null);
            }
        }
    }

    private static T Look<T>(ILedgerStore seen, Func<ILedgerReader, T> look)
    {
        using var reader = seen.Read();
        return look(reader);
    }

    /// <summary>One line that is written over, for a person who waits.</summary>
    private void Progress(string? line)
    {
        if (around.ErrorIsTerminal)
        {
            around.Error.Write("\r\u001B[K" + line);
        }
    }

    private void Summary(int documents, bool isBehind)
    {
        using var text = around.OutputText();
        text.Write(documents == 0 ? "this program and knowledge have read every report" : Terminal.Count(documents, "document") + " read again");
        text.Write(isBehind ? ", the record is made anew" : "");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"; {clock.Elapsed.TotalSeconds:0.0} s"));
    }
}
