using System.Text.Json;
using Dateline.Views;

namespace Dateline.Exports.Formats;

/// <summary>A row per claim: the columns of csv-claims and parquet-claims.</summary>
internal static class ClaimColumns
{
    public static IReadOnlyList<ExportColumn<ExportClaim>> All { get; } =
    [
        new("claim", CellType.Text, "name of the claim by its content", c => c.Key),
        new("event", CellType.Text, "id of the event; empty: it belongs to none", c => c.Event),
        new("role", CellType.Text, "role of the codebook", c => c.Role),
        new("value", CellType.Text, "the value in words", c => c.Words),
        new("low", CellType.Number, "a figure's lower end as printed; empty: none told", c => Figures.Number(c.Value, "low")),
        new("high", CellType.Number, "its upper end", c => Figures.Number(c.Value, "high")),
        new("unit", CellType.Text, "unit as printed, or what is counted", c => Field(c, "unit")),
        new("si_low", CellType.Number, "the lower end in SI units", c => Figures.Number(c.Value, "si_low")),
        new("si_high", CellType.Number, "the upper end in SI units", c => Figures.Number(c.Value, "si_high")),
        new("si_unit", CellType.Text, "the SI unit", c => Field(c, "si_unit")),
        new("approximate", CellType.Truth, "true: told as about so much", c => c.Value.TryGetProperty("approximate", out var about) ? about.ValueKind is JsonValueKind.True : null),
        new("earliest", CellType.Text, "first day or instant of a time; empty: not anchored", c => Field(c, "earliest")),
        new("latest", CellType.Text, "last day or instant", c => Field(c, "latest")),
        new("precision", CellType.Text, "of a time or place, as the codebook names it", c => Field(c, "precision")),
        new("utc", CellType.Text, "instant in UTC", c => Field(c, "utc")),
        new("id", CellType.Text, "id of a place, actor or weapon; empty: not in the tables", c => Field(c, "id")),
        new("country", CellType.Text, "ISO 3166-1 alpha-2 code of a place or actor", c => Field(c, "country")),
        new("latitude", CellType.Number, "degrees north of a place; of a country its middle: see precision", c => Figures.Number(c.Value, "latitude")),
        new("longitude", CellType.Number, "degrees east", c => Figures.Number(c.Value, "longitude")),
        new("relation", CellType.Text, "how the spot lies to the place: off, near, north of …", c => Field(c, "relation")),
        new("primary_source", CellType.Text, "who says so; empty: the outlet itself", c => Teller(c, "name")),
        new("primary_source_id", CellType.Text, "its id; empty: not in the tables", c => Teller(c, "id")),
        new("primary_source_kind", CellType.Text, "ministry, military, state_media, unnamed …", c => Teller(c, "kind")),
        new("according_to", CellType.Text, "the chain, the primary source first", c => c.AccordingTo),
        new("factuality", CellType.Text, "asserted, denied, unconfirmed, assessed, suspected, planned or hypothetical", c => c.Factuality),
        new("inferred", CellType.Truth, "true: the words do not state it, it only follows", c => c.IsInferred),
        new("judged", CellType.Text, "accept, correct or reject, when a person decided", c => c.Judged),
        new("read_as", CellType.Text, "what the program had read where a person gave another value", c => ValueKinship.Text(c.Row, "machine_words")),
        new("words", CellType.Text, "the exact words", c => c.Quote),
        new("start", CellType.Whole, "where they begin in the report's text, in Unicode code points", c => Position(c, first: true)),
        new("end", CellType.Whole, "where they end", c => Position(c, first: false)),
        new("report", CellType.Text, "id of the report: the hash of its bytes", c => c.ReportId),
        new("source", CellType.Text, "the report's address, or the name it came in under", c => c.Source),
        new("outlet", CellType.Text, "who published it, or whose copy it is; empty: unknown", c => c.Outlet),
        new("published", CellType.Day, "day of publication; empty: unknown", c => c.Published),
        new("title", CellType.Text, "title of the report", c => ValueKinship.Text(c.Report, "title") is { Length: > 0 } title ? title : null),
        new("rule", CellType.Text, "the rule and the row that bound it", c => ValueKinship.Text(c.Row, "rule")),
    ];

    private static string? Field(ExportClaim claim, string name) => ValueKinship.Text(claim.Value, name);

    private static string? Teller(ExportClaim claim, string name) => claim.Primary is { } primary ? ValueKinship.Text(primary, name) : null;

    private static long? Position(ExportClaim claim, bool first)
    {
        var spans = claim.Evidence.ToList();
        return spans.Count == 0 ? null : first ? spans[0].GetProperty("start").GetInt64() : spans[^1].GetProperty("end").GetInt64();
    }
}
