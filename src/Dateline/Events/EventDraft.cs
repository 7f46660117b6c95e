using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Claims;
using NodaTime;

namespace Dateline.Events;

/// <summary>Mentions that are being brought together.</summary>
internal sealed class EventDraft
{
    private readonly List<EventMention> mentions = [];
    private readonly Dictionary<string, HashSet<string>> countries = new(StringComparer.Ordinal);

    public EventDraft(string kind, EventMention first)
    {
        Kind = kind;
        Status = first is { Recalls: true, Status: EventStatus.News } ? EventStatus.Background : first.Status;
        Take(first);
    }

    public string Kind { get; }

    /// <summary>Weapon classes its claims name.</summary>
    public HashSet<string> WeaponClasses { get; } = new(StringComparer.Ordinal);

    /// <summary>Places its claims name.</summary>
    public HashSet<string> PlaceIds { get; } = new(StringComparer.Ordinal);

    /// <summary>Towns and other spots it happened at.</summary>
    public List<Place> Spots { get; } = [];

    /// <summary>The attacks that caused these casualties, as far as sentences say so.</summary>
    public HashSet<EventDraft> Causes { get; } = [];

    /// <summary>Countries of those places; null for waters.</summary>
    public HashSet<string?> PlaceCountries { get; } = new(StringComparer.Ordinal);

    /// <summary>The narrowest span of days among its anchored times, or null.</summary>
    public (LocalDate First, LocalDate Last)? OwnDays { get; private set; }

    public IReadOnlyList<EventMention> Mentions => mentions;

    public List<string> Reasons { get; } = [];

    /// <summary>Why its first mention belongs to none of the happenings of its kind told before.</summary>
    public List<(EventDraft Draft, string Reason)> Apart { get; } = [];

    /// <summary>News when any mention tells it as news; a dated background stays background.</summary>
    public EventStatus Status { get; private set; }

    public void Join(EventMention mention, string reason)
    {
        Take(mention);
        Reasons.Add($"\"{reason}\"");
        if (mention is { Status: EventStatus.News, Kind: not null, Recalls: false } and not { Kind: "arms_transfer", IsWeak: true } && Status is EventStatus.Background && !Times(mention).Any() && !Times().Any())
        {
            Status = EventStatus.News;
        }
    }

    /// <summary>Makes news what is recalled beside other news.</summary>
    public void Recall() => Status = EventStatus.Background;

    /// <summary>Joins the mentions of another draft, all but the first few.</summary>
    public void JoinAll(EventDraft other, string reason, int from = 0)
    {
        foreach (var mention in other.Mentions.Skip(from))
        {
            Join(mention, reason);
        }
    }

    /// <summary>Puts a mention with other claims in the place of one of its mentions.</summary>
    public void Replace(EventMention mention, EventMention other)
    {
        mentions.Remove(mention);
        Take(other);
    }

    public IEnumerable<Claim> Claims => mentions.SelectMany(m => m.Claims);

    public IEnumerable<TimeExpression> Times() => mentions.SelectMany(Times);

    public static IEnumerable<TimeExpression> Times(EventMention mention) => mention.Claims.Where(c => c.Role is "time").Select(c => c.Value).OfType<TimeValue>().Select(v => v.Time).Where(t => t.IsAnchored);

    public HashSet<string> Countries(params ReadOnlySpan<string> roles)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var role in roles)
        {
            if (countries.TryGetValue(role, out var own))
            {
                found.UnionWith(own);
            }
        }

        return found;
    }

    public static HashSet<string> CountriesOf(IEnumerable<Claim> claims, params ReadOnlySpan<string> roles)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            if (roles.Contains(claim.Role) && claim.Value is ActorValue { Actor: { Country: { } country } actor } && actor.Kind != ActorKind.Organization)
            {
                found.Add(country);
            }
        }

        return found;
    }

    public static (LocalDate First, LocalDate Last)? Days(IEnumerable<TimeExpression> times)
    {
        (LocalDate First, LocalDate Last)? best = null;
        foreach (var time in times)
        {
            best = Narrower(best, time);
        }

        return best;
    }

    /// <summary>What tells two places apart: the row, or the name of one no table has.</summary>
    public static string PlaceKey(Place place) => place.IsOpen ? "?" + place.Name : place.Id;

    /// <summary>The towns, spots and regions among where a happening took place; buildings lie within a town, and where something was launched is not where it struck.</summary>
    public static IEnumerable<Place> SpotsOf(IEnumerable<Claim> claims) =>
        claims.Where(c => c is { Inferred: false, Role: "place" or "target_place", Value: PlaceValue { Place.Precision: PlacePrecision.City or PlacePrecision.Region } }).Select(c => ((PlaceValue)c.Value).Place);

    // What joining asks for again and again is kept, so that a long report stays quick.
    private void Take(EventMention mention)
    {
        mentions.Add(mention);
        foreach (var claim in mention.Claims)
        {
            switch (claim.Value)
            {
                case WeaponClassValue weapon:
                    WeaponClasses.Add(weapon.Class);
                    break;
                case PlaceValue place:
                    PlaceIds.Add(PlaceKey(place.Place));
                    Spots.AddRange(SpotsOf([claim]));
                    PlaceCountries.Add(place.Country);
                    break;
                case ActorValue { Actor: { Country: { } country } actor } when actor.Kind != ActorKind.Organization:
                    if (!countries.TryGetValue(claim.Role, out var known))
                    {
                        countries.Add(claim.Role, known = new HashSet<string>(StringComparer.Ordinal));
                    }

                    known.Add(country);
                    break;
                case TimeValue { Time.IsAnchored: true } time when claim.Role is "time":
                    OwnDays = Narrower(OwnDays, time.Time);
                    break;
            }
        }
    }

    private static (LocalDate First, LocalDate Last) Narrower((LocalDate First, LocalDate Last)? best, TimeExpression time)
    {
        var days = (First: time.First!.Value, Last: time.Last ?? time.First!.Value);
        return best is null || NodaTime.Period.DaysBetween(days.First, days.Last) < NodaTime.Period.DaysBetween(best.Value.First, best.Value.Last) ? days : best.Value;
    }
}
