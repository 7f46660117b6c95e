namespace Dateline.Events.Across;

/// <summary>Who is in both of two tellings, and whether others are.</summary>
internal static class MatchedParties
{
    private const int ForSure = 2; // parties of talks by which other talks are told

    private enum Side
    {
        Any,
        Doer,
        Receiver,
    }

    /// <summary>Tells what the parties say for one event; why they cannot be of one, or null.</summary>
    public static string? Of(EventProfile a, EventProfile b, KindSameness kind, MatchTally tally)
    {
        var (persons, bothNamed) = SharedPersons(a.Parties, b.Parties);
        if (persons == 0 && bothNamed)
        {
            if (a.Kind is "statement")
            {
                return "another speaker";
            }

            // a minister announces what his president ordered: only those who meet, travel or sign are others
            tally.Add("other_person", kind.IsBeside || a.Kind is "visit");
        }

        tally.Add("same_party", SharesBody(a.Parties, b.Parties));
        return kind.IsBeside ? Beside(a, b, kind, tally) : Opposed(a, b, tally);
    }

    /// <summary>True when two persons take part in both.</summary>
    public static bool AreTwoPersons(EventProfile a, EventProfile b) => SharedPersons(a.Parties, b.Parties).Shared >= ForSure;

    private static string? Beside(EventProfile a, EventProfile b, KindSameness kind, MatchTally tally)
    {
        var (own, theirs, shared) = (Count(a, Side.Any), Count(b, Side.Any), Shared(a, b, Side.Any));
        if (own > 0 && theirs > 0 && shared < Math.Min(ForSure, Math.Min(own, theirs)) && !IsOneName(a, b))
        {
            if (!kind.IsRare)
            {
                return shared == 0 ? "other parties" : "another party";
            }

            tally.Add("other_party");
        }

        tally.Add("same_doer", shared > 0);
        tally.Add("same_pair", shared >= ForSure);
        return null;
    }

    // A drill or treaty of many: each report names others of them.
    private static bool IsOneName(EventProfile a, EventProfile b)
    {
        foreach (var word in a.Title)
        {
            foreach (var other in b.Title)
            {
                if (string.Equals(word, other, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? Opposed(EventProfile a, EventProfile b, MatchTally tally)
    {
        var doers = Shared(a, b, Side.Doer);
        if (doers == 0 && Count(a, Side.Doer) > 0 && Count(b, Side.Doer) > 0)
        {
            return "another actor";
        }

        var receivers = Shared(a, b, Side.Receiver);
        if (receivers == 0 && Count(a, Side.Receiver) > 0 && Count(b, Side.Receiver) > 0)
        {
            return "another recipient";
        }

        tally.Add("same_doer", doers > 0 || IsFrom(a, b) || IsFrom(b, a));
        tally.Add("same_receiver", receivers > 0 || IsAimedAt(a, b) || IsAimedAt(b, a));
        return null;
    }

    // Where one report names nobody, the land it was launched from is whose it was.
    private static bool IsFrom(EventProfile a, EventProfile b)
    {
        if (Count(a, Side.Doer) > 0)
        {
            return false;
        }

        foreach (var place in a.Places)
        {
            if (place is { Role: "launch_place" or "origin_place", Country: { } country } && HasCountry(b.Parties, b.Parties.Count, country, Side.Doer))
            {
                return true;
            }
        }

        return false;
    }

    // The land it came down in is the side that was hit, where one report names the side and the other the land.
    private static bool IsAimedAt(EventProfile a, EventProfile b)
    {
        foreach (var place in a.Places)
        {
            if (place is not { Role: "target_place", Country: { } country })
            {
                continue;
            }

            if (HasCountry(b.Parties, b.Parties.Count, country, Side.Receiver))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SharesBody(IReadOnlyList<PartyFeature> a, IReadOnlyList<PartyFeature> b)
    {
        foreach (var party in a)
        {
            if (!party.IsState && Has(b, p => string.Equals(p.Name, party.Name, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static (int Shared, bool BothNamed) SharedPersons(IReadOnlyList<PartyFeature> a, IReadOnlyList<PartyFeature> b)
    {
        var (shared, named) = (0, false);
        foreach (var person in a)
        {
            if (IsPerson(person))
            {
                named = true;
                shared += Has(b, p => IsPerson(p) && string.Equals(p.Name, person.Name, StringComparison.Ordinal)) ? 1 : 0;
            }
        }

        return (shared, named && Has(b, IsPerson));
    }

    private static bool IsPerson(PartyFeature party) => party is { IsPerson: true, Role: "actor" or "participant" or "leader" };

    private static bool Is(PartyFeature party, Side side) => party.Country is not null && (side is Side.Any || party.Role is "recipient" == side is Side.Receiver);

    private static bool Has(IReadOnlyList<PartyFeature> parties, Predicate<PartyFeature> which)
    {
        foreach (var party in parties)
        {
            if (which(party))
            {
                return true;
            }
        }

        return false;
    }

    // countries of a side, each once
    private static int Count(EventProfile profile, Side side) => Shared(profile, profile, side);

    private static int Shared(EventProfile a, EventProfile b, Side side)
    {
        var shared = 0;
        for (var i = 0; i < a.Parties.Count; i++)
        {
            shared += Is(a.Parties[i], side) && IsFirst(a.Parties, i, side) && HasCountry(b.Parties, b.Parties.Count, a.Parties[i].Country!, side) ? 1 : 0;
        }

        return shared;
    }

    private static bool IsFirst(IReadOnlyList<PartyFeature> parties, int index, Side side) => !HasCountry(parties, index, parties[index].Country!, side);

    private static bool HasCountry(IReadOnlyList<PartyFeature> parties, int before, string country, Side side)
    {
        for (var i = 0; i < before; i++)
        {
            if (Is(parties[i], side) && string.Equals(parties[i].Country, country, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
