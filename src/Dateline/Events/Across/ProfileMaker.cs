using System.Globalization;
using Dateline.Annotations;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Claims;
using Dateline.Knowledge;
using Dateline.Text;
using NodaTime;

namespace Dateline.Events.Across;

/// <summary>Makes the profiles of a report's events.</summary>
public sealed class ProfileMaker(KnowledgeFiles files)
{
    private const int Run = 4; // words of a quoted fragment that are compared together
    private const int MostQuotes = 24;
    private const int Night = 2; // days that "on May 6-7" holds
    internal const int LongSpan = 93; // days; a longer one dates nothing
    private const string OpenYear = "XXXX-"; // how a value begins whose year nothing tells

    private readonly TellingWords words = new(files);

    /// <summary>One profile per event, in the events' order.</summary>
    /// <param name="report">Id of the report.</param>
    /// <param name="article">The report.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="annotations">What was found in them.</param>
    /// <param name="events">Its events.</param>
    public IReadOnlyList<EventProfile> Make(string report, Article article, IReadOnlyList<Sentence> sentences, AnnotationSet annotations, IReadOnlyList<Event> events)
    {
        var told = new ToldSentences(article.Text, sentences, annotations);
        var published = article.Published?.Date ?? LatestTold(annotations, events, told.LeadEnd);
        var profiles = events.Select(happening => WithWords(Make(report, article, annotations, told, happening) with { Published = published }, told, happening)).ToList();
        ShareWithVictims(profiles);
        return [.. profiles.Select(own => own.Status is not EventStatus.News ? own : own with { Beside = [.. profiles.Where(p => p != own && p.Status is EventStatus.News && p.Kind != own.Kind).SelectMany(Signs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] })];
    }

    // An attack and its victims are told in turns: where a report tells one of each as news, the place, the toll and the side of the one are the other's.
    private static void ShareWithVictims(List<EventProfile> profiles)
    {
        var attacks = profiles.FindAll(p => p is { Kind: "strike", Status: EventStatus.News });
        var victims = profiles.FindAll(p => p is { Kind: "casualties", Status: EventStatus.News });
        if (attacks is not [var attack] || victims is not [var toll] || (attack.Days is { Inferred: false } x && toll.Days is { Inferred: false } y && x.Gap(y) > 0))
        {
            return;
        }

        profiles[profiles.IndexOf(attack)] = Completed(attack, toll);
        profiles[profiles.IndexOf(toll)] = Completed(toll, attack);
    }

    private static EventProfile Completed(EventProfile profile, EventProfile partner) => profile with
    {
        Days = profile.Days is { Inferred: false } || partner.Days is null or { Inferred: true } ? profile.Days ?? partner.Days : partner.Days,
        PartDays = profile.Days is null && partner.Days is null && profile.PartDays.Count == 0 ? partner.PartDays : profile.PartDays,
        Places = profile.Places.Any(p => p.IsSpot) ? profile.Places : [.. profile.Places.Union(partner.Places)],
        Parties = [.. profile.Parties.Concat(partner.Parties.Where(p => !profile.Parties.Any(own => own.Role is "recipient" == p.Role is "recipient")))],
        Figures = [.. profile.Figures.Union(partner.Figures.Where(f => !profile.Figures.Any(own => string.Equals(own.Role, f.Role, StringComparison.Ordinal))))],
        Weapons = profile.Weapons.Count > 0 ? profile.Weapons : partner.Weapons,
        Sites = [.. profile.Sites.Union(partner.Sites, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    // A page without a date was written when the latest of its news was: the last day on which something of it was said or happened, else the one day its first sentences name.
    private static LocalDate? LatestTold(AnnotationSet annotations, IReadOnlyList<Event> events, int leadEnd)
    {
        var days = LastDays(annotations.Attributions.Select(a => a.SaidOn)
            .Concat(events.Where(e => e.Status is EventStatus.News).SelectMany(e => e.Claims).Where(c => c.Claim is { Role: "time", Inferred: false, Value: TimeValue }).Select(c => ((TimeValue)c.Claim.Value).Time)));
        return days.Count > 0 ? days.Max() : LastDays(annotations.Times.Where(t => t.Span.Start < leadEnd)) is [var only] ? only : null;
    }

    private static List<LocalDate> LastDays(IEnumerable<TimeExpression?> times) =>
        times.Where(t => t is { First: { } first } && NodaTime.Period.DaysBetween(first, t.Last ?? first) < Night).Select(t => t!.Last ?? t.First!.Value).Distinct().ToList();

    // who met or went where; what two reports say of a state alone is too little
    private static IEnumerable<string> Signs(EventProfile profile)
    {
        var persons = profile.Parties.Where(p => p is { IsPerson: true, Role: "actor" or "participant" or "leader" }).Select(p => p.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var spots = profile.Places.Where(p => p is { IsSpot: true, Inferred: false }).Select(p => p.Id).Distinct(StringComparer.Ordinal);
        return persons.SelectMany((own, i) => persons.Skip(i + 1).Concat(spots).Select(other => $"{profile.Kind}|{own}|{other}"));
    }

    private EventProfile WithWords(EventProfile profile, ToldSentences told, Event happening)
    {
        var around = told.Around(happening);
        return profile with { Names = words.NamesOf(told, happening), Sites = words.SitesOf(told, happening), Around = told.Things(around), Persons = told.Persons(around) };
    }

    private EventProfile Make(string report, Article article, AnnotationSet annotations, ToldSentences told, Event happening)
    {
        var chosen = happening.Summary.SelectMany(role => role.Claims).Select(c => c.Claim).ToList();
        var claims = happening.Claims.Select(c => c.Claim).Where(c => c.Factuality is not Factuality.Denied || happening.Status is EventStatus.Denied).ToList();
        var days = Days(chosen.Find(c => c.Role is "time"), claims);
        return new EventProfile(
            report,
            happening.Id,
            null,
            happening.Kind,
            happening.Status,
            days,
            [.. claims.Where(c => c.Value is PlaceValue).Select(Place).Distinct()],
            Sides([.. claims.Where(c => c.Value is ActorValue { Actor.Kind: not ActorKind.Unnamed } or ActorValue { Actor.Country: not null }).Select(Party).Concat(OwnersOf(claims, annotations)).Distinct()]),
            [.. claims.Select(Weapon).OfType<WeaponFeature>().Distinct()],
            [.. claims.Select(Figure).OfType<FigureFeature>().Distinct()],
            [.. claims.Where(c => c.AccordingTo.Count > 0).Select(c => NameOf(c.AccordingTo[^1].Actor)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Quotes(article.Text, annotations.Attributions, claims))
        {
            Title = [.. claims.Where(c => c.Role is "name" && !c.Evidence.Any(e => annotations.Actors.Any(a => a.Actor.Kind is ActorKind.Person && e.Contains(a.Span)))).Select(c => c.Value).OfType<TextValue>().SelectMany(v => words.OwnWords(v.Text)).Distinct(StringComparer.Ordinal)],
            PartDays = days is null ? PartDays(claims, article, annotations, told, happening) : [],
        };
    }

    // Nobody strikes himself: those killed abroad are of the doer's people, not the side that was hit.
    private static IReadOnlyList<PartyFeature> Sides(List<PartyFeature> parties) =>
        [.. parties.Where(p => p is not { Role: "recipient", Country: { } country } || !parties.Exists(other => other.Role is "actor" && string.Equals(other.Country, country, StringComparison.Ordinal)))];

    // Where the page has no date, the day it was told on is near enough when no other is named, and so is the one date it opens with ("SEOUL, Sept 3:").
    private static List<PartDay> PartDays(List<Claim> claims, Article article, AnnotationSet annotations, ToldSentences told, Event happening)
    {
        var stated = Open(claims.Where(c => c.Role is "time").Select(c => (c.Value as TimeValue)?.Time));
        stated = stated.Count > 0 || happening.Status is not EventStatus.News ? stated
            : Open(told.Of(happening).SelectMany(s => annotations.Attributions.Where(a => a.Cue.Any(s.Span.Contains))).Select(a => a.SaidOn));
        if (happening.Status is not EventStatus.News || stated.Exists(part => part.Month > 0))
        {
            return stated;
        }

        return article.Filed?.DayOfYear is { } filed ? [.. stated, new PartDay(IsoDayOfWeek.None, filed.Month, filed.Day)] // "MANILA, July 8: … signed on Monday"
            : stated.Count > 0 ? stated
            : Open(annotations.Times.Where(t => t.Span.Start < told.LeadEnd)) is [{ Month: > 0 } only] ? [only] : [];
    }

    private static List<PartDay> Open(IEnumerable<TimeExpression?> times) => times.Where(t => t is { IsAnchored: false }).Select(t => PartDayOf(t!.Value)).OfType<PartDay>().Distinct().ToList();

    // "1,500 North Korean special forces", whoever ships them
    private static IEnumerable<PartyFeature> OwnersOf(List<Claim> claims, AnnotationSet annotations) =>
        claims.Where(c => c.Role is "unit").SelectMany(c => c.Evidence)
            .SelectMany(words => annotations.Places.Where(p => p.Form is NameForm.Adjective && words.Contains(p.Span)))
            .Where(p => p.Place?.Country is not null)
            .Select(p => new PartyFeature("unit", p.Place!.Id, p.Place.Country, false, true));

    // XXXX-WXX-5 and XXXX-04-08, with or without a clock time behind it
    private static PartDay? PartDayOf(string timex)
    {
        if (!timex.StartsWith(OpenYear, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = timex.Split('T')[0].Split('-');
        return parts is not [_, var month, var day] || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
            : month is "WXX" ? new PartDay((IsoDayOfWeek)number, 0, 0)
            : int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? new PartDay(IsoDayOfWeek.None, named, number) : null;
    }

    private static DaySpan? Days(Claim? preferred, List<Claim> claims)
    {
        if (preferred?.Value is not TimeValue { Time: { First: { } first } time })
        {
            return null;
        }

        // "the latest of this year" dates nothing
        if (NodaTime.Period.DaysBetween(first, time.Last ?? first) >= LongSpan)
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
