using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Claims;
using Dateline.Text;

namespace Dateline.Events.Across;

/// <summary>Makes the profiles of a report's events.</summary>
public static class ProfileMaker
{
    private const int Run = 4; // words of a quoted fragment that are compared together
    private const int MostQuotes = 24;

    /// <summary>One profile per event, in the events' order.</summary>
    /// <param name="report">Id of the report.</param>
    /// <param name="article">The report.</param>
    /// <param name="attributions">Who said what in it.</param>
    /// <param name="events">Its events.</param>
    public static IReadOnlyList<EventProfile> Make(string report, Article article, IReadOnlyList<Attribution> attributions, IReadOnlyList<Event> events) =>
        [.. events.Select(happening => Make(report, article, attributions, happening))];

    private static EventProfile Make(string report, Article article, IReadOnlyList<Attribution> attributions, Event happening)
    {
        var chosen = happening.Summary.SelectMany(role => role.Claims).Select(c => c.Claim).ToList();
        var claims = happening.Claims.Select(c => c.Claim).Where(c => c.Factuality is not Factuality.Denied || happening.Status is EventStatus.Denied).ToList();
        return new EventProfile(
            report,
            happening.Id,
            article.Published?.Date,
            happening.Kind,
            happening.Status,
            Days(chosen.Find(c => c.Role is "time"), claims),
            [.. claims.Where(c => c.Value is PlaceValue).Select(Place).Distinct()],
            [.. claims.Where(c => c.Value is ActorValue { Actor.Kind: not ActorKind.Unnamed } or ActorValue { Actor.Country: not null }).Select(Party).Distinct()],
            [.. claims.Select(Weapon).OfType<WeaponFeature>().Distinct()],
            [.. claims.Select(Figure).OfType<FigureFeature>().Distinct()],
            [.. claims.Where(c => c.AccordingTo.Count > 0).Select(c => NameOf(c.AccordingTo[^1].Actor)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Quotes(article.Text, attributions, claims));
    }

    private static DaySpan? Days(Claim? preferred, List<Claim> claims)
    {
        if (preferred?.Value is not TimeValue { Time: { First: { } first } time })
        {
            return null;
        }

        var utc = time.Utc ?? claims.Where(c => c.Role is "time").Select(c => (c.Value as TimeValue)?.Time).FirstOrDefault(t => t?.First == first && t.Utc is not null)?.Utc;
        return new DaySpan(first, time.Last ?? first, preferred.Inferred, utc);
    }

    private static PlaceFeature Place(Claim claim)
    {
        var value = (PlaceValue)claim.Value;
        var place = value.Place;
        return new PlaceFeature(claim.Role, place.Id, value.Country, place.Latitude, place.Longitude, place.Precision is PlacePrecision.Point or PlacePrecision.City && value.Relation is null, place.Precision is PlacePrecision.Country, claim.Inferred);
    }

    private static PartyFeature Party(Claim claim)
    {
        var actor = ((ActorValue)claim.Value).Actor;
        return new PartyFeature(claim.Role, NameOf(actor), actor.Country, actor.Kind is ActorKind.Person, actor.Country is not null && actor.Kind is ActorKind.State or ActorKind.Government or ActorKind.Military or ActorKind.Unnamed);
    }

    /// <summary>Row of an actor, or its name in lower case with its country when the tables do not have it.</summary>
    public static string NameOf(Actor actor) => actor.Id ?? (actor.Kind is ActorKind.Unnamed ? "?" : "") + actor.Name.ToLowerInvariant() + (actor.Country is { } country ? "@" + country : "");

    private static WeaponFeature? Weapon(Claim claim) => claim.Value switch
    {
        WeaponClassValue weapon => new WeaponFeature(weapon.Class, null),
        WeaponNameValue weapon => new WeaponFeature(null, weapon.Id ?? weapon.Name.ToLowerInvariant()),
        _ => null,
    };

    private static FigureFeature? Figure(Claim claim) => claim.Value is QuantityValue { Quantity: var figure } && (figure.Low ?? figure.High) is not null
        ? new FigureFeature(claim.Role, figure.SiUnit ?? figure.Unit, figure.SiLow ?? figure.Low, figure.SiHigh ?? figure.High)
        : null;

    private static IReadOnlyList<uint> Quotes(string text, IReadOnlyList<Attribution> attributions, List<Claim> claims)
    {
        var own = claims.Select(c => c.Attribution).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var runs = new SortedSet<uint>();
        foreach (var quoted in attributions.Where(a => a.Mode is not AttributionMode.Indirect && own.Contains(a.Id)).SelectMany(a => a.Content))
        {
            WordRuns.Add(quoted.In(text), Run, runs);
        }

        return [.. runs.Take(MostQuotes)];
    }
}
