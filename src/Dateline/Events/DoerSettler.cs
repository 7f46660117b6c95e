using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Claims;

namespace Dateline.Events;

/// <summary>
/// Gives launches nobody is said to have done their doer: the state they were launched from, where the report tells of deeds of that state, else the
/// one state that did all others of the kind. Inferred, and said so in the rule.
/// </summary>
internal sealed class DoerSettler(NameLexicon names)
{
    /// <summary>Completes the drafts.</summary>
    public void Settle(List<EventDraft> drafts)
    {
        SettleDefence(drafts);
        foreach (var launch in drafts.Where(d => d is { Kind: "missile_test" or "weapon_test" or "satellite_launch" or "nuclear_test", Status: EventStatus.News or EventStatus.Background } && IsOpen(d)).ToList())
        {
            var doers = drafts.Where(d => d.Status is EventStatus.News or EventStatus.Background).SelectMany(d => d.Claims, (d, c) => (d.Kind, Claim: c)).Where(c => c.Claim is { Role: "actor", Value: ActorValue { Actor: { Country: not null, Kind: not (ActorKind.Organization or ActorKind.ArmedGroup) } } }).ToList();
            var from = launch.Claims.Where(c => c is { Role: "launch_place", Value: PlaceValue { Country: not null } }).Select(c => ((PlaceValue)c.Value).Country!).Distinct(StringComparer.Ordinal).ToList();
            var found = from.Count == 0
                ? doers.Where(d => string.Equals(d.Kind, launch.Kind, StringComparison.Ordinal)).DistinctBy(d => CountryOf(d.Claim), StringComparer.Ordinal).ToList() is [var only] ? only.Claim : null
                : from.Count == 1 ? doers.Find(d => string.Equals(CountryOf(d.Claim), from[0], StringComparison.Ordinal)).Claim : null;
            if (found is not null && names.Country(CountryOf(found)) is { } state)
            {
                var own = launch.Mentions[0];
                var rule = from.Count == 0 ? "events.doers: the one who did all others of the kind" : "events.doers: launched from the land of one the report tells of";
                launch.Replace(own, own with { Claims = [.. own.Claims, found with { Value = new ActorValue(NameLexicon.State(state)), Inferred = true, Rule = rule }] });
            }
        }
    }

    // "air defences shot down 138 drones, the air force said": each side tells what it shot down itself
    private void SettleDefence(List<EventDraft> drafts)
    {
        foreach (var down in drafts.Where(d => d is { Kind: "interception", Status: EventStatus.News or EventStatus.Background } && !d.Claims.Any(c => c.Role is "actor")))
        {
            if (Sides.Tellers(down.Claims).Take(2).ToList() is [var own] && names.Country(own) is { } state && down.Claims.FirstOrDefault() is { } told && !down.PlaceCountries.Any(c => c is not null && !string.Equals(c, own, StringComparison.Ordinal)))
            {
                var first = down.Mentions[0];
                down.Replace(first, first with { Claims = [.. first.Claims, told with { Role = "actor", Value = new ActorValue(NameLexicon.State(state)), Inferred = true, Rule = "events.doers: the state whose forces tell of it" }] });
            }
        }
    }

    private static bool IsOpen(EventDraft launch) => !launch.Claims.Any(c => c.Role is "actor" or "participant") && !launch.Mentions.Any(m => m.NamesDoer);

    private static string CountryOf(Claim claim) => ((ActorValue)claim.Value).Actor.Country!;
}
