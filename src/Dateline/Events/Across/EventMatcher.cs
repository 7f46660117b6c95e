using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Events.Across;

/// <summary>Compares two tellings of different reports: is it one event? The order of the two makes no difference.</summary>
/// <remarks>It runs some hundred times for each report that is added: plain loops over the short lists of a profile, nothing allocated but the reasons.</remarks>
public sealed class EventMatcher
{
    private const int Night = 2; // days that hold "overnight into Sunday"
    private const int Week = 7;
    private const int Month = 31;
    private const int Together = 1; // days between the publication of two reports of one piece of news
    private const int Fresh = 4; // days within which one piece of news is told
    private const double NextDayHours = 12; // clock readings further apart than this are of two happenings

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
            : new EventMatch(tally.Points, TimeOf(a, b, tally), IsEnough(a, b, tally), null, tally.Reasons) { HasOnceOnly = tally.OnceOnly > 0 };
    }

    private static MatchTime TimeOf(EventProfile a, EventProfile b, MatchTally tally) => !tally.IsTimed ? MatchTime.None
        : AreNear(a, b) ? MatchTime.Stated
        : IsOpen(a) && IsOpen(b) ? MatchTime.Told : MatchTime.Dated;

    private static bool AreNear(EventProfile a, EventProfile b) => a.Days is { } x && b.Days is { } y && (x.Gap(y) <= 1 || (!a.IsOnNewsDay && !b.IsOnNewsDay));

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
        if ((Days(a, b, kind, tally) ?? MatchedParties.Of(a, b, kind, tally) ?? Places(a, b, kind, tally)) is { } apart)
        {
            return apart;
        }

        Weapons(a, b, tally);
        MatchedFigures.Of(a, b, kind, rules, tally);
        Words(a, b, kind, tally);
        tally.Add("same_source", SharesAny(a.Sources, b.Sources));
        tally.Add("same_quote", Shares(a.Quotes, b.Quotes));
        tally.Add("copy", copies);
        return tally is { IsDayAfter: true, OnceOnly: 0 } && !wars.IsQuiet(a) && !wars.IsQuiet(b) ? "the day before" : null; // other zones and slips of a day, but not the same town hit again in a war
    }

    private static string? Days(EventProfile a, EventProfile b, KindSameness kind, MatchTally tally)
    {
        if (AreNear(a, b))
        {
            return Stated(a.Days!, b.Days!, IsPlanned(a) != IsPlanned(b), kind, tally);
        }

        if ((IsOpen(a) ? IsOpen(b) ? null : b.Days : a.Days) is { } known)
        {
            var open = IsOpen(a) ? a : b;
            return PartDays(open.PartDays, known, tally) ?? Told(open, known, kind, tally);
        }

        SharedParts(a.PartDays, b.PartDays, tally);
        if ((Dated(a, b, kind, tally) ?? Dated(b, a, kind, tally)) is { } other)
        {
            return other;
        }

        if (a.NewsOn is { } first && b.NewsOn is { } second)
        {
            var apart = Math.Abs(NodaTime.Period.DaysBetween(first, second));
            tally.Add(apart > kind.Late ? null : apart <= Fresh ? "told_together" : "told_later");
            tally.Add("published_together", apart <= Together);
            return apart > kind.Late ? "told as news at another time" : null;
        }

        return null;
    }

    // "On 5 June" of a page without a date is of the days in which the other was news, or is not.
    private static string? Dated(EventProfile undated, EventProfile told, KindSameness kind, MatchTally tally)
    {
        if (undated.NewsOn is not null || told.NewsOn is not { } day || told.Status is not EventStatus.News || !HasDate(undated.PartDays))
        {
            return null;
        }

        var (fits, near) = (false, false);
        foreach (var part in undated.PartDays)
        {
            for (var i = -1; i <= kind.Late; i++)
            {
                var isOne = part.Month > 0 && part.Fits(day.PlusDays(-i));
                fits |= isOne && i >= 0 && i <= Fresh;
                near |= isOne;
            }
        }

        tally.Add("told_together", fits);
        return near ? null : "another day";
    }

    private static bool HasDate(IReadOnlyList<PartDay> parts)
    {
        foreach (var part in parts)
        {
            if (part.Month > 0)
            {
                return true;
            }
        }

        return false;
    }

    // The day of publication stands for the days before it as well.
    private static bool IsOpen(EventProfile profile) => profile.Days is null || profile.IsOnNewsDay;

    // A telling that names no day may be of any day on which it was news; a plan, of the day it was announced or the next.
    private static string? Told(EventProfile open, DaySpan known, KindSameness kind, MatchTally tally)
    {
        if (open.NewsOn is not { } day)
        {
            return null;
        }

        if (IsPlanned(open))
        {
            tally.Add("told_together", known.Length <= Week && known.Gap(new DaySpan(day, day, true, null)) <= Together);
            return null;
        }

        var gap = known.Gap(new DaySpan(day.PlusDays(-kind.Late), day, true, null));
        tally.Add(gap > 0 ? null : known.Gap(new DaySpan(day.PlusDays(-Math.Min(kind.Late, Fresh)), day, true, null)) == 0 ? "told_together" : "told_later");
        return gap > 1 ? "told as news at another time" : null;
    }

    // "On Friday" of a page without a date fits one day in seven, "on April 8" one in a year; neighbouring days are as good as the next zone's.
    private static string? PartDays(IReadOnlyList<PartDay> parts, DaySpan known, MatchTally tally)
    {
        if (parts.Count == 0 || known.Length > Week)
        {
            return null;
        }

        var (date, weekday, near, isDate) = (false, false, false, false);
        foreach (var part in parts)
        {
            var isOfYear = part.Month > 0;
            isDate |= isOfYear;
            for (var day = known.First; day <= known.Last; day = day.PlusDays(1))
            {
                date |= isOfYear && part.Fits(day);
                weekday |= !isOfYear && part.Fits(day);
                near |= part.Fits(day.PlusDays(1)) || part.Fits(day.PlusDays(-1));
            }
        }

        tally.Add(date ? "same_date" : weekday ? "same_weekday" : near ? null : "other_weekday");
        return isDate && !date && !weekday && !near ? "another day" : null;
    }

    private static void SharedParts(IReadOnlyList<PartDay> a, IReadOnlyList<PartDay> b, MatchTally tally)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return;
        }

        PartDay? shared = null;
        foreach (var part in a)
        {
            foreach (var other in b)
            {
                shared = part == other && (shared is null || part.Weekday is NodaTime.IsoDayOfWeek.None) ? part : shared;
            }
        }

        tally.Add(shared is null ? null : shared.Weekday is NodaTime.IsoDayOfWeek.None ? "same_date" : "same_weekday");
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
            tally.Add(inferred ? "told_together" : "next_day");
            tally.IsDayAfter = kind.IsCrowded && !inferred;
            return null;
        }

        tally.Add(longest switch { 1 when inferred => "inferred_day", 1 => "same_day", Night => "same_night", <= Week => "same_week", <= Month => "same_month", _ => null });
        return null;
    }

    private static bool IsPlanned(EventProfile profile) => profile.Status is EventStatus.Planned;

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
            open |= weapon.Class is { } name && codebook.Has(name, ClassTrait.Open);
            foreach (var other in b.Weapons)
            {
                system |= weapon.Name is not null && weapon == other;
                sameClass |= weapon.Class is not null && string.Equals(weapon.Class, other.Class, StringComparison.Ordinal);
            }
        }

        foreach (var weapon in b.Weapons)
        {
            others |= weapon.Class is not null;
            open |= weapon.Class is { } name && codebook.Has(name, ClassTrait.Open);
        }

        tally.Add("same_system", system);
        tally.Add("same_class", sameClass);
        tally.Add("other_class", own && others && !sameClass && !open);
    }

    private void Words(EventProfile a, EventProfile b, KindSameness kind, MatchTally tally)
    {
        var (names, ship) = SharedNames(a.Names, b.Names);
        tally.Add(names switch { 0 => null, 1 => "one_name", _ => "same_names" });
        tally.Add(ship ? "same_ship" : names == 0 && HasShip(a.Names) && HasShip(b.Names) ? "other_ship" : null);
        tally.Add(a.Title.Count == 0 || b.Title.Count == 0 ? null : SharesAny(a.Title, b.Title) ? "same_name" : "other_name");
        tally.Add((SharedAround(a, b) + (kind.IsCrowded ? 0 : Shared(a.Persons, b.Persons))) switch { 0 => null, 1 => "one_thing_around", 2 => "two_things_around", _ => "things_around" });
        tally.Add("same_beside", SharesAny(a.Beside, b.Beside));
        if (kind.HasSites && a.Sites.Count > 0 && b.Sites.Count > 0)
        {
            Sites(a.Sites, b.Sites, tally);
        }
    }

    // what has the same role in both is counted there
    private static int SharedAround(EventProfile a, EventProfile b)
    {
        var shared = 0;
        foreach (var thing in a.Around)
        {
            shared += Has(b.Around, thing) && !(IsPlaceOf(a, thing) && IsPlaceOf(b, thing)) && !(IsWeaponOf(a, thing) && IsWeaponOf(b, thing)) ? 1 : 0;
        }

        return shared;
    }

    private static bool IsPlaceOf(EventProfile profile, string thing)
    {
        foreach (var place in profile.Places)
        {
            if (string.Equals(place.Id, thing, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWeaponOf(EventProfile profile, string thing)
    {
        foreach (var weapon in profile.Weapons)
        {
            if (string.Equals(weapon.Name, thing, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void Sites(IReadOnlyList<string> a, IReadOnlyList<string> b, MatchTally tally)
    {
        var (shared, once) = (false, false);
        foreach (var site in a)
        {
            if (Has(b, site))
            {
                shared = true;
                once |= !rules.IsHitOften(site);
            }
        }

        tally.Add(once ? "same_site" : shared ? "same_ground" : HasRare(a) && HasRare(b) ? "other_site" : null);
    }

    private bool HasRare(IReadOnlyList<string> sites)
    {
        foreach (var site in sites)
        {
            if (!rules.IsHitOften(site))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(IReadOnlyList<string> list, string text)
    {
        foreach (var other in list)
        {
            if (string.Equals(text, other, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int Shared(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var shared = 0;
        foreach (var text in a)
        {
            shared += Has(b, text) ? 1 : 0;
        }

        return shared;
    }

    private static (int Names, bool Ship) SharedNames(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (names, ship) = (0, false);
        foreach (var name in a)
        {
            if (Has(b, name))
            {
                var isShip = name.StartsWith(TellingWords.Ship, StringComparison.Ordinal);
                names += isShip ? 0 : 1;
                ship |= isShip;
            }
        }

        return (names, ship);
    }

    private static bool HasShip(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (name.StartsWith(TellingWords.Ship, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SharesAny(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        foreach (var text in a)
        {
            if (Has(b, text))
            {
                return true;
            }
        }

        return false;
    }

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
