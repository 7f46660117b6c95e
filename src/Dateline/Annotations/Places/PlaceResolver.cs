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

    /// <summary>The country whose coast or sea was meant last without its name, or null.</summary>
    public string? Leaned { get; private set; }

    /// <summary>Notes whose coast or sea was meant.</summary>
    public void Lean(string country) => Leaned = country;

    /// <summary>Notes one mention of a country.</summary>
    /// <param name="country">ISO code.</param>
    /// <param name="standsItself">False for a mere adjective ("Iranian missiles"), which "the country" does not go back to.</param>
    public void Name(string country, bool standsItself)
    {
        Last = standsItself || Last.Length == 0 ? country : Last;
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

/// <summary>
/// Chooses among places of one name: by the container beside it, the countries of the report, their distance for seas;
/// refuses when two stay equal.
/// </summary>
public static class PlaceResolver
{
    private const int NamedCountry = 10;
    private const int Container = 1000;
    private const double NearKm = 2500;
    private const double EarthRadiusKm = 6371;

    /// <summary>The chosen row, or null, and the places that were left.</summary>
    /// <param name="named">The rows of the name.</param>
    /// <param name="context">The countries of the report.</param>
    /// <param name="container">Country of the wider place beside it ("Tripoli, Lebanon"), or null.</param>
    /// <param name="country">The place of a country code.</param>
    public static (PlaceName? Chosen, IReadOnlyList<Place> Left) Resolve(IReadOnlyList<PlaceName> named, CountryContext context, string? container, Func<string, Place?> country)
    {
        if (named.Count == 1)
        {
            return (named[0], []);
        }

        var distinct = named.DistinctBy(n => n.Place.Id, StringComparer.Ordinal).ToList();
        if (distinct.Count == 1)
        {
            return (distinct[0], []);
        }

        if (distinct.TrueForAll(n => n.Place.Precision == PlacePrecision.Country))
        {
            return Shared(distinct, context);
        }

        var ranked = distinct
            .Select(n => (Row: n, Score: Score(n.Place, context, container, country)))
            .OrderByDescending(r => r.Score)
            .ThenBy(r => r.Row.Place.Id, StringComparer.Ordinal)
            .ToList();
        var rest = ranked.Skip(1).Select(r => r.Row.Place).ToList();
        return ranked[0].Score > ranked[1].Score ? (ranked[0].Row, rest) : (null, ranked.Select(r => r.Row.Place).ToList());
    }

    // A name two states share (Korea, Congo): the one of them the report has named, when it is one.
    private static (PlaceName? Chosen, IReadOnlyList<Place> Left) Shared(List<PlaceName> states, CountryContext context)
    {
        var mentioned = states.Where(n => context.Count(n.Place.Country!) > 0).ToList();
        var chosen = mentioned.Count == 1 ? mentioned[0] : null;
        return (chosen, states.Where(n => n != chosen).Select(n => n.Place).ToList());
    }

    private static int Score(Place place, CountryContext context, string? container, Func<string, Place?> country)
    {
        var score = Rank(place);
        if (place.Country is { } code)
        {
            return score + (context.Count(code) * NamedCountry) + (container is not null && string.Equals(container, code, StringComparison.Ordinal) ? Container : 0);
        }

        // a sea belongs to nobody: the nearer to the countries named, the likelier
        return score + context.Named.Sum(c => country(c) is { } state && Distance(place, state) is { } km && km < NearKm ? (int)((NearKm - km) / NearKm * NamedCountry * context.Count(c)) : 0);
    }

    private static double? Distance(Place a, Place b)
    {
        if (a.Latitude is not { } lat1 || a.Longitude is not { } lon1 || b.Latitude is not { } lat2 || b.Longitude is not { } lon2)
        {
            return null;
        }

        var (f1, f2, dl) = (double.DegreesToRadians(lat1), double.DegreesToRadians(lat2), double.DegreesToRadians(lon2 - lon1));
        var h = Math.Pow(Math.Sin((f2 - f1) / 2), 2) + (Math.Cos(f1) * Math.Cos(f2) * Math.Pow(Math.Sin(dl / 2), 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
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
