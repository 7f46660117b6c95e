using NodaTime;
using NodaTime.TimeZones;

namespace Dateline.Annotations.Times;

/// <summary>The time zones of countries, with the spot each is named after (tz database).</summary>
internal static class CountryZones
{
    private static readonly ILookup<string, (DateTimeZone Zone, double Latitude, double Longitude)> Zones = TzdbDateTimeZoneSource.Default.ZoneLocations!
        .ToLookup(z => z.CountryCode, z => (DateTimeZoneProviders.Tzdb[z.ZoneId], z.Latitude, z.Longitude), StringComparer.Ordinal);

    /// <summary>The zones of a country; empty for one the database has not.</summary>
    public static IEnumerable<DateTimeZone> Of(string country) => Zones[country].Select(z => z.Zone);

    /// <summary>The zone of a country whose spot lies nearest to a place, or null.</summary>
    public static DateTimeZone? Nearest(string country, double latitude, double longitude)
    {
        var narrowing = Math.Cos(latitude * Math.PI / 180);
        return Zones[country].Select(z => (z.Zone, Distance: Math.Pow(z.Latitude - latitude, 2) + Math.Pow((z.Longitude - longitude) * narrowing, 2))).OrderBy(z => z.Distance).Select(z => z.Zone).FirstOrDefault();
    }
}
