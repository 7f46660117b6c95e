using Dateline.Annotations.Names;

namespace Dateline.Annotations.Places;

/// <summary>
/// Chooses among places of one name: by the container beside it, the countries and divisions of the report, the places
/// near it that are sure, and how large it is; refuses when two stay close. Weights were set on TR-News and GeoWebNews.
/// </summary>
public static class PlaceResolver
{
    private const double Close = 0.35;
    private const double MostRegion = 5.1;
    private const double MostOwnRegion = 6; // our rows name the regions that reports name: they win over their seats
    private const double MostSupport = 5;
    private const double OwnedKm = 100;
    private const double NeighbourSupport = 0.5;
    private const double Small = 4.6; // 40,000 people
    private const double SamePlaceKm = 30;
    private const double SeaNearKm = 2500;
    private const double EarthRadiusKm = 6371;

    /// <summary>The chosen row, or null, and the places that were left.</summary>
    /// <param name="named">The rows of the name.</param>
    /// <param name="report">What the whole report names.</param>
    /// <param name="so">The countries it has named so far.</param>
    /// <param name="hint">What stands beside the name.</param>
    public static (PlaceName? Chosen, IReadOnlyList<Place> Left) Resolve(IReadOnlyList<PlaceName> named, ReportPlaces report, CountryContext so, PlaceHint hint)
    {
        var distinct = named.Count == 1 ? named : [.. named.DistinctBy(n => n.Place.Id, StringComparer.Ordinal)];
        if (distinct.Count == 1)
        {
            return IsStray(distinct[0], report, hint) ? (null, [distinct[0].Place]) : (distinct[0], []);
        }

        var states = distinct.Where(n => n.Place.Precision == PlacePrecision.Country).ToList();
        if (states.Count > 1 && hint.Outer is null)
        {
            return Shared(states, report, so);
        }

        if (states.Count > 0 && hint.Outer is null)
        {
            hint = PlaceHint.None with { Division = hint.Division, Inner = hint.Inner }; // "Kosovo, Pristina said" lists: no state lies in a town
        }

        var ranked = distinct
            .Select((n, i) => (Row: n, Score: Score(n, report, hint), Order: i))
            .OrderByDescending(r => r.Score)
            .ThenBy(r => r.Order)
            .ToList();
        if (!hint.Division && ranked.FindIndex(1, r => IsSeat(r.Row, ranked[0].Row.Place)) is > 0 and var seat)
        {
            ranked.Insert(0, ranked[seat] with { Score = ranked[0].Score }); // "in Kilis": the town, unless a word says the province
            ranked.RemoveAt(seat + 1);
        }

        var rest = ranked.Skip(1).Select(r => r.Row.Place).ToList();
        var rival = ranked.FindIndex(1, r => IsElsewhere(r.Row.Place, ranked[0].Row.Place));
        return (rival < 0 || ranked[0].Score - ranked[rival].Score > Close) && !IsStray(ranked[0].Row, report, hint) ? (ranked[0].Row, rest) : (null, ranked.ConvertAll(r => r.Row.Place));
    }

    /// <summary>How likely a name means a place before anything beside it is known: about the decimal logarithm of its people.</summary>
    public static double Prior(PlaceName name)
    {
        var people = name.Place.Weight / 32.0;
        var prior = name.Place.Precision switch
        {
            PlacePrecision.Country => 9,
            PlacePrecision.Region => name.Place.Level == 2 ? Math.Min(4.6, people) : name.Place.Row < 0 ? Math.Clamp(people, MostRegion, MostOwnRegion) : Math.Min(MostRegion, people),
            PlacePrecision.City => people > 0 ? people : name.Place.Row < 0 ? 4.5 : 2.2,
            PlacePrecision.Area => name.Place.Row < 0 && name.Place.Country is null ? 8.5 : 5.5, // a sea named alone is hardly ever the district called after it
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

    // A town outside the state it is said to be in, or a small one nothing speaks for: outside the state behind its comma, far from the
    // town it is said to belong to, or in a country the report does not name though it names others.
    private static bool IsStray(PlaceName name, ReportPlaces report, PlaceHint hint)
    {
        var place = name.Place;
        if (place is not { Row: >= 0, Precision: PlacePrecision.City, Country: { } country } || name.IsCapital)
        {
            return false;
        }

        var outside = hint.Outer is { } outer && !outer.Any(o => IsIn(place, o));
        if (place.Weight / 32.0 > Small)
        {
            return outside && hint.IsHeld;
        }

        return outside || (hint.Owner is { } owner && Distance(place, owner) is > OwnedKm)
            || (report.NamesStates && report.CountryCount(country) == 0 && (place.Division is not { } division || report.DivisionCount(division, name.Key) == 0) && report.SupportNear(place, name.Key) < NeighbourSupport);
    }

    // The town a region is called after; a region that our own table has under the same bare name is the one reports mean, unless the town stands there too.
    private static bool IsSeat(PlaceName town, Place region) =>
        region.Precision == PlacePrecision.Region && town is { IsAlternate: false, Place.Precision: PlacePrecision.City }
        && (region.Row < 0 ? town.Place.Row < 0 && string.Equals(town.Place.Country, region.Country, StringComparison.Ordinal) : region.Level == 1 && string.Equals(town.Place.Division, region.Division, StringComparison.Ordinal));

    private static bool IsIn(Place inner, Place outer) =>
        outer.Precision == PlacePrecision.Country ? string.Equals(inner.Country, outer.Country, StringComparison.Ordinal) : outer.Division is not null && string.Equals(inner.Division, outer.Division, StringComparison.Ordinal);

    // A name two states share (Korea, Congo): the one of them the report has named, when it is one; else the one whose towns it names.
    private static (PlaceName? Chosen, IReadOnlyList<Place> Left) Shared(IReadOnlyList<PlaceName> states, ReportPlaces report, CountryContext context)
    {
        var chosen = Only(states, n => context.Count(n.Place.Country!)) ?? (states.Any(n => context.Count(n.Place.Country!) > 0) ? null : Only(states, n => report.TownCount(n.Place.Country!)));
        return (chosen, states.Where(n => n != chosen).Select(n => n.Place).ToList());
    }

    private static PlaceName? Only(IReadOnlyList<PlaceName> states, Func<PlaceName, int> count) => states.Where(n => count(n) > 0).ToList() is [var only] ? only : null;

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
        score += report.IsNamed(place.Id) && (place.Precision != PlacePrecision.Region || hint.Division) ? 1.5 : 0; // "the Oryol region ... in Oryol": the town
        if (place.Country is not { } code)
        {
            // a sea belongs to nobody: the nearer to the countries named, the likelier
            return score + report.States.Sum(s => Distance(place, s.Place) is { } km && km < SeaNearKm ? (SeaNearKm - km) / SeaNearKm * s.Count : 0);
        }

        score += Math.Min(2.5, 1.2 * Math.Log2(1 + Math.Max(report.CountryCount(code), place.Claimants.Select(report.CountryCount).DefaultIfEmpty(0).Max())));
        score += place.Division is { } division && place.Level != 1 ? Math.Min(3.5, 2 * Math.Log2(1 + report.DivisionCount(division, name.Key))) : 0;
        score += report.IsContained(name.Key, place.Id) ? 5 : 0;
        return score + Math.Min(MostSupport, 0.8 * report.SupportNear(place, name.Key));
    }
}
