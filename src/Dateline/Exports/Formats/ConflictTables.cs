namespace Dateline.Exports.Formats;

/// <summary>Columns as the great conflict data sets name theirs. Alike, not the same: kinds are ours, and nothing here was coded by their rules.</summary>
internal static class ConflictTables
{
    private const string Killed = "killed";

    public static IReadOnlyList<ExportColumn<ExportEvent>> Acled { get; } =
    [
        new("event_id", CellType.Text, "id of the event", e => e.Id),
        new("event_date", CellType.Day, "first day it may have been; empty: unknown (never the day of the report)", e => e.When.First),
        new("event_date_end", CellType.Day, "last day it may have been", e => e.When.Last),
        new("year", CellType.Whole, "year of event_date", e => Year(e)),
        new("time_precision", CellType.Whole, "1 the day, 2 within a week, 3 a month or longer; empty: unknown", e => (long?)e.When.AcledPrecision),
        new("time_status", CellType.Text, "how the times told stand to each other; disputed: the two dates hold all of them", e => e.When.Status),
        new("event_type", CellType.Text, "our kind (not a type of ACLED)", e => e.Kind),
        new("status", CellType.Text, "news, background, planned, hypothetical or denied", e => e.Status),
        new("actor1", CellType.Text, "who did it", e => e.Words("actor")),
        new("actor2", CellType.Text, "to whom it was done", e => e.Words("recipient")),
        new("assoc_actor", CellType.Text, "who took part", e => e.Words("participant")),
        new("country", CellType.Text, "ISO 3166-1 alpha-2 code; empty: unknown, disputed or at sea", e => e.Where.CountryCode),
        new("location", CellType.Text, "the place; all of them where disputed", e => e.Where.All),
        new("latitude", CellType.Number, "degrees north; empty: unknown, disputed, or only a country is known", e => e.Where.Only?.Latitude),
        new("longitude", CellType.Number, "degrees east", e => e.Where.Only?.Longitude),
        new("geo_precision", CellType.Whole, "1 the town or site, 2 near it, 3 a region or more; empty: unknown or disputed", e => (long?)e.Where.AcledPrecision),
        new("source", CellType.Text, "primary sources", e => e.PrimarySources),
        new("reports", CellType.Whole, "reports that tell of it", e => e.ReportCount),
        new("texts", CellType.Whole, "distinct texts among them", e => e.Number("texts")),
        new("origins", CellType.Whole, "independent primary sources", e => e.Number("origins")),
        .. EventColumns.Ends(Killed, "fatalities_", "people killed"),
        EventColumns.Words(Killed, "fatalities", "every number of killed told, in words"),
        EventColumns.Status(Killed, "fatalities_status"),
        new("notes", CellType.Text, "kind, place and time in one line", e => e.Title),
        new("tags", CellType.Text, "type and mode of PLOVER", PloverLines.Code),
    ];

    public static IReadOnlyList<ExportColumn<ExportEvent>> Ucdp { get; } =
    [
        new("id", CellType.Text, "id of the event", e => e.Id),
        new("year", CellType.Whole, "year of date_start", e => Year(e)),
        new("kind", CellType.Text, "our kind (not a type of violence of UCDP)", e => e.Kind),
        new("status", CellType.Text, "news, background, planned, hypothetical or denied", e => e.Status),
        new("side_a", CellType.Text, "who did it", e => e.Words("actor")),
        new("side_b", CellType.Text, "to whom it was done", e => e.Words("recipient")),
        new("number_of_sources", CellType.Whole, "reports that tell of it", e => e.ReportCount),
        new("number_of_texts", CellType.Whole, "distinct texts among them: copies are one", e => e.Number("texts")),
        new("number_of_origins", CellType.Whole, "independent primary sources among them", e => e.Number("origins")),
        new("source_original", CellType.Text, "primary sources", e => e.PrimarySources),
        new("source_article", CellType.Text, "the reports: addresses, or names they came in under", e => ExportEvent.Join(e.Row.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("source").GetString()!))),
        new("where_prec", CellType.Whole, "1 the spot, 2 near it, 4 a region, 6 a country, 7 waters; empty: unknown or disputed", e => (long?)e.Where.UcdpPrecision),
        new("where_description", CellType.Text, "the place; all of them where disputed", e => e.Where.All),
        new("latitude", CellType.Number, "degrees north; empty: unknown, disputed, or only a country is known", e => e.Where.Only?.Latitude),
        new("longitude", CellType.Number, "degrees east", e => e.Where.Only?.Longitude),
        new("country", CellType.Text, "ISO 3166-1 alpha-2 code", e => e.Where.CountryCode),
        new("date_prec", CellType.Whole, "1 the day, 2 up to six days, 3 a week, 4 up to a month, 5 longer; empty: unknown", e => (long?)e.When.UcdpPrecision),
        new("date_start", CellType.Day, "first day it may have been; empty: unknown", e => e.When.First),
        new("date_end", CellType.Day, "last day it may have been", e => e.When.Last),
        new("date_status", CellType.Text, "how the times told stand to each other", e => e.When.Status),
        .. EventColumns.Ends(Killed, "", "people killed"),
        EventColumns.Words(Killed, "deaths", "every number of killed told, in words"),
        EventColumns.Status(Killed, "deaths_status"),
        new("wounded", CellType.Text, "every number of wounded told, in words", e => e.Words("wounded")),
    ];

    private static long? Year(ExportEvent happening) => happening.When.First is { } day ? long.Parse(day.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) : null;
}
