using Dateline.Documents;
using Dateline.Events.Across;

namespace Dateline.Ledger;

/// <summary>Adds documents to a ledger and brings its record up to date, in one transaction per batch: a reader sees all of a batch or nothing of it.</summary>
/// <param name="store">The ledger.</param>
/// <param name="forms">Gives the rows of the record their shape.</param>
/// <param name="matcher">Tells which reports tell of one event.</param>
/// <param name="begun">When this run began.</param>
/// <param name="inputs">What it was asked to add.</param>
public sealed class LedgerAdder(ILedgerStore store, ILedgerForms forms, EventMatcher matcher, DateTimeOffset begun, IReadOnlyList<string> inputs)
{
    private readonly Dictionary<RunInfo, long> runs = [];

    /// <summary>Adds a batch. What is there already changes nothing.</summary>
    /// <param name="batch">Documents with their readings; without one where the ledger had the document already.</param>
    public AddedCounts Add(IReadOnlyList<Addition> batch)
    {
        var added = default(AddedCounts);
        var noted = new Dictionary<RunInfo, long>(runs);
        store.Write(transaction =>
        {
            added = default;
            var changes = new RecordChanges(transaction, forms, matcher);
            foreach (var addition in batch)
            {
                added = added.With(Add(transaction, changes, addition, noted), addition.Prepared?.Reports.Count ?? 0);
            }

            changes.Apply();
        });

        // Only now are they in the file.
        foreach (var (run, number) in noted)
        {
            runs[run] = number;
        }

        return added;
    }

    private Standing Add(ILedgerTransaction transaction, RecordChanges changes, Addition addition, Dictionary<RunInfo, long> noted)
    {
        var sighting = Sighting.Of(addition.Document);
        var standing = transaction.StandingOf(addition.Document.Sha256, sighting);
        if (standing == Standing.Known)
        {
            return standing;
        }

        if (!noted.TryGetValue(addition.Run, out var run))
        {
            noted.Add(addition.Run, run = transaction.AddRun(addition.Run, begun, inputs));
        }

        if (standing == Standing.Another)
        {
            transaction.AddFetch(transaction.AddSighting(addition.Document.Sha256, run, sighting), addition.Document.Fetched);
            return standing;
        }

        var prepared = addition.Prepared ?? throw new InvalidOperationException("a document that must be read came without its reading");
        var blob = transaction.AddBlob(addition.Document.Sha256, prepared.Bytes);
        var number = transaction.AddSighting(addition.Document.Sha256, run, sighting);
        transaction.AddFetch(number, addition.Document.Fetched);
        if (standing == Standing.Preferred)
        {
            changes.Remove(blob);
        }

        foreach (var report in prepared.Reports)
        {
            changes.Add(blob, report.Entry, transaction.AddReading(blob, report.Entry, run, number, report), report.Compared, report.Index);
        }

        return standing;
    }
}

/// <summary>A document to add.</summary>
/// <param name="Document">The document.</param>
/// <param name="Run">What reads.</param>
/// <param name="Prepared">Its reading, or null where the ledger had the document already.</param>
public sealed record Addition(RawDocument Document, RunInfo Run, PreparedDocument? Prepared);

/// <summary>What a batch changed.</summary>
/// <param name="Reports">Reports that are new.</param>
/// <param name="Again">Reports read again because a sighting states more of them.</param>
/// <param name="Sightings">Documents that were there and came in another way.</param>
/// <param name="Known">Documents that were there and came in as before.</param>
public readonly record struct AddedCounts(int Reports, int Again, int Sightings, int Known)
{
    /// <summary>Both together.</summary>
    public AddedCounts With(AddedCounts other) => new(Reports + other.Reports, Again + other.Again, Sightings + other.Sightings, Known + other.Known);

    /// <summary>One document more.</summary>
    internal AddedCounts With(Standing standing, int reports) => standing switch
    {
        Standing.New => this with { Reports = Reports + reports },
        Standing.Preferred => this with { Again = Again + reports },
        Standing.Another => this with { Sightings = Sightings + 1 },
        _ => this with { Known = Known + 1 },
    };
}
