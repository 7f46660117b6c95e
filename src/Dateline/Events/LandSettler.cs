using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Claims;

namespace Dateline.Events;

/// <summary>
/// Says where an attack on a state was, and where that state shot down what was sent, when no words name a place: "launched 90 drones at Ukraine" struck in Ukraine.
/// Marked as inferred; nothing is said where a place is told, of several lands, or of a state that only describes what was hit ("a US warship").
/// </summary>
internal static class LandSettler
{
    private const string Struck = "events.land: the state that was struck";
    private const string Shielded = "events.land: the state that was struck shot it down";
    private const string OfItsAttack = "events.land: where the attack that caused them was";

    /// <summary>Completes the drafts.</summary>
    public static void Settle(List<EventDraft> drafts, NameLexicon names)
    {
        foreach (var strike in drafts.Where(d => d.Kind is "strike" && !HasPlace(d)))
        {
            var targets = strike.Claims.Where(IsWholeState).ToList();
            if (targets.DistinctBy(CountryOf, StringComparer.Ordinal).Take(2).ToList() is [var target] && !strike.Countries("actor").Contains(CountryOf(target)))
            {
                Give(strike, target, CountryOf(target), "target_place", Struck, names);
            }
        }

        foreach (var down in drafts.Where(d => d.Kind is "interception" && !HasPlace(d)).ToList())
        {
            if (down.Countries("actor").Take(2).ToList() is [var own] && drafts.Find(d => d.Kind is "strike" && d.Status == down.Status && d.Countries("actor").Count > 0 && !d.Countries("actor").Contains(own) && d.PlaceCountries.SetEquals([own])) is not null
                && down.Claims.FirstOrDefault(c => c is { Role: "actor", Value: ActorValue { Actor.Country: not null } }) is { } doer)
            {
                Give(down, doer, own, "place", Shielded, names);
            }
        }

        foreach (var losses in drafts.Where(d => d is { Kind: "casualties", Causes.Count: 1 } && !HasPlace(d)))
        {
            if (drafts.Find(losses.Causes.Contains) is { } attack && attack.Status == losses.Status && attack.Claims.FirstOrDefault(c => c is { Inferred: true, Role: "target_place", Value: PlaceValue }) is { } place)
            {
                var told = losses.Mentions[0];
                losses.Replace(told, told with { Claims = [.. told.Claims, place with { Role = "place", Rule = OfItsAttack }] });
            }
        }
    }

    private static void Give(EventDraft draft, Claim origin, string country, string role, string rule, NameLexicon names)
    {
        if (names.Country(country) is { } land)
        {
            var told = draft.Mentions[0];
            draft.Replace(told, told with { Claims = [.. told.Claims, origin with { Role = role, Value = new PlaceValue(land, null), Inferred = true, Rule = rule }] });
        }
    }

    private static bool HasPlace(EventDraft draft) => draft.Claims.Any(c => c is { Role: "place" or "target_place", Value: PlaceValue });

    private static bool IsWholeState(Claim claim) =>
        claim is { Role: "recipient", Value: ActorValue { Actor: { Kind: ActorKind.State, Country: not null } } } && !claim.Rule.Contains("describes", StringComparison.Ordinal);

    private static string CountryOf(Claim claim) => ((ActorValue)claim.Value).Actor.Country!;
}
