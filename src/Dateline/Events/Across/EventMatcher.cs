using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Events.Across;

/// <summary>Compares two tellings of different reports: is it one event? The order of the two makes no difference.</summary>
/// <remarks>It runs some hundred times for each report that is added: plain loops over the short lists of a profile, nothing allocated but the reasons.</remarks>
public sealed class EventMatcher
{
    private readonly MatchRules rules;
    private readonly Codebook codebook;
    private readonly Wars wars;

    /// <summary>A matcher over the tables of ontology/.</summary>
    public EventMatcher(KnowledgeFiles files, Codebook codebook)
    {
        rules = new MatchRules(files);
        wars = new Wars(files);
        this.codebook = codebook;
    }

    /// <summary>The rules by kind.</summary>
    public MatchRules Rules => rules;

    /// <summary>Compares two tellings.</summary>
    /// <param name="a">One of them.</param>
    /// <param name="b">The other.</param>
    /// <param name="copies">True when one report's text is a copy of the other's.</param>
    public EventMatch Compare(EventProfile a, EventProfile b, bool copies = false)
    {
        var tally = new MatchTally(rules);
        var apart = Against(a, b, tally, copies);
        return apart is not null
            ? new EventMatch(0, MatchTime.None, false, apart, [])
            : new EventMatch(tally.Points, MatchedDays.TimeOf(a, b, tally), IsEnough(a, b, tally), null, tally.Reasons) { HasOnceOnly = tally.OnceOnly > 0 };
    }

    // Where the same parties have several such happenings a day, a spot or figure must be shared, unless neither side names a spot, and either both or none an area, or the two are at no war; where nothing
    // tells a time, something that does not come again: the same spot may be hit every month.
    private bool IsEnough(EventProfile a, EventProfile b, MatchTally tally)
    {
        var kind = rules.Of(a.Kind);
        return IsEnough(a, b, tally, kind, kind.IsCrowded) || (kind.IsCrowded && IsEnough(a, b, tally, kind, false) && (wars.IsQuiet(a) || wars.IsQuiet(b)));
    }

    private bool IsEnough(EventProfile a, EventProfile b, MatchTally tally, KindSameness kind, bool isCrowded)
    {
        var (needed, isMarked) = tally switch
        {
            { IsTimed: true } => (kind.IsRare ? "enough_rare" : isCrowded ? "enough_crowded" : "enough", tally.Marks > 0),
            { IsSpanned: true } when !isCrowded => ("enough_span", tally.Marks > 0),
            { IsWeekday: true } => (isCrowded ? "enough_crowded_weekday" : "enough_untimed", tally.Marks > 0),
            _ => ("enough_untimed", tally.OnceOnly > 0),
        };
        return tally.Points >= rules.Points(needed) && (isMarked || ((tally.IsTimed || tally.IsSpanned || tally.IsWeekday) && (!isCrowded || (!HasSpot(a) && !HasSpot(b) && IsInArea(a) == IsInArea(b)))));
    }

    private static bool HasSpot(EventProfile profile)
    {
        foreach (var place in profile.Places)
        {
            if (place.IsSpot)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInArea(EventProfile profile)
    {
        foreach (var place in profile.Places)
        {
            if (place is { IsSpot: false, IsCountry: false })
            {
                return true;
            }
        }

        return false;
    }

    private string? Against(EventProfile a, EventProfile b, MatchTally tally, bool copies)
    {
        if (!string.Equals(a.Kind, b.Kind, StringComparison.Ordinal))
        {
            return "another kind";
        }

        if (string.Equals(a.Report, b.Report, StringComparison.Ordinal))
        {
            return "told apart by one report";
        }

        if ((a.Status is EventStatus.Hypothetical) != (b.Status is EventStatus.Hypothetical))
        {
            return "one is only supposed";
        }

        var kind = rules.Of(a.Kind);
        if ((MatchedDays.Of(a, b, kind, tally) ?? MatchedParties.Of(a, b, kind, tally) ?? Places(a, b, kind, tally)) is { } apart)
        {
            return apart;
        }

        Weapons(a, b, tally);
        MatchedFigures.Of(a, b, kind, rules, tally);
        MatchedWords.Of(a, b, kind, rules, tally);
        tally.Add("same_source", MatchedWords.SharesAny(a.Sources, b.Sources));
        tally.Add("same_quote", MatchedWords.Shares(a.Quotes, b.Quotes));
        tally.Add("copy", copies);
        return tally is { IsDayAfter: true, OnceOnly: 0 } && !wars.IsQuiet(a) && !wars.IsQuiet(b) ? "the day before" : null; // other zones and slips of a day, but not the same town hit again in a war
    }

    private string? Places(EventProfile a, EventProfile b, KindSameness kind, MatchTally tally)
    {
        var nearest = PlaceDistance.Nearest(a.Places, b.Places);
        if (nearest.SameRole is { } km && km > PlaceDistance.Near && (km > PlaceDistance.Far || (kind.IsCrowded && !wars.IsQuiet(a) && !wars.IsQuiet(b))))
        {
            return "another place";
        }

        tally.Add(nearest switch
        {
            { Any: < 1 } => "same_spot",
            { Any: <= PlaceDistance.Near } => "near_spot",
            { SameRole: not null } => "other_spot",
            _ => null,
        });
        var (area, country) = (false, false);
        foreach (var own in a.Places)
        {
            foreach (var other in b.Places)
            {
                area |= own is { IsSpot: false, IsCountry: false } && string.Equals(own.Id, other.Id, StringComparison.Ordinal);
                country |= own.Country is not null && string.Equals(own.Country, other.Country, StringComparison.Ordinal);
            }
        }

        tally.Add("same_talks", nearest.Any < 1 && MatchedParties.AreTwoPersons(a, b));
        tally.Add("other_area", !area && !kind.IsBeside && nearest.Any is null && PlaceDistance.AreasApart(a.Places, b.Places) > PlaceDistance.FarAreas);
        tally.Add("same_area", area && !(nearest.Any <= PlaceDistance.Near));
        tally.Add("same_country", country);
        return null;
    }

    private void Weapons(EventProfile a, EventProfile b, MatchTally tally)
    {
        var (system, sameClass, open, own, others) = (false, false, false, false, false);
        foreach (var weapon in a.Weapons)
        {
            own |= weapon.Class is not null;
            open |= weapon.Class is { } name && (codebook.Has(name, ClassTrait.Open) || codebook.Has(name, ClassTrait.Manner));
            foreach (var other in b.Weapons)
            {
                system |= weapon.Name is not null && weapon == other;
                sameClass |= weapon.Class is { } shared && string.Equals(shared, other.Class, StringComparison.Ordinal) && !(codebook.Has(shared, ClassTrait.Vague) && codebook.Carries(a.Kind, "launch_place")); // "missiles" are of every launch, not of every intrusion
            }
        }

        foreach (var weapon in b.Weapons)
        {
            others |= weapon.Class is not null;
            open |= weapon.Class is { } name && (codebook.Has(name, ClassTrait.Open) || codebook.Has(name, ClassTrait.Manner));
        }

        tally.Add("same_system", system);
        tally.Add("same_class", sameClass);
        tally.Add("other_class", own && others && !sameClass && !open);
    }
}
