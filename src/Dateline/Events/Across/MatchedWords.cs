namespace Dateline.Events.Across;

/// <summary>What the words around two tellings say: names no table has, ships, names of drills and treaties, what else stands in their sentences, and the sites that were hit.</summary>
internal static class MatchedWords
{
    /// <summary>Adds what the words say for one event and against it.</summary>
    public static void Of(EventProfile a, EventProfile b, KindSameness kind, MatchRules rules, MatchTally tally)
    {
        var (names, ship) = SharedNames(a.Names, b.Names);
        tally.Add(names switch { 0 => null, 1 => "one_name", _ => "same_names" });
        tally.Add(ship ? "same_ship" : names == 0 && HasShip(a.Names) && HasShip(b.Names) ? "other_ship" : null);
        tally.Add(a.Title.Count == 0 || b.Title.Count == 0 ? null : SharesAny(a.Title, b.Title) ? "same_name" : "other_name");
        tally.Add((SharedAround(a, b) + (kind.IsCrowded ? 0 : Shared(a.Persons, b.Persons))) switch { 0 => null, 1 => "one_thing_around", 2 => "two_things_around", _ => "things_around" });
        tally.Add("same_beside", SharesAny(a.Beside, b.Beside));
        if (kind.HasSites && a.Sites.Count > 0 && b.Sites.Count > 0)
        {
            Sites(a.Sites, b.Sites, rules, tally);
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

    private static void Sites(IReadOnlyList<string> a, IReadOnlyList<string> b, MatchRules rules, MatchTally tally)
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

        tally.Add(once ? "same_site" : shared ? "same_ground" : HasRare(a, rules) && HasRare(b, rules) ? "other_site" : null);
    }

    private static bool HasRare(IReadOnlyList<string> sites, MatchRules rules)
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

    /// <summary>True when one text stands in both.</summary>
    public static bool SharesAny(IReadOnlyList<string> a, IReadOnlyList<string> b)
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

    /// <summary>True when one number stands in both of two rising rows.</summary>
    public static bool Shares(IReadOnlyList<uint> a, IReadOnlyList<uint> b)
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
