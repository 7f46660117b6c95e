using System.Text.Json;
using Dateline.Annotations.Places;

namespace Dateline.Evaluation.Places;

/// <summary>
/// The figures of the place corpora that the gate holds, counted as their scorers do: strict F1 of the names, share of all placed names found
/// within 161 km, share of names whose role (place, or anything else) is right; a name not found is wrong.
/// </summary>
internal static class PlaceScore
{
    private const double NearKm = 161;

    private static readonly string[] Kinds =
    [
        "Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal", "Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit", "Demonym", "Language", "Homonym",
    ];

    /// <summary>Strict F1 and share within 161 km of one corpus.</summary>
    /// <param name="corpus">The corpus, JSON lines.</param>
    /// <param name="countries">Countries with their GeoNames numbers: a country found as such is no kilometre off.</param>
    public static (double F1, double Near) Of(string corpus, string countries)
    {
        var numbers = File.ReadLines(countries).Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
        var (right, predicted, gold, placed, near) = (0, 0, 0, 0, 0);
        var reader = new PlaceReader();
        foreach (var row in PlaceCommands.Rows([corpus]))
        {
            var text = row.GetProperty("text").GetString()!;
            var map = new CodePointMap(text);
            var found = PlaceCommands.Names(reader.Read(text)).GroupBy(p => (map.ToCodePoints(p.Span.Start), map.ToCodePoints(p.Span.End))).ToDictionary(g => g.Key, g => g.First());
            var names = row.GetProperty("toponyms").EnumerateArray().ToLookup(IsCounted);
            var counted = names[true].ToList();
            gold += counted.Count;
            placed += counted.Count(t => t.GetProperty("lat").ValueKind == JsonValueKind.Number);
            var matched = 0;
            foreach (var name in counted)
            {
                if (found.TryGetValue((name.GetProperty("start").GetInt32(), name.GetProperty("end").GetInt32()), out var place))
                {
                    matched++;
                    near += IsNear(name, place, numbers) ? 1 : 0;
                }
            }

            right += matched;
            predicted += found.Keys.Count(k => counted.Exists(t => Is(t, k)) || !names[false].Any(t => Overlaps(t, k)));
        }

        return (2.0 * right / (predicted + gold), (double)near / placed);
    }

    /// <summary>Share of the names of a corpus of roles that are told right.</summary>
    public static double Roles(string corpus)
    {
        var reader = new PlaceReader();
        var rows = PlaceCommands.Rows([corpus]).Where(r => r.GetProperty("label").GetString() is not "mixed").ToList();
        return (double)rows.Count(r => string.Equals(PlaceCommands.RoleOf(reader, r).Label, r.GetProperty("label").GetString(), StringComparison.Ordinal)) / rows.Count;
    }

    private static bool Is(JsonElement name, (int Start, int End) span) => span == (name.GetProperty("start").GetInt32(), name.GetProperty("end").GetInt32());

    private static bool Overlaps(JsonElement name, (int Start, int End) span) => span.Start < name.GetProperty("end").GetInt32() && span.End > name.GetProperty("start").GetInt32();

    // names the corpus is not sure of, or of kinds outside its two families, are neither right nor wrong
    private static bool IsCounted(JsonElement name) =>
        (!name.TryGetProperty("ok", out var ok) || ok.ValueKind != JsonValueKind.False) && (name.GetProperty("kind").GetString() is not { } kind || Array.IndexOf(Kinds, kind) >= 0);

    private static bool IsNear(JsonElement name, PlaceMention mention, Dictionary<string, string> countries)
    {
        if (name.GetProperty("lat").ValueKind != JsonValueKind.Number || mention.Place is not { } place)
        {
            return false;
        }

        var number = place.Id.StartsWith(PlaceCommands.GeoNames, StringComparison.Ordinal) ? place.Id[PlaceCommands.GeoNames.Length..]
            : place is { Precision: PlacePrecision.Country, Country: { } country } ? countries.GetValueOrDefault(country) : null;
        var there = new Place("gold", "gold", "gold", null, [], name.GetProperty("lat").GetDouble(), name.GetProperty("lon").GetDouble(), PlacePrecision.Point);
        return (number is not null && string.Equals(number, name.GetProperty("geonameid").ToString(), StringComparison.Ordinal)) || PlaceResolver.Distance(place, there) is { } km && km <= NearKm;
    }
}
