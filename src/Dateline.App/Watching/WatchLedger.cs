using System.Text.Json;
using Dateline.App.Commands;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Knowledge;
using Dateline.Ledger;

namespace Dateline.App.Watching;

/// <summary>The ledger of a watch: reads and adds, and tells which events no earlier report had.</summary>
internal sealed class WatchLedger : IDisposable
{
    private readonly ILedgerStore ledger;
    private readonly ILedgerStore known;
    private readonly LedgerAdder adder;
    private readonly LedgerForms forms;
    private readonly RunInfo run;
    private readonly ReadDocuments read;

    /// <summary>Opens the ledger, made when there is none.</summary>
    public WatchLedger(Surroundings around, string file, KnowledgeFiles knowledge, IReadOnlyList<string> inputs)
    {
        ledger = Ledgers.OpenToAdd(file);
        known = Ledgers.OpenToRead(file);
        var making = RecordMaking.Over(knowledge);
        forms = making.Forms;
        adder = new LedgerAdder(ledger, forms, making.Matcher, around.Time.GetUtcNow(), inputs);
        run = RunInfo.Of(knowledge);
        read = around.Pipeline(knowledge);
    }

    /// <summary>Reads documents; those that are there already are left out.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="complain">Told what is wrong with one.</param>
    public PreparedBatch Prepare(IEnumerable<RawDocument> documents, Action<string, string> complain)
    {
        var batch = new List<Addition>();
        foreach (var document in documents)
        {
            var standing = known.StandingOf(document.Sha256, Sighting.Of(document));
            if (standing is Standing.Known)
            {
                continue;
            }

            try
            {
                batch.Add(new Addition(document, run, standing is Standing.Another ? null : forms.Prepare(read([document], ReadOptions.Default)[0])));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                complain(document.Origin, $"could not be read because of an error in this program ({error.GetType().Name}: {error.Message}); please report it");
            }
        }

        return new PreparedBatch(batch, [.. batch.Where(a => a.Prepared is not null).SelectMany(a => a.Prepared!.Reports).Select(r => r.Index.Id)]);
    }

    /// <summary>Adds what was prepared.</summary>
    public void Add(PreparedBatch prepared)
    {
        if (prepared.Batch.Count > 0)
        {
            adder.Add(prepared.Batch);
        }
    }

    /// <summary>The events that only some reports tell, in the ledger's order.</summary>
    /// <param name="reports">Ids of the reports.</param>
    /// <param name="filter">Which of the events.</param>
    public IReadOnlyList<NewEvent> NewEvents(IReadOnlyCollection<string> reports, LedgerFilter filter)
    {
        var own = reports.ToHashSet(StringComparer.Ordinal);
        var found = new SortedDictionary<string, NewEvent>(StringComparer.Ordinal);
        using var reader = known.Read();
        foreach (var happening in own.Order(StringComparer.Ordinal).SelectMany(report => reader.Events(filter with { Report = report })))
        {
            var json = RecordJson.Event(happening).ToArray();
            using var row = JsonDocument.Parse(json);
            if (row.RootElement.GetProperty("reports").EnumerateArray().All(r => own.Contains(r.GetProperty("id").GetString()!)))
            {
                found.TryAdd(happening.Id, new NewEvent(happening.Id, json));
            }
        }

        return [.. found.Values];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        known.Dispose();
        ledger.Dispose();
    }
}

/// <summary>Documents that were read and are not in the ledger yet.</summary>
/// <param name="Batch">The documents.</param>
/// <param name="Reports">Ids of the reports they hold that are new.</param>
internal sealed record PreparedBatch(IReadOnlyList<Addition> Batch, IReadOnlyList<string> Reports);

/// <summary>An event no earlier report told.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Json">Its row of <c>dateline events</c>.</param>
internal sealed record NewEvent(string Id, byte[] Json);
