using Dateline.Annotations.Names;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>
/// Weighs whether a name that only the gazetteer knows is a place here: with a hundred thousand towns most names are also
/// words, given names or surnames. Weights were set on TR-News and GeoWebNews.
/// </summary>
internal sealed class TownEvidence(PlaceRelations relations, TownMatcher words)
{
    /// <summary>From this on a name is a place by itself.</summary>
    public const double Enough = 1;

    /// <summary>From this on it is one wherever the report says it again.</summary>
    public const double Sure = 2;

    /// <summary>Below this a name stands for a person or thing, whatever the report says elsewhere.</summary>
    public const double Against = -2;

    /// <summary>The weight of everything around one name.</summary>
    /// <param name="text">The report.</param>
    /// <param name="syntax">The sentence.</param>
    /// <param name="matches">What our own tables find in it.</param>
    /// <param name="town">The name.</param>
    /// <param name="best">Its largest candidate.</param>
    /// <param name="contained">True when a wider place it lies in stands behind its comma.</param>
    /// <param name="known">True when the report names the country or division of the candidate.</param>
    /// <param name="capitals">True in a line of capitals.</param>
    /// <param name="sport">True in a report on sport.</param>
    public double Weigh(string text, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, TownMatch town, PlaceName best, bool contained, bool known, bool capitals, bool sport)
    {
        var tokens = syntax.Sentence.Tokens;
        var weight = Size(best) + Form(tokens, town, best, capitals);
        weight += contained ? 4 : 0;
        weight += known ? 0.7 : 0;
        weight += IsLocated(syntax, town) ? 2.5 : 0;
        if (!capitals)
        {
            weight += Before(text, tokens, matches, town) + Behind(text, tokens, matches, town, sport);
        }

        return weight;
    }

    private static double Size(PlaceName best)
    {
        var people = best.Place.Weight / 32.0;
        return best.Place.Precision == PlacePrecision.Region
            ? best.IsAlternate ? 0.5 : 1.5
            : people == 0 ? -1 : Math.Clamp(people - 4, -1, 2.5) - (best.IsAlternate ? 1 : 0);
    }

    private static double Form(TokenList tokens, TownMatch town, PlaceName best, bool capitals)
    {
        var weight = 0.0;
        var several = town.After - town.First > 1;
        var people = best.Place.Weight / 32.0;
        if (several)
        {
            weight += 1;
        }
        else if ((town.Name.Flags & NameFlags.CommonWord) != NameFlags.None)
        {
            weight -= 3;
        }
        else if ((town.Name.Flags & NameFlags.GivenName) != NameFlags.None)
        {
            weight -= people > 5.5 ? 0.5 : 1.5;
        }

        weight -= !several && tokens[town.First].Length < 4 ? 1.5 : 0;
        weight -= capitals || (!several && tokens[town.First].Is(TokenShape.AllCaps)) ? 1.5 : 0;
        weight -= tokens[town.After - 1].Tag is PartOfSpeech.ProperNoun ? 0 : 1;
        return weight;
    }

    // "in Hinton", "north of Hinton", "the town of Hinton", "northern Hinton"
    private bool IsLocated(SentenceSyntax syntax, TownMatch town)
    {
        var tokens = syntax.Sentence.Tokens;
        if (relations.EndingAt(tokens, town.First) is not null || relations.DirectionBefore(tokens, town.First) is not null)
        {
            return true;
        }

        return (town.First > 0 && relations.RoleAfter(tokens, town.First - 1) == PlaceRole.Place) || relations.IsHome(tokens, town.First, town.After)
            || relations.IsDescribed(syntax, syntax.NounAt(town.First));
    }

    private double Before(string text, TokenList tokens, IReadOnlyList<NameMatch> matches, TownMatch town)
    {
        var at = town.First - 1;
        if (at < 0 || tokens[at].Kind != TokenKind.Word || !tokens[at].IsCapitalised || tokens[at].Is(TokenShape.Clitic))
        {
            return 0;
        }

        if (relations.OpensFacility(tokens[at]))
        {
            return -3; // "Lake Hinton"
        }

        var match = matches.FirstOrDefault(m => m.First <= at && at < m.After);
        if (match is not null)
        {
            if (match.After - match.First == 1 && (words.FlagsOf(text, tokens[at]) & NameFlags.GivenName) != NameFlags.None)
            {
                return -4; // "Georgia Meloy"
            }

            return match.As<PersonName>() is not null || match.As<TitleWord>() is not null ? -3 : 0;
        }

        var flags = words.FlagsOf(text, tokens[at]);
        if (tokens[at].Is(TokenShape.Abbreviation) && tokens[at].Length == 2)
        {
            return -4; // an initial
        }

        if ((flags & NameFlags.CommonWord) != NameFlags.None)
        {
            return tokens[at].Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Adjective ? -0.5 : 0;
        }

        return (flags & NameFlags.GivenName) != NameFlags.None ? -5 : tokens[at].Tag == PartOfSpeech.ProperNoun ? -4 : -0.5; // the end of somebody's name
    }

    private double Behind(string text, TokenList tokens, IReadOnlyList<NameMatch> matches, TownMatch town, bool sport)
    {
        var at = town.After;
        if (at >= tokens.Count)
        {
            return 0;
        }

        if (relations.AfterNoun(tokens, at) > at)
        {
            return tokens[at].IsCapitalised && relations.IsRoad(tokens[at]) ? -4 : 2;
        }

        if (relations.IsDweller(tokens[at]))
        {
            return 1.8; // "a Cork mother", "Hinton Mayor"
        }

        if (relations.IsPerson(tokens[at]) && !tokens[at].IsCapitalised)
        {
            return (town.Name.Flags & NameFlags.GivenName) != NameFlags.None ? 0 : 1.5; // "Hinton residents"
        }

        if (tokens[at].Kind != TokenKind.Word || !tokens[at].IsCapitalised || tokens[at].Is(TokenShape.Clitic) || matches.Any(m => m.First <= at && at < m.After))
        {
            return 0;
        }

        var given = (town.Name.Flags & NameFlags.GivenName) != NameFlags.None;
        if (!given && relations.NamesBody(tokens, at))
        {
            return 1.2;
        }

        if (!given && PlaceRoles.IsAcronymBehind(tokens, at))
        {
            return 0.5; // "Hinton RCMP"
        }

        if ((words.FlagsOf(text, tokens[at]) & NameFlags.CommonWord) != NameFlags.None)
        {
            return given ? -1.5 : -0.3;
        }

        return given ? -4 : sport && tokens[at].Form == WordForm.Plural ? 0 : -2; // "the Hinton Herons"
    }
}
