using Dateline.Claims;

namespace Dateline.Events;

/// <summary>Settles what tests and launches are told twice under two kinds: what an interceptor on trial shot down, and rockets whose kind another sentence tells.</summary>
internal static class TestSettler
{
    private const int Beside = 2; // sentences between a test and what it shot down
    private const string Reason = "told of the test";
    private const string Rocket = "rocket";
    private const string Interceptor = "air_defence_missile";

    /// <summary>Joins them.</summary>
    public static void Settle(List<EventDraft> drafts)
    {
        foreach (var downed in drafts.Where(d => d is { Kind: "interception", OwnDays: null } && d.Countries("recipient").Count == 0).ToList())
        {
            Move(drafts, downed, drafts.Find(t => t is { Kind: "weapon_test" } && t.Status == downed.Status && IsBeside(t, downed) && (SharesWeapon(t, downed) || t.Countries("actor", "participant").Overlaps(downed.Countries("actor")))));
        }

        // "the interceptor roared up to destroy the incoming missile": of the test
        foreach (var hit in drafts.Where(d => d is { Kind: "strike", OwnDays: null } && d.Countries("actor", "recipient").Count == 0 && d.WeaponClasses.SetEquals([Interceptor])).ToList())
        {
            Move(drafts, hit, drafts.Find(t => t is { Kind: "weapon_test" } && t.Status == hit.Status));
        }

        // "launched a ballistic missile. The unarmed rocket took off at 2 a.m."; "the rocket launch" of a satellite
        foreach (var launch in drafts.Where(d => d is { Kind: "satellite_launch" or "missile_test" } && d.WeaponClasses.SetEquals([Rocket]) && !d.Claims.Any(c => c.Role is "payload" or "weapon_name")).ToList())
        {
            var other = launch.Kind is "satellite_launch" ? "missile_test" : "satellite_launch";
            Move(drafts, launch, drafts.Find(d => string.Equals(d.Kind, other, StringComparison.Ordinal) && d.Status == launch.Status && !d.WeaponClasses.SetEquals([Rocket]) && IsSameParty(d, launch) && MentionJoiner.SameDays(d.Times(), launch.Times())));
        }

        SettleBids(drafts);
    }

    // "launched a rocket in a failed bid to put a satellite into orbit": the launch of a satellite, which only the bid tells
    private static void SettleBids(List<EventDraft> drafts)
    {
        foreach (var bid in drafts.Where(d => d is { Kind: "satellite_launch", Status: EventStatus.Hypothetical or EventStatus.Denied }).ToList())
        {
            var launch = drafts.Find(d => d is { Kind: "missile_test", Status: EventStatus.News or EventStatus.Background } && d.WeaponClasses.SetEquals([Rocket]) && IsSameParty(d, bid) && d.Mentions.Any(m => bid.Mentions.Any(o => o.Sentence == m.Sentence)));
            if (launch is null)
            {
                continue;
            }

            var told = new EventDraft(bid.Kind, launch.Mentions[0]);
            told.JoinAll(launch, Reason, 1);
            told.JoinAll(bid, Reason);
            drafts[drafts.IndexOf(launch)] = told;
            drafts.Remove(bid);
        }
    }

    private static void Move(List<EventDraft> drafts, EventDraft draft, EventDraft? into)
    {
        if (into is not null)
        {
            into.JoinAll(draft, Reason);
            drafts.Remove(draft);
        }
    }

    private static bool IsBeside(EventDraft test, EventDraft other) =>
        test.Mentions.Any(m => other.Mentions.Any(o => Math.Abs(o.Sentence - m.Sentence) <= Beside));

    private static bool SharesWeapon(EventDraft test, EventDraft other) =>
        test.Claims.Select(c => c.Value).OfType<WeaponNameValue>().Any(w => other.Mentions.Any(m => m.Claims.Any(c => c.Value is WeaponNameValue o && string.Equals(o.Name, w.Name, StringComparison.OrdinalIgnoreCase))));

    private static bool IsSameParty(EventDraft one, EventDraft other) =>
        one.Countries("actor") is var own && other.Countries("actor") is var theirs && (own.Count == 0 || theirs.Count == 0 || own.Overlaps(theirs));
}
