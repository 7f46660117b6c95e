using Dateline.Claims;
using NodaTime.TimeZones;
using NodaTime;

namespace Dateline.Checks;

/// <summary>
/// DL0202: two clock readings of one instant ("8am (2300 GMT)") fix an offset; it is compared with the zone of the place
/// on that day, zone history included (tz database).
/// </summary>
public sealed class ClockAndZone : ICheck
{
    private static readonly ILookup<string, DateTimeZone> Zones = TzdbDateTimeZoneSource.Default.ZoneLocations!
        .ToLookup(z => z.CountryCode, z => DateTimeZoneProviders.Tzdb[z.ZoneId], StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Id => "DL0202";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var told in input.Events.Events)
        {
            foreach (var claim in told.Claims)
            {
                if (claim.Claim.Value is not TimeValue { Time: { ZoneFrom: "paired", Offset: { } offset, First: { } day, Clock: { } clock } })
                {
                    continue;
                }

                var country = told.Claims.Select(c => c.Claim.Value).OfType<PlaceValue>().Select(p => p.Place.Country).FirstOrDefault(c => c is not null)
                    ?? told.Claims.Where(c => c.Claim.Role is "actor").Select(c => c.Claim.Value).OfType<ActorValue>().Select(a => a.Actor.Country).FirstOrDefault(c => c is not null);
                var stated = offset.ToString("m", null);
                var local = country is null ? [] : Zones[country].Select(z => z.AtLeniently(day + clock).Offset).Distinct().Order().ToList();
                bool? agrees = local.Count == 0 ? null : local.Contains(offset);
                var message = agrees switch
                {
                    true => $"The two clock readings differ by {stated}, as local time in {country} does on that day.",
                    false => $"The two clock readings differ by {stated}; local time in {country} on that day is {string.Join(" or ", local.Select(o => o.ToString("m", null)))}.",
                    null => $"The two clock readings differ by {stated}.",
                };
                yield return new Finding(Id, agrees == false ? Severity.Warning : Severity.Info, message, [claim.Id], [new("offset", stated), new("country", country), new("agrees", agrees)], null);
            }
        }
    }
}
