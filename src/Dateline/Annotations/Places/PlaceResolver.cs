using Dateline.Annotations.Names;

namespace Dateline.Annotations.Places;

/// <summary>The countries a report has named so far, latest last; what a doubtful name is judged by.</summary>
public sealed class CountryContext
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    /// <summary>The countries named, in order of first mention.</summary>
    public IReadOnlyList<string> Named => order;

    /// <summary>The country named last; empty before any.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Notes one mention of a country.</summary>
    public void Name(string country)
    {
        Last = country;
        if (!counts.TryAdd(country, 1))
        {
            counts[country]++;
            return;
        }

        order.Add(country);
    }

    /// <summary>How often a country was named.</summary>
    public int Count(string country) => counts.GetValueOrDefault(country);
}

/// <summary>Chooses among places of one name: by the countries of the report; refuses when two stay equal.</summary>
public static class PlaceResolver
{
    /// <summary>The chosen row, or null, and the places that were left.</summary>
    public static (PlaceName? Chosen, IReadOnlyList<Place> Left) Resolve(IReadOnlyList<PlaceName> named, CountryContext context)
    {
        var distinct = named.DistinctBy(n => n.Place.Id, StringComparer.Ordinal).ToList();
        if (distinct.Count == 1)
        {
            return (distinct[0], []);
        }

        var ranked = distinct
            .Select(n => (Row: n, Score: (n.Place.Country is { } c ? context.Count(c) * 10 : 0) + Rank(n.Place)))
            .OrderByDescending(r => r.Score)
            .ThenBy(r => r.Row.Place.Id, StringComparer.Ordinal)
            .ToList();
        var rest = ranked.Skip(1).Select(r => r.Row.Place).ToList();
        return ranked[0].Score > ranked[1].Score ? (ranked[0].Row, rest) : (null, ranked.Select(r => r.Row.Place).ToList());
    }

    // A state outranks a city of its name, a city a site.
    private static int Rank(Place place) => place.Precision switch
    {
        PlacePrecision.Country => 4,
        PlacePrecision.City => 3,
        PlacePrecision.Region => 2,
        PlacePrecision.Area => 2,
        _ => 1,
    };
}
