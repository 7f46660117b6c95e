using System.Text.Json;
using Dateline.Checks;
using Dateline.Checks.Tallies;
using Dateline.Knowledge;
using Dateline.Ledger;
using Dateline.Ledger.Outside;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Views;

/// <summary>
/// The tallies of a ledger's reports (DL0301), counted in the record and in outside tables that cover their period. Made when asked: what a tally comes to
/// changes with every report that is added.
/// </summary>
/// <param name="reader">The ledger.</param>
/// <param name="files">Counting rules; whose organs and persons are.</param>
public sealed class LedgerTallies(ILedgerReader reader, KnowledgeFiles files)
{
    private const int IsoDay = 10;
    private static readonly string[] ActorTables = ["actors/organizations.tsv", "actors/persons.tsv"];

    private readonly CountingRules rules = new(files);
    private readonly Dictionary<(string Kind, string Actor), IReadOnlyList<CountedEvent>> counted = [];
    private readonly Dictionary<string, IReadOnlyList<OutsideEvent>> rows = new(StringComparer.Ordinal);
    private IReadOnlyList<OutsideLedger>? tables;
    private List<LocalDate>? published;
    private Dictionary<string, string>? countries;

    /// <summary>What the ledger and its tables say of each tally of a report, with the record's event it is told of.</summary>
    /// <param name="report">The report.</param>
    /// <param name="reading">Its reading, opened.</param>
    /// <param name="isRejected">True for the number of an event of the report that people rejected.</param>
    public IEnumerable<(string? Event, Finding Finding)> Of(ReportReading report, StoredReading reading, Func<string, bool> isRejected)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var tally in reading.Tallies)
        {
            if (ValueKinship.Text(tally, "counts") is not { } kind || ValueKinship.Text(tally, "actor") is not { } actor || !rules.Of(kind).Any())
            {
                continue;
            }

            var own = ValueKinship.Text(tally, "event");
            if (own is not null && (isRejected(own) || reading.Events.Any(e => e.Number == own && e.Status is not ("news" or "background"))))
            {
                continue;
            }

            var happening = own is null ? null : report.Events.GetValueOrDefault(own);
            foreach (var finding in Findings(tally, kind, CountryOf(actor), happening, reading))
            {
                yield return (happening, finding);
            }
        }
    }

    private IEnumerable<Finding> Findings(JsonElement tally, string kind, string actor, string? happening, StoredReading reading)
    {
        var events = rules.KindsFor(kind).SelectMany(counts => EventsOf(counts, actor)).ToList();
        var until = events.Find(e => e.Id == happening)?.Last ?? Day(reading.Report.GetProperty("published") is { ValueKind: JsonValueKind.Object } day ? ValueKinship.Text(day, "date") : null);
        if (until is not { } last)
        {
            yield break;
        }

        var weapon = ValueKinship.Text(tally, "weapon_class") is { } named ? new CountedWeapon(named, ValueKinship.Text(tally, "range_class")) : (CountedWeapon?)null;
        var words = tally.GetProperty("evidence").GetProperty("text").GetString()!;
        var stated = new StatedTally(words, tally.GetProperty("ordinal").GetInt32(), kind, Day(ValueKinship.Text(tally, "since")), Day(ValueKinship.Text(tally, "since_last")), ValueKinship.Text(tally, "scope_text") is null, last, weapon, tally.TryGetProperty("narrowed", out var narrowed) && narrowed.GetBoolean());
        var count = new TallyCount(rules);
        var outside = Tables(kind, actor).Where(set => set.Covers(stated.Since, stated.Until)).Select(set => count.Find(stated, set)).OfType<Finding>().ToList();
        var inLedger = count.Find(stated, new CountedSet("the ledger", events, (_, _) => false, Knows));
        if (inLedger is not null && (outside.Count == 0 || inLedger.Computed.Any(c => c is { Key: "agrees", Value: not null })))
        {
            yield return inLedger;
        }

        foreach (var finding in outside)
        {
            yield return finding;
        }
    }

    /// <summary>The record's happenings of a kind by an actor, told as done, that have a day.</summary>
    private IReadOnlyList<CountedEvent> EventsOf(string kind, string actor)
    {
        if (!counted.TryGetValue((kind, actor), out var known))
        {
            known = [.. reader.Events(LedgerFilter.All with { Kind = kind, Actor = actor }).Select(Counted).OfType<CountedEvent>()];
            counted.Add((kind, actor), known);
        }

        return known;
    }

    private static CountedEvent? Counted(EventRow row)
    {
        using var json = ReviewQueue.Open(row);
        var told = json.RootElement;
        if (ValueKinship.Text(told, "status") is not ("news" or "background") || told.GetProperty("time") is not { ValueKind: JsonValueKind.Object } time || Day(ValueKinship.Text(time, "earliest")) is not { } first || Day(ValueKinship.Text(time, "latest")) is not { } last)
        {
            return null;
        }

        var roles = told.GetProperty("roles");
        var weapons = roles.TryGetProperty("weapon_class", out var classes) ? classes.EnumerateArray().Select(c => c.GetProperty("value")).Select(v => new CountedWeapon(ValueKinship.Text(v, "class") ?? "", ValueKinship.Text(v, "range_class"))).ToList() : [];
        var pieces = roles.TryGetProperty("count", out var counts) ? counts.EnumerateArray().Select(c => Exact(c.GetProperty("value"))).ToList() : [];
        return new CountedEvent(row.Id, ValueKinship.Text(told, "kind")!, first, last, weapons, pieces is [{ } only] ? only : null);
    }

    private static decimal? Exact(JsonElement figure) =>
        figure.GetProperty("low") is { ValueKind: JsonValueKind.Number } low && figure.GetProperty("high") is { ValueKind: JsonValueKind.Number } high && low.GetDecimal() == high.GetDecimal() ? low.GetDecimal() : null;

    // Some report of the days before, so that a first one says something.
    private bool Knows(LocalDate? since, LocalDate until)
    {
        published ??= [.. reader.Reports().Select(DayOf).OfType<LocalDate>().Distinct().Order()];
        var first = since is { } begins ? published.BinarySearch(begins) : 0;
        first = first < 0 ? ~first : first;
        return first < published.Count && published[first] < until.PlusDays(-1);
    }

    private static LocalDate? DayOf(ReportRow report)
    {
        using var head = JsonDocument.Parse(report.Head);
        return head.RootElement.GetProperty("published") is { ValueKind: JsonValueKind.Object } day ? Day(ValueKinship.Text(day, "date")) : null;
    }

    private IEnumerable<CountedSet> Tables(string kind, string actor)
    {
        tables ??= reader.Outside.All();
        foreach (var table in tables)
        {
            if (!rows.TryGetValue(table.Name, out var known))
            {
                known = [.. reader.Outside.Events(table.Name)];
                rows.Add(table.Name, known);
            }

            var own = known.Where(row => rules.KindsFor(kind).Contains(row.Kind, StringComparer.Ordinal) && row.Actors.Any(a => a.Country == actor || string.Equals(a.Name, actor, StringComparison.OrdinalIgnoreCase))).Select(row => Counted(table, row)).OfType<CountedEvent>().ToList();
            var (first, last) = (Day(table.First), Day(table.Last));
            yield return new CountedSet($"the table {table.Name}", own, (since, until) => own.Count > 0 && since is { } begins && first <= begins && until <= last, (_, _) => true);
        }
    }

    private static CountedEvent? Counted(OutsideLedger table, OutsideEvent row) => Day(row.First) is { } first && Day(row.Last) is { } last
        ? new CountedEvent($"{table.Name}:{row.Line}", row.Kind!, first, last, [], row.Figures.TryGetValue("count", out var count) ? count.Number : null)
        : null;

    private string CountryOf(string actor)
    {
        const string State = "country-";
        if (actor.StartsWith(State, StringComparison.Ordinal))
        {
            return actor[State.Length..].ToUpperInvariant();
        }

        countries ??= ActorTables.SelectMany(name => files.Table(name).Rows).Where(row => row.Optional("country") is not null).DistinctBy(row => row["id"], StringComparer.Ordinal).ToDictionary(row => row["id"], row => row["country"], StringComparer.Ordinal);
        return countries.GetValueOrDefault(actor, actor);
    }

    private static LocalDate? Day(string? words) => words is { Length: >= IsoDay } && LocalDatePattern.Iso.Parse(words[..IsoDay]) is { Success: true, Value: var day } ? day : null;
}
