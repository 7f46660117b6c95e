using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;

namespace Dateline.Claims;

/// <summary>How a claim stands to the facts, after its own words.</summary>
public enum Factuality
{
    /// <summary>Told as so.</summary>
    Asserted,

    /// <summary>Told as not so.</summary>
    Denied,

    /// <summary>Neither confirmed nor given.</summary>
    Unconfirmed,

    /// <summary>Judged by its source.</summary>
    Assessed,

    /// <summary>Suspected.</summary>
    Suspected,

    /// <summary>Announced for the future.</summary>
    Planned,

    /// <summary>Supposed.</summary>
    Hypothetical,
}

/// <summary>What a claim says: one of the types below.</summary>
public abstract record ClaimValue;

/// <summary>A time.</summary>
public sealed record TimeValue(TimeExpression Time) : ClaimValue;

/// <summary>A figure.</summary>
public sealed record QuantityValue(Quantity Quantity, string Text) : ClaimValue;

/// <summary>A place, with the relation to it.</summary>
public sealed record PlaceValue(Place Place, string? Relation) : ClaimValue
{
    /// <summary>The country the spot lies in, or null: "near the Afghan border" and "off Yemen" are not surely in the country they name.</summary>
    public string? Country => Relation is not null && Place.Kind is "country" ? null : Place.Country;

    /// <summary>Stated distance from the place in km, or null.</summary>
    public double? DistanceKm { get; init; }

    /// <summary>Radius in km around the place that holds the spot, or null.</summary>
    public double? RadiusKm { get; init; }
}

/// <summary>Somebody.</summary>
public sealed record ActorValue(Actor Actor) : ClaimValue;

/// <summary>A weapon class of the codebook.</summary>
/// <param name="Class">The class.</param>
/// <param name="RangeClass">Its range class, or null.</param>
public sealed record WeaponClassValue(string Class, string? RangeClass) : ClaimValue;

/// <summary>A named weapon system.</summary>
/// <param name="Id">Its row, or null.</param>
/// <param name="Name">Its name.</param>
public sealed record WeaponNameValue(string? Id, string Name) : ClaimValue;

/// <summary>Words.</summary>
/// <param name="Text">As written.</param>
/// <param name="Class">Weapon class of the codebook, for an item that is a weapon; else null.</param>
public sealed record TextValue(string Text, string? Class = null) : ClaimValue;

/// <summary>A number that is known to be unknown, or is not given.</summary>
public sealed record UnknownValue(string Text) : ClaimValue;

/// <summary>One link of the chain from the page to the primary source.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Span">The words that name it, or null.</param>
public sealed record Teller(Actor Actor, TextSpan? Span)
{
    /// <summary>Who tells it jointly, in text order; mostly empty.</summary>
    public IReadOnlyList<Actor> With { get; init; } = [];
}

/// <summary>One value of one role, with its words and its speaker.</summary>
/// <param name="Role">Role of the codebook.</param>
/// <param name="Value">What is said.</param>
/// <param name="Evidence">The words, in text order; never empty.</param>
/// <param name="AccordingTo">From the relay nearest the page to the primary source; empty = the outlet's own voice.</param>
/// <param name="Attribution">Id of the innermost attribution it stands in, or null.</param>
/// <param name="Factuality">How it stands to the facts.</param>
/// <param name="Rule">The rule that bound the value to the role.</param>
/// <param name="Inferred">True when the words do not state the value but make it follow: the land of the state that fires, the state whose leader oversees.</param>
public sealed record Claim(
    string Role,
    ClaimValue Value,
    IReadOnlyList<TextSpan> Evidence,
    IReadOnlyList<Teller> AccordingTo,
    string? Attribution,
    Factuality Factuality,
    string Rule,
    bool Inferred = false);
