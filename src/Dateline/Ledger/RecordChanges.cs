namespace Dateline.Ledger;

/// <summary>What one transaction changes in the record: reports out and in, then the events they touch made anew.</summary>
internal sealed class RecordChanges(ILedgerTransaction transaction, ILedgerForms forms)
{
    private readonly HashSet<long> touched = [];
    private readonly HashSet<long> loose = [];

    /// <summary>Takes the reports of a document out.</summary>
    public void Remove(long blob, Standing standing)
    {
        if (standing == Standing.Preferred)
        {
            touched.UnionWith(transaction.RemoveReports(blob));
        }
    }

    /// <summary>Puts a report in.</summary>
    public void Add(long blob, int entry, long reading, ReportIndex index) => loose.UnionWith(transaction.AddReport(blob, entry, reading, index));

    /// <summary>Groups what was touched and makes its events.</summary>
    public void Apply()
    {
        loose.UnionWith(transaction.RemoveEvents(touched));
        var readings = new Dictionary<long, StoredReading>();

        // Each report's event stands alone until events of several reports are brought together.
        foreach (var mention in transaction.Mentions(loose))
        {
            if (!readings.TryGetValue(mention.Report.Number, out var reading))
            {
                readings.Add(mention.Report.Number, reading = StoredReading.Open(mention.Reading));
            }

            transaction.AddEvent(forms.Make([new EventMember(mention, reading)]), [mention.Number]);
        }
    }
}
