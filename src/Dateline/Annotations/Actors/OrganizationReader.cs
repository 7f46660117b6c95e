using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;

namespace Dateline.Annotations.Actors;

/// <summary>
/// Organisations by their names: the row, unless the report gave the abbreviation to another ("Armenian Ministry of Defence (MOD)"), another
/// country stands before it ("the Russian MOD"), or several share the name and the report does not say which is meant.
/// </summary>
internal sealed class OrganizationReader(NameLexicon lexicon)
{
    public void Read(SentenceReader s, int m)
    {
        var match = s.Matches[m];
        if (match.As<OrganizationName>() is { Metonym: true } && match.As<PlaceName>() is not null && s.IsAfterPlaceWord(match.First))
        {
            return; // "at the Kremlin" is the building
        }

        var isShort = match.After - match.First == 1 && s.Sentence.Tokens[match.First].Is(TokenShape.AllCaps);
        if (OfCountryBefore(s, m))
        {
            return;
        }

        if (isShort && s.State.Abbreviated(Folding.Fold(s.Words(match.First, match.After))) is { } given && match.As<OrganizationName>()?.Organization.Actor.IsSameAs(given.Actor) != true)
        {
            s.Add(match.First, match.After, given.Actor, "actors.reference abbreviation given in brackets", given.Span);
            return;
        }

        if (Meant(s, match) is { } name)
        {
            s.Add(match.First, match.After, name.Organization.Actor, "actors.name " + name.Where, null);
            s.Introduce(match, name.Organization);
        }
    }

    // "the Russian MOD": the organ of that country, not of the one whose row holds the abbreviation
    private bool OfCountryBefore(SentenceReader s, int m)
    {
        var match = s.Matches[m];
        if (match.As<OrganizationName>() is not { Metonym: false, Organization: { Organ: { } organ, Actor: { Country: { } own, Kind: ActorKind.Ministry or ActorKind.Military or ActorKind.Government } } }
            || s.Owners.CountryBefore(m) is not { } owner || string.Equals(owner.Country, own, StringComparison.Ordinal) || lexicon.OrganOf(owner.Country, organ) is not { } row)
        {
            return false;
        }

        s.Add(owner.First, match.After, row.Actor, $"actors.name of {owner.Country}; the country before it", null);
        s.State.Name(row.Actor, s.Span(owner.First, match.After));
        s.Report.Countries.Name(owner.Country, true);
        return true;
    }

    // the only row of the name, or of several the one whose country the report names
    private static OrganizationName? Meant(SentenceReader s, NameMatch match)
    {
        OrganizationName? first = null;
        List<OrganizationName>? all = null;
        foreach (var entry in match.Entries)
        {
            if (entry is OrganizationName name && (first is null || !string.Equals(first.Organization.Actor.Id, name.Organization.Actor.Id, StringComparison.Ordinal)))
            {
                (all ??= []).Add(name);
                first ??= name;
            }
        }

        if (all is null || all.Count == 1)
        {
            return first;
        }

        return One(all, n => s.State.Knows(n.Organization.Actor))
            ?? One(all, n => n.Organization.Organ is { } organ && s.State.Organ(organ)?.Actor.IsSameAs(n.Organization.Actor) == true) // "the JCS" after "the Joint Chiefs of Staff"
            ?? One(all, n => n.Organization.Actor.Country is { } code && s.Report.Countries.Count(code) > 0)
            ?? One(all, n => n.Organization.Actor.Country is { } code && s.Report.Anywhere.Contains(code));
    }

    private static OrganizationName? One(List<OrganizationName> all, Func<OrganizationName, bool> which)
    {
        var found = all.Where(which).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
