using System.Text.Json;
using Dateline.Annotations;
using Dateline.Annotations.Places;

namespace Dateline.Evaluation.Places;

/// <summary>Writes what the scorers of the place corpora read: one JSON object per line on standard output.</summary>
internal static class PlaceCommands
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What stands before the number of a place of GeoNames.</summary>
    public const string GeoNames = "geonames:";

    /// <summary><c>score-metonymy CORPUS.jsonl</c>: per row whether its phrase stands for a place or for an actor.</summary>
    public static int Metonymy(string[] files)
    {
        var reader = new PlaceReader();
        foreach (var row in Rows(files))
        {
            var (label, rule) = RoleOf(reader, row);
            Console.WriteLine(JsonSerializer.Serialize(new { id = row.GetProperty("id").GetString(), label, rule }));
        }

        return 0;
    }

    /// <summary>What the name of a row stands for: place, actor or none, and the rule that said so.</summary>
    public static (string Label, string? Rule) RoleOf(PlaceReader reader, JsonElement row)
    {
        var text = row.GetProperty("text").GetString()!;
        var map = new CodePointMap(text);
        var (start, end) = (row.GetProperty("start").GetInt32(), row.GetProperty("end").GetInt32());
        var found = reader.Read(text);
        var place = found.Places.Where(p => map.ToCodePoints(p.Span.Start) < end && map.ToCodePoints(p.Span.End) > start).MaxBy(p => p.Span.Length);
        var actor = found.Actors.Any(a => map.ToCodePoints(a.Span.Start) < end && map.ToCodePoints(a.Span.End) > start);
        return (place is not null ? (IsLiteral(place) ? "place" : "actor") : actor ? "actor" : "none", place?.Rule);
    }

    /// <summary>The place names of a text; words that only go back to a place are none.</summary>
    public static IEnumerable<PlaceMention> Names(AnnotationSet found) => found.Places.Where(p => !p.Rule.StartsWith("places.re", StringComparison.Ordinal));

    /// <summary><c>score-places CORPUS.jsonl</c>: the place names of each article with their coordinates; words that only go back to a place ("the country", "its coast") are no names.</summary>
    public static int Places(string[] files)
    {
        var reader = new PlaceReader();
        foreach (var row in Rows(files))
        {
            var text = row.GetProperty("text").GetString()!;
            var map = new CodePointMap(text);
            var places = Names(reader.Read(text)).Select(p => new
            {
                start = map.ToCodePoints(p.Span.Start),
                end = map.ToCodePoints(p.Span.End),
                phrase = text[p.Span.Start..p.Span.End],
                geonameid = p.Place?.Id is { } id && id.StartsWith(GeoNames, StringComparison.Ordinal) ? id[GeoNames.Length..] : null,
                lat = p.Place?.Latitude,
                lon = p.Place?.Longitude,
                level = p.Place?.Precision == PlacePrecision.Country ? "country" : null,
                iso2 = p.Place?.Country,
                kind = p.Role.ToString().ToLowerInvariant(),
            });
            Console.WriteLine(JsonSerializer.Serialize(new { id = row.GetProperty("id").GetString(), places }));
        }

        return 0;
    }

    /// <summary><c>show-names SPEC.jsonl</c>: the rows of a name spec with what is read now, to be checked by eye.</summary>
    public static int Show(string[] files)
    {
        var reader = new PlaceReader();
        foreach (var row in Rows(files))
        {
            var headline = Cell(row, "headline") is { } h ? h + "\n\n" : "";
            var text = headline + row.GetProperty("text").GetString();
            var found = reader.Read(text, headline.Length, Cell(row, "published"), Cell(row, "filed"));
            var cells = row.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).ToDictionary(p => p.Name, p => (object?)p.Value.GetString(), StringComparer.Ordinal);
            if (row.TryGetProperty("actors", out _))
            {
                cells["actors"] = found.Actors.Select(a => Joined(a.Span.In(text), a.Actor.Id ?? $"?{a.Actor.Name} {a.Actor.Kind} {a.Actor.Country}".TrimEnd(), a.Actor.Title, a.RefersTo?.In(text)));
            }
            else
            {
                cells["places"] = found.Places.Select(p => Joined(p.Span.In(text), p.Place?.Id ?? "?", p.Role.ToString().ToLowerInvariant(), p.Relation, p.DistanceKm is { } km ? FormattableString.Invariant($"{km} km, within {p.RadiusKm}") : null));
            }

            Console.WriteLine(JsonSerializer.Serialize(cells, Plain));
        }

        return 0;
    }

    // The corpus counts "Belgium" in "Brussels, Belgium" as a place; the program says that it describes Brussels.
    private static bool IsLiteral(PlaceMention place) => place.Role == PlaceRole.Place || (place.Role == PlaceRole.Modifier && place.Rule.EndsWith(PlaceAnnotator.HoldsPlace, StringComparison.Ordinal));

    private static string? Cell(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Joined(params string?[] cells) => string.Join(" | ", cells.Select(c => c ?? "")).TrimEnd(' ', '|');

    /// <summary>The rows of some files of JSON lines.</summary>
    public static IEnumerable<JsonElement> Rows(string[] files) =>
        files.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);
}
