using Dateline.Annotations.Names;

namespace Dateline.Annotations.Places;

/// <summary>
/// Chooses among places of one name: by the container beside it, the countries and divisions of the report, the places
/// near it that are sure, and how large it is; refuses when two stay close. Weights were set on TR-News and GeoWebNews.
/// </summary>
public static class PlaceResolver
{
    private const double Close = 0.35;
    private const double SamePlaceKm = 30;
    private const double NearKm = 160;
    private const double SeaNearKm = 2500;
    private const double EarthRadiusKm = 6371;

    /// <summary>The chosen row, or null, and the places that were left.</summary>
    /// <param name="named">The rows of the name.</param>
    /// <param name="report">What the whole report names.</param>
    /// <param name="so">The countries it has named so far.</param>
    /// <param name="hint">What stands beside the name.</param>
    public static (PlaceName? Chosen, IReadOnlyList<Place> Left) Resolve(IReadOnlyList<PlaceName> named, ReportPlaces report, CountryContext so, PlaceHint hint)
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
            return Shared(distinct, so);
        }

        var ranked = distinct
            .Select((n, i) => (Row: n, Score: Score(n, report, hint), Order: i))
            .OrderByDescending(r => r.Score)
            .ThenBy(r => r.Order)
            .ToList();
        var rest = ranked.Skip(1).Select(r => r.Row.Place).ToList();
        var rival = ranked.FindIndex(1, r => IsElsewhere(r.Row.Place, ranked[0].Row.Place));
        return rival < 0 || ranked[0].Score - ranked[rival].Score > Close ? (ranked[0].Row, rest) : (null, ranked.ConvertAll(r => r.Row.Place));
    }

    /// <summary>How likely a name means a place before anything beside it is known: about the decimal logarithm of its people.</summary>
    public static double Prior(PlaceName name)
    {
        var people = name.Place.Weight / 32.0;
        var prior = name.Place.Precision switch
        {
            PlacePrecision.Country => 9,
            PlacePrecision.Region => name.Place.Level == 2 ? Math.Min(4.6, people) : name.Place.Row < 0 ? 5.1 : Math.Min(5.1, people),
            PlacePrecision.City => people > 0 ? people : name.Place.Row < 0 ? 4.5 : 2.2,
            PlacePrecision.Area => 5.5,
            _ => 4,
        };
        prior += name.IsCapital ? 1 : 0;
        return prior - (name.IsAlternate ? 1.5 : 0);
    }

    /// <summary>Kilometres between two places along the great circle, or null where one has no coordinates.</summary>
    public static double? Distance(Place a, Place b)
    {
        if (a.Latitude is not { } lat1 || a.Longitude is not { } lon1 || b.Latitude is not { } lat2 || b.Longitude is not { } lon2)
        {
            return null;
        }

        var (f1, f2, dl) = (double.DegreesToRadians(lat1), double.DegreesToRadians(lat2), double.DegreesToRadians(lon2 - lon1));
        var h = Math.Pow(Math.Sin((f2 - f1) / 2), 2) + (Math.Cos(f1) * Math.Cos(f2) * Math.Pow(Math.Sin(dl / 2), 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    // A town and the division it names lie together: to take one for the other is no great error.
    private static bool IsElsewhere(Place rival, Place first) =>
        !(rival.Division is not null && string.Equals(rival.Division, first.Division, StringComparison.Ordinal) && (rival.Level == 1 || first.Level == 1)) && (Distance(rival, first) is not { } km || km > SamePlaceKm);

    // A name two states share (Korea, Congo): the one of them the report has named, when it is one.
    private static (PlaceName? Chosen, IReadOnlyList<Place> Left) Shared(List<PlaceName> states, CountryContext context)
    {
        var mentioned = states.Where(n => context.Count(n.Place.Country!) > 0).ToList();
        var chosen = mentioned.Count == 1 ? mentioned[0] : null;
        return (chosen, states.Where(n => n != chosen).Select(n => n.Place).ToList());
    }

    private static double Score(PlaceName name, ReportPlaces report, PlaceHint hint)
    {
        var place = name.Place;
        var score = Prior(name);
        if (hint.Division && place.Precision != PlacePrecision.Country)
        {
            score += place.Precision == PlacePrecision.Region ? 3 : -1;
        }

        if (hint.Countries.Count > 0 && place.Country is not null)
        {
            score += hint.Countries.Contains(place.Country) ? 4 : -4;
        }

        if (hint.Divisions.Count > 0 && place.Country is not null)
        {
            score += place.Division is not null && hint.Divisions.Contains(place.Division) && place.Level != 1 ? 6 : -3;
        }

        score += hint.Holds(place) ? 6 : 0;
        score += report.IsNamed(place.Id) ? 1.5 : 0;
        if (place.Country is not { } code)
        {
            // a sea belongs to nobody: the nearer to the countries named, the likelier
            return score + report.States.Sum(s => Distance(place, s.Place) is { } km && km < SeaNearKm ? (SeaNearKm - km) / SeaNearKm * s.Count : 0);
        }

        score += Math.Min(2.5, 1.2 * Math.Log2(1 + Math.Max(report.CountryCount(code), place.Claimants.Select(report.CountryCount).DefaultIfEmpty(0).Max())));
        score += place.Division is { } division && place.Level != 1 ? Math.Min(3.5, 2 * Math.Log2(1 + report.DivisionCount(division, name.Key))) : 0;
        return score + Math.Min(2, 0.8 * report.CountNear(place, name.Key, NearKm));
    }
}

/// <summary>What stands beside a name and tells which place is meant.</summary>
/// <param name="Countries">Countries of the wider place behind the comma ("Tripoli, Lebanon"); empty for none.</param>
/// <param name="Divisions">Divisions of it ("Paris, Ontario"); empty for none.</param>
/// <param name="Division">True when a word says that a division is meant ("Kursk region").</param>
public sealed record PlaceHint(IReadOnlySet<string> Countries, IReadOnlySet<string> Divisions, bool Division)
{
    /// <summary>What the place before the comma may be: "Savannah" in "Savannah, Georgia".</summary>
    public IReadOnlyList<Place> Inner { get; init; } = [];

    /// <summary>True for a country or division that holds what stands before its comma.</summary>
    public bool Holds(Place place) => Inner.Any(i => i.Id != place.Id && i.Level != 1 && i.Precision != PlacePrecision.Country
        && (place.Level == 1 ? place.Division is not null && place.Division == i.Division : place.Precision == PlacePrecision.Country && place.Country == i.Country));

    /// <summary>Nothing beside it.</summary>
    public static PlaceHint None { get; } = new(new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), false);
}
