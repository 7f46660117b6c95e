using System.Globalization;
using Dateline.Events.Across;

namespace Dateline.Ledger.Judgements;

/// <summary>Notes judgements and brings the record up to date, in one transaction for each call.</summary>
/// <param name="store">The ledger.</param>
/// <param name="forms">Gives the rows of the record their shape.</param>
/// <param name="matcher">Tells which reports tell of one event.</param>
public sealed class LedgerJudge(ILedgerStore store, ILedgerForms forms, EventMatcher matcher)
{
    /// <summary>Notes a judgement made now; returns it as noted: later than every other, for the later one holds.</summary>
    public Judgement Note(Judgement judgement)
    {
        var noted = judgement;
        store.Write(transaction =>
        {
            var last = transaction.Judgements().Select(j => j.At).Max(StringComparer.Ordinal);
            noted = last is not null && string.CompareOrdinal(judgement.At, last) <= 0 ? judgement with { At = After(last) } : judgement;
            Keep(transaction, noted);
        });
        return noted;
    }

    /// <summary>Takes a judgement over as it was made, from another ledger; false when it is there already.</summary>
    public bool TakeOver(Judgement judgement)
    {
        var isNew = false;
        store.Write(transaction => isNew = Keep(transaction, judgement));
        return isNew;
    }

    private bool Keep(ILedgerTransaction transaction, Judgement judgement)
    {
        if (!transaction.AddJudgement(judgement))
        {
            return false;
        }

        var changes = new RecordChanges(transaction, forms, matcher);
        changes.Judge(judgement);
        for (var undone = judgement.Undoes; undone is not null;)
        {
            var earlier = transaction.Judgements().FirstOrDefault(j => string.Equals(j.Id, undone, StringComparison.Ordinal));
            if (earlier is not null)
            {
                changes.Judge(earlier);
            }

            undone = earlier?.Undoes;
        }

        changes.Apply();
        return true;
    }

    private static string After(string moment) =>
        DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var last) ? Judgement.Moment(last.AddMilliseconds(1)) : moment + "1";
}
