namespace Dateline.Events.Across;

/// <summary>How far the spots of two tellings lie from each other.</summary>
internal static class PlaceDistance
{
    /// <summary>Spots of one area: a base and the town it is named after; km.</summary>
    public const double Near = 40;

    /// <summary>Further apart than two reports differ over where one happening was; km.</summary>
    public const double Far = 400;

    /// <summary>Seas and regions whose middles lie further apart than this are not two names of where one happening was; km.</summary>
    public const double FarAreas = 800;

    private const double EarthRadius = 6371.0; // km, mean

    /// <summary>
    /// The distance of the two nearest spots where it happened, or of those it came from (stated, not inferred), and of any; null where one side names no spot.
    /// </summary>
    public static (double? SameRole, double? Any) Nearest(IReadOnlyList<PlaceFeature> a, IReadOnlyList<PlaceFeature> b)
    {
        (double? sameRole, double? any) = (null, null);
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (Between(x, y) is not { } km)
                {
                    continue;
                }

                any = any is { } least && least <= km ? least : km;
                if (!x.Inferred && !y.Inferred && IsFrom(x) == IsFrom(y))
                {
                    sameRole = sameRole is { } nearest && nearest <= km ? nearest : km;
                }
            }
        }

        return (sameRole, any);
    }

    /// <summary>How far the middles of the two nearest areas of one role lie from each other, in km; 0 where one side names none.</summary>
    public static double AreasApart(IReadOnlyList<PlaceFeature> a, IReadOnlyList<PlaceFeature> b)
    {
        double? least = null;
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (IsArea(x) && IsArea(y) && IsFrom(x) == IsFrom(y) && x.Latitude is { } south && y.Latitude is { } north && x.Longitude is { } west && y.Longitude is { } east)
                {
                    least = Math.Min(least ?? double.MaxValue, Kilometres(south, west, north, east));
                }
            }
        }

        return least ?? 0;
    }

    private static bool IsArea(PlaceFeature place) => place is { IsSpot: false, IsCountry: false, Inferred: false };

    // where something came from, as against where it happened, was aimed or went
    private static bool IsFrom(PlaceFeature place) => place.Role is "launch_place" or "origin_place";

    /// <summary>Great-circle distance of two spots in km, or null when one of them is none.</summary>
    private static double? Between(PlaceFeature a, PlaceFeature b)
    {
        if (!a.IsSpot || !b.IsSpot)
        {
            return null;
        }

        if (string.Equals(a.Id, b.Id, StringComparison.Ordinal))
        {
            return 0;
        }

        return a.Latitude is { } south && b.Latitude is { } north && a.Longitude is { } west && b.Longitude is { } east ? Kilometres(south, west, north, east) : null;
    }

    /// <summary>Great-circle distance in km; degrees.</summary>
    public static double Kilometres(double south, double west, double north, double east)
    {
        var (p, q) = (double.DegreesToRadians(south), double.DegreesToRadians(north));
        var half = Math.Pow(Math.Sin((q - p) / 2), 2) + (Math.Cos(p) * Math.Cos(q) * Math.Pow(Math.Sin(double.DegreesToRadians(east - west) / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
