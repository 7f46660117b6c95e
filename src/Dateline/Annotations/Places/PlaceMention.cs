namespace Dateline.Annotations.Places;

/// <summary>What a place is as a target on the map.</summary>
public enum PlacePrecision
{
    /// <summary>A building, site or base.</summary>
    Point,

    /// <summary>A populated place.</summary>
    City,

    /// <summary>A first- or second-level division.</summary>
    Region,

    /// <summary>A whole state: an area, never a pin.</summary>
    Country,

    /// <summary>A sea, front, border or other stretch.</summary>
    Area,
}

/// <summary>What the name does in its sentence.</summary>
public enum PlaceRole
{
    /// <summary>Where something is or happens.</summary>
    Place,

    /// <summary>Stands for a government or people.</summary>
    Actor,

    /// <summary>Only describes: "Russian officials".</summary>
    Modifier,
}

/// <summary>How the name is written.</summary>
public enum NameForm
{
    /// <summary>The name.</summary>
    Name,

    /// <summary>North Korean.</summary>
    Adjective,

    /// <summary>North Koreans.</summary>
    Demonym,

    /// <summary>DPRK, U.S.</summary>
    Abbreviation,
}

/// <summary>A place of the gazetteer.</summary>
/// <param name="Id">Row of the place tables: <c>country-kp</c>, <c>sea-yellow-sea</c>.</param>
/// <param name="Name">Preferred name.</param>
/// <param name="Kind">country, city, region, site, water …</param>
/// <param name="Country">ISO code, or null for waters; with claimants, who administers it.</param>
/// <param name="Claimants">Every country that claims it, when more than one does.</param>
/// <param name="Latitude">Degrees north, or null.</param>
/// <param name="Longitude">Degrees east, or null.</param>
/// <param name="Precision">What it is as a target.</param>
public sealed record Place(
    string Id,
    string Name,
    string Kind,
    string? Country,
    IReadOnlyList<string> Claimants,
    double? Latitude,
    double? Longitude,
    PlacePrecision Precision)
{
    /// <summary>GeoNames code of the first-level division it lies in or is (<c>RU.41</c>), or null when unknown.</summary>
    public string? Division { get; init; }

    /// <summary>1 for a first-level division, 2 for a second-level one, 0 for anything else.</summary>
    public int Level { get; init; }

    /// <summary>Decimal logarithm of the population times 32; 0 when unknown.</summary>
    public byte Weight { get; init; }

    /// <summary>True for a named place no table has: it has no row and no coordinates.</summary>
    public bool IsOpen => Id.Length == 0;

    /// <summary>Its row in the compiled gazetteer, or -1 for a row of our own tables.</summary>
    public int Row { get; init; } = -1;
}

/// <summary>Words that name a place.</summary>
/// <param name="Span">The words.</param>
/// <param name="Rule">How the place and its role were decided.</param>
/// <param name="Place">The place meant, or null when it could not be decided.</param>
/// <param name="Role">What the name does here.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Relation">"off the west coast of", "north of", or null when it is the place itself.</param>
/// <param name="Candidates">Other places of this name that were left.</param>
public sealed record PlaceMention(
    TextSpan Span,
    string Rule,
    Place? Place,
    PlaceRole Role,
    NameForm Form,
    string? Relation,
    IReadOnlyList<Place> Candidates) : Annotation(Span, Rule)
{
    /// <summary>Stated distance from the place in km ("200 km north of it"), or null.</summary>
    public double? DistanceKm { get; init; }

    /// <summary>Radius in km around the place's coordinates that holds the spot, or null: no relation, or a whole country as the base.</summary>
    public double? RadiusKm { get; init; }
}
