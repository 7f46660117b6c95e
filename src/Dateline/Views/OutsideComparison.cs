using System.Text.Json;
using Dateline.Events.Across;
using Dateline.Ledger;
using Dateline.Ledger.Outside;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Views;

/// <summary>How a row of an outside table and the record stand to each other.</summary>
public enum MeetingKind
{
    /// <summary>Both have it.</summary>
    Meets,

    /// <summary>Only the outside table has it.</summary>
    OnlyOutside,

    /// <summary>Only the record has it: an event of a kind and a time that the table covers.</summary>
    OnlyOurs,
}

/// <summary>Something that both say otherwise.</summary>
/// <param name="Field">day, place, country, actors, or the role of a figure.</param>
/// <param name="Outside">What the table says.</param>
/// <param name="Ours">What the record says.</param>
public sealed record OutsideDifference(string Field, string Outside, string Ours);

/// <summary>A row of an outside table, an event of the record, or both.</summary>
/// <param name="Kind">How they stand.</param>
/// <param name="Outside">The row, or null.</param>
/// <param name="Event">The event's row of <c>dateline events</c>, or null.</param>
/// <param name="Days">Days between them; 0 when they share one; null without both.</param>
/// <param name="Kilometres">Distance of their places, or null when one has none.</param>
/// <param name="Differs">What they say otherwise.</param>
public sealed record OutsideMeeting(MeetingKind Kind, OutsideEvent? Outside, JsonElement? Event, int? Days, double? Kilometres, IReadOnlyList<OutsideDifference> Differs);

/// <summary>
/// Which rows of an outside table meet which events of the record: by kind, day and place, each with one at most, the nearest first. Nothing of the
/// table ever gets into the record.
/// </summary>
/// <param name="reader">The ledger.</param>
/// <param name="tolerance">Days by which one may be off: tables and reports write the day of different zones.</param>
public sealed class OutsideComparison(ILedgerReader reader, int tolerance = 1)
{
    private const int Longest = 31; // days of an event whose time says enough
    private const double SpotKm = 60; // a town and a base of its name, or the next town (judged by the authors)
    private const double WideKm = 300; // a sea or a province and a spot in it

    private sealed record Pair(OutsideEvent Row, EventRow Event, int Days, double? Kilometres, int Differs);

    /// <summary>Rows that meet first by line, rows of the table alone and events of the record alone in between by day.</summary>
    public IReadOnlyList<OutsideMeeting> Of(OutsideLedger table, LedgerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = reader.Outside.Events(table.Name, filter.Kind, filter.From, filter.To).ToList();
        var events = EventsOf(rows, table, filter);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var met = new Dictionary<int, Pair>();
        foreach (var pair in Pairs(rows, events).OrderBy(p => p.Days).ThenBy(p => p.Kilometres ?? WideKm).ThenBy(p => p.Differs).ThenBy(p => p.Row.Line).ThenBy(p => p.Event.Id, StringComparer.Ordinal))
        {
            if (!met.ContainsKey(pair.Row.Line) && taken.Add(pair.Event.Id))
            {
                met.Add(pair.Row.Line, pair);
            }
        }

        var meetings = rows.Select(row => met.TryGetValue(row.Line, out var pair) ? Meeting(pair, events[pair.Event.Id].Json) : new OutsideMeeting(MeetingKind.OnlyOutside, row, null, null, null, []));
        var ours = events.Values.Where(e => !taken.Contains(e.Row.Id)).Select(e => new OutsideMeeting(MeetingKind.OnlyOurs, null, e.Json, null, null, []));
        return [.. meetings.Concat(ours).OrderBy(m => DayOf(m) is null).ThenBy(DayOf, StringComparer.Ordinal).ThenBy(m => m.Outside?.Line ?? int.MaxValue).ThenBy(m => m.Event is { } own ? ValueKinship.Text(own, "id") : null, StringComparer.Ordinal)];
    }

    /// <summary>The record's events of the kinds and the time that the table covers; those that are only planned or supposed are none of its rows.</summary>
    private Dictionary<string, (EventRow Row, JsonElement Json)> EventsOf(List<OutsideEvent> rows, OutsideLedger table, LedgerFilter filter)
    {
        var found = new Dictionary<string, (EventRow, JsonElement)>(StringComparer.Ordinal);
        var (from, to) = (Later(filter.From, table.First), Earlier(filter.To, table.Last));
        foreach (var kind in rows.Select(row => row.Kind).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            foreach (var happening in reader.Events(filter with { Kind = kind, From = Moved(from, -tolerance), To = Moved(to, tolerance) }).ToList())
            {
                using var row = ReviewQueue.Open(happening);
                if (ValueKinship.Text(row.RootElement, "status") is "news" or "background" or "denied")
                {
                    found.TryAdd(happening.Id, (happening, row.RootElement.Clone()));
                }
            }
        }

        return found;
    }

    private IEnumerable<Pair> Pairs(List<OutsideEvent> rows, Dictionary<string, (EventRow Row, JsonElement Json)> events)
    {
        var byKind = events.Values.ToLookup(e => ValueKinship.Text(e.Json, "kind"), StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Kind is not null && row.First is not null))
        {
            foreach (var (own, json) in byKind[row.Kind])
            {
                if (Gap(row, json) is { } days && days <= tolerance && Fits(row, json, out var kilometres))
                {
                    yield return new Pair(row, own, days, kilometres, Differences(row, json).Count());
                }
            }
        }
    }

    private static OutsideMeeting Meeting(Pair pair, JsonElement json) => new(MeetingKind.Meets, pair.Row, json, pair.Days, pair.Kilometres, [.. Differences(pair.Row, json)]);

    private static int? Gap(OutsideEvent row, JsonElement json)
    {
        if (json.GetProperty("time") is not { ValueKind: JsonValueKind.Object } time || Day(ValueKinship.Text(time, "earliest")) is not { } first || Day(ValueKinship.Text(time, "latest")) is not { } last
            || Day(row.First) is not { } begins || Day(row.Last) is not { } ends || Period.DaysBetween(first, last) >= Longest)
        {
            return null;
        }

        return Math.Max(0, Math.Max(Period.DaysBetween(last, begins), Period.DaysBetween(ends, first)));
    }

    /// <summary>True when both can be at one place: near enough for how finely each is told, or in one country where one of them says no more.</summary>
    private static bool Fits(OutsideEvent row, JsonElement json, out double? kilometres)
    {
        var places = PlacesOf(json).ToList();
        kilometres = null;
        if (places.Count == 0 || (row.Country is null && row.Latitude is null))
        {
            return true;
        }

        foreach (var place in places)
        {
            var km = row is { Latitude: { } latitude, Longitude: { } longitude } && Number(place, "latitude") is { } ownLatitude && Number(place, "longitude") is { } ownLongitude
                ? PlaceDistance.Kilometres(latitude, longitude, ownLatitude, ownLongitude)
                : (double?)null;
            var isWhole = ValueKinship.Text(place, "precision") is "country" || row.Latitude is null;
            var most = ValueKinship.Text(place, "precision") is "point" or "city" && ValueKinship.Text(place, "relation") is null ? SpotKm : WideKm;
            if (isWhole ? row.Country is null || ValueKinship.Text(place, "country") is not { } country || country == row.Country : km <= most)
            {
                kilometres = isWhole ? null : km < (kilometres ?? double.MaxValue) ? km : kilometres;
                if (isWhole)
                {
                    return true;
                }
            }
        }

        return kilometres is not null;
    }

    private static IEnumerable<OutsideDifference> Differences(OutsideEvent row, JsonElement json)
    {
        var time = json.GetProperty("time");
        if (Gap(row, json) is > 0)
        {
            yield return new OutsideDifference("day", row.First == row.Last ? row.First! : $"{row.First} to {row.Last}", ValueText.Time(time));
        }

        var places = PlacesOf(json).ToList();
        if (row.Country is { } country && places.Count > 0 && places.TrueForAll(place => ValueKinship.Text(place, "country") is { } own && own != country))
        {
            yield return new OutsideDifference("country", country, string.Join(", ", places.Select(place => ValueKinship.Text(place, "country")).Distinct(StringComparer.Ordinal)));
        }

        var actors = json.GetProperty("actors").EnumerateArray().ToList();
        foreach (var actor in row.Actors.Where(actor => actors.Count > 0 && !actors.Exists(own => IsSame(actor, own))))
        {
            yield return new OutsideDifference("actors", actor.Name, string.Join(", ", actors.Select(own => ValueKinship.Text(own, "name")).Distinct(StringComparer.Ordinal)));
        }

        foreach (var (role, figure) in row.Figures.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var values = json.GetProperty("roles").TryGetProperty(role, out var told) ? told.EnumerateArray().Where(value => IsUnit(value.GetProperty("value"), figure.Unit)).ToList() : [];
            if (values.Count > 0 && !values.Exists(value => Holds(value.GetProperty("value"), figure.Number)))
            {
                yield return new OutsideDifference(role, $"{figure.Number} {figure.Unit}".TrimEnd(), string.Join(", ", values.Select(value => ValueKinship.Text(value, "words"))));
            }
        }
    }

    private static bool IsSame(OutsideActor actor, JsonElement own) =>
        (actor.Country is { } country && country == ValueKinship.Text(own, "country"))
        || string.Equals(actor.Name, ValueKinship.Text(own, "name"), StringComparison.OrdinalIgnoreCase)
        || string.Equals(actor.Name, ValueKinship.Text(own, "id"), StringComparison.Ordinal);

    private static bool IsUnit(JsonElement value, string? unit) => unit is null || ValueKinship.Text(value, "unit") == unit || ValueKinship.Text(value, "counted") == unit;

    private static bool Holds(JsonElement value, decimal number)
    {
        using var one = JsonDocument.Parse(FormattableString.Invariant($$"""{"low":{{number}},"high":{{number}}}"""));
        return ValueKinship.Compare(value, one.RootElement) != Kinship.Apart;
    }

    /// <summary>All places of an event, by any role.</summary>
    private static IEnumerable<JsonElement> PlacesOf(JsonElement json) =>
        json.GetProperty("roles").EnumerateObject().SelectMany(role => role.Value.EnumerateArray()).Select(told => told.GetProperty("value")).Where(value => value.TryGetProperty("latitude", out _));

    private static string? DayOf(OutsideMeeting meeting) =>
        meeting.Outside?.First ?? (meeting.Event?.GetProperty("time") is { ValueKind: JsonValueKind.Object } time ? ValueKinship.Text(time, "earliest")?[..10] : null);

    private static double? Number(JsonElement value, string name) => value.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number ? field.GetDouble() : null;

    private static LocalDate? Day(string? words) => words is { Length: >= 10 } && LocalDatePattern.Iso.Parse(words[..10]) is { Success: true, Value: var day } ? day : null;

    private static string? Moved(string? day, int days) => Day(day) is { } known ? LocalDatePattern.Iso.Format(known.PlusDays(days)) : null;

    private static string? Later(string? a, string? b) => a is null || (b is not null && string.CompareOrdinal(b, a) > 0) ? b : a;

    private static string? Earlier(string? a, string? b) => a is null || (b is not null && string.CompareOrdinal(b, a) < 0) ? b : a;
}
