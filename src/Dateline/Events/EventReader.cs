using System.Globalization;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Events;

/// <summary>Brings the mentions of one report together: one happening, one event, with the reasons.</summary>
public sealed class EventReader
{
    private readonly Codebook codebook;
    private readonly PloverCoder plover;
    private readonly SummaryMaker summaries;
    private readonly MentionJoiner joiner;
    private readonly NewsSettler newsSettler;
    private readonly NewsDay newsDay;
    private readonly HostSettler hosts;
    private readonly NameLexicon names;
    private readonly DoerSettler doers;

    /// <summary>A reader over the codebook and the names of states.</summary>
    public EventReader(KnowledgeFiles files, Codebook codebook, NameLexicon names)
    {
        this.codebook = codebook;
        plover = new PloverCoder(files, codebook);
        summaries = new SummaryMaker(codebook);
        joiner = new MentionJoiner(codebook);
        newsSettler = new NewsSettler(codebook);
        newsDay = new NewsDay(files, codebook);
        hosts = new HostSettler(files, names);
        this.names = names;
        doers = new DoerSettler(names);
    }

    /// <summary>The events of a report: news first, each group in the order of first mention.</summary>
    public EventSet Read(Article article, ClaimSet claims)
    {
        var text = article.Text;
        var drafts = new List<EventDraft>();
        var waiting = new List<EventMention>();
        var echoes = new List<(EventDraft Draft, EventDraft News)>();
        var attacks = new Dictionary<TextSpan, EventDraft>();
        var causes = claims.Mentions.Select(m => m.Cause).OfType<TextSpan>().ToHashSet();
        // an attack before its victims: "nine were killed in a strike"
        foreach (var mention in claims.Mentions.OrderBy(m => m.Sentence).ThenBy(m => m.Kind is "casualties"))
        {
            var cause = mention.Cause is { } attack ? attacks.GetValueOrDefault(attack) : null;
            if (joiner.Find(mention, drafts, cause) is { } found && (!mention.IsAnother || IsToldAgain(mention, found.Draft)))
            {
                found.Draft.Join(mention, $"{mention.Trigger.In(text)}: {found.Reason}");
                Note(found.Draft);
            }
            else if (mention.Kind is { } kind && (!mention.IsWeak || (mention.IsAnother && mention.Claims.Count > 0) || HasOwnFacts(mention) || IsToldCause(mention, causes)))
            {
                var begun = new EventDraft(kind, mention);
                begun.Apart.AddRange(joiner.Apart(mention, drafts));
                drafts.Add(begun);
                Note(begun);
            }
            else if (IsToldAttack(mention, causes))
            {
                var begun = new EventDraft(mention.Adds[0], mention);
                drafts.Add(begun);
                Note(begun);
            }
            else if (!claims.Mentions.Any(m => IsOfTheSame(m, mention)) && Echo(mention, drafts) is { } echo)
            {
                drafts.Add(echo.Draft);
                echoes.Add(echo);
            }
            else
            {
                waiting.Add(mention);
            }

            void Note(EventDraft own)
            {
                attacks.TryAdd(mention.Trigger, own);
                if (cause is not null)
                {
                    own.Causes.Add(cause);
                }
            }
        }

        var loose = new List<EventMention>();
        foreach (var mention in waiting)
        {
            if (joiner.Find(mention, drafts, null, true) is { } found)
            {
                found.Draft.Join(mention, $"{mention.Trigger.In(text)}: {found.Reason}, told before it");
            }
            else if (FlownKind(mention) is { } flown)
            {
                drafts.Add(new EventDraft(flown, mention));
            }
            else
            {
                loose.Add(mention);
            }
        }

        LossSettler.Settle(drafts);
        echoes.ForEach(Share);
        TestSettler.Settle(drafts);
        StrikeSettler.Settle(drafts);
        newsSettler.Settle(drafts);
        drafts.RemoveAll(IsDomesticMeeting);
        drafts.RemoveAll(d => IsTurningBack(d, drafts));
        drafts.RemoveAll(d => d.Kind is "exercise" or "meeting" or "visit" or "troop_deployment" or "troop_withdrawal" && !d.Claims.Any()); // "will take part in the drills"
        drafts.RemoveAll(d => d.Kind is "troop_deployment" && d.Claims.All(c => c.Role is "unit")); // "when reinforcements arrived"
        drafts.RemoveAll(d => d is { Kind: "meeting", Status: EventStatus.Hypothetical } && !d.Claims.Any(c => c.Role is "participant" or "actor")); // "the dialogue seeks to end the war"
        drafts.RemoveAll(d => d is { Kind: "arms_transfer", Status: EventStatus.Hypothetical } && d.Countries("actor").Count == 0); // "wants to buy jets", "urged them to stop arms sales": nobody has offered any
        doers.Settle(drafts);
        hosts.Settle(drafts);
        LandSettler.Settle(drafts, names);
        newsDay.Infer(drafts, article.Published);
        return Number(drafts, loose, claims.Tallies);
    }

    // "On Jan. 6 a missile flew 1,100 km from near the capital": with its day and where it came from, a flight is a launch
    private string? FlownKind(EventMention mention) =>
        mention is { Kind: null, Adds.Count: > 0 } && codebook.Carries(mention.Adds[0], "launch_place") && mention.Claims.Any(c => c.Role is "launch_place") && mention.Claims.Any(c => c.Role is "distance" or "weapon_class")
        && EventDraft.Times(mention).Any(t => t.Precision <= TimePrecision.Day) ? mention.Adds[0] : null;

    // "the attack in Knockhill on Friday also injured two": with its day, its place and its victims, an attack whose telling is lost; so "in the second attack four died"
    private static bool IsToldAttack(EventMention mention, HashSet<TextSpan> causes) =>
        mention is { Kind: null, Adds: ["strike", ..], Status: EventStatus.News, Recalls: false } && causes.Contains(mention.Trigger)
        && (mention.IsAnother || (EventDraft.SpotsOf(mention.Claims).Any() && mention.Claims.Any(c => c.Value is TimeValue { Time.Precision: <= TimePrecision.Day })));

    // "another attack left dozens dead" told twice: apart from the first, but one with itself
    private static bool IsToldAgain(EventMention mention, EventDraft draft) =>
        draft.Mentions[0] is { IsAnother: true } first && first.Sentence != mention.Sentence
        && (draft.PlaceIds.Overlaps(mention.Claims.Select(c => c.Value).OfType<PlaceValue>().Where(p => p.Place.Precision != Annotations.Places.PlacePrecision.Country && p.Relation is null).Select(p => EventDraft.PlaceKey(p.Place)))
            || draft.Claims.Any(c => c.Role is "killed" or "wounded" && mention.Claims.Any(m => string.Equals(m.Role, c.Role, StringComparison.Ordinal) && SummaryMaker.SameValue(m.Value, c.Value))));

    // "in May a rocket carrying a satellite crashed": the verb behind tells it
    private static bool IsOfTheSame(EventMention told, EventMention mention) =>
        told is { Kind: { } kind, IsWeak: false } && told.Sentence == mention.Sentence && told.Trigger.Start > mention.Trigger.Start && mention.Adds.Contains(kind, StringComparer.Ordinal)
        && EventDraft.Times(mention).Any(t => EventDraft.Times(told).Any(o => o.Span == t.Span));

    // "the previous attempts took place in May": an earlier happening of the kind the news is of, by the same party
    private static (EventDraft Draft, EventDraft News)? Echo(EventMention mention, List<EventDraft> drafts)
    {
        if (mention is not { Adds.Count: > 0 } || !(mention.IsWeak || mention.Kind is null) || !(mention.Status == EventStatus.Background || mention.Recalls) || EventDraft.Days(EventDraft.Times(mention)) is null)
        {
            return null;
        }

        return drafts.Find(d => d.Status == EventStatus.News && mention.Adds.Contains(d.Kind, StringComparer.Ordinal)) is { } news
            ? (new EventDraft(news.Kind, mention with { Status = EventStatus.Background }), news)
            : null;
    }

    // who did the news did what it echoes, from where he did
    private static void Share((EventDraft Draft, EventDraft News) echo)
    {
        var own = echo.Draft.Mentions[0];
        var shared = echo.News.Claims.Where(c => (c.Role is "actor" || c is { Role: "launch_place", Inferred: true }) && !echo.Draft.Claims.Any(o => string.Equals(o.Role, c.Role, StringComparison.Ordinal))).DistinctBy(c => c.Role, StringComparer.Ordinal);
        echo.Draft.Replace(own, own with { Claims = [.. own.Claims, .. shared.Select(c => c with { Inferred = true, Rule = "claims.inferred from the news of its kind" })] });
    }

    // "the launch" alone makes no event; with an actor and a day it does
    private static bool HasOwnFacts(EventMention mention)
    {
        if (mention.Kind is "casualties" or "strike" or "artillery_fire" && mention.Claims.Any(c => c.Value is QuantityValue && c.Role is "killed" or "wounded" or "captured" or "casualties"))
        {
            return true; // "…, killing nine": the figure tells them
        }

        if (mention.Kind is "incursion" && mention.Claims.Any(c => c.Value is PlaceValue) && mention.Claims.Any(c => c.Role is "actor" or "weapon_class"))
        {
            return true; // "a drone breaching the country's airspace"
        }

        if (mention.Kind is "strike" or "arms_transfer" && mention.Claims.Any(c => c.Role is "actor") && mention.Claims.Any(c => c.Role is "recipient" or "target_place"))
        {
            return true;
        }

        if (mention.Kind is "arms_transfer" && (mention.Claims.Any(c => c.Role is "actor") ? mention.Claims.Any(c => c.Role is "worth" or "item") : mention.Claims.Any(c => c.Role is "recipient") && mention.Claims.Any(c => c.Role is "worth" or "count")))
        {
            return true; // "a second package worth 50 million", "was notified of a sale of 60 missiles to Kuwait"
        }

        if (mention is { Kind: "exercise", Status: EventStatus.Planned } && EventDraft.CountriesOf(mention.Claims, "actor", "participant").Count > 1)
        {
            return true; // "arrived for drills with Chile"
        }

        if (mention is { Kind: "meeting" or "agreement", Adds.Count: 0, Status: EventStatus.News or EventStatus.Background or EventStatus.Denied } && EventDraft.CountriesOf(mention.Claims, "actor", "participant").Count > 1)
        {
            return true; // "a call between the ministers of X and Y": both sides tell it
        }

        return mention.Claims.Any(c => c.Role is "actor" or "participant" or "recipient")
            && mention.Claims.Any(c => c is { Role: "time", Value: not TimeValue { Time: { Precision: TimePrecision.Year, Direction: not TimeDirection.Past, Recalled: false } } } || c.Role is "place" or "origin_place" or "destination_place" or "count" or "killed" or "wounded");
    }

    // "were killed in a drone strike launched by X": the attack has its victims and its doer
    private static bool IsToldCause(EventMention mention, HashSet<TextSpan> causes) =>
        mention.Kind is "strike" && causes.Contains(mention.Trigger) && (mention.Claims.Any(c => c.Role is "actor") || !mention.Recalls);

    // "ten soldiers crossed the border but retreated": going back over it is no withdrawal
    private static bool IsTurningBack(EventDraft draft, List<EventDraft> drafts) =>
        draft is { Kind: "troop_withdrawal", Status: EventStatus.News } && !draft.Claims.Any(c => c.Role is "origin_place")
        && drafts.Exists(d => d is { Kind: "incursion", Status: EventStatus.News } && d.Mentions.Any(i => draft.Mentions.Any(m => m.Sentence - i.Sentence is >= -1 and <= 2)));

    // A meeting of one state's own people ("convened his security council") is no talks between parties.
    private static bool IsDomesticMeeting(EventDraft draft)
    {
        if (draft.Kind is not "meeting")
        {
            return false;
        }

        if (draft.Claims.Where(c => c.Role is "participant" or "actor").Select(c => (c.Value as ActorValue)?.Actor).Where(a => a is not null).Distinct().ToList() is [{ Id: null, Country: null, Kind: ActorKind.Organization }])
        {
            return true; // "a meeting of the National Audit Committee"
        }

        var countries = draft.Countries("actor", "participant", "recipient");
        var everyoneKnown = draft.Claims.Where(c => c.Role is "participant" or "actor").Select(c => (c.Value as ActorValue)?.Actor.Country).All(c => c is not null);
        return countries.Count == 1 && everyoneKnown && !draft.Mentions.Any(m => m.IsOfPair) && !draft.Claims.Any(c => c.Value is PlaceValue { Place.Country: { } country } && !countries.Contains(country)) && !draft.Mentions.Any(m => m.Status == EventStatus.Planned);
    }

    private EventSet Number(List<EventDraft> drafts, List<EventMention> loose, IReadOnlyList<Tally> tallies)
    {
        var ordered = drafts.OrderBy(d => d.Status).ThenBy(d => d.Mentions.Min(m => m.Trigger.Start)).ToList();
        var number = 0;
        var events = new List<Event>();
        foreach (var draft in ordered)
        {
            var claims = new List<NumberedClaim>();
            var told = new HashSet<(string, TextSpan, string?)>();
            foreach (var claim in draft.Claims.Where(c => codebook.Carries(draft.Kind, c.Role) && !IsOutdone(c, draft)).OrderBy(c => c.Evidence[0]))
            {
                if (told.Add((claim.Role, claim.Evidence[0], claim.Value is ActorValue { Actor: { Kind: ActorKind.Person or ActorKind.State } named } ? named.Name : null)))
                {
                    claims.Add(new NumberedClaim(Id('c', ++number), Zoned(claim, draft)));
                }
            }

            events.Add(new Event(Id('e', events.Count + 1), draft.Kind, draft.Status, plover.Code(draft), [.. draft.Mentions.OrderBy(m => m.Trigger)], claims, summaries.Make(claims), draft.Reasons) { Apart = Apart(draft, ordered) });
        }

        var rest = loose.Where(m => m.Kind is not null || events.Count > 0).SelectMany(m => m.Claims).OrderBy(c => c.Evidence[0]).Select(c => new NumberedClaim(Id('c', ++number), c)).ToList();
        return new EventSet(events, rest, Once([.. tallies.Select(t => Numbered(t, events))]));
    }

    // "tests second missile in three days" over "the second such launch in three days": a tally told twice, kept where more words tell it
    private static List<NumberedTally> Once(List<NumberedTally> tallies) =>
        [.. tallies.GroupBy(t => (t.Tally.Number, t.Tally.Counts, t.Event, t.Tally.Since)).Select(g => g.MaxBy(t => t.Tally.Evidence.Length)!).OrderBy(t => t.Tally.Evidence)];

    private static List<string> Apart(EventDraft draft, List<EventDraft> ordered) =>
        [.. draft.Apart.Select(a => (At: ordered.IndexOf(a.Draft), a.Reason)).Where(a => a.At >= 0).Select(a => $"not {Id('e', a.At + 1)}: {a.Reason}")];

    // What is inferred gives way to what any mention states.
    private static bool IsOutdone(Claim claim, EventDraft draft) => claim.Inferred && draft.Claims.Any(c => !c.Inferred && (claim.Value is PlaceValue ? c.Value is PlaceValue { Place.Country: not null } && c.Role is "place" or "launch_place" : string.Equals(c.Role, claim.Role, StringComparison.Ordinal)));

    private static Claim Zoned(Claim claim, EventDraft draft) => claim.Value is TimeValue time ? claim with { Value = new TimeValue(PlaceZones.Place(time.Time, draft)) } : claim;

    // A tally counts the deeds of whoever did the event it is told of.
    private static NumberedTally Numbered(Tally tally, List<Event> events)
    {
        var told = CountedBy(tally, events);
        var actor = tally.Actor ?? told?.Claims.Where(c => c.Claim.Role is "actor").Select(c => (c.Claim.Value as ActorValue)?.Actor.Id).FirstOrDefault(i => i is not null);
        return new NumberedTally(tally with { Actor = actor, Counts = told?.Kind ?? tally.Counts }, told?.Id);
    }

    private static Event? CountedBy(Tally tally, List<Event> events)
    {
        // "its first such tests since 1974": what the words count is what the event they belong to is
        if (events.Find(e => e.Mentions.Any(m => m.Sentence == tally.Sentence && tally.Evidence.Contains(m.Trigger.Start) && m.Adds.Count > 0)) is { } own)
        {
            return own;
        }

        var same = events.Where(e => string.Equals(e.Kind, tally.Counts, StringComparison.Ordinal)).ToList();
        return (same.Find(e => e.Mentions.Any(m => m.Sentence == tally.Sentence)) ?? same.Find(e => e.Status == EventStatus.News));
    }

    private static string Id(char letter, int number) => letter + number.ToString(CultureInfo.InvariantCulture);
}
