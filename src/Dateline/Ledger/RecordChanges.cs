using Dateline.Events.Across;
using Dateline.Ledger.Judgements;
using Dateline.Sources;
using NodaTime.Text;

namespace Dateline.Ledger;

/// <summary>
/// What one transaction changes in the record: reports out and in, their copies, and the events they touch made anew. What comes out depends on which
/// reports are in, never on the order they came in.
/// </summary>
internal sealed class RecordChanges
{
    // Copies are looked for among reports published so near each other; agencies' set phrases would find ever more otherwise.
    private const int CopyDays = 31;

    private readonly ILedgerTransaction transaction;
    private readonly ILedgerForms forms;
    private readonly JudgementBook book;
    private readonly PersonMatchStore matches;
    private readonly EventGrouper grouper;
    private readonly List<EventProfile> added = [];
    private readonly List<long> reports = [];
    private readonly HashSet<long> lost = [];
    private readonly HashSet<string> loose = new(StringComparer.Ordinal);
    private readonly HashSet<long> judged = [];
    private readonly Dictionary<string, StoredReading> readings = new(StringComparer.Ordinal);

    /// <summary>Begins changes, with the judgements as they are noted now.</summary>
    public RecordChanges(ILedgerTransaction transaction, ILedgerForms forms, EventMatcher matcher)
    {
        this.transaction = transaction;
        this.forms = forms;
        book = new JudgementBook(transaction.Judgements());
        matches = new PersonMatchStore(transaction.Matches, book.Persons);
        grouper = new EventGrouper(matcher, matches);
    }

    /// <summary>Takes the reports of a document out.</summary>
    public void Remove(long blob)
    {
        foreach (var (number, id) in transaction.ReportsOf(blob))
        {
            var own = transaction.Matches.TellingsOf(id).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var happening in transaction.MentionsOf(own).Select(m => m.Event).OfType<long>().Distinct().ToList())
            {
                loose.UnionWith(transaction.KeysOf(happening));
                transaction.RemoveEvent(happening);
            }

            loose.UnionWith(grouper.Forget(id, transaction.AccountsOfCopies));
            loose.ExceptWith(own);
            added.RemoveAll(p => own.Contains(p.Key));
            reports.Remove(number);
            readings.Remove(id);
            lost.Remove(number);
            lost.UnionWith(transaction.RemoveReport(number));
        }
    }

    /// <summary>Puts a report in.</summary>
    public void Add(long blob, int entry, long reading, ComparedText compared, ReportIndex index)
    {
        var report = transaction.AddReport(blob, entry, reading, index);
        var profiles = ComparedText.Open(compared.Profiles);
        FindCopies(report, compared, index, profiles);
        transaction.AddSamples(report, index.Day, compared.SampleHashes());
        reports.Add(report);
        added.AddRange(profiles.Select(matches.Named));
    }

    /// <summary>Brings what a judgement is about up to date, after it was noted or undone.</summary>
    public void Judge(Judgement judgement)
    {
        foreach (var report in judgement.Reports)
        {
            if (transaction.ReadingOf(report) is { } known)
            {
                var reading = new ReadingKeys(report, Open(report, known.Reading));
                var own = judgement.Tellings.Concat(judgement.Rest).Where(t => t.Report == report).Select(t => t.In(reading)?.Event.Number);
                var events = own.Append(judgement.Statement?.In(reading)?.Claim.Event).OfType<string>().Distinct(StringComparer.Ordinal);
                MakeAnew(transaction.MentionsOf(events.Select(number => $"{report}/{number}")).Select(m => m.Event));
            }
        }

        // Whoever has another name now is compared anew.
        foreach (var report in judgement.Persons.Count > 0 ? transaction.ReportsNaming(judgement.Persons) : [])
        {
            var own = transaction.Matches.TellingsOf(report);
            MakeAnew(transaction.MentionsOf(own.Select(p => p.Key)).Select(m => m.Event));
            loose.UnionWith(grouper.Forget(report, transaction.AccountsOfCopies));
            added.AddRange(own.Select(matches.Named));
        }
    }

    private void MakeAnew(IEnumerable<long?> events)
    {
        foreach (var happening in events.OfType<long>().Distinct().ToList())
        {
            judged.Add(happening);
            loose.UnionWith(transaction.KeysOf(happening));
        }
    }

    /// <summary>Groups what was touched and makes its events.</summary>
    public void Apply()
    {
        var touched = transaction.GroupCopies(reports, lost).Concat(judged).ToHashSet();
        foreach (var happening in touched)
        {
            loose.UnionWith(transaction.KeysOf(happening));
        }

        var decisions = GroupDecisionMaker.Make(book, Find);
        var groups = grouper.Add(added, decisions, transaction.AccountsOfCopies);
        var done = groups.SelectMany(g => g.Parts).Select(part => part.Account).ToHashSet();
        foreach (var group in groups.Concat(grouper.Regroup(loose.Where(key => !done.Contains(transaction.Matches.AccountOf(key))), decisions)))
        {
            Make(group, touched);
        }
    }

    /// <summary>The key of a telling in the record as it is now.</summary>
    private string? Find(TellingRef telling) =>
        transaction.TellingOf(telling.Key) is { } key ? key
        : transaction.ReadingOf(telling.Report) is { } known && telling.In(new ReadingKeys(telling.Report, Open(telling.Report, known.Reading))) is { } found ? $"{telling.Report}/{found.Event.Number}"
        : null;

    private void FindCopies(long report, ComparedText compared, ReportIndex index, IReadOnlyList<EventProfile> profiles)
    {
        var sketch = TextSketch.From(compared.Sketch);
        var own = Candidate(index.Id, index.Day, sketch, profiles);
        foreach (var other in transaction.Alike(report, index.Day, CopyDays, compared.SampleHashes()))
        {
            var match = CopyFinder.Compare(own, other.Candidate);
            if (match.Relation != CopyRelation.None)
            {
                transaction.AddCopy(report, other.Number, match);
            }
        }
    }

    /// <summary>What of a report is compared to tell copies.</summary>
    internal static CopyCandidate Candidate(string id, string? day, TextSketch sketch, IReadOnlyList<EventProfile> profiles) =>
        new(id, day is null ? null : LocalDatePattern.Iso.Parse(day).Value, sketch, CopyCandidate.DatedOf(profiles));

    private void Make(EventGroup group, IReadOnlyCollection<long> touched)
    {
        var mentions = transaction.MentionsOf(group);
        var events = mentions.Select(m => m.Event).Distinct().ToList();
        var there = events.OfType<long>().ToList();
        var grown = there is [var one] && transaction.CountOf(one) == mentions.Count(m => m.Event == one) ? one : (long?)null;
        if (grown is { } only && events.Count == 1 && !touched.Contains(only))
        {
            return; // the same tellings as before
        }

        foreach (var happening in there.Where(happening => happening != grown))
        {
            transaction.RemoveEvent(happening);
        }

        var members = transaction.Mentions([.. mentions.Select(m => m.Mention)]).Select(row => new EventMember(row, () => Open(row.Report)));
        transaction.PutEvent(grown, forms.Make([.. members], book), [.. mentions.Where(m => m.Event is null || m.Event != grown).Select(m => m.Mention)]);
    }

    private StoredReading Open(string report) => readings.TryGetValue(report, out var reading) ? reading : Open(report, transaction.ReadingIn(report));

    private StoredReading Open(string report, Packed kept) => readings.TryGetValue(report, out var reading) ? reading : readings[report] = StoredReading.Open(kept);
}
