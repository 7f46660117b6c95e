using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Knowledge;

namespace Dateline.Evaluation.Outlines;

/// <summary>compile-outlines.</summary>
internal static class OutlineCommand
{
    private const string Usage = "compile-outlines COUNTRIES-110M.JSON [FILE]";
    private const string Usual = "src/Dateline.App/Web/Assets/outlines.txt";

    /// <summary>
    /// <c>compile-outlines COUNTRIES-110M.JSON [FILE]</c>: the countries of the npm package world-atlas (Natural Earth, public domain) into the lines the
    /// map is drawn of: country code (empty where the tables have no such name), name, rings of longitude and latitude in tenths of a degree.
    /// </summary>
    public static int Compile(string[] arguments)
    {
        if (arguments.Length is 0 or > 2)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        using var topology = JsonDocument.Parse(File.ReadAllBytes(arguments[0]));
        var codes = new CountryCodes(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
        var arcs = Arcs(topology.RootElement);
        var lines = topology.RootElement.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray().Select(country => Line(country, arcs, codes)).Order(StringComparer.Ordinal).ToList();
        var output = arguments.Length > 1 ? arguments[1] : Usual;
        File.WriteAllText(output, string.Concat(lines.Select(line => line + "\n")), new UTF8Encoding(false));
        Console.WriteLine($"{output}: {lines.Count} countries, {lines.Count(line => line[0] == '\t')} of them without a code");
        return 0;
    }

    /// <summary>The topology's arcs, out of their steps, in tenths of a degree.</summary>
    private static List<List<(int X, int Y)>> Arcs(JsonElement topology)
    {
        var (scale, translate) = (Pair(topology.GetProperty("transform").GetProperty("scale")), Pair(topology.GetProperty("transform").GetProperty("translate")));
        var arcs = new List<List<(int X, int Y)>>();
        foreach (var steps in topology.GetProperty("arcs").EnumerateArray())
        {
            var (x, y) = (0d, 0d);
            var arc = new List<(int X, int Y)>();
            foreach (var step in steps.EnumerateArray().Select(Pair))
            {
                (x, y) = (x + step.X, y + step.Y);
                arc.Add((Tenths((x * scale.X) + translate.X), Tenths((y * scale.Y) + translate.Y)));
            }

            arcs.Add(arc);
        }

        return arcs;
    }

    private static string Line(JsonElement country, List<List<(int X, int Y)>> arcs, CountryCodes codes)
    {
        var name = country.GetProperty("properties").GetProperty("name").GetString()!;
        var shape = country.GetProperty("arcs").EnumerateArray();
        var rings = country.GetProperty("type").GetString() is "Polygon" ? shape : shape.SelectMany(polygon => polygon.EnumerateArray());
        return $"{codes.Of(name)}\t{name}\t{string.Join(';', rings.Select(ring => Ring(ring, arcs)).Where(ring => ring.Length > 0))}";
    }

    private static string Ring(JsonElement ring, List<List<(int X, int Y)>> arcs)
    {
        var points = new List<(int X, int Y)>();
        foreach (var index in ring.EnumerateArray().Select(arc => arc.GetInt32()))
        {
            // A negative number is the arc of its complement, backwards.
            IEnumerable<(int X, int Y)> arc = index < 0 ? Enumerable.Reverse(arcs[~index]) : arcs[index];
            points.AddRange(arc.Where(point => points.Count == 0 || points[^1] != point));
        }

        return points.Count < 4 ? "" : string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y}")));
    }

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());

    private static int Tenths(double degrees) => (int)Math.Round(degrees * 10);
}
