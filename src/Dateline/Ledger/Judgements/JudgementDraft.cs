using System.Text.Json;

namespace Dateline.Ledger.Judgements;

/// <summary>Makes judgements of what a person names: an event's or claim's id, a name, a report. What is not there is said as wrong use.</summary>
/// <param name="reader">The record the person looks at.</param>
/// <param name="by">Who decides, or null.</param>
/// <param name="at">When.</param>
/// <param name="why">The reason or note, or null.</param>
public sealed class JudgementDraft(ILedgerReader reader, string? by, DateTimeOffset at, string? why)
{
    /// <summary>Accepts or rejects an event (<c>ev-…</c>) or a claim (<c>st-…</c>), or notes something about it.</summary>
    public Judgement About(JudgementKind kind, string id) =>
        StatementRef.ReportOf(id) is null ? Empty(kind) with { Tellings = TellingsOf(id) } : Empty(kind) with { Statement = StatementOf(id) };

    /// <summary>Gives a claim another value.</summary>
    /// <param name="id"><c>st-…</c>.</param>
    /// <param name="value">Makes the value, in the shape of the contract, for the claim.</param>
    public Judgement Correct(string id, Func<StatementRef, JsonElement> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var statement = StatementOf(id);
        return Empty(JudgementKind.Correct) with { Statement = statement, Value = value(statement) };
    }

    /// <summary>Says that some events are one.</summary>
    public Judgement Merge(IReadOnlyList<string> ids)
    {
        var events = ids.Select(EventOf).DistinctBy(happening => happening.Number).ToList();
        return events.Count < 2 ? throw Wrong("a merge takes two or more different events") : Empty(JudgementKind.Merge) with { Tellings = [.. events.SelectMany(TellingsOf)] };
    }

    /// <summary>Says that some tellings of an event are of another one.</summary>
    /// <param name="id">The event.</param>
    /// <param name="leaving">Each a telling (<c>ev-…</c>, as <c>dateline event</c> lists them), or a report: its id, or a part of its source.</param>
    public Judgement Split(string id, IReadOnlyList<string> leaving)
    {
        var told = reader.ReadingsOf(EventOf(id)).SelectMany(reading => TellingsOf(reading).Select(telling => (Telling: telling, reading.Report.Source))).ToList();
        var found = leaving.ToDictionary(name => name, name => told.FindAll(t => IsNamed(t.Telling, t.Source, name)).ConvertAll(t => t.Telling), StringComparer.Ordinal);
        if (found.FirstOrDefault(f => f.Value.Count == 0).Key is { } nobody)
        {
            throw Wrong($"no telling of {id} is {nobody}; dateline event {id} lists them");
        }

        var gone = found.Values.SelectMany(t => t).Distinct().ToList();
        var rest = told.Select(t => t.Telling).Where(t => !gone.Contains(t)).ToList();
        return gone.Count == 0 || rest.Count == 0 ? throw Wrong("a split takes some tellings of an event, and leaves some") : Empty(JudgementKind.Split) with { Tellings = gone, Rest = rest };
    }

    /// <summary>Says that some names are of one person.</summary>
    public Judgement SamePerson(IReadOnlyList<string> names)
    {
        var persons = names.Select(PersonOf).Distinct().ToList();
        return persons.Count < 2 ? throw Wrong("one person under several names takes two or more different names") : Empty(JudgementKind.SamePerson) with { Persons = persons };
    }

    /// <summary>Takes a judgement back.</summary>
    public Judgement Undo(string id)
    {
        var book = new JudgementBook(reader.Judgements());
        var found = book.All.Where(j => j.Id.StartsWith(id, StringComparison.Ordinal)).ToList();
        return found is not [var judgement] ? throw Wrong($"{(found.Count == 0 ? "no judgement is" : "several judgements begin with")} {id}; dateline judge list shows them")
            : book.UndoOf(judgement) is { } earlier ? throw Wrong($"{judgement.Id} was undone already, by {earlier.Id}")
            : Empty(JudgementKind.Undo) with { Undoes = judgement.Id };
    }

    private static LedgerException Wrong(string message) => new(message) { IsWrongUse = true };

    private static bool IsNamed(TellingRef telling, string source, string name) =>
        string.Equals(EventIds.Of(telling.Key), name, StringComparison.Ordinal)
        || telling.Report.StartsWith(name, StringComparison.Ordinal)
        || (name.Length >= 6 && telling.Report.StartsWith("sha256:" + name, StringComparison.Ordinal))
        || source.Contains(name, StringComparison.Ordinal);

    private Judgement Empty(JudgementKind kind) => new(kind, by, Judgement.Moment(at), why);

    private EventRow EventOf(string id) => reader.Event(id) ?? throw Wrong($"there is no event {id}; dateline events lists them");

    private List<TellingRef> TellingsOf(string id) => TellingsOf(EventOf(id));

    private List<TellingRef> TellingsOf(EventRow happening) => [.. reader.ReadingsOf(happening).SelectMany(TellingsOf)];

    private static IEnumerable<TellingRef> TellingsOf(ReportReading reading) =>
        new ReadingKeys(reading.Report.Id, StoredReading.Open(reading.Reading)).Tellings.Where(t => reading.Events.ContainsKey(t.Event.Number)).Select(t => t.Telling);

    private StatementRef StatementOf(string id)
    {
        foreach (var report in reader.ReportsLike(StatementRef.ReportOf(id) ?? throw Wrong($"{id} is no claim; dateline claims shows them with --format json, as key")))
        {
            var reading = new ReadingKeys(report, StoredReading.Open(reader.ReadingOf(report)!.Reading));
            if (reading.Statements.FirstOrDefault(s => string.Equals(s.Statement.Key, id, StringComparison.Ordinal)).Statement is { } found)
            {
                return found;
            }
        }

        throw Wrong($"there is no claim {id}; dateline claims lists them");
    }

    private PersonRef PersonOf(string name)
    {
        var found = reader.PersonsOf(name);
        var ids = found.Select(p => p.Id).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return found.Count == 0 ? throw Wrong($"nobody in this ledger goes by \"{name}\"")
            : ids.Count > 1 ? throw Wrong($"\"{name}\" may be any of {string.Join(", ", ids)}; name the id")
            : found[0];
    }
}
