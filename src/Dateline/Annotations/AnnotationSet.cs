using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Places;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Annotations.Weapons;

namespace Dateline.Annotations;

/// <summary>Everything annotated in one report, each list in text order.</summary>
public sealed record AnnotationSet(
    IReadOnlyList<TimeExpression> Times,
    IReadOnlyList<Quantity> Quantities,
    IReadOnlyList<Ordinal> Ordinals,
    IReadOnlyList<PlaceMention> Places,
    IReadOnlyList<ActorMention> Actors,
    IReadOnlyList<WeaponMention> Weapons,
    IReadOnlyList<Attribution> Attributions)
{
    /// <summary>Nothing annotated.</summary>
    public static AnnotationSet Empty { get; } = new([], [], [], [], [], [], []);
}
