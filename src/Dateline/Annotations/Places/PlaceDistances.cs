using Dateline.Annotations.Quantities;

namespace Dateline.Annotations.Places;

/// <summary>
/// Keeps how far from a place something is: "200 km north of Pyongyang" is 200 km away, "near Kharkiv" within the radius the
/// table of relations gives. The spot lies in a circle around the base: a stated distance and a tenth (figures are rounded).
/// </summary>
internal sealed class PlaceDistances(PlaceRelations relations)
{
    private const double Rounding = 1.1;
    private const double Kilometre = 1000; // metres
    private const string Length = "m";
    private const int LongestRelation = 40; // characters between the distance and the name

    /// <summary>The places of a report with their distances.</summary>
    public List<PlaceMention> Measure(string text, List<PlaceMention> places, IReadOnlyList<Quantity> quantities)
    {
        var q = 0;
        for (var p = 0; p < places.Count; p++)
        {
            var place = places[p];
            while (q < quantities.Count && quantities[q].Span.End <= place.Span.Start)
            {
                q++;
            }

            if ((place.Relation ?? (q > 0 && place.Role == PlaceRole.Place ? Away(text, place, quantities[q - 1]) : null)) is not { } relation)
            {
                continue;
            }

            var (radius, measured) = relations.ReachOf(relation);
            var distance = measured && q > 0 ? DistanceBefore(text, place, quantities[q - 1]) : null;
            var held = distance is { } km ? Math.Round(km * Rounding, 1) : radius;
            places[p] = place with { Relation = relation, DistanceKm = distance, RadiusKm = place.Place?.Precision is null or PlacePrecision.Country ? null : held };
        }

        return places;
    }

    // "150 km from X"
    private string? Away(string text, PlaceMention place, Quantity quantity) =>
        quantity.SiUnit is Length && place.Span.Start - quantity.Span.End is > 0 and <= LongestRelation ? relations.AfterDistance(text.AsSpan(quantity.Span.End, place.Span.Start - quantity.Span.End)) : null;

    // The figure nearest before the relation: "200 km north of X", "125 miles (200 km) off the coast of X", "200 km from X"
    private static double? DistanceBefore(string text, PlaceMention place, Quantity quantity)
    {
        var between = text.AsSpan(quantity.Span.End, place.Span.Start - quantity.Span.End).TrimEnd(" ,"); // "north of the capital, X"
        if (between.Length > LongestRelation || between.IndexOfAny(",.;:(") >= 0 || quantity.SiUnit is not Length || (quantity.SiHigh ?? quantity.SiLow) is not { } metres)
        {
            return null;
        }

        return Math.Round((double)metres / Kilometre, 1);
    }
}
