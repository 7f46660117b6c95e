using System.Globalization;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Claims;

namespace Dateline.Events;

/// <summary>Decides whether a mention tells of a happening already told, and why.</summary>
internal sealed class MentionJoiner(Codebook codebook)
{
    private const int LastTold = 5; // what speaks for the attack told last, where another is but called the attack
    private const string UnknownDay = "XXXX-XX-XX";
    private const string OpenMonth = "XXXX-MM";


    /// <summary>The draft the mention belongs to, and why; null when it is a happening of its own.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="drafts">What was told so far.</param>
    /// <param name="cause">For casualties, the attack that caused them; else null.</param>
    /// <param name="toldBefore">True for a mention that was told before all of them: of equals the first is meant.</param>
    public (EventDraft Draft, string Reason)? Find(EventMention mention, IReadOnlyList<EventDraft> drafts, EventDraft? cause = null, bool toldBefore = false)
    {
        EventDraft? best = null;
        var bestScore = 0;
        var reason = "";
        var last = Last(mention, drafts);
        for (var i = 0; i < drafts.Count; i++)
        {
            var (score, why) = OfCause(Score(mention, drafts[i], i == last || IsLaunchBefore(mention, drafts, i)), mention, drafts, i, cause);
            if (score > 0)
            {
                score = (score * 100) + (mention.IsHeadline || (toldBefore && drafts[i].Mentions[0].Sentence >= mention.Sentence) ? drafts.Count - i : i); // of equals the latest; a headline tells the first
            }

            if (score > bestScore)
            {
                (best, bestScore, reason) = (drafts[i], score, why);
            }
        }

        return best is null ? null : (best, reason);
    }

    // "… a suicide bombing in X on Monday. The attack was claimed by Y": without a place or a day of its own, the one told last before it
    private static int Last(EventMention mention, IReadOnlyList<EventDraft> drafts)
    {
        var (best, start) = (-1, -1);
        if (!mention.IsDefinite || !(mention.Kind is "strike" || mention.Adds.Contains("strike", StringComparer.Ordinal)) || mention.Claims.Any(c => c.Value is PlaceValue or TimeValue))
        {
            return best;
        }

        for (var i = 0; i < drafts.Count; i++)
        {
            foreach (var told in drafts[i].Mentions)
            {
                if (drafts[i].Kind is "strike" && told.Trigger.Start < mention.Trigger.Start && told.Trigger.Start > start && mention.Sentence - told.Sentence <= 1)
                {
                    (best, start) = (i, told.Trigger.Start);
                }
            }
        }

        return best;
    }

    // the losses of one attack are no other's
    private static (int Score, string Why) OfCause((int Score, string Why) judged, EventMention mention, IReadOnlyList<EventDraft> drafts, int at, EventDraft? cause)
    {
        var draft = drafts[at];
        if (cause is null || judged.Score == 0)
        {
            return judged;
        }

        if (draft.Causes.Count == 0)
        {
            // a further attack told first where its victims are
            var further = cause.Mentions[0].Sentence == mention.Sentence && !draft.Mentions.Any(m => m.Sentence == mention.Sentence) && drafts.Any(d => d.Kind is "strike" && d.Mentions[0].Sentence < mention.Sentence);
            return further ? (0, "of another attack") : judged;
        }

        if (!draft.Causes.Any(c => string.Equals(c.Kind, cause.Kind, StringComparison.Ordinal)))
        {
            return judged; // shelling told as fire and as a strike
        }

        return draft.Causes.Contains(cause) ? (judged.Score + 6, judged.Why + ", same attack") : (0, "of another attack");
    }

    // "Freedom Shield" and "Talisman Sabre": names without a capitalised word in common, longer than an initial
    private static bool AreNamedApart(EventMention mention, EventDraft draft)
    {
        var own = NameWords(mention.Claims);
        var others = NameWords(draft.Claims);
        return own.Count > 0 && others.Count > 0 && !own.Overlaps(others);
    }

    private static HashSet<string> NameWords(IEnumerable<Claim> claims) =>
        [.. claims.Where(c => c is { Role: "name", Value: TextValue }).SelectMany(c => ((TextValue)c.Value).Text.Split([' ', '-', '\n'], StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 1 && char.IsUpper(w[0])).Select(w => w.ToUpperInvariant())];

    /// <summary>Why a mention that began a happening of its own is none of those of its kind, in their order.</summary>
    public IEnumerable<(EventDraft Draft, string Reason)> Apart(EventMention mention, IReadOnlyList<EventDraft> drafts)
    {
        foreach (var draft in drafts.Where(d => string.Equals(d.Kind, mention.Kind, StringComparison.Ordinal)))
        {
            var (score, why) = Score(mention, draft);
            yield return (draft, score > 0 || mention.IsAnother ? "told as another one" : why);
        }
    }

    // what speaks for one happening, and how much; 0 with what speaks against it
    private (int Score, string Why) Score(EventMention mention, EventDraft draft, bool toldLast = false)
    {
        var same = string.Equals(mention.Kind, draft.Kind, StringComparison.Ordinal);
        if (!same && !mention.Adds.Contains(draft.Kind, StringComparer.Ordinal))
        {
            return (0, "");
        }

        if (mention.Kind is "agreement" && draft is { Kind: "meeting", Status: EventStatus.News } && mention is { Status: EventStatus.News, Recalls: false })
        {
            return (0, "what the talks led to");
        }

        if (mention.Edition is { } edition && draft.Mentions.Any(m => m.Edition is { } other && other != edition))
        {
            return (0, "another edition");
        }

        if (mention.Kind is "exercise" && same && AreNamedApart(mention, draft))
        {
            return (0, "of another name");
        }

        if (!StatusesMeet(mention, draft) && !(toldLast && mention.Status == EventStatus.News && draft.Status == EventStatus.Background))
        {
            return (0, "told as of another status");
        }

        if (same && mention.Recalls && draft.Mentions.Any(m => m.Sentence == mention.Sentence && !m.Recalls && m.Kind is not null))
        {
            return (0, "recalled beside it"); // "fired rockets in response to a strike that killed four"
        }

        if (same && mention is { Kind: "strike", BehindAt: >= 0 and var behind } && draft.Mentions.Any(m => m.Sentence == mention.Sentence && m.Kind is "strike" && m.Trigger.Start < behind))
        {
            return (0, "what it came after"); // "launched strikes after a drone attack injured three"
        }

        if (codebook.Carries(draft.Kind, "launch_place") && IsFromElsewhere(mention, draft))
        {
            return (0, "launched from another land");
        }

        if (mention is { Kind: "strike" or "casualties", OpensIn: { } elsewhere } && same && draft.PlaceIds.Count > 0 && !draft.PlaceIds.Contains(elsewhere) && !Sides.SameLoss(mention, draft) && mention.Claims.Any(c => c.Role is "actor" or "killed" or "wounded"))
        {
            return (0, "told of elsewhere"); // "In southern Fife, gunmen attacked a base"
        }

        if (mention.Of.Count > 0 && !draft.Claims.Any(c => c.Value is WeaponNameValue named && mention.Of.Contains(named.Name, StringComparer.OrdinalIgnoreCase)))
        {
            return (0, "a measure of another weapon");
        }

        if (mention is { Kind: "strike", IsHeadline: false, IsDefinite: false, IsWeak: false } && Sides.Count(mention.Claims) is { } shots && Sides.Count(draft.Claims) is { } others0 && shots != others0 && AreToldOtherwise(OpenDays(mention.Claims), OpenDays(draft.Claims)))
        {
            return (0, "another number on another day"); // "three rockets hit the base on Monday. It was hit by a rocket on June 20"
        }

        if (!MeetOnOpenDays(mention, draft) && !(mention.Kind is "visit" && IsOneStay(mention, draft)))
        {
            return (0, "another day");
        }

        if (mention is { Kind: "casualties", IsHeadline: false, BesideDays.Count: > 0 } && draft.OwnDays is { } on && Sides.AreOthers(mention, draft) && !EventDraft.Times(mention).Any() && mention.BesideDays.All(d => d.First > on.Last || d.Last < on.First))
        {
            return (0, "another figure, beside another day");
        }

        if (mention.Kind is "casualties" && (Sides.CountOthers(mention, draft) || Sides.IsByOthers(mention, draft)))
        {
            return (0, "another figure at another time");
        }

        if (mention is { Kind: "casualties" or "strike", OfFighters: { } fighters } && AreApartByVictims(fighters, mention, draft))
        {
            return (0, "other victims, another figure");
        }

        if (mention is { Kind: "strike", Recalls: true } && draft.Status == EventStatus.News && (mention.IsIndefinite || Sides.AreOthers(mention, draft)) && !Sides.SameLoss(mention, draft))
        {
            return (0, "recalled as another"); // "comes days after a suicide bombing"
        }

        if (mention is { Kind: "strike", Recalls: true, IsWeak: false, IsDefinite: false } && draft.Status == EventStatus.News && Whereabouts.HasOther(mention.Claims, draft))
        {
            return (0, "recalled of elsewhere"); // "came hours after it had struck a plant in Fife"
        }

        if (mention is { Kind: "strike", IsWeak: false, IsDefinite: false } && draft.OwnDays is null && EventDraft.Days(EventDraft.Times(mention)) is { } earlier && draft.Mentions.Any(m => m.Told is { First: { } said } && earlier.Last < said) && Whereabouts.HasOther(mention.Claims, draft))
        {
            return (0, "before the day the other was told, elsewhere"); // "said on Thursday that a ship was hit off Fife. … On Wednesday it attacked a tanker near Angus"
        }

        if (mention is { Kind: "casualties", Cause: null, IsHeadline: false } && Sides.AreFarOff(mention, draft))
        {
            return (0, "a figure far from the other");
        }

        if (mention is { Kind: "casualties", Recalls: true } && draft.Status == EventStatus.News && (Sides.AreOthers(mention, draft) || (mention is { IsWeak: false, Cause: null } && !Sides.SameLoss(mention, draft) && mention.Claims.Any(c => c.Role is "casualties" or "captured" || c is { Role: "killed", Value: QuantityValue { Quantity: { Low: null, Vague: not null } } }))))
        {
            return (0, "recalled, with another figure");
        }

        if (mention.Kind is "casualties" && Sides.AreOthers(mention, draft) && mention.Cause is null && !draft.Mentions.Any(m => m.Sentence == mention.Sentence) && Sides.Doers(draft.Claims).Count == 0 && Sides.Doers(mention.Claims) is { Count: > 0 } forces && forces.TrueForAll(f => f.Kind is ActorKind.Military or ActorKind.Government or ActorKind.Ministry))
        {
            return (0, "another figure, by a force");
        }

        if (mention.Kind is "arms_transfer" && Worths(mention.Claims) is { Count: > 0 } worths && Worths(draft.Claims) is { Count: > 0 } others && !worths.Overlaps(others))
        {
            return (0, "another worth");
        }

        var score = (same ? 2 : 1) + (toldLast ? LastTold : 0) + (!same && mention.Adds.Contains("casualties", StringComparer.Ordinal) && string.Equals(mention.Adds[0], draft.Kind, StringComparison.Ordinal) ? LastTold : 0); // the attack before its losses
        var why = same ? "same kind" : "adds to it";
        var own = EventDraft.Days(EventDraft.Times(mention));
        var theirs = draft.OwnDays;
        if (own is { } a && theirs is { } b)
        {
            if ((a.First > b.Last || b.First > a.Last) && !(mention.Kind is "visit" && IsOneStay(mention, draft)))
            {
                return (0, "another day");
            }

            score += 4;
            why += ", same day";
        }
        else if (own is not null && draft.Status == EventStatus.Background && !(mention.Status == EventStatus.Background && Sides.Count(mention.Claims) is { } counted && counted == Sides.Count(draft.Claims)) && !(mention.IsDefinite && draft.Mentions.Any(m => mention.Sentence - m.Sentence is 0 or 1)))
        {
            return (0, "its day is told and that of the earlier happening is not");
        }

        else if (own is not null && mention is { Recalls: true, Kind: "strike" or "casualties" })
        {
            return (0, "recalled with a day of its own"); // "since Tuesday's strike, which killed seven"
        }

        score += draft.Mentions.Any(m => m.Sentence == mention.Sentence) ? 3 : 0;
        if (mention.Kind is null)
        {
            score += draft.Status == EventStatus.News ? 2 : 0;
        }

        return ByParties(mention, draft, own is not null && theirs is not null, score, why);
    }

    // "… came a day after Chile fired a missile. The missile was launched from Arica": of the launch told last before it, where no news is of that state
    private bool IsLaunchBefore(EventMention mention, IReadOnlyList<EventDraft> drafts, int at)
    {
        var draft = drafts[at];
        return mention is { Status: EventStatus.News, IsHeadline: false, IsWeak: false } && draft.Status == EventStatus.Background && codebook.Carries(draft.Kind, "launch_place") && !EventDraft.Times(mention).Any() && draft.Mentions.Any(m => mention.Sentence - m.Sentence is 1)
            && EventDraft.CountriesOf(mention.Claims, "actor").Count == 0
            && mention.Claims.Select(c => c is { Role: "launch_place", Inferred: false, Value: PlaceValue { Country: { } from } } ? from : null).FirstOrDefault(f => f is not null) is { } land && draft.Countries("actor").Contains(land)
            && !drafts.Any(d => d.Status == EventStatus.News && d.Countries("actor").Contains(land));
    }

    // "the missile was launched from a site near Knockhill": from a land that is neither that of who launched the other nor that it was launched from
    private static bool IsFromElsewhere(EventMention mention, EventDraft draft) =>
        draft.Countries("actor") is { Count: > 0 } doers && EventDraft.CountriesOf(mention.Claims, "actor").Count == 0
        && mention.Claims.Where(c => c is { Role: "launch_place", Inferred: false, Value: PlaceValue { Country: not null } }).Select(c => ((PlaceValue)c.Value).Country!).ToList() is { Count: > 0 } from && !from.Exists(doers.Contains)
        && draft.Claims.Where(c => c is { Role: "launch_place", Value: PlaceValue { Country: not null } }).Select(c => ((PlaceValue)c.Value).Country!).ToList() is { Count: > 0 } own && !own.Exists(from.Contains);

    private (int, string) ByParties(EventMention mention, EventDraft draft, bool sameDay, int score, string why)
    {
        var actors = EventDraft.CountriesOf(mention.Claims, "actor", "participant");
        var others = draft.Countries("actor", "participant");
        if (actors.Count > 0 && others.Count > 0)
        {
            if (!actors.Overlaps(others))
            {
                return (0, "another actor");
            }

            score += 2;
            why += ", same actor";
        }

        if (mention.Kind is "meeting" && TalkPartners.MeetOthers(mention, draft))
        {
            return (0, "talks with another");
        }

        if (mention.Kind is "sanction" && TalkPartners.PunishOthers(mention, draft))
        {
            return (0, "another actor");
        }

        if (mention.Kind is "interception" && others.Count == 0 && actors.Count > 0 && draft.PlaceCountries.Count > 0 && !draft.PlaceCountries.Overlaps(actors) && !draft.PlaceCountries.Contains(null))
        {
            return (0, "over another land"); // each side shoots down over its own
        }

        if (mention.Kind is "interception" && Sides.Count(mention.Claims) is { } own && Sides.Count(draft.Claims) is { } before && own != before && (others.Count > 0 ? others : Sides.Tellers(draft.Claims)) is { Count: > 0 } left && (actors.Count > 0 ? actors : Sides.Tellers(mention.Claims)) is { Count: > 0 } right && !left.Overlaps(right))
        {
            return (0, "told by the other side"); // "shot down 138 of them, the Peruvian air force said. Chile's ministry said its forces had destroyed 20"
        }

        if (mention.Kind is "strike" or "casualties" && Sides.AreSides(mention.Claims, draft.Claims))
        {
            return (0, "another actor");
        }

        if (mention.Kind is "strike" && ((!Sides.AreGroups(draft.Claims) && Sides.Strikes(mention.Claims, actors, others)) || (!Sides.AreGroups(mention.Claims) && Sides.Strikes(draft.Claims, others, actors))))
        {
            return (0, "fired at who strikes");
        }

        if (mention is { Kind: "strike", IsHeadline: false } && others.Count == 0 && actors.Count > 0 && Sides.AreForces(mention.Claims) && draft.Mentions.Any(m => m.IsByFighters))
        {
            return (0, "by those who were attacked"); // "a militant attack killed two. … The army destroyed four vehicles"
        }

        if (mention is { Kind: "strike", IsAnswer: true } && !(actors.Count > 0 && actors.Overlaps(others)) && !draft.Mentions.Any(m => m.IsAnswer))
        {
            return (0, "the answer to it"); // "a strike hit Fife. The group responded with drone attacks"
        }

        if (mention.Kind is "casualties" && others.Count == 0 && actors is { Count: 1 } && draft.PlaceCountries.SetEquals(actors!) && Sides.Doers(draft.Claims).Count == 0 && Sides.AreForces(mention.Claims) && !Sides.SameLoss(mention, draft) && draft.Mentions.All(m => m.Sentence != mention.Sentence))
        {
            return (0, "in the land of who killed"); // "30 were injured in Fife. Fife said it had killed four officers of Angus"
        }

        if (mention.Kind is "strike" && !mention.IsHeadline && ((mention.IsOnFighters && Sides.AreByFighters(draft.Claims)) || (Sides.AreByFighters(mention.Claims) && draft.Mentions.Any(m => m.IsOnFighters))))
        {
            return (0, "what was done to those who attacked"); // "militants raided the base. … Jets struck the fleeing attackers"
        }

        if (mention.Kind is "incursion" && Sides.Count(mention.Claims) is { } crossed && Sides.Count(draft.Claims) is { } told && crossed != told && crossed != 1 && told != 1)
        {
            return (0, "another number"); // "two planes over the platform", "three fighters over the gulf"
        }

        if (mention.Kind is "casualties" && Sides.IsPartOfTotal(mention, draft))
        {
            return (0, "one place of a total");
        }

        if (mention.Kind is "strike" && Sides.IsPart(mention, draft))
        {
            return (0, "one hit of a larger attack");
        }

        var recipients = EventDraft.CountriesOf(mention.Claims, "recipient");
        var theirs = draft.Countries("recipient");
        if (recipients.Count > 0 && theirs.Count > 0 && !recipients.Overlaps(theirs))
        {
            return (0, "another recipient");
        }

        if (mention.Kind is "strike" && recipients.Count > 0 && others.Count == 0 && draft.PlaceCountries.Count > 0 && draft.PlaceCountries.IsSubsetOf(actors) && !draft.PlaceCountries.Overlaps(recipients))
        {
            return (0, "in the land of who strikes"); // "drones hit a depot in Fife. Fife attacked Angus with drones"
        }

        var (ownWeapons, weapons) = (Weapons(mention.Claims.Select(c => c.Value).OfType<WeaponClassValue>().Select(w => w.Class)), Weapons(draft.WeaponClasses));
        if (ownWeapons.Count > 0 && weapons.Count > 0 && !ownWeapons.Overlaps(weapons) && !(sameDay && !mention.Recalls))
        {
            return (0, "another weapon");
        }

        var (ownPlaces, places) = (Places(mention.Claims), draft.PlaceIds);
        if (ownPlaces.Count > 0 && places.Count > 0)
        {
            if (mention is { Kind: "strike", IsWeak: false, IsHeadline: false } && !draft.Mentions.All(m => m.IsHeadline) && IsOnDayOfItsOwn(mention, draft) && EventDraft.SpotsOf(mention.Claims).Any() && draft.Spots.Count > 0 && !ownPlaces.Overlaps(places))
            {
                return (0, "another place on a day of its own"); // "bombed Angus. On Thursday it bombed Fife"
            }

            var crossing = mention.Kind is "incursion";
            if (!(ownPlaces.Overlaps(places) && !crossing) && (crossing || mention.Kind is "visit" or "meeting" or "strike" or "casualties" or "interception" or "troop_deployment" or "troop_withdrawal") && Whereabouts.Elsewhere(mention.Claims, draft, crossing))
            {
                return (0, "another place");
            }

            if ((mention.Kind is "strike" or "casualties" or "artillery_fire" || (mention.Kind is null && draft.Kind is "strike" or "casualties")) && !draft.Mentions.All(m => m.IsHeadline) && Whereabouts.AreApart(EventDraft.SpotsOf(mention.Claims), draft.Spots))
            {
                return (0, "another town");
            }

            score += ownPlaces.Overlaps(places) ? 1 : 0;
        }

        return (score, why);
    }

    // a weekday, and a date
    private static bool AreToldOtherwise(HashSet<string> own, HashSet<string> theirs) =>
        own.Count > 0 && theirs.Count > 0 && own.All(o => theirs.All(t => IsWeekday(o) != IsWeekday(t)));

    // days without a year or a week ("November 5", "Tuesday") stand apart as well as dated ones do
    private static bool MeetOnOpenDays(EventMention mention, EventDraft draft)
    {
        var own = OpenDays(mention.Claims);
        if (own.Any(o => IsInOtherMonth(o, draft.Claims)) || OpenDays(draft.Claims).Any(o => IsInOtherMonth(o, mention.Claims)))
        {
            return false; // "on February 23"; "in November 2020"
        }

        return own.Count == 0 || OpenDays(draft.Claims) is var theirs && (theirs.Count == 0 || own.Overlaps(theirs) || !own.Any(o => theirs.Any(t => IsWeekday(t) == IsWeekday(o))));
    }

    // a day without a year against times that are known to the month: true when all of them lie in other months
    private static bool IsInOtherMonth(string day, IEnumerable<Claim> claims)
    {
        if (IsWeekday(day) || day.Split('-') is not [_, { Length: 2 } written, _] || !int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var month))
        {
            return false;
        }

        var open = claims.Where(c => c.Role is "time").Select(c => c.Value).OfType<TimeValue>().Where(v => v.Time is { IsAnchored: false, Precision: TimePrecision.Month }).Select(v => v.Time.Value).ToList();
        if (open.Count > 0 && open.TrueForAll(m => m.Length == OpenMonth.Length && m.StartsWith("XXXX-", StringComparison.Ordinal) && char.IsAsciiDigit(m[^1]) && !m.EndsWith(written, StringComparison.Ordinal)))
        {
            return true; // "on September 17"; "in January"
        }

        var told = claims.Where(c => c.Role is "time").Select(c => c.Value).OfType<TimeValue>().Where(v => v.Time is { First: not null, Precision: <= TimePrecision.Month }).Select(v => (First: v.Time.First!.Value, Last: v.Time.Last ?? v.Time.First!.Value)).ToList();
        return told.Count > 0 && told.TrueForAll(t => t.First.Month == t.Last.Month && t.First.Year == t.Last.Year && t.First.Month != month);
    }

    // "arrived on 14 January", "is visiting on 15-17 January": days right behind each other, or days of one month without a year, in one land
    private static bool IsOneStay(EventMention mention, EventDraft draft)
    {
        var (own, theirs) = (OpenDays(mention.Claims), OpenDays(draft.Claims));
        var near = EventDraft.Days(EventDraft.Times(mention)) is { } a && draft.OwnDays is { } b
            ? NodaTime.Period.DaysBetween(a.Last, b.First) <= 2 && NodaTime.Period.DaysBetween(b.Last, a.First) <= 2
            : own.Count > 0 && own.All(o => !IsWeekday(o) && theirs.Any(t => o.Length > 7 && t.StartsWith(o[..7], StringComparison.Ordinal)));
        return near && EventDraft.CountriesOf(mention.Claims, "actor").Overlaps(draft.Countries("actor")) && mention.Claims.Any(c => c is { Role: "destination_place", Value: PlaceValue { Country: { } land } } && draft.PlaceCountries.Contains(land));
    }

    private static bool IsOnDayOfItsOwn(EventMention mention, EventDraft draft) =>
        mention.Claims.Any(c => c.Value is TimeValue { Time.Precision: <= TimePrecision.Day }) && !draft.Claims.Any(c => c.Value is TimeValue);

    /// <summary>True for a day known only by its name.</summary>
    public static bool IsWeekday(string day) => day.Contains('W', StringComparison.Ordinal);

    /// <summary>Days told without a year or a week.</summary>
    public static HashSet<string> OpenDays(IEnumerable<Claim> claims) =>
        claims.Select(c => c.Value).OfType<TimeValue>().Where(v => v.Time is { IsAnchored: false, Precision: <= TimePrecision.Day } && !v.Time.Value.StartsWith(UnknownDay, StringComparison.Ordinal))
            .Select(v => v.Time.Value.Split('T')[0]).ToHashSet(StringComparer.Ordinal);

    /// <summary>True when two sets of times share a day, or one of them names none.</summary>
    public static bool SameDays(IEnumerable<TimeExpression> own, IEnumerable<TimeExpression> others) =>
        EventDraft.Days(own) is not { } a || EventDraft.Days(others) is not { } b || (a.First <= b.Last && b.First <= a.Last);

    // "killed 14 civilians"; "neutralised 146 militants"
    private static bool AreApartByVictims(bool fighters, EventMention mention, EventDraft draft) =>
        (Sides.AreOthers(mention, draft) || (mention is { Kind: "casualties", Cause: null } && !Sides.HasKilled(mention) && draft.Mentions.All(m => m.Sentence != mention.Sentence))) && draft.Mentions.Any(m => m.OfFighters is not null) && draft.Mentions.All(m => m.OfFighters is null || m.OfFighters != fighters);

    private static HashSet<decimal?> Worths(IEnumerable<Claim> claims) =>
        claims.Where(c => c.Role is "worth").Select(c => c.Value).OfType<QuantityValue>().Select(q => q.Quantity.Low ?? q.Quantity.High).Where(f => f is not null).ToHashSet();

    private bool StatusesMeet(EventMention mention, EventDraft draft)
    {
        if (mention.Kind is null)
        {
            if (mention is { Recalls: true, IsWeak: true } && draft.Status == EventStatus.News)
            {
                return false;
            }

            if (mention.Status == EventStatus.Background && draft.Status == EventStatus.News && EventDraft.Times(mention).Any() && !Overlap(mention, draft))
            {
                return false;
            }

            if (mention.Status == EventStatus.Planned && draft.Status == EventStatus.News && mention.Claims.Any(c => c.Role is "last_day"))
            {
                return true; // "the exercise will run until Friday", of one that has begun
            }

            return draft.Status is EventStatus.News or EventStatus.Background && mention.Status is EventStatus.News or EventStatus.Background or EventStatus.Denied;
        }

        if (mention is { Status: EventStatus.News, Recalls: true, IsWeak: false, Kind: { } kind } && codebook.Carries(kind, "launch_place") && draft.Status == EventStatus.News && mention.Claims.Any(c => c.Role is "count") && !EventDraft.Times(mention).Any())
        {
            return false; // "since then it has launched three more"
        }

        if (mention.Status == draft.Status || (mention is { Recalls: true, Status: EventStatus.News } && draft.Status == EventStatus.Background && draft.Mentions.Any(m => m.Sentence == mention.Sentence && (mention.Adds.Count > 0 || (m.Recalls && mention.Kind is not ("strike" or "casualties"))))))
        {
            return true;
        }

        if (mention is { Kind: "arms_transfer", IsWeak: true, Status: EventStatus.Background or EventStatus.News } && draft.Status == EventStatus.Planned && !EventDraft.Times(mention).Any() && EventDraft.CountriesOf(mention.Claims, "recipient") is { Count: > 0 } to && to.SetEquals(draft.Countries("recipient")))
        {
            return true; // "its recent sale", which was approved
        }

        if (mention is { Kind: "arms_transfer", Status: EventStatus.News, IsWeak: true } && draft.Status == EventStatus.Background && !EventDraft.Times(mention).Any() && draft.OwnDays is null)
        {
            return true; // "for providing drones", and below "transporting the drones"
        }

        if (mention is { Kind: "exercise" or "meeting" or "visit", Status: EventStatus.Planned, Reason: MentionReasons.CameFor } && draft.Status == EventStatus.News)
        {
            return true; // "arrived to take part in the drill" that has begun
        }

        if (mention is { Kind: "exercise", Status: EventStatus.Planned, IsDefinite: true } && draft.Status == EventStatus.News && !EventDraft.Times(mention).Any())
        {
            return true; // "the drill, which began on Monday, will take place in two towns"
        }

        if (mention is { Kind: "strike" or "casualties", Status: EventStatus.News } && draft.Status == EventStatus.Background && (draft.OwnDays is null ? Sides.SameLoss(mention, draft) : !EventDraft.Times(mention).Any() && draft.Spots.Exists(s => EventDraft.SpotsOf(mention.Claims).Any(o => o.Precision == PlacePrecision.City && string.Equals(EventDraft.PlaceKey(o), EventDraft.PlaceKey(s), StringComparison.Ordinal)))))
        {
            return true; // recalled in the lead, and told below
        }

        // a later mention without a day of its own may look back on the news in the past perfect
        return mention.Status == EventStatus.Background && draft.Status == EventStatus.News && EventDraft.Times(mention).Any()
            && (Overlap(mention, draft) || (mention is { Kind: "casualties", Recalls: false } && draft.OwnDays is null && Sides.SameLoss(mention, draft) && draft.Mentions.Any(m => mention.Sentence - m.Sentence is 1 or 2))); // "six were killed in X. He confirmed that six were killed on Tuesday"
    }

    private static bool Overlap(EventMention mention, EventDraft draft) =>
        EventDraft.Days(EventDraft.Times(mention)) is { } a && draft.OwnDays is { } b && a.First <= b.Last && b.First <= a.Last && NodaTime.Period.DaysBetween(a.First, a.Last) <= 31;

    // an open word fits any class
    private HashSet<string> Weapons(IEnumerable<string> classes) => classes.Where(c => !codebook.Has(c, ClassTrait.Open) && !codebook.Has(c, ClassTrait.Manner)).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Places(IEnumerable<Claim> claims) => claims.Select(c => c.Value).OfType<PlaceValue>().Select(p => EventDraft.PlaceKey(p.Place)).ToHashSet(StringComparer.Ordinal);
}
