namespace Dateline.Annotations.Places;

/// <summary>What stands beside a name and tells which place is meant.</summary>
/// <param name="Countries">Countries of the wider place behind the comma ("Tripoli, Lebanon"); empty for none.</param>
/// <param name="Divisions">Divisions of it ("Paris, Ontario"); empty for none.</param>
/// <param name="Division">True when a word says that a division is meant ("Kursk region").</param>
public sealed record PlaceHint(IReadOnlySet<string> Countries, IReadOnlySet<string> Divisions, bool Division)
{
    /// <summary>The states or countries the name behind the comma surely means ("Holliday, Missouri"), or null.</summary>
    public IReadOnlyList<Place>? Outer { get; init; }

    /// <summary>True when a preposition says so ("Kamianske in the Zaporizhzhia region"): a comma may only list.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The town the name belongs to ("Kherson's Dniprovskyi district"), or null.</summary>
    public Place? Owner { get; init; }

    /// <summary>What the place before the comma may be: "Savannah" in "Savannah, Georgia".</summary>
    public IReadOnlyList<Place> Inner { get; init; } = [];

    /// <summary>True for a country or division that holds what stands before its comma.</summary>
    public bool Holds(Place place) => Inner.Any(i => i.Id != place.Id && i.Level != 1 && i.Precision != PlacePrecision.Country
        && (place.Level == 1 ? place.Division is not null && place.Division == i.Division : place.Precision == PlacePrecision.Country && place.Country == i.Country));

    /// <summary>Nothing beside it.</summary>
    public static PlaceHint None { get; } = new(new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), false);
}
