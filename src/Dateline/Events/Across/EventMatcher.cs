using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Events.Across;

/// <summary>Compares two tellings of different reports: is it one event? The order of the two makes no difference.</summary>
public sealed class EventMatcher
{
    private const int Week = 7;
    private const int Month = 31;
    private const int Together = 1; // days between the publication of two reports of one piece of news
    private const double NextDayHours = 12; // clock readings further apart than this are of two happenings

    private readonly MatchRules rules;
    private readonly Codebook codebook;

    /// <summary>A matcher over the tables of ontology/.</summary>
    public EventMatcher(KnowledgeFiles files, Codebook codebook)
    {
        rules = new MatchRules(files);
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
        if (apart is not null)
        {
            return new EventMatch(0, false, false, apart, []);
        }

        return new EventMatch(tally.Points, tally.IsTimed, IsEnough(a, b, tally), null, tally.Reasons);
    }

    // Where the same parties have several such happenings a day, a spot or figure must be shared, unless neither side names a spot.
    private bool IsEnough(EventProfile a, EventProfile b, MatchTally tally)
    {
        var crowded = rules.Of(a.Kind).IsCrowded;
        var needed = tally.IsTimed ? crowded ? "enough_crowded" : "enough" : tally.IsSpanned && !crowded ? "enough_span" : "enough_untimed";
        return tally.Points >= rules.Points(needed) && (tally.Marks > 0 || (crowded ? tally.IsTimed && !HasSpot(a) && !HasSpot(b) : tally.IsTimed || tally.IsSpanned));
    }

    private static bool HasSpot(EventProfile profile) => profile.Places.Any(p => p.IsSpot);

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
        if (Days(a, b, kind, tally) is { } day)
        {
            return day;
        }

        if (Parties(a, b, kind, tally) is { } party)
        {
            return party;
        }

        if (Places(a, b, kind, tally) is { } place)
        {
            return place;
        }

        Weapons(a, b, tally);
        Figures(a, b, tally);
        tally.Add("same_source", a.Sources.Intersect(b.Sources, StringComparer.Ordinal).Any());
        tally.Add("same_quote", Shares(a.Quotes, b.Quotes));
        tally.Add("copy", copies);
        return null;
    }

    private static string? Days(EventProfile a, EventProfile b, KindSameness kind, MatchTally tally)
    {
        if (a.Days is { } x && b.Days is { } y)
        {
            return Stated(x, y, IsPlanned(a) != IsPlanned(b), kind, tally);
        }

        if ((a.Days ?? b.Days) is { } known)
        {
            var open = a.Days is null ? a : b;
            if (open is not { Status: EventStatus.News, NewsOn: { } day })
            {
                return null;
            }

            var window = new DaySpan(day.PlusDays(-kind.Late), day, true, null);
            tally.Add("told_together", known.Gap(window) == 0);
            return known.Gap(window) > 1 ? "told as news at another time" : null;
        }

        if (a.NewsOn is { } first && b.NewsOn is { } second)
        {
            var apart = Math.Abs(NodaTime.Period.DaysBetween(first, second));
            tally.Add("told_together", apart <= kind.Late);
            tally.Add("published_together", apart <= Together);
            return apart > kind.Late ? "told as news at another time" : null;
        }

        return null;
    }

    private static string? Stated(DaySpan x, DaySpan y, bool oneIsPlanned, KindSameness kind, MatchTally tally)
    {
        var gap = x.Gap(y);
        var longest = Math.Max(x.Length, y.Length);
        var inferred = x.Inferred || y.Inferred;
        if (gap > 1 || (gap == 1 && (longest > 1 || oneIsPlanned)))
        {
            return "another day";
        }

        if (x.Utc is { } u && y.Utc is { } v && longest == 1 && Math.Abs((u - v).TotalHours) > NextDayHours)
        {
            return "another hour";
        }

        if (gap == 1)
        {
            tally.Add(inferred ? "told_together" : "next_day", true);
            return kind.IsCrowded && !inferred ? "the day before" : null;
        }

        tally.Add(longest switch { 1 when inferred => "inferred_day", 1 => "same_day", <= Week => "same_week", <= Month => "same_month", _ => null });
        return null;
    }

    private static bool IsPlanned(EventProfile profile) => profile.Status is EventStatus.Planned;

    private static string? Parties(EventProfile a, EventProfile b, KindSameness kind, MatchTally tally)
    {
        var (ownPersons, persons) = (Persons(a), Persons(b));
        if (ownPersons.Count > 0 && persons.Count > 0 && !ownPersons.Overlaps(persons))
        {
            if (a.Kind is "statement")
            {
                return "another speaker";
            }

            tally.Add("other_person", true);
        }

        tally.Add("same_party", a.Parties.Any(p => !p.IsState && b.Parties.Any(o => string.Equals(p.Name, o.Name, StringComparison.Ordinal))));
        if (kind.IsBeside)
        {
            return Beside(Countries(a, _ => true), Countries(b, _ => true), tally);
        }

        var (doers, others) = (Countries(a, IsDoer), Countries(b, IsDoer));
        if (doers.Count > 0 && others.Count > 0 && !doers.Overlaps(others))
        {
            return "another actor";
        }

        var (receivers, theirs) = (Countries(a, p => !IsDoer(p)), Countries(b, p => !IsDoer(p)));
        if (receivers.Count > 0 && theirs.Count > 0 && !receivers.Overlaps(theirs))
        {
            return "another recipient";
        }

        tally.Add("same_doer", doers.Overlaps(others));
        tally.Add("same_receiver", receivers.Overlaps(theirs));
        return null;
    }

    private static string? Beside(HashSet<string> own, HashSet<string> others, MatchTally tally)
    {
        var shared = own.Count(others.Contains);
        if (own.Count > 0 && others.Count > 0 && shared == 0)
        {
            return "other parties";
        }

        if (own.Count > 1 && others.Count > 1 && shared < 2)
        {
            return "another party";
        }

        tally.Add("same_doer", shared > 0);
        tally.Add("same_receiver", shared > 1);
        return null;
    }

    private static string? Places(EventProfile a, EventProfile b, KindSameness kind, MatchTally tally)
    {
        var nearest = PlaceDistance.Nearest(a.Places, b.Places);
        if (nearest.SameRole is { } km && km > (kind.IsCrowded ? PlaceDistance.Near : PlaceDistance.Far))
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
        if (!(nearest.Any <= PlaceDistance.Near))
        {
            tally.Add("same_area", a.Places.Any(p => p is { IsSpot: false, IsCountry: false } && b.Places.Any(o => string.Equals(o.Id, p.Id, StringComparison.Ordinal))));
        }

        tally.Add("same_country", a.Places.Any(p => p.Country is not null && b.Places.Any(o => string.Equals(o.Country, p.Country, StringComparison.Ordinal))));
        return null;
    }

    private void Weapons(EventProfile a, EventProfile b, MatchTally tally)
    {
        tally.Add("same_system", a.Weapons.Any(w => w.Name is not null && b.Weapons.Contains(w)));
        var (own, others) = (Classes(a), Classes(b));
        tally.Add("same_class", own.Overlaps(others));
        tally.Add("other_class", own.Count > 0 && others.Count > 0 && !own.Overlaps(others) && !own.Concat(others).Any(c => codebook.Has(c, ClassTrait.Open)));
    }

    private static void Figures(EventProfile a, EventProfile b, MatchTally tally)
    {
        foreach (var role in a.Figures.GroupBy(f => f.Role, StringComparer.Ordinal))
        {
            var theirs = b.Figures.Where(f => string.Equals(f.Role, role.Key, StringComparison.Ordinal)).ToList();
            if (theirs.Count == 0)
            {
                continue;
            }

            var same = role.Where(f => theirs.Exists(o => IsSame(f, o))).ToList();
            tally.Add(same.Count == 0 ? "other_figure" : same.TrueForAll(f => (f.Low ?? f.High) < Small) ? "small_figure" : "same_figure");
        }
    }

    private const decimal Small = 10;
    private const decimal Rounding = 0.02m; // share by which two outlets round one figure

    private static bool IsSame(FigureFeature a, FigureFeature b) => Meets(a.Low, b.Low) && Meets(a.High, b.High) && ((a.Low is not null && b.Low is not null) || (a.High is not null && b.High is not null));

    private static bool Meets(decimal? a, decimal? b) => a is not { } x || b is not { } y || Math.Abs(x - y) <= Rounding * Math.Max(Math.Abs(x), Math.Abs(y));

    private static HashSet<string> Classes(EventProfile profile) => profile.Weapons.Select(w => w.Class).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Persons(EventProfile profile) => profile.Parties.Where(p => p is { IsPerson: true, Role: "actor" or "participant" or "leader" }).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Countries(EventProfile profile, Predicate<PartyFeature> which) => profile.Parties.Where(p => p.Country is not null && which(p)).Select(p => p.Country!).ToHashSet(StringComparer.Ordinal);

    private static bool IsDoer(PartyFeature party) => party.Role is not "recipient";


    private static bool Shares(IReadOnlyList<uint> a, IReadOnlyList<uint> b)
    {
        for (int i = 0, k = 0; i < a.Count && k < b.Count;)
        {
            if (a[i] == b[k])
            {
                return true;
            }

            (i, k) = a[i] < b[k] ? (i + 1, k) : (i, k + 1);
        }

        return false;
    }
}
