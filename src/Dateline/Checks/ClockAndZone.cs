using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Claims;
using Dateline.Events;
using NodaTime;

namespace Dateline.Checks;

/// <summary>
/// DL0202: two clock readings of one instant ("8am (2300 GMT)") fix an offset; it is compared with the zone named beside the clock, then with
/// the zones of the places told of, on that day, zone history included (tz database).
/// </summary>
public sealed class ClockAndZone : ICheck
{
    private const int Hour = 3600;
    private const int HalfDay = 12 * Hour;

    // Characters around a clock time within which a place may be the one whose time it is.
    private const int Near = 300;

    /// <inheritdoc/>
    public string Id => "DL0202";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var time in input.Annotations.Times)
        {
            if (time is not { Second: { } second, Clock: { } clock })
            {
                continue;
            }

            var told = input.Events.Events.FirstOrDefault(e => e.Claims.Any(c => c.Claim.Evidence.Any(time.Span.Overlaps)));
            var claims = CheckWords.ClaimsAt(input, time.Span);
            if (time.ZoneFrom is "paired" && time.Offset is { } offset)
            {
                yield return Held(input, time, told, offset, clock, claims);
            }
            else if (Stated(input, time, second, clock) is { } finding)
            {
                yield return finding with { Claims = claims };
            }
        }
    }

    /// <summary>The offsets local time of a country has on a day and clock time; several where it spans zones; empty for a country the database has not.</summary>
    public static IReadOnlyList<Offset> OffsetsOf(string country, LocalDateTime at) => [.. CountryZones.Of(country).Select(z => z.AtLeniently(at).Offset).Distinct().Order()];

    private Finding Held(CheckInput input, TimeExpression time, Event? told, Offset offset, LocalTime clock, IReadOnlyList<string> claims)
    {
        var stated = CheckWords.Of(offset);
        var countries = CountriesOf(input, told, time);
        var local = time.First is { } day ? countries.ConvertAll(country => (Country: country, Offsets: OffsetsOf(country, day + clock))).FindAll(c => c.Offsets.Count > 0) : [];
        if (local.Count == 0)
        {
            return new Finding(Id, Severity.Info, $"The two clock readings differ by {stated}.", claims, [new("offset", stated), new("country", null), new("agrees", null), new("explanation", null)], time.Span);
        }

        var agreeing = local.Find(c => c.Offsets.Contains(offset)).Country;
        if (agreeing is not null)
        {
            return new Finding(Id, Severity.Info, $"The two clock readings differ by {stated}, as local time in {agreeing} does on that day.", claims, [new("offset", stated), new("country", agreeing), new("agrees", true), new("explanation", null)], time.Span);
        }

        // The place need not stand near: whoever is named anywhere may be whose time it is.
        if (Named(input).FirstOrDefault(country => OffsetsOf(country, time.First!.Value + clock).Contains(offset)) is { } elsewhere)
        {
            return new Finding(Id, Severity.Info, $"The two clock readings differ by {stated}, as local time in {elsewhere} does on that day.", claims, [new("offset", stated), new("country", elsewhere), new("agrees", true), new("explanation", null)], time.Span);
        }

        var (named, offsets) = local[0];
        var why = Explain(offsets, OtherHalf(named, time.First!.Value + clock), offset);
        // "EST" is written in summer too: an hour off beside such a zone may be the writer's usage
        var isLoose = time.Second is { Zone: { } beside, Offset: { } other } && other != Offset.Zero && beside.Length > 0 && local.SelectMany(c => c.Offsets).Any(o => Math.Abs(o.Seconds - offset.Seconds) == Hour);
        return new Finding(
            Id,
            isLoose ? Severity.Notice : Severity.Warning,
            $"The two clock readings differ by {stated}; local time in {named} on that day is {string.Join(" or ", offsets.Select(CheckWords.Of))}." + (why is null ? "" : $" {why}."),
            claims,
            [new("offset", stated), new("country", named), new("agrees", false), new("explanation", why)],
            time.Span);
    }

    // The countries of the event's places; without one those of its actors, then of whatever places stand near, then the outlet's.
    private static List<string> CountriesOf(CheckInput input, Event? told, TimeExpression time)
    {
        IEnumerable<string?>[] tiers =
        [
            told?.Claims.Select(c => c.Claim.Value).OfType<PlaceValue>().Select(p => p.Place.Country) ?? [],
            told?.Claims.Where(c => c.Claim.Role is "actor" or "recipient").Select(c => c.Claim.Value).OfType<ActorValue>().Select(a => a.Actor.Country) ?? [],
            input.Annotations.Places.Where(p => Math.Abs(p.Span.Start - time.Span.Start) <= Near).Select(p => p.Place?.Country),
            [input.Article.Outlet?.Country],
        ];
        return tiers.Select(tier => tier.OfType<string>().Distinct(StringComparer.Ordinal).ToList()).FirstOrDefault(tier => tier.Count > 0) ?? [];
    }

    // The countries of all places and actors of the report, the outlet's own left out.
    private static IEnumerable<string> Named(CheckInput input) =>
        input.Annotations.Places.Select(p => p.Place?.Country).Concat(input.Annotations.Actors.Select(a => a.Actor.Country)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IEnumerable<Offset> OtherHalf(string country, LocalDateTime at) => OffsetsOf(country, at.PlusMonths(6));

    private static string? Explain(IReadOnlyList<Offset> local, IEnumerable<Offset> otherHalf, Offset offset) =>
        local.Any(o => Math.Abs(o.Seconds - offset.Seconds) == HalfDay) ? "a.m. and p.m. may have changed places"
        : otherHalf.Contains(offset) ? "It is the offset of the other half of the year"
        : local.Contains(-offset) ? "The offset may have been added where it is subtracted"
        : null;

    // a zone stands beside the clock too: the second reading fixes the same, another, or one that no place has
    private Finding? Stated(CheckInput input, TimeExpression time, SecondReading second, LocalTime clock)
    {
        var pairing = ClockPairing.Of(clock, time.First is not null && time.First == time.Last ? time.First : null, second.Clock, second.Day, second.Offset);
        var words = time.Span.In(input.Text);
        if (pairing.Offset is not { } implied)
        {
            return new Finding(Id, Severity.Warning, $"\"{words}\": no time zone makes the two readings one instant.", [], [new("offset", null), new("country", null), new("agrees", false), new("explanation", null)], time.Span);
        }

        if (time.Offset is not { } stated)
        {
            return null;
        }

        if (stated == implied)
        {
            return new Finding(Id, Severity.Info, $"The two clock readings differ by {CheckWords.Of(implied)}, as {time.Zone} does on that day.", [], [new("offset", CheckWords.Of(implied)), new("country", null), new("agrees", true), new("explanation", null)], time.Span);
        }

        var why = Math.Abs(stated.Seconds - implied.Seconds) == HalfDay ? "a.m. and p.m. may have changed places" : null;
        return new Finding(
            Id,
            Severity.Warning,
            $"\"{words}\": the two readings differ by {CheckWords.Of(implied)}, but {time.Zone} is {CheckWords.Of(stated)}." + (why is null ? "" : $" {why}."),
            [],
            [new("offset", CheckWords.Of(implied)), new("country", null), new("agrees", false), new("explanation", why)],
            time.Span);
    }
}
