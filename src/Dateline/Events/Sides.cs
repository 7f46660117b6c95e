using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Claims;

namespace Dateline.Events;

/// <summary>What sets one attack or loss apart from another: who did it, to whom, and how many fell.</summary>
internal static class Sides
{
    private const int FarOff = 5; // times as many dead as no later count of one attack has
    private const int Many = 5; // weapons of an attack on a whole country

    /// <summary>"rockets fired towards the coast" of the state that struck: not its own strike.</summary>
    public static bool Strikes(IEnumerable<Claim> nameless, HashSet<string> own, HashSet<string> doers) =>
        own.Count == 0 && doers.Count == 1 && nameless.Any(c => (c.Role is "recipient" && c.Value is ActorValue { Actor.Country: { } struck } && doers.Contains(struck)) || (c.Role is "target_place" or "place" && c.Value is PlaceValue { Place: { Precision: PlacePrecision.Country, Country: { } land } } && doers.Contains(land)));

    /// <summary>"launched 90 drones overnight"; "a drone hit a school in Knockhill": the one that hit the town is told apart from the whole.</summary>
    public static bool IsPart(EventMention mention, EventDraft draft) =>
        EventDraft.SpotsOf(mention.Claims).Any(Whereabouts.IsTown) && !draft.Spots.Exists(Whereabouts.IsTown) && !draft.Mentions.Any(m => m.Sentence == mention.Sentence)
        && Count(mention.Claims) is { } one && Count(draft.Claims) is { } all && all >= Many && one * Many <= all;

    /// <summary>"23 people died in two states"; "six were killed in Knockhill": those of the town are part of the whole.</summary>
    public static bool IsPartOfTotal(EventMention mention, EventDraft draft) =>
        EventDraft.SpotsOf(mention.Claims).Any(Whereabouts.IsTown) && !draft.Spots.Exists(Whereabouts.IsTown) && !draft.Mentions.Any(m => m.Sentence == mention.Sentence)
        && Killed(mention.Claims).Max() is { } one && Killed(draft.Claims).Min() is { } all && one * 3 <= all * 2;

    /// <summary>The largest number of weapons told, or null.</summary>
    public static decimal? Count(IEnumerable<Claim> claims) => claims.Where(c => c.Role is "count").Select(c => c.Value).OfType<QuantityValue>().Select(q => q.Quantity.Low ?? q.Quantity.High).Max();

    /// <summary>Nameless gunmen are no state's forces.</summary>
    public static bool AreSides(IEnumerable<Claim> own, IEnumerable<Claim> theirs)
    {
        var (a, b) = (Doers(own), Doers(theirs));
        return a.Count > 0 && b.Count > 0 && ((a.TrueForAll(IsNameless) && b.TrueForAll(IsForce)) || (b.TrueForAll(IsNameless) && a.TrueForAll(IsForce)) || (a.TrueForAll(IsGroup) && b.TrueForAll(IsArmy)) || (b.TrueForAll(IsGroup) && a.TrueForAll(IsArmy)));
    }

    /// <summary>The states whose authorities, forces or officials tell it, first hand.</summary>
    public static HashSet<string> Tellers(IEnumerable<Claim> claims) =>
        claims.Where(c => c.AccordingTo.Count > 0).Select(c => c.AccordingTo[^1].Actor).Where(a => a is { Country: not null, Kind: ActorKind.State or ActorKind.Government or ActorKind.Ministry or ActorKind.Military or ActorKind.Person }).Select(a => a.Country!).ToHashSet(StringComparer.Ordinal);

    /// <summary>Who is told to have done it.</summary>
    public static List<Actor> Doers(IEnumerable<Claim> claims) => [.. claims.Where(c => c.Role is "actor").Select(c => c.Value).OfType<ActorValue>().Select(a => a.Actor)];

    private static bool IsNameless(Actor actor) => actor.Kind == ActorKind.Unnamed;

    /// <summary>True when an armed group is told to have done it, which may well strike in the land it is of.</summary>
    public static bool AreGroups(IEnumerable<Claim> claims) => Doers(claims).Exists(IsGroup);

    /// <summary>True when all who are told to have done it are a state and its forces.</summary>
    public static bool AreForces(IEnumerable<Claim> claims) => Doers(claims).TrueForAll(IsForce);

    /// <summary>True when armed groups or nameless gunmen are told to have done it, and nobody else.</summary>
    public static bool AreByFighters(IEnumerable<Claim> claims) => Doers(claims) is { Count: > 0 } doers && doers.TrueForAll(d => IsGroup(d) || IsNameless(d));

    private static bool IsGroup(Actor actor) => actor.Kind == ActorKind.ArmedGroup;

    private static bool IsArmy(Actor actor) => actor.Kind is ActorKind.Government or ActorKind.Military or ActorKind.Ministry;

    private static bool IsForce(Actor actor) => actor.Kind is ActorKind.State or ActorKind.Government or ActorKind.Military or ActorKind.Ministry;

    /// <summary>"six were shot dead by gunmen", after one killed by a missile.</summary>
    public static bool IsByOthers(EventMention mention, EventDraft draft)
    {
        var doers = Doers(mention.Claims);
        return doers.Count > 0 && doers.TrueForAll(IsNameless) && !Doers(draft.Claims).Exists(d => d.Kind == ActorKind.ArmedGroup) && !SameLoss(mention, draft) && Killed(draft.Claims).Any() && Killed(mention.Claims).Any()
            && !draft.Claims.Any(c => c is { Role: "actor", Value: ActorValue { Actor: { Kind: ActorKind.Unnamed } told } } && doers.Exists(d => LastWord(d.Name).Equals(LastWord(told.Name), StringComparison.OrdinalIgnoreCase)));
    }

    private static ReadOnlySpan<char> LastWord(string name) => name.AsSpan(name.LastIndexOf(' ') + 1);

    /// <summary>True when one number of dead is told of both.</summary>
    public static bool SameLoss(EventMention mention, EventDraft draft) => Killed(mention.Claims).Intersect(Killed(draft.Claims)).Any();

    /// <summary>"last week three were killed", after seven on Sunday: another figure of another time is another loss.</summary>
    public static bool CountOthers(EventMention mention, EventDraft draft)
    {
        var own = Killed(mention.Claims).ToHashSet();
        var theirs = Killed(draft.Claims).ToHashSet();
        var times = mention.Claims.Where(c => c.Role is "time").Select(c => c.Evidence[0]).ToList();
        return own.Count > 0 && theirs.Count > 0 && !own.Overlaps(theirs) && times.Count > 0 && draft.Claims.Any(c => c.Value is TimeValue time && !mention.Claims.Any(m => m.Value is TimeValue other && other.Time.First == time.Time.First && other.Time.Last == time.Time.Last));
    }

    /// <summary>True when both tell a number of dead and none is the same.</summary>
    public static bool AreOthers(EventMention mention, EventDraft draft) =>
        AreOthers(mention.Claims, draft.Claims);

    /// <summary>True when both tell a number of dead and none is the same.</summary>
    public static bool AreOthers(IEnumerable<Claim> own, IEnumerable<Claim> theirs)
    {
        var dead = Killed(own).ToHashSet();
        return dead.Count > 0 && Killed(theirs).ToList() is { Count: > 0 } others && !others.Exists(dead.Contains);
    }

    /// <summary>"three terrorists were killed"; far below "all 33 terrorists were killed", without a place or a day: of another happening.</summary>
    public static bool AreFarOff(EventMention mention, EventDraft draft) =>
        !mention.Claims.Any(c => c.Value is PlaceValue or TimeValue) && draft.Mentions.All(m => mention.Sentence - m.Sentence > 1) && Killed(mention.Claims).Min() is { } own && Killed(draft.Claims).Max() is { } all && own >= all * FarOff;

    /// <summary>True when it tells a number of dead.</summary>
    public static bool HasKilled(EventMention mention) => Killed(mention.Claims).Any();

    private static IEnumerable<decimal?> Killed(IEnumerable<Claim> claims) => claims.Where(c => c.Role is "killed").Select(c => c.Value).OfType<QuantityValue>().Select(q => q.Quantity.Low ?? q.Quantity.High).Where(f => f is not null);
}
