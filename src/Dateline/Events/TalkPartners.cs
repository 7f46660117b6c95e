using Dateline.Annotations.Actors;
using Dateline.Claims;

namespace Dateline.Events;

/// <summary>What sets one meeting or punishment apart from another: who sat on either side, who punished.</summary>
internal static class TalkPartners
{
    /// <summary>"met the president of Chile", "also met the envoy of Peru": one side is the same, the other is not.</summary>
    public static bool MeetOthers(EventMention mention, EventDraft draft)
    {
        if (AreOtherPersons(mention, draft))
        {
            return true;
        }

        var beside = draft.Mentions.Any(m => m.Sentence == mention.Sentence);
        var (own, theirs) = (Parties(mention.Claims), Parties(draft.Claims));
        if (beside || mention.Claims.Concat(draft.Claims).Any(c => c.Value is ActorValue { Actor.Kind: ActorKind.Organization }))
        {
            // "the Security Council will meet", "the ministers of Chile and Peru will meet"
            return !beside && !draft.Mentions.All(m => m.IsHeadline) && own.Count > 1 && theirs.Count > 0 && !own.Overlaps(theirs);
        }

        return own.Count > 1 && theirs.Count > 1 && !own.IsSubsetOf(theirs) && !theirs.IsSubsetOf(own);
    }

    /// <summary>"the European Union agreed on sanctions", "Chile and Peru have announced sanctions": organisations are punishers of their own.</summary>
    public static bool PunishOthers(EventMention mention, EventDraft draft)
    {
        var (own, theirs) = (Punishers(mention.Claims), Punishers(draft.Claims));
        return own.Count > 0 && theirs.Count > 0 && !own.Overlaps(theirs) && !mention.IsDefinite && !draft.Mentions.All(m => m.IsHeadline);
    }

    // "the leader received the minister", "the minister met his counterpart": of both states somebody is named, and of one of them somebody else
    private static bool AreOtherPersons(EventMention mention, EventDraft draft)
    {
        var (own, theirs) = (Persons([mention]), Persons(draft.Mentions));
        var shared = own.Select(p => p.Country).Distinct(StringComparer.Ordinal).Where(c => theirs.Exists(t => string.Equals(t.Country, c, StringComparison.Ordinal))).ToList();
        return shared.Count > 1 && shared.Exists(c => !own.Exists(p => string.Equals(p.Country, c, StringComparison.Ordinal) && theirs.Exists(t => AreOne(p, t))));
    }

    private static List<Actor> Persons(IEnumerable<EventMention> mentions) =>
        [.. mentions.SelectMany(m => m.Claims).Where(c => c is { Role: "participant" or "actor", Value: ActorValue { Actor: { Kind: ActorKind.Person, Country: not null } } }).Select(c => ((ActorValue)c.Value).Actor)];

    // "Lee Sung Min", "Lee": a name and a part of it
    private static bool AreOne(Actor one, Actor other) =>
        one.IsSameAs(other) || IsNamedIn(one, other) || IsNamedIn(other, one);

    private static bool IsNamedIn(Actor one, Actor other) => other.Name.Split(' ').Contains(one.Name.Split(' ')[^1], StringComparer.OrdinalIgnoreCase) && (one.Id is null || other.Id is null);

    private static HashSet<string> Parties(IEnumerable<Claim> claims) =>
        claims.Where(c => c.Role is "participant" or "actor").Select(c => c.Value).OfType<ActorValue>().Select(v => v.Actor.Country ?? v.Actor.Id ?? v.Actor.Name).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Punishers(IEnumerable<Claim> claims) =>
        claims.Where(c => c.Role is "actor").Select(c => c.Value).OfType<ActorValue>().Where(v => v.Actor.Country is not null || v.Actor.Id is not null).Select(v => v.Actor.Kind == ActorKind.Organization ? v.Actor.Id ?? v.Actor.Country! : v.Actor.Country ?? v.Actor.Id!).ToHashSet(StringComparer.Ordinal);
}
