using Dateline.Documents;
using Dateline.Events.Across;

namespace Dateline.Ledger;

/// <summary>
/// Reads a ledger's documents again: new readings are kept beside the old ones, batch by batch, while the record stays as it is; then the record
/// is made anew of the latest readings, all in one transaction. Stopped anywhere, a ledger has its old record or its new one, and goes on from there.
/// </summary>
/// <param name="store">The ledger.</param>
/// <param name="forms">Gives the rows of the record their shape.</param>
/// <param name="matcher">Tells which reports tell of one event.</param>
public sealed class LedgerRecoder(ILedgerStore store, ILedgerForms forms, EventMatcher matcher)
{
    private const int Together = 200; // reports put into the record at a time

    private long? run;

    /// <summary>The documents whose readings another program or other knowledge made; all of them when asked for.</summary>
    public static IReadOnlyList<ChosenReading> Outdated(ILedgerReader reader, RunInfo by, bool all)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var own = reader.Runs().Where(r => r.By == by).Select(r => r.Number).ToHashSet();
        return [.. reader.ChosenReadings(long.MaxValue).Where(chosen => chosen.Entry == 0 && (all || !own.Contains(chosen.Run)))];
    }

    /// <summary>True when there are readings later than those the record is made of.</summary>
    public static bool IsBehind(ILedgerReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return !reader.InRecord().SetEquals(reader.ChosenReadings(long.MaxValue).Select(chosen => chosen.Number));
    }

    /// <summary>Keeps what documents were read into; the record stays as it is.</summary>
    /// <param name="by">What read them.</param>
    /// <param name="begun">When it began.</param>
    /// <param name="batch">The documents with the readings they had.</param>
    public void Keep(RunInfo by, DateTimeOffset begun, IReadOnlyList<(ChosenReading Before, PreparedDocument Document)> batch)
    {
        var noted = run;
        store.Write(transaction =>
        {
            noted = run ?? transaction.AddRun(by, begun, ["recode"]);
            foreach (var (before, document) in batch)
            {
                foreach (var report in document.Reports)
                {
                    transaction.AddReading(before.Blob, report.Entry, noted.Value, before.Sighting, report);
                }
            }
        });
        run = noted;
    }

    /// <summary>Makes the record anew of the latest readings, with what people decided.</summary>
    /// <param name="progress">Told how many of how many reports are in it.</param>
    /// <param name="stop">Stops it; the record stays as it was.</param>
    public void MakeRecord(Action<int, int> progress, CancellationToken stop) => store.Write(transaction =>
    {
        transaction.Empty();
        var readings = transaction.ChosenReadings();
        for (var done = 0; done < readings.Count; done += Together)
        {
            var changes = new RecordChanges(transaction, forms, matcher);
            foreach (var chosen in readings.Skip(done).Take(Together))
            {
                stop.ThrowIfCancellationRequested();
                var kept = transaction.Reading(chosen);
                var bytes = kept.Document.Unpack() ?? throw LedgerException.Damaged(null);
                var text = DocumentText.Of(new RawDocument(kept.Sha256, bytes, kept.MediaType, "", StatedFacts.None)).Text;
                changes.Add(kept.Blob, kept.Entry, kept.Number, kept.Compared, forms.Index(StoredReading.Open(kept.Bytes), text, kept.Entry));
            }

            changes.Apply();
            progress(Math.Min(done + Together, readings.Count), readings.Count);
        }
    });
}
