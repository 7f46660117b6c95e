using Dateline.Annotations.Places;
using Dateline.Claims;

namespace Dateline.Events;

/// <summary>Whether two happenings can have been at one place.</summary>
internal static class Whereabouts
{
    private const double AcrossRegion = 300; // km from the middle of a region to what may lie in it
    private const double Beside = 12; // km between the middles of towns that have grown into one: Khartoum and Omdurman

    // one place, towns grown into one, or a region that may hold the other
    private static bool Meet(Place a, Place b)
    {
        if (string.Equals(EventDraft.PlaceKey(a), EventDraft.PlaceKey(b), StringComparison.Ordinal) || string.Equals(a.Name, b.Name, StringComparison.Ordinal))
        {
            return true;
        }

        var wide = a.Precision == PlacePrecision.Region || b.Precision == PlacePrecision.Region;
        return PlaceResolver.Distance(a, b) is { } km ? km < (wide ? AcrossRegion : Beside) : wide;
    }

    /// <summary>Two towns with nothing in common, and not one beside the other, are two places; so is a region far from all of them.</summary>
    public static bool AreApart(IEnumerable<Place> own, List<Place> theirs)
    {
        var all = own.ToList();
        var (a, b) = (all.FindAll(IsTown), theirs.FindAll(IsTown));
        var (one, other) = a.Count > 0 && b.Count > 0 ? (a, b) : (all, theirs);
        return one.Count > 0 && other.Count > 0 && !one.Exists(x => other.Exists(y => Meet(x, y)));
    }

    /// <summary>True when it names a spot, site or region the draft has not, and the draft names one too.</summary>
    public static bool HasOther(IReadOnlyList<Claim> own, EventDraft draft)
    {
        var places = own.Where(c => c is { Inferred: false, Role: "place" or "target_place", Value: PlaceValue { Place.Precision: not PlacePrecision.Country } }).Select(c => EventDraft.PlaceKey(((PlaceValue)c.Value).Place)).ToList();
        return places.Count > 0 && draft.Claims.Any(c => c.Value is PlaceValue { Place.Precision: not PlacePrecision.Country }) && !places.Exists(draft.PlaceIds.Contains);
    }

    /// <summary>True for a town or village.</summary>
    public static bool IsTown(Place place) => place.Precision == PlacePrecision.City;

    /// <summary>Two different countries in one role are two places; where a move began and where it went are not, nor a city and its country.</summary>
    public static bool Elsewhere(IReadOnlyList<Claim> own, EventDraft draft, bool airspaces = false)
    {
        var shared = own.Where(c => c.Value is PlaceValue && draft.Claims.Any(d => d.Value is PlaceValue && string.Equals(d.Role, c.Role, StringComparison.Ordinal))).ToList();
        var a = Countries(shared.Count > 0 ? shared : own, airspaces);
        var b = shared.Count > 0 ? Countries(draft.Claims.Where(d => shared.Exists(s => string.Equals(s.Role, d.Role, StringComparison.Ordinal))), airspaces) : draft.PlaceCountries;
        var moves = shared.Count == 0 && own.Any(c => c.Role is "origin_place" or "destination_place");
        return !moves && !a.Overlaps(b) && !a.SetEquals([null]) && !b.SetEquals([null]);
    }

    private static HashSet<string?> Countries(IEnumerable<Claim> claims, bool airspaces) => claims.Select(c => c.Value).OfType<PlaceValue>().Select(p => p.Country ?? (airspaces && p.Relation is { } within && within.StartsWith("in the ", StringComparison.Ordinal) ? p.Place.Country : null)).ToHashSet(StringComparer.Ordinal); // "in the airspace of Fife" is no open sea
}
