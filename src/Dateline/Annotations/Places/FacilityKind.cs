namespace Dateline.Annotations.Places;

/// <summary>What the noun in a name says of the thing it names.</summary>
public enum FacilityKind
{
    /// <summary>A street or road.</summary>
    Road,

    /// <summary>Ground, water or a building.</summary>
    Ground,

    /// <summary>A building whose people also act: a hospital, a university.</summary>
    Body,

    /// <summary>An authority, a place only as the building it sits in: a ministry.</summary>
    Seat,

    /// <summary>An organisation, never a place itself.</summary>
    Organ,

    /// <summary>A contest, show or meeting that is held somewhere.</summary>
    Event,
}
