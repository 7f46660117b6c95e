using Dateline.Annotations.Actors;
using Dateline.Claims;

namespace Dateline.Events;

/// <summary>Settles which launches were strikes: those of a party that strikes in the same report, and those another party shot down.</summary>
internal static class StrikeSettler
{
    private const int Beside = 2; // sentences between a strike and a further one of the same force
    private const string Reason = "launches of the strike";

    /// <summary>Joins launches to the strike they were, or makes strikes of them.</summary>
    public static void Settle(List<EventDraft> drafts)
    {
        HarmfulFire(drafts);
        HarmlessFire(drafts);
        foreach (var launch in drafts.Where(d => d is { Kind: "missile_test", Status: EventStatus.News or EventStatus.Background } && (IsByNameless(d) || (d.Status == EventStatus.News && !IsAtSea(d)))).ToList())
        {
            var strike = drafts.Find(d => d is { Kind: "strike" } && d.Status == launch.Status && ((launch.Countries("actor").Count == 0 && !IsByNameless(launch)) || d.Countries("actor").Overlaps(launch.Countries("actor"))) && MentionJoiner.SameDays(d.Times(), launch.Times()));
            if (strike is null && (IsShotDown(launch, drafts) || IsByNameless(launch)))
            {
                drafts.Add(strike = new EventDraft("strike", launch.Mentions[0]));
                strike.JoinAll(launch, Reason, 1);
            }
            else if (strike is not null)
            {
                strike.JoinAll(launch, Reason);
            }
            else
            {
                continue;
            }

            drafts.Remove(launch);
        }

        FurtherStrikes(drafts);
    }

    // "a Russian missile hit X. Another strike hit a depot in Y": a force that strikes by air or from afar struck there too; bombs and gunmen may be anybody's
    private static void FurtherStrikes(List<EventDraft> drafts)
    {
        foreach (var further in drafts.Where(d => d is { Kind: "strike", Status: EventStatus.News } && d.Mentions[0].IsAnother && d.Countries("actor").Count == 0 && Sides.Doers(d.Claims).Count == 0 && !d.WeaponClasses.Contains("bomb")).ToList())
        {
            var start = further.Mentions[0].Trigger.Start;
            var before = drafts.Where(d => d is { Kind: "strike" or "casualties", Status: EventStatus.News } && !ReferenceEquals(d, further) && d.Mentions[0].Trigger.Start < start && further.Mentions[0].Sentence - d.Mentions.Where(m => m.Trigger.Start < start).Max(m => m.Sentence) <= Beside).MaxBy(d => d.Mentions.Where(m => m.Trigger.Start < start).Max(m => m.Trigger.Start));
            if (before?.Claims.FirstOrDefault(c => c is { Role: "actor", Inferred: false, Value: ActorValue }) is not { } doer || !Sides.AreForces(before.Claims) || (before.PlaceCountries.Count > 0 && further.PlaceCountries.Count > 0 && !before.PlaceCountries.Overlaps(further.PlaceCountries)))
            {
                continue;
            }

            foreach (var draft in drafts.Where(d => ReferenceEquals(d, further) || (d.Causes.Contains(further) && Sides.Doers(d.Claims).Count == 0)).ToList())
            {
                var own = draft.Mentions[0];
                draft.Replace(own, own with { Claims = [.. own.Claims, doer with { Inferred = true, Rule = "events.strikes: the force of the strike told before it" }] });
            }
        }
    }

    // "the shelling killed thirteen": fire that kills people is no drill
    private static void HarmfulFire(List<EventDraft> drafts)
    {
        foreach (var fire in drafts.Where(d => d is { Kind: "artillery_fire", Status: EventStatus.News or EventStatus.Background } && (d.Claims.Any(c => c.Role is "killed" or "wounded") || HasVictims(d, drafts))).ToList())
        {
            var strike = drafts.Find(d => d.Kind is "strike" && d.Status == fire.Status && d.Countries("actor").Overlaps(fire.Countries("actor")) && MentionJoiner.SameDays(d.Times(), fire.Times()));
            if (strike is null)
            {
                drafts[drafts.IndexOf(fire)] = strike = new EventDraft("strike", fire.Mentions[0]);
                strike.JoinAll(fire, Reason, 1);
                continue;
            }

            strike.JoinAll(fire, Reason);
            drafts.Remove(fire);
        }
    }

    // "fired a missile toward the island", of a test told as such: nothing was struck
    private static void HarmlessFire(List<EventDraft> drafts)
    {
        foreach (var fire in drafts.Where(d => d is { Kind: "strike", Status: EventStatus.News } && d.OwnDays is null && d.Countries("recipient").Count == 0 && d.Claims.All(c => c.Role is "actor" or "weapon_class" or "weapon_name" or "count" or "target_place")).ToList())
        {
            if (drafts.Find(d => d is { Kind: "missile_test", Status: EventStatus.News } && d.Countries("actor").Overlaps(fire.Countries("actor"))) is { } test)
            {
                test.JoinAll(fire, "told of the test");
                drafts.Remove(fire);
            }
        }

        // "the missiles fired at targets around the country on Sunday", below a test of Monday: at targets in the land of who tests
        foreach (var fire in drafts.Where(d => d is { Kind: "strike", Status: EventStatus.News } && d.OwnDays is not null && d.Countries("recipient").Count == 0 && d.Claims.All(c => c.Role is "actor" or "weapon_class" or "weapon_name" or "count" or "target_place" or "place" or "time")).ToList())
        {
            if (drafts.Exists(d => d is { Kind: "missile_test", Status: EventStatus.News } && d.Countries("actor").SetEquals(fire.Claims.Select(c => c.Value).OfType<PlaceValue>().Select(p => p.Place.Country).OfType<string>()) && (fire.Countries("actor") is { Count: 0 } || d.Countries("actor").Overlaps(fire.Countries("actor")))))
            {
                var test = new EventDraft("missile_test", fire.Mentions[0]);
                test.JoinAll(fire, "told of the tests", 1);
                drafts[drafts.IndexOf(fire)] = test;
            }
        }
    }

    private static bool HasVictims(EventDraft fire, List<EventDraft> drafts) =>
        drafts.Exists(d => d.Kind is "casualties" && d.Status == fire.Status && d.Countries("actor").Overlaps(fire.Countries("actor")) && MentionJoiner.SameDays(d.Times(), fire.Times()));

    // "militants fired a rocket": nobody tests who has no state
    private static bool IsByNameless(EventDraft launch) =>
        launch.Claims.Any(c => c is { Role: "actor", Value: ActorValue { Actor.Kind: ActorKind.Unnamed or ActorKind.ArmedGroup } });

    private static bool IsAtSea(EventDraft launch) => launch.Claims.Any(c => c.Value is PlaceValue { Place.Kind: "water" } or PlaceValue { Relation: not null });

    // "Russia had launched four missiles", where another state shot missiles down the same day
    private static bool IsShotDown(EventDraft launch, List<EventDraft> drafts) =>
        drafts.Exists(d => d is { Kind: "interception", Status: EventStatus.News } && MentionJoiner.SameDays(d.Times(), launch.Times())
            && (launch.Countries("actor") is { Count: > 0 } doers ? d.Countries("actor") is var by && !by.Overlaps(doers) && (by.Count > 0 || d.WeaponClasses.Overlaps(launch.WeaponClasses)) : d.WeaponClasses.Overlaps(launch.WeaponClasses)));
}
