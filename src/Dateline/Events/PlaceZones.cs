using Dateline.Annotations.Times;
using Dateline.Claims;
using NodaTime;

namespace Dateline.Events;

/// <summary>The zone of an event from where it happened: the country's, when on that day all its zones agree.</summary>
internal static class PlaceZones
{
    /// <summary>
    /// The time in the zone of the event's place (else of its actor, marked assumed): a clock without a zone is read there, one in UTC is carried over
    /// ("2057 GMT Monday" is early on Tuesday in Tokyo). Unchanged when it has another offset, when only the actor is known for one in UTC, or when the zone stays open.
    /// </summary>
    public static TimeExpression Place(TimeExpression time, EventDraft draft)
    {
        if (time.Clock is null || (time.Offset is { } own && own != Offset.Zero) || time.First is not { } day)
        {
            return time;
        }

        var place = draft.Claims.Select(c => c.Value).OfType<PlaceValue>().Select(p => p.Country).FirstOrDefault(c => c is not null);
        var actor = draft.Countries("actor").Order(StringComparer.Ordinal).FirstOrDefault();
        var country = place ?? (time.Offset is null ? actor : null);
        if (country is null || ZoneOn(country, day + time.Clock.Value) is not { } zone)
        {
            return time;
        }

        return time.InZone(zone, place is not null ? "place" : "assumed");
    }

    private static DateTimeZone? ZoneOn(string country, LocalDateTime local)
    {
        DateTimeZone? only = null;
        Offset? offset = null;
        foreach (var zone in CountryZones.Of(country))
        {
            var here = zone.AtLeniently(local).Offset;
            if (offset is { } known && known != here)
            {
                return null;
            }

            (only, offset) = (only ?? zone, here);
        }

        return only;
    }
}
