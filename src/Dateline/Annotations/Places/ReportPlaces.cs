using Dateline.Annotations.Names;

namespace Dateline.Annotations.Places;

/// <summary>What a whole report names of the world, gathered before any of its places is decided.</summary>
/// <param name="isSport">True for a report on sport, where the name of a town stands for its team.</param>
public sealed class ReportPlaces(bool isSport = false)
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly List<Place> states = [];
    private readonly Dictionary<string, int> divisions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Division, int Key), int> divisionNames = [];
    private readonly Dictionary<int, Place> anchors = [];

    /// <summary>True for a report on sport, where the name of a town stands for its team.</summary>
    public bool IsSport { get; } = isSport;

    /// <summary>The states named, with how often.</summary>
    public IEnumerable<(Place Place, int Count)> States => states.Select(s => (s, counts[s.Country!]));

    /// <summary>How often a first-level division is named by its GeoNames code, under other names than one.</summary>
    public int DivisionCount(string division, int key) => divisions.GetValueOrDefault(division) - divisionNames.GetValueOrDefault((division, key));

    /// <summary>How often a country is named, in whatever form.</summary>
    public int CountryCount(string country) => counts.GetValueOrDefault(country);

    /// <summary>True for a place the report has named before, by whatever name.</summary>
    public bool IsNamed(string id) => named.Contains(id);

    /// <summary>How many sure places of other names lie near.</summary>
    public int CountNear(Place place, int key, double km)
    {
        var near = 0;
        foreach (var (name, anchor) in anchors)
        {
            near += name != key && PlaceResolver.Distance(anchor, place) is { } distance && distance < km ? 1 : 0;
        }

        return near;
    }

    internal void Name(string id) => named.Add(id);

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


    internal void AddAnchor(int key, Place place) => anchors.TryAdd(key, place);
}
