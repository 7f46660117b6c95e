using Dateline.Annotations.Names;

namespace Dateline.Annotations.Places;

/// <summary>What a whole report names of the world, gathered before any of its places is decided.</summary>
/// <param name="isSport">True for a report on sport, where the name of a town stands for its team.</param>
public sealed class ReportPlaces(bool isSport = false)
{
    private const double NearKm = 160;
    private const double NearDegrees = 1.5; // of latitude: a little more than NearKm
    private const double NeighbourKm = 30;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly List<Place> states = [];
    private readonly Dictionary<string, int> towns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> divisions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Division, int Key), int> divisionNames = [];
    private readonly Dictionary<int, List<(Place Place, double Share)>> anchors = [];
    private readonly HashSet<(int Key, string Id)> contained = [];

    /// <summary>True for a report on sport, where the name of a town stands for its team.</summary>
    public bool IsSport { get; } = isSport;

    /// <summary>The states named, with how often.</summary>
    public IEnumerable<(Place Place, int Count)> States => states.Select(s => (s, counts[s.Country!]));

    /// <summary>True when it names any state.</summary>
    public bool NamesStates => states.Count > 0;

    /// <summary>How often a first-level division is named by its GeoNames code, under other names than one.</summary>
    public int DivisionCount(string division, int key) => divisions.GetValueOrDefault(division) - divisionNames.GetValueOrDefault((division, key));

    /// <summary>How often a country is named, in whatever form.</summary>
    public int CountryCount(string country) => counts.GetValueOrDefault(country);

    /// <summary>How many sure towns of a country are named.</summary>
    public int TownCount(string country) => towns.GetValueOrDefault(country);

    /// <summary>True for a place the report has named before, or names without doubt elsewhere, by whatever name.</summary>
    public bool IsNamed(string id) => named.Contains(id);

    /// <summary>True when a wider place once stood beside this name and held this place: "Paris, Texas".</summary>
    public bool IsContained(int key, string id) => contained.Contains((key, id));

    /// <summary>How much the places of other names speak for one: each counts by how likely it is near, twice when it is a neighbour.</summary>
    public double SupportNear(Place place, int key)
    {
        if (place.Latitude is not { } latitude)
        {
            return 0;
        }

        var support = 0.0;
        foreach (var (name, candidates) in anchors)
        {
            var best = 0.0;
            foreach (var (anchor, share) in candidates)
            {
                if (name != key && share > best && Math.Abs(anchor.Latitude!.Value - latitude) < NearDegrees && PlaceResolver.Distance(anchor, place) is { } km && km < NearKm)
                {
                    best = Math.Max(best, km < NeighbourKm ? 2 * share : share);
                }
            }

            support += best;
        }

        return support;
    }

    internal void AddTown(string country) => towns[country] = towns.GetValueOrDefault(country) + 1;

    internal void Name(string id) => named.Add(id);

    internal void Contain(int key, string id) => contained.Add((key, id));

    internal void AddCountry(Place state)
    {
        if (!counts.TryAdd(state.Country!, 1))
        {
            counts[state.Country!]++;
            return;
        }

        states.Add(state);
    }

    internal void AddDivision(string code, int key)
    {
        divisions[code] = divisions.GetValueOrDefault(code) + 1;
        divisionNames[(code, key)] = divisionNames.GetValueOrDefault((code, key)) + 1;
    }

    /// <summary>Notes what a name may be, each with how likely it is.</summary>
    internal void AddAnchor(int key, List<(Place Place, double Share)> candidates) => anchors.TryAdd(key, candidates);
}
