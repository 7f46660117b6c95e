using System.Text.Json;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;

namespace Dateline.Views;

/// <summary>How a judgement stands to the record as it is now.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="State">Whether it holds.</param>
/// <param name="About">What it is about, in words.</param>
/// <param name="Events">The events of the record it bears on now.</param>
/// <param name="Look">Why somebody should look at it again, in sentences; empty when it stands as it was made.</param>
public sealed record JudgementStanding(Judgement Judgement, JudgementState State, string About, IReadOnlyList<string> Events, IReadOnlyList<string> Look);

/// <summary>Whether a judgement holds.</summary>
public enum JudgementState
{
    /// <summary>It holds, and what it is about is as it was.</summary>
    Holds,

    /// <summary>What it is about is not there any more, or is read otherwise now.</summary>
    Look,

    /// <summary>A later judgement says otherwise.</summary>
    Replaced,

    /// <summary>Somebody took it back.</summary>
    Undone,
}

/// <summary>Looks the judgements of a ledger up in its record.</summary>
/// <param name="reader">The record.</param>
public sealed class JudgementStandings(ILedgerReader reader)
{
    private const int Named = 2; // tellings named in words; the others are counted

    private readonly JudgementBook book = new(reader.Judgements());
    private readonly Dictionary<string, Known?> reports = new(StringComparer.Ordinal);

    /// <summary>All judgements, by time.</summary>
    public IEnumerable<JudgementStanding> All() => book.All.Select(Of);

    private JudgementStanding Of(Judgement judgement)
    {
        var tellings = judgement.Tellings.Concat(judgement.Rest).ToList();
        var located = tellings.ConvertAll(Locate);
        var statement = judgement.Statement is { } claim ? ReportOf(claim.Report) is { } known && claim.In(known.Keys) is { } found ? (known, found) : ((Known, (StoredClaim Claim, StatementRef Statement, bool IsExact))?)null : null;
        var events = located.Select(l => l?.Event).Append(statement is { } at && at.Item2.Claim.Event is { } number ? at.Item1.Events.GetValueOrDefault(number) : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var look = new List<string>();
        look.AddRange(tellings.Zip(located, LookAt).OfType<string>());
        if (judgement.Statement is { } stated)
        {
            look.AddRange(LookAt(judgement, stated, statement?.Item2));
        }

        if (judgement.Kind is JudgementKind.Reject && judgement.Statement is null)
        {
            look.AddRange(events.SelectMany(ToldSince));
        }

        look.AddRange(judgement.Persons.Where(person => reader.PersonsOf(person.Id ?? person.Name).Count == 0).Select(person => $"nobody goes by “{person.Name}” any more"));
        var state = book.UndoOf(judgement) is not null ? JudgementState.Undone
            : IsReplaced(judgement, tellings.Zip(located).ToList(), statement) ? JudgementState.Replaced
            : look.Count > 0 ? JudgementState.Look
            : JudgementState.Holds;
        return new JudgementStanding(judgement, state, About(judgement), events, state is JudgementState.Look ? [.. look.Distinct(StringComparer.Ordinal)] : []);
    }

    private Located? Locate(TellingRef telling)
    {
        if (ReportOf(telling.Report) is not { } known || telling.In(known.Keys) is not { } found)
        {
            return null;
        }

        return new Located(known, found.Event, found.IsExact, known.Events.GetValueOrDefault(found.Event.Number));
    }

    private string? LookAt(TellingRef telling, Located? found) =>
        ReportOf(telling.Report) is null ? $"report {RecordRows.Short(telling.Report)} is not in this ledger"
        : found is null ? $"no {ValueWords.Spaced(telling.Kind)} is told by “{telling.Words}” any more"
        : found.IsExact ? null
        : found.Told.Kind == telling.Kind ? $"the {ValueWords.Spaced(telling.Kind)} is told by the same words at another place now"
        : $"what “{telling.Words}” tells is read as {ValueWords.Spaced(found.Told.Kind)} now, no longer as {ValueWords.Spaced(telling.Kind)}";

    private IEnumerable<string> LookAt(Judgement judgement, StatementRef stated, (StoredClaim Claim, StatementRef Statement, bool IsExact)? found)
    {
        var words = string.Join(" […] ", stated.Evidence.Select(e => e.Text));
        if (ReportOf(stated.Report) is null)
        {
            yield return $"report {RecordRows.Short(stated.Report)} is not in this ledger";
        }
        else if (found is not { } now)
        {
            yield return $"no {ValueWords.Spaced(stated.Role)} is read in “{words}” any more";
        }
        else
        {
            if (!now.IsExact)
            {
                yield return $"the {ValueWords.Spaced(stated.Role)} is read in “{string.Join(" […] ", now.Statement.Evidence.Select(e => e.Text))}” now, not in “{words}” where it was";
            }

            if (!JsonElement.DeepEquals(now.Statement.Value, stated.Value) && !(judgement.Value is { } given && ValueKinship.Key(given) == ValueKinship.Key(now.Statement.Value)))
            {
                yield return $"the program reads {ValueText.Of(now.Statement.Value)} there now; it read {ValueText.Of(stated.Value)}";
            }

            if (stated.Telling?.Kind != now.Statement.Telling?.Kind)
            {
                yield return now.Statement.Telling is { } telling ? $"it is a claim of another event now: {ValueWords.Spaced(telling.Kind)}" : "it is a claim of no event now";
            }
        }
    }

    /// <summary>A rejected event that others tell of too by now is shown again.</summary>
    private IEnumerable<string> ToldSince(string id)
    {
        if (reader.Event(id) is not { } happening)
        {
            yield break;
        }

        var more = reader.ReadingsOf(happening).Count(reading => ReportOf(reading.Report.Id) is { } known && reading.Events.Keys.Any(number => !known.Judged.IsRejected(number)));
        if (more > 0)
        {
            yield return $"{more} report{(more == 1 ? "" : "s")} that nobody rejected tell{(more == 1 ? "s" : "")} of it too: it is shown";
        }
    }

    private static bool IsReplaced(Judgement judgement, List<(TellingRef First, Located? Second)> located, (Known Report, (StoredClaim Claim, StatementRef Statement, bool IsExact) Found)? statement)
    {
        if (judgement is { IsDecision: true, Statement: not null })
        {
            return statement is { } at && at.Report.Judged.LastOnClaim(at.Found.Claim) is { } last && !last.Equals(judgement);
        }

        var found = located.Where(l => l.Second is not null).Select(l => (l.First, Now: l.Second!)).ToList();
        return judgement.Kind switch
        {
            JudgementKind.Accept or JudgementKind.Reject => found.Count > 0 && found.TrueForAll(l => l.Now.Report.Judged.LastOnEvent(l.Now.Told.Number) is { } last && !last.Equals(judgement)),
            JudgementKind.Merge => found.Select(l => l.Now.Event).Distinct(StringComparer.Ordinal).Skip(1).Any(),
            JudgementKind.Split => found.Where(l => judgement.Tellings.Contains(l.First)).Select(l => l.Now.Event).Intersect(found.Where(l => judgement.Rest.Contains(l.First)).Select(l => l.Now.Event), StringComparer.Ordinal).Any(),
            _ => false,
        };
    }

    private string About(Judgement judgement) => judgement.Kind switch
    {
        JudgementKind.SamePerson => string.Join(" = ", judgement.Persons.Select(person => person.Name)),
        JudgementKind.Undo => $"judgement {judgement.Undoes}",
        JudgementKind.Split => $"{Told(judgement.Tellings)} apart from {Told(judgement.Rest)}",
        _ when judgement.Statement is { } statement => $"{ValueWords.Spaced(statement.Role)} “{string.Join(" […] ", statement.Evidence.Select(e => e.Text))}”{(judgement.Value is { } value ? $" = {ValueText.Of(value)} (read as {ValueText.Of(statement.Value)})" : "")} in {SourceOf(statement.Report)}",
        _ => Told(judgement.Tellings),
    };

    private string Told(IReadOnlyList<TellingRef> tellings) =>
        string.Join(", ", tellings.Take(Named).Select(t => $"{ValueWords.Spaced(t.Kind)} “{t.Words}” in {SourceOf(t.Report)}")) + (tellings.Count > Named ? $" and {tellings.Count - Named} more" : "");

    private string SourceOf(string report) => ReportOf(report)?.Source ?? RecordRows.Short(report);

    private Known? ReportOf(string id)
    {
        if (!reports.TryGetValue(id, out var known))
        {
            reports.Add(id, known = reader.ReadingOf(id) is { } reading ? Known.Of(reading, book) : null);
        }

        return known;
    }

    private sealed record Known(string Source, ReadingKeys Keys, IReadOnlyDictionary<string, string> Events, JudgedReport Judged)
    {
        public static Known Of(ReportReading reading, JudgementBook book)
        {
            var stored = StoredReading.Open(reading.Reading);
            return new Known(reading.Report.Source, new ReadingKeys(reading.Report.Id, stored), reading.Events, book.Of(reading.Report.Id, stored));
        }
    }

    private sealed record Located(Known Report, StoredEvent Told, bool IsExact, string? Event);
}
