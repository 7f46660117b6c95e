using Dateline.Annotations.Actors;
using Dateline.Annotations.Times;
using Dateline.Claims;
using NodaTime;

namespace Dateline.Events;

/// <summary>Mentions that are being brought together.</summary>
internal sealed class EventDraft(string kind, EventMention first)
{
    private readonly List<EventMention> mentions = [first];

    public string Kind { get; } = kind;

    public IReadOnlyList<EventMention> Mentions => mentions;

    public List<string> Reasons { get; } = [];

    /// <summary>News when any mention tells it as news; a dated background stays background.</summary>
    public EventStatus Status { get; private set; } = first is { Recalls: true, Status: EventStatus.News } ? EventStatus.Background : first.Status;

    public void Join(EventMention mention, string reason)
    {
        mentions.Add(mention);
        Reasons.Add($"\"{reason}\"");
        if (mention is { Status: EventStatus.News, Kind: not null, Recalls: false } && Status is EventStatus.Background && !Times(mention).Any() && !Times().Any())
        {
            Status = EventStatus.News;
        }
    }

    public IEnumerable<Claim> Claims => mentions.SelectMany(m => m.Claims);

    public IEnumerable<TimeExpression> Times() => mentions.SelectMany(Times);

    public static IEnumerable<TimeExpression> Times(EventMention mention) => mention.Claims.Select(c => c.Value).OfType<TimeValue>().Select(v => v.Time).Where(t => t.IsAnchored);

    public HashSet<string> Countries(params ReadOnlySpan<string> roles) => CountriesOf(Claims, roles);

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
            var days = (First: time.First!.Value, Last: time.Last ?? time.First!.Value);
            if (best is null || NodaTime.Period.DaysBetween(days.First, days.Last) < NodaTime.Period.DaysBetween(best.Value.First, best.Value.Last))
            {
                best = days;
            }
        }

        return best;
    }
}
