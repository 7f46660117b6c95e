using Dateline.Claims;

namespace Dateline.Events;

/// <summary>Settles how happenings stand to the report once all of it is read: what a headline tells in few words, the body tells right.</summary>
internal sealed class NewsSettler(Codebook codebook)
{
    private const int DaysBack = 4; // days of the week before the news; the others lie behind it
    private const int FarBelow = 3; // sentences

    /// <summary>Brings together what headline and body tell in different tenses, and gives news without a day the recent day told further down.</summary>
    public void Settle(List<EventDraft> drafts)
    {
        CarrySatellites(drafts);
        CarryShells(drafts);
        JoinDefence(drafts);
        YieldHeadlines(drafts);
        YieldAnnouncements(drafts);
        DateLeads(drafts);
        RecallEarlier(drafts);
        RecallEarlierFights(drafts);
        RecallCondemned(drafts);
        CarryDeliveries(drafts);
    }

    // "five jets landed at the base"; "the jets bought from Chile": what comes to who bought it is delivered, and not deployed
    private static void CarryDeliveries(List<EventDraft> drafts)
    {
        foreach (var flown in drafts.Where(d => d is { Kind: "troop_deployment", Status: EventStatus.News or EventStatus.Planned } && d.Countries("actor").Count == 0 && d.Claims.Any(c => c.Role is "unit")).ToList())
        {
            var goals = flown.Claims.Where(c => c.Role is "destination_place").Select(c => c.Value).OfType<PlaceValue>().Select(p => p.Country).OfType<string>().ToHashSet(StringComparer.Ordinal);
            if (drafts.Find(d => d is { Kind: "arms_transfer" } && d.Status == flown.Status && goals.Overlaps(d.Countries("recipient"))) is { } delivery)
            {
                Merge(drafts, delivery, flown, "what was delivered");
            }
        }
    }

    // "summoned the envoy and protested"; below it what for: where the protest is the news, the losses are what it is about
    private static void RecallCondemned(List<EventDraft> drafts)
    {
        if (drafts.Find(d => d is { Kind: "statement", Status: EventStatus.News } && !d.Claims.Any(c => c is { Role: "mode", Value: TextValue { Text: not "condemnation" } })) is not { } protest)
        {
            return;
        }

        var first = protest.Mentions.Min(m => m.Trigger.Start);
        if (drafts.Exists(d => d.Status == EventStatus.News && !ReferenceEquals(d, protest) && d.Mentions.Any(m => m.Trigger.Start < first)))
        {
            return; // the protest answers what the report tells first
        }

        foreach (var told in drafts.Where(d => d is { Kind: "strike" or "casualties" or "artillery_fire", Status: EventStatus.News } && !d.Mentions.Any(m => m.IsHeadline)))
        {
            told.Recall();
        }
    }

    // "a drone strike on Friday killed four. … On Wednesday two were killed": below the news, what was done on a day before its day is recalled
    private static void RecallEarlierFights(List<EventDraft> drafts)
    {
        var fights = drafts.Where(d => d is { Kind: "strike" or "casualties" or "interception", Status: EventStatus.News }).ToList();
        var news = fights.Where(HasDay).MinBy(d => d.Mentions.Min(m => m.Sentence)) ?? fights.MinBy(d => d.Mentions.Min(m => m.Sentence));
        foreach (var later in fights.Where(d => HasDay(d) && !d.Mentions.Any(m => m.IsHeadline)))
        {
            if (later.Mentions.Min(m => m.Sentence) - news!.Mentions.Min(m => m.Sentence) is >= 1 and var behind && IsOnEarlierDay(later, news, behind))
            {
                later.Recall();
            }
        }
    }

    private static bool HasDay(EventDraft draft) => draft.OwnDays is not null || MentionJoiner.OpenDays(draft.Claims).Count > 0;

    // days known only by their names lie in the week before the last of the news
    private static bool IsOnEarlierDay(EventDraft told, EventDraft news, int behind)
    {
        if (told.OwnDays is { } own && news.OwnDays is { } day)
        {
            return own.Last.PlusDays(behind > 1 ? 0 : 1) < day.First; // what was done the day before may be told right behind the news
        }

        var (open, days) = (MentionJoiner.OpenDays(told.Claims), MentionJoiner.OpenDays(news.Claims));
        if (told.OwnDays is not null || news.OwnDays is not null || open.Count == 0)
        {
            return false;
        }

        return open.All(MentionJoiner.IsWeekday)
            ? days.Count > 0 && days.All(MentionJoiner.IsWeekday) && open.Max(DayOfWeek) is var last && days.Min(DayOfWeek) is var first && (first - last + 7) % 7 is var back && back <= DaysBack && back >= (behind > 1 ? 1 : 2)
            : !open.Any(MentionJoiner.IsWeekday) && days.All(MentionJoiner.IsWeekday) && behind >= FarBelow; // "on July 1", far below what happened "on Sunday"
    }

    private static int DayOfWeek(string day) => day[^1] - '0';

    // "fired two missiles on Sunday. … It launched another on Thursday": below the news, what the same party did on an earlier day is recalled
    private void RecallEarlier(List<EventDraft> drafts)
    {
        foreach (var later in drafts.Where(d => d.Status == EventStatus.News && (codebook.Carries(d.Kind, "launch_place") || d.Kind is "artillery_fire" or "incursion") && !d.Mentions.Any(m => m.IsHeadline)).ToList())
        {
            if (drafts.Exists(d => !ReferenceEquals(d, later) && d.Status == EventStatus.News && Alike(d, later) && later.Mentions.Min(m => m.Sentence) - d.Mentions.Min(m => m.Sentence) is >= 1 and var behind && (behind > 1 || later.OwnDays is not null) && IsEarlier(later, d)))
            {
                later.Recall();
            }
        }
    }

    // two days or more before the news (what was done the day before is told with it); where no day of publication is known, on another day
    private static bool IsEarlier(EventDraft told, EventDraft news) =>
        told.OwnDays is { } own && news.OwnDays is { } day ? own.Last.PlusDays(1) < day.First
            : told.OwnDays is null && news.OwnDays is null && MentionJoiner.OpenDays(told.Claims) is { Count: > 0 } open && MentionJoiner.OpenDays(news.Claims) is { Count: > 0 } days && !open.Overlaps(days);

    // "launched a long-range rocket", and below "its second attempt to put a spy satellite into orbit": one launch
    private void CarrySatellites(List<EventDraft> drafts)
    {
        foreach (var rocket in drafts.Where(d => d is { Kind: "missile_test", Status: EventStatus.News } && IsCarrier(d)).ToList())
        {
            if (drafts.Find(d => d is { Kind: "satellite_launch", Status: EventStatus.News } && SameParty(d, rocket) && MentionJoiner.SameDays(d.Times(), rocket.Times())) is { } satellite)
            {
                Merge(drafts, satellite, rocket, "the rocket of the satellite");
            }
        }
    }

    // "fired ten shells from rocket launchers", and below "launched the rockets toward the sea": one firing
    private static void CarryShells(List<EventDraft> drafts)
    {
        foreach (var rockets in drafts.Where(d => d is { Kind: "missile_test", Status: EventStatus.News } && d.WeaponClasses.Count > 0 && d.WeaponClasses.IsSubsetOf(["rocket", "projectile", "rocket_artillery"])).ToList())
        {
            if (drafts.Find(d => d is { Kind: "artillery_fire", Status: EventStatus.News } && d.Mentions[0].Trigger.Start < rockets.Mentions[0].Trigger.Start && SameParty(d, rockets) && MentionJoiner.SameDays(d.Times(), rockets.Times())) is { } shells)
            {
                Merge(drafts, shells, rockets, "the rockets of the firing");
            }
        }
    }

    // "tested an interceptor" and "an anti-missile test", "tested a rocket engine" and "the rocket test": one test
    private static void JoinDefence(List<EventDraft> drafts)
    {
        foreach (var defence in drafts.Where(d => d is { Kind: "weapon_test", Status: EventStatus.News }).ToList())
        {
            if (drafts.Find(d => d is { Kind: "missile_test", Status: EventStatus.News } && d.WeaponClasses.IsSubsetOf(["missile", "rocket", "air_defence_missile"]) && SameParty(d, defence) && MentionJoiner.SameDays(d.Times(), defence.Times())) is { } told)
            {
                Merge(drafts, defence, told, "the test of the weapon");
            }
        }
    }

    // nouns that only remind of tests may name other weapons
    private bool IsCarrier(EventDraft draft)
    {
        var classes = draft.Mentions.Where(m => !m.IsWeak).SelectMany(m => m.Claims).Select(c => c.Value).OfType<WeaponClassValue>().Select(w => w.Class).ToList();
        return classes.Count > 0 && classes.TrueForAll(c => codebook.Has(c, ClassTrait.Carrier));
    }

    // "N. Korea sending 12,000 soldiers" over "has decided to send": a headline's present tense yields to the body's plan
    private static void YieldHeadlines(List<EventDraft> drafts)
    {
        foreach (var told in drafts.Where(d => d.Status == EventStatus.News && d.OwnDays is null && d.Mentions.All(m => m.IsHeadline)).ToList())
        {
            if (drafts.Find(d => d.Status == EventStatus.Planned && Alike(d, told)) is { } planned)
            {
                Merge(drafts, planned, told, "told in the headline");
            }
        }
    }

    // "Ministry announces withdrawal" over "announced the completion of the withdrawal": the body says it is done
    private static void YieldAnnouncements(List<EventDraft> drafts)
    {
        foreach (var announced in drafts.Where(d => d.Status == EventStatus.Planned && d.OwnDays is null && d.Mentions.All(m => m.IsHeadline && m.Reason is MentionReasons.Announced)).ToList())
        {
            if (drafts.Find(d => d.Status == EventStatus.News && Alike(d, announced)) is { } done)
            {
                Merge(drafts, done, announced, "told in the headline");
            }
        }
    }

    // "Satellite images show troops in Russia", and below "between October 8 and 13 it moved its troops": the day of the news
    private static void DateLeads(List<EventDraft> drafts)
    {
        foreach (var recent in drafts.Where(d => d.Status == EventStatus.Background && d.Mentions.Any(m => m.IsRecent)).ToList())
        {
            if (drafts.Find(d => d.Status == EventStatus.News && d.OwnDays is null && Alike(d, recent) && !Sides.AreOthers(d.Claims, recent.Claims) && !(d.Kind is "strike" && recent.Mentions.Any(m => m.IsIndefinite)) && !(d.Kind is "strike" or "casualties" && AreSeveral(d, recent))) is { } news && !drafts.Exists(d => d.Status == EventStatus.News && d.OwnDays is not null && Alike(d, recent)))
            {
                Merge(drafts, news, recent, "the day of the news");
            }
        }
    }

    // "launched 21 drones", "had launched a boat last week": another number, or no single day
    private static bool AreSeveral(EventDraft news, EventDraft recent) =>
        (Sides.Count(news.Claims) is { } told && Sides.Count(recent.Claims) is { } earlier && told != earlier)
        || recent.Times().All(t => t.Precision > Annotations.Times.TimePrecision.Day);

    private static bool Alike(EventDraft one, EventDraft other) => string.Equals(one.Kind, other.Kind, StringComparison.Ordinal) && SameParty(one, other);

    private static bool SameParty(EventDraft one, EventDraft other)
    {
        var (a, b) = (one.Countries("actor", "participant"), other.Countries("actor", "participant"));
        return a.Count == 0 || b.Count == 0 || a.Overlaps(b);
    }

    private static void Merge(List<EventDraft> drafts, EventDraft into, EventDraft from, string reason)
    {
        into.JoinAll(from, reason);
        drafts.Remove(from);
    }
}
