using Dateline.Claims;

namespace Dateline.Exports.Formats;

/// <summary>A row per event with all its roles: the columns of csv-events and parquet-events.</summary>
internal static class EventColumns
{
    /// <summary>Where in <see cref="Head"/> the columns of the place begin.</summary>
    public const int Places = 11;

    /// <summary>Where in <see cref="Head"/> the counts of reports begin.</summary>
    public const int Counts = 19;

    private const decimal One = 1;

    /// <summary>What every table of events begins with.</summary>
    public static IReadOnlyList<ExportColumn<ExportEvent>> Head { get; } =
    [
        new("event", CellType.Text, "id of the event; dateline event ID shows all of it", e => e.Id),
        new("kind", CellType.Text, "kind of the codebook", e => e.Kind),
        new("status", CellType.Text, "news, background, planned, hypothetical or denied", e => e.Status),
        new("judged", CellType.Text, "accepted or rejected by a person; empty: nobody decided", e => e.Judged),
        new("date_first", CellType.Day, "first day it may have been; where the times told are disputed, the first of all", e => e.When.First),
        new("date_last", CellType.Day, "last day it may have been", e => e.When.Last),
        new("date_precision", CellType.Text, "minute, hour, day, week, month, quarter or year; empty: unknown or disputed", e => e.When.Precision),
        new("time_local", CellType.Text, "the clock's reading at the place; empty: none told, or disputed", e => e.When.Local),
        new("time_zone", CellType.Text, "zone of time_local: UTC+09:00, a zone id or its letters", e => Zone(e.When.Zone)),
        new("time_utc", CellType.Text, "the same instant in UTC", e => e.When.Utc),
        new("date_inferred", CellType.Truth, "true: no report states the day, it only follows", e => e.When.First is null ? null : e.When.IsInferred),
        new("place", CellType.Text, "the place; several where it is disputed", e => e.Where.IsDisputed ? e.Where.All : e.Where.Words.Length > 0 ? e.Where.Words : null),
        new("place_role", CellType.Text, "the role that tells it: place, launch_place, target_place …", e => e.Where.Role),
        new("place_id", CellType.Text, "id of the place; empty: unknown, disputed, or not in the gazetteer", e => e.Where.Field("id")),
        new("country", CellType.Text, "ISO 3166-1 alpha-2 code of the place; empty: unknown, disputed or at sea", e => e.Where.CountryCode),
        new("latitude", CellType.Number, "degrees north; empty: unknown, disputed, or only a country is known", e => e.Where.Only?.Latitude),
        new("longitude", CellType.Number, "degrees east", e => e.Where.Only?.Longitude),
        new("place_precision", CellType.Text, "point, city, region, area or country; empty: unknown or disputed", e => e.Where.Precision),
        new("place_status", CellType.Text, "how the places told stand to each other", e => e.Where.Status),
        new("reports", CellType.Whole, "reports that tell of it", e => e.ReportCount),
        new("texts", CellType.Whole, "distinct texts among them: copies are one", e => e.Number("texts")),
        new("outlets", CellType.Whole, "outlets known", e => e.Number("outlets")),
        new("origins", CellType.Whole, "independent primary sources", e => e.Number("origins")),
        new("primary_sources", CellType.Text, "their names", e => e.PrimarySources),
        new("findings", CellType.Text, "checks that have something to say of it", e => ExportEvent.Join(e.Row.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("check").GetString()!))),
        new("plover", CellType.Text, "type and mode of PLOVER; empty: PLOVER has none", PloverLines.Code),
    ];

    /// <summary>The head, then the columns of every role of a codebook.</summary>
    public static IReadOnlyList<ExportColumn<ExportEvent>> All(Codebook codebook) => [.. Head, .. codebook.Roles.SelectMany(Of)];

    /// <summary>low, best, high of a role as columns.</summary>
    public static IEnumerable<ExportColumn<ExportEvent>> Ends(string role, string prefix, string unit, decimal scale = One) =>
    [
        new(prefix + "low", CellType.Number, $"lowest {role} told, {unit}", e => Figures.Of(e.Values(role), scale).Low),
        new(prefix + "best", CellType.Number, $"{role} told by most texts, {unit}; empty: disputed, a bound, a range or unknown", e => Figures.Of(e.Values(role), scale).Best),
        new(prefix + "high", CellType.Number, $"highest {role} told, {unit}", e => Figures.Of(e.Values(role), scale).High),
    ];

    /// <summary>The spot that a role of places tells, with how finely it is known.</summary>
    public static IEnumerable<ExportColumn<ExportEvent>> Spot(string role, string prefix) =>
    [
        new(prefix + "latitude", CellType.Number, "degrees north; empty: unknown, disputed, or only a country is known", e => EventWhere.Of(e, role).Only?.Latitude),
        new(prefix + "longitude", CellType.Number, "degrees east", e => EventWhere.Of(e, role).Only?.Longitude),
        new(prefix + "precision", CellType.Text, "point, city, region, area or country; empty: unknown or disputed", e => EventWhere.Of(e, role).Precision),
        Status(role, prefix + "status"),
    ];

    /// <summary>All values of a role in words.</summary>
    public static ExportColumn<ExportEvent> Words(string role, string name, string meaning) => new(name, CellType.Text, meaning, e => e.Words(role));

    /// <summary>How the values of a role stand to each other.</summary>
    public static ExportColumn<ExportEvent> Status(string role, string name) =>
        new(name, CellType.Text, $"how the values of {role} stand to each other: agreed, single_origin, differs_in_precision or disputed; empty: none told", e => e.StatusOf(role));

    // An offset alone begins with a sign, which a spreadsheet would calculate with.
    private static string? Zone(string? zone) => zone is { Length: > 0 } && zone[0] is '+' or '-' ? "UTC" + zone : zone;

    private static IEnumerable<ExportColumn<ExportEvent>> Of(RoleRow role)
    {
        yield return Words(role.Role, "role_" + role.Role, $"every {role.Role.Replace('_', ' ')} told, in words, those of most texts first");
        yield return Status(role.Role, $"role_{role.Role}_status");
        if (role.Value is RoleValue.Quantity)
        {
            foreach (var column in Ends(role.Role, $"role_{role.Role}_", "in the unit beside it"))
            {
                yield return column;
            }

            yield return new ExportColumn<ExportEvent>($"role_{role.Role}_unit", CellType.Text, "SI unit of the three before it, or what is counted", e => Figures.Of(e.Values(role.Role)).Unit);
        }
    }
}
