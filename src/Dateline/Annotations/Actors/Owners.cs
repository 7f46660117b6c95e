using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;

namespace Dateline.Annotations.Actors;

/// <summary>Whose an organ or title is: the country beside it, before or behind, and the title words themselves.</summary>
internal sealed class Owners(SentenceReader s)
{
    /// <summary>The country that owns or describes a noun: "South Korea's main spy agency", "the Russian military", "Seoul's military".</summary>
    public (int First, string Country)? CountryBefore(int m)
    {
        for (var i = m - 1; i >= 0 && s.Matches[m].First - s.Matches[i].After <= 3; i--)
        {
            if (CountryOf(s.Matches[i]) is not { } country)
            {
                continue;
            }

            if (s.IsTaken(s.Matches[i].First))
            {
                return null; // it belongs to another organ
            }

            for (var t = s.Matches[i].After; t < s.Matches[m].First; t++)
            {
                var token = s.Sentence.Tokens[t];
                var joins = token.Is(TokenShape.Clitic) || token.Kind == TokenKind.Hyphen
                    || (token.Tag is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Verb or PartOfSpeech.Adverb && s.Syntax.ClauseAt(t) < 0);
                if (!joins || s.IsTaken(t))
                {
                    return null;
                }
            }

            return (s.Matches[i].First, country);
        }

        return null;
    }

    /// <summary>"… of Ukraine" right after the noun.</summary>
    public (int After, string Country)? CountryAfterOf(int m) => CountryOfAt(s.Matches[m].After);

    /// <summary>"of Chile", "of the Russian Federation" at a token: the country, and the token after it.</summary>
    public (int After, string Country)? CountryOfAt(int at)
    {
        if (at + 1 >= s.Sentence.Tokens.Count || !s.Function.Is(s.Sentence.Tokens[at], "of"))
        {
            return null;
        }

        at += s.Sentence.Tokens[at + 1].Tag == PartOfSpeech.Determiner ? 2 : 1;
        at += at + 1 < s.Sentence.Tokens.Count && s.MatchAt(at) is null && s.Sentence.Tokens[at] is { IsCapitalised: false, Tag: PartOfSpeech.Adjective or PartOfSpeech.Verb } ? 1 : 0; // "of neighbouring Eritrea"
        return s.MatchAt(at) is { } match && match.First <= at && !s.IsTaken(at) && match.As<PlaceName>() is not { Form: NameForm.Adjective } && CountryOf(match) is { } country ? (match.After, country) : null;
    }

    /// <summary>The other countries joined to the one that begins here, in text order: "U.S., Armenian and Azerbaijani troops".</summary>
    public IReadOnlyList<(int First, int After, string Country)> SharedWith(int first)
    {
        List<(int First, int After, string Country)> found = [];
        while (first > 1 && s.MatchAt(first) is { } own && IsAdjective(own) && s.MatchAt(first - 2) is { } match && match.After == first - 1 && IsAdjective(match) && !s.IsTaken(match.First)
            && (s.Sentence.Tokens[first - 1].Tag == PartOfSpeech.CoordinatingConjunction || (found.Count > 0 && s.Report.Text[s.Sentence.Tokens[first - 1].Start] == ','))
            && CountryOf(match) is { } country)
        {
            found.Insert(0, (match.First, match.After, country));
            first = match.First;
        }

        return found;
    }

    /// <summary>The name of a country joined to what ends here: "of Armenia and Azerbaijan".</summary>
    public (int First, int After, string Country)? CountryJoined(int after) =>
        after + 1 < s.Sentence.Tokens.Count && s.Sentence.Tokens[after].Tag == PartOfSpeech.CoordinatingConjunction && s.MatchAt(after + 1) is { } match && match.First == after + 1
            && match.As<PlaceName>() is { Form: not NameForm.Adjective } && !s.IsTaken(match.First) && CountryOf(match) is { } country
            ? (match.First, match.After, country)
            : null;

    private static bool IsAdjective(NameMatch match) => match.As<PlaceName>() is { Form: NameForm.Adjective or NameForm.Abbreviation, Place.Precision: PlacePrecision.Country };

    /// <summary>The country named first in the few words behind a title: "spokesman for the U.S. forces".</summary>
    public string? CountryBehind(int after)
    {
        for (var t = after; t < Math.Min(after + 6, s.Sentence.Tokens.Count) && s.Sentence.Tokens[t].Kind is TokenKind.Word or TokenKind.Hyphen; t++)
        {
            if (s.MatchAt(t) is { } match && (CountryOf(match) ?? CountryOfBody(match)) is { } country)
            {
                return country;
            }
        }

        return null;
    }

    /// <summary>For "its special forces": the country named last before, in the sentence or the report.</summary>
    public string? OwnerOfPossessive(int token)
    {
        var noun = s.Syntax.NounAt(token);
        if (noun < 0 || !s.Function.Is(s.Sentence.Tokens[s.Syntax.Nouns[noun].First], "possessive") || s.Function.Is(s.Sentence.Tokens[s.Syntax.Nouns[noun].First], "first-person"))
        {
            return null; // "our military" is the speaker's, not that of the country named last
        }

        for (var m = s.Matches.Count - 1; m >= 0; m--)
        {
            if (s.Matches[m].After > s.Syntax.Nouns[noun].First)
            {
                continue;
            }

            if ((CountryOf(s.Matches[m]) ?? CountryOfForces(s.Matches[m])) is { } country)
            {
                return country;
            }

            if (s.Matches[m].As<OrganizationName>()?.Organization.Actor.Kind == ActorKind.Organization)
            {
                return null; // "Nato ministers ... their forces": of no one country
            }
        }

        return !s.Function.Is(s.Sentence.Tokens[s.Syntax.Nouns[noun].First], "their") && s.Report.Countries.Last is { Length: > 0 } last ? last : null;
    }

    /// <summary>Country of the state media this sentence names, when all are of one.</summary>
    public string? CountryOfMedia()
    {
        string? only = null;
        foreach (var match in s.Matches)
        {
            if (match.As<OrganizationName>()?.Organization.Actor is not { Kind: ActorKind.StateMedia, Country: { } country })
            {
                continue;
            }

            if (only is not null && !string.Equals(only, country, StringComparison.Ordinal))
            {
                return null;
            }

            only = country;
        }

        return only;
    }

    /// <summary>The title words that end right before a token (that of match m, when not given), and the country they name: "Russian president", "Lt. Gen.".</summary>
    public (string? Title, string? Country) TitleBefore(int m, int end = -1)
    {
        end = end >= 0 ? end : s.Matches[m].First;
        var first = end;
        var i = m - 1;
        while (i >= 0 && s.Matches[i].After == first && (s.Matches[i].As<TitleWord>() is { IsTitle: true } || (first < end && s.Matches[i].As<OrganNoun>() is not null && s.Matches[i].As<PlaceName>() is null)))
        {
            first = s.Matches[i].First;
            i--;
        }

        if (first == end)
        {
            return (null, null);
        }

        var title = s.Words(first, end);
        var past = PastBefore(i, first);
        if (past is not null)
        {
            first = s.Matches[i].First;
            i--;
        }

        var beside = i >= 0 && (s.Matches[i].After == first || (s.Matches[i].After == first - 1 && s.Sentence.Tokens[first - 1].Is(TokenShape.Clitic))) ? s.Matches[i] : null;
        past ??= PastBefore(i - 1, beside?.First ?? 0);
        return (past is null ? title : past + " " + title, beside is null ? null : CountryOf(beside) ?? CountryOfBody(beside) ?? CountryAround(beside));
    }

    // "former South Korean President": the word that says the office is over
    private string? PastBefore(int m, int end)
    {
        var hyphen = end > 0 && s.Sentence.Tokens[end - 1].Kind == TokenKind.Hyphen ? 1 : 0; // "ex-president"
        return m >= 0 && s.Matches[m].After == end - hyphen && s.Matches[m].As<TitleWord>() is { IsPast: true } ? s.Words(s.Matches[m].First, s.Matches[m].After) : null;
    }

    // "Kherson Governor": the country of a place nobody disputes, when all places of the name lie in one
    private static string? CountryAround(NameMatch match)
    {
        string? only = null;
        foreach (var place in match.Entries.OfType<PlaceName>())
        {
            if (place.Place is { Claimants.Count: > 0, Precision: not PlacePrecision.Country } || place.Place.Country is not { } country || (only is not null && !string.Equals(only, country, StringComparison.Ordinal)))
            {
                return null;
            }

            only = country;
        }

        return only;
    }

    // whose forces "its forces" may be beside a country: those of a staff, ministry or government
    private static string? CountryOfForces(NameMatch match) =>
        match.As<OrganizationName>()?.Organization.Actor is { Kind: ActorKind.Military or ActorKind.Ministry or ActorKind.Government } body ? body.Country : null;

    // the country of an organisation that speaks for one: who works for an agency or outlet may be anybody
    private static string? CountryOfBody(NameMatch match) =>
        match.As<OrganizationName>()?.Organization.Actor is { Kind: not (ActorKind.Agency or ActorKind.Outlet) } body ? body.Country : null;

    // A name two states share ("Korea") is of the one the report has named, when that is one.
    public string? CountryOf(NameMatch match)
    {
        string? found = null;
        var shared = false;
        foreach (var entry in match.Entries)
        {
            if (entry is CountryReference reference)
            {
                return s.Report.Referred(reference)?.Country;
            }

            if (entry is PlaceName name && (name.Place.Precision == PlacePrecision.Country || name.IsCapital) && name.Place.Country is { } country && !string.Equals(found, country, StringComparison.Ordinal))
            {
                shared = found is not null;
                if (!shared || (s.Report.Countries.Count(country) > 0 && s.Report.Countries.Count(found!) == 0))
                {
                    (found, shared) = (country, false);
                }
                else
                {
                    shared = s.Report.Countries.Count(country) > 0 || s.Report.Countries.Count(found!) == 0;
                }
            }
        }

        return shared ? null : found;
    }
}
