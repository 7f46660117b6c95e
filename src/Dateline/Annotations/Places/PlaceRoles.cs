using Dateline.Annotations.Names;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>Decides what a place name does in its sentence: place, actor or modifier, with the words that decided.</summary>
internal sealed class PlaceRoles(PlaceRelations relations)
{
    /// <summary>Why a town or region acts: who acts there is not the state.</summary>
    public const string PeopleOf = "subject of a verb, for its people";

    private const int LongestAcronym = 5;
    private const string GovernedBefore = "governed by the word before the preposition";

    private readonly PlaceHeads heads = new(relations);

    /// <summary>The role of one name.</summary>
    /// <param name="syntax">The sentence.</param>
    /// <param name="matches">Its names.</param>
    /// <param name="m">Index of the name.</param>
    /// <param name="form">How it is written.</param>
    /// <param name="governs">True for a state or its capital, which may stand for a government.</param>
    /// <param name="sport">True in a report on sport, where "State" and "City" end the names of teams.</param>
    /// <param name="before">The place mention before it in the sentence, or null: names in a list share their role.</param>
    public (PlaceRole Role, string Why, string? Relation) Decide(SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, int m, NameForm form, bool governs, PlaceMention? before, bool sport = false)
    {
        var tokens = syntax.Sentence.Tokens;
        var (first, after) = (matches[m].First, matches[m].After);
        if (form is NameForm.Demonym)
        {
            return (PlaceRole.Actor, "demonym", null);
        }

        if (relations.NamesPlace(tokens, first))
        {
            return (PlaceRole.Place, "called so behind a noun of place", null);
        }

        var possessive = after < tokens.Count && tokens[after].Is(TokenShape.Clitic);
        var owns = possessive || form is NameForm.Adjective || (governs && after < tokens.Count && !tokens[after].IsCapitalised); // "Poland's border", "Polish border", "the Poland border"
        if (owns && relations.StartingAt(tokens, possessive ? after + 1 : after) is { } owned && !GoesOn(syntax, owned.After))
        {
            return (PlaceRole.Place, $"\"{owned.Relation}\" of it", owned.Relation);
        }

        if (!(sport && after < tokens.Count && tokens[after].IsCapitalised) && heads.MakesPlace(syntax, possessive ? after + 1 : after) is { } noun)
        {
            return (PlaceRole.Place, $"\"{noun}\" behind it", null);
        }

        if (heads.NamesFacility(syntax, first, possessive ? after + 1 : after, possessive, form is NameForm.Adjective) is { } why && !(governs && NameMatcher.SaysNothing(tokens)))
        {
            return (PlaceRole.Place, why, null);
        }

        if (form is NameForm.Adjective)
        {
            return (PlaceRole.Modifier, "adjective", null);
        }

        if (!possessive && relations.DirectionBefore(tokens, first) is { } part)
        {
            // "the eastern Donetsk region" says where the region lies, "eastern Mali" which part is meant
            var lies = relations.IsDivisionWord(tokens[after - 1]) || (after < tokens.Count && relations.IsDivisionWord(tokens[after]));
            return (PlaceRole.Place, "a direction before it", lies ? null : part.Relation);
        }

        if (possessive && !governs && first > 0 && relations.OpensPlace(tokens[first - 1]) && after + 1 < tokens.Count && tokens[after + 1] is { IsCapitalised: true, Tag: PartOfSpeech.ProperNoun })
        {
            return (PlaceRole.Place, "holds the spot named behind it", null); // "in Angus's Knockhill", a name no table has
        }

        if (possessive)
        {
            return governs ? (PlaceRole.Actor, "possessive", null) : (PlaceRole.Modifier, "possessive", null);
        }

        var related = relations.EndingAt(tokens, first) ?? BeforeOwner(tokens, matches, m);
        var preposition = first > 1 && tokens[first - 1].Tag == PartOfSpeech.Determiner ? first - 2 : first - 1;
        if (governs && related is not { Relation: not null } && preposition > 0 && relations.Governed(tokens[preposition - 1], tokens[preposition]) is { } governed)
        {
            return (governed, GovernedBefore, null);
        }

        if (related is { } words && !(governs && PlaceLists.Describes(syntax, matches[m])))
        {
            return (PlaceRole.Place, words.Relation is null ? "words of place before it" : $"\"{words.Relation}\" before it", words.Relation);
        }

        return InChunk(syntax, matches, m, governs, before);
    }

    // "west of Yemen's Hodeidah"
    private (string? Relation, int First)? BeforeOwner(TokenList tokens, IReadOnlyList<NameMatch> matches, int m) =>
        m > 0 && matches[m].First == matches[m - 1].After + 1 && tokens[matches[m].First - 1].Is(TokenShape.Clitic) && matches[m - 1].As<PlaceName>() is not null && relations.EndingAt(tokens, matches[m - 1].First) is { Relation: not null } related ? related : null;

    /// <summary>True when the noun group goes on behind the token before this one, so that the words only modify ("the sea border").</summary>
    public static bool GoesOn(SentenceSyntax syntax, int after)
    {
        var noun = syntax.NounAt(after - 1);
        return noun >= 0 && syntax.Nouns[noun].After > after && syntax.Sentence.Tokens[after].Kind == TokenKind.Word;
    }

    /// <summary>True when a town stands beside a capitalised word nobody knows, so that it is part of another name ("Darwin Smith", but "London Police").</summary>
    public bool IsPartOfUnknownName(SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, int m, Func<Token, bool> isCommonWord)
    {
        var tokens = syntax.Sentence.Tokens;
        var (first, after) = (matches[m].First, matches[m].After);
        var followed = after < tokens.Count && IsUnknownName(tokens[after]) && !IsAcronymBehind(tokens, after) && !isCommonWord(tokens[after]) && !(m + 1 < matches.Count && matches[m + 1].First == after) && relations.AfterNoun(tokens, after) == after && !relations.NamesBody(tokens, after);
        var led = first > 0 && IsUnknownName(tokens[first - 1]) && !(m > 0 && matches[m - 1].After == first);
        if (!followed && !led)
        {
            return false;
        }

        return !heads.IsLocated(syntax, first) || (led && !tokens[first - 1].Is(TokenShape.SentenceStart));
    }

    /// <summary>True for PD, RCMP: behind a town a body and no surname.</summary>
    public static bool IsAcronymBehind(TokenList tokens, int at) =>
        tokens[at].Is(TokenShape.AllCaps) && tokens[at].Length <= LongestAcronym && !tokens[at - 1].Is(TokenShape.AllCaps);

    private static bool IsUnknownName(Token token) =>
        token.Kind == TokenKind.Word && token.IsCapitalised && token.Tag == PartOfSpeech.ProperNoun && !token.Is(TokenShape.Clitic) && !token.Is(TokenShape.Abbreviation);

    private (PlaceRole Role, string Why, string? Relation) InChunk(SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, int m, bool governs, PlaceMention? before)
    {
        var match = matches[m];
        var noun = syntax.NounAt(match.First);
        if (noun < 0)
        {
            return (governs ? PlaceRole.Actor : PlaceRole.Place, "stands alone", null);
        }

        if (match.After < syntax.Nouns[noun].After && syntax.Sentence.Tokens[match.After].Kind != TokenKind.Number)
        {
            if (!governs && match.First > 0 && relations.OpensPlace(syntax.Sentence.Tokens[syntax.Sentence.Tokens[match.First - 1].Tag == PartOfSpeech.Determiner && match.First > 1 ? match.First - 2 : match.First - 1]) && heads.IsNameTo(syntax, match.After, syntax.Nouns[noun].After))
            {
                return (PlaceRole.Place, "begins a name after a preposition of place", null);
            }

            if (!governs)
            {
                return (PlaceRole.Modifier, "describes the noun after it", null);
            }

            var plural = match.As<CountryReference>() is not null && syntax.Sentence.Tokens[match.After].Form == WordForm.Plural;
            return plural || IsHeadlineVerb(syntax, noun, match.After) ? (PlaceRole.Actor, "subject of a headline", null) : (PlaceRole.Modifier, "describes the noun after it", null);
        }

        if (governs && PlaceLists.IsListedWithAdjective(syntax, matches, m))
        {
            return (PlaceRole.Modifier, "listed with an adjective", null);
        }

        if (before is not null && syntax.Nouns[noun].Preposition < 0 && noun > 0 && PlaceLists.IsListedWith(syntax, matches, noun) && syntax.SpanOf(syntax.Nouns[noun - 1]).Contains(before.Span))
        {
            return (governs || before.Role == PlaceRole.Place ? before.Role : PlaceRole.Place, "listed with the one before it", null);
        }

        if (match.First > 0 && (relations.IsPlaceAdjective(syntax.Sentence.Tokens[match.First - 1]) || (match.First > syntax.Nouns[noun].First && relations.EndsInNoun(syntax.Sentence.Tokens, match.First))) && !Acts(syntax, noun))
        {
            return (PlaceRole.Place, "behind an adjective or noun of place", null);
        }

        return ByPreposition(syntax, matches, noun, governs) ?? ByClause(syntax, noun, match.First, governs);
    }

    // "North Korea fires suspected missile": a plural before the head of its group is a verb the tagger took for a noun; so is
    // the "test" of "test-fired"
    private static bool IsHeadlineVerb(SentenceSyntax syntax, int noun, int at) =>
        IsHyphenedVerb(syntax.Sentence.Tokens, at) ||
        (syntax.Nouns[noun].First == 0 || syntax.Sentence.Tokens[syntax.Nouns[noun].First - 1].Kind == TokenKind.Punctuation) && at < syntax.Nouns[noun].Head && syntax.Sentence.Tokens[at] is { Tag: PartOfSpeech.Noun, Form: WordForm.Plural };

    private static bool IsHyphenedVerb(TokenList tokens, int at) =>
        at + 2 < tokens.Count && tokens[at].Kind == TokenKind.Word && !tokens[at].IsCapitalised && tokens[at + 1].Kind == TokenKind.Hyphen
        && tokens[at + 2] is { Tag: PartOfSpeech.Verb, Form: WordForm.Past or WordForm.Present or WordForm.PastParticiple };

    private (PlaceRole, string, string?)? ByPreposition(SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, int noun, bool governs)
    {
        var chunk = syntax.Nouns[noun];
        for (var n = noun; chunk.Preposition < 0 && n > 0 && PlaceLists.IsListedWith(syntax, matches, n);)
        {
            n = PlaceLists.FirstOfName(syntax, matches, n - 1);
            chunk = syntax.Nouns[n];
        }

        while (chunk.Preposition < 0 && chunk.Possessor >= 0)
        {
            chunk = syntax.Nouns[chunk.Possessor]; // "in Russia's Kursk region"
        }

        if (chunk.Preposition < 0 || relations.RoleAfter(syntax.Sentence.Tokens, chunk.Preposition) is not { } role)
        {
            return null;
        }

        if (Governed(syntax, noun, chunk.Preposition) is { } governed)
        {
            return (governed, GovernedBefore, null);
        }

        if (role == PlaceRole.Modifier)
        {
            if (matches.Any(m => m.After == chunk.Preposition && (m.As<TitleWord>() is not null || m.As<OrganNoun>() is not null)))
            {
                return (PlaceRole.Modifier, "after of, behind an office or organ", null);
            }

            var ofPlace = relations.EndsInNoun(syntax.Sentence.Tokens, chunk.Preposition);
            return (governs && !ofPlace ? PlaceRole.Modifier : PlaceRole.Place, ofPlace ? "after a noun of place and of" : "after of", null);
        }

        if (role == PlaceRole.Actor && relations.IsGoal(syntax.Sentence.Tokens[chunk.Preposition]) && syntax.Clauses.Any(c => c.Complements.Contains(noun) && relations.IsPlaceVerb(syntax.Sentence.Tokens[c.Verb.Head])))
        {
            return (PlaceRole.Place, "after a preposition of place", null);
        }

        if (role == PlaceRole.Actor && noun > 0 && relations.IsListing(syntax.Sentence.Tokens, chunk.Preposition) && syntax.Nouns[noun - 1].Preposition >= 0
            && relations.RoleAfter(syntax.Sentence.Tokens, syntax.Nouns[noun - 1].Preposition) == PlaceRole.Place)
        {
            return (PlaceRole.Place, "one of the places before it", null);
        }

        return (role == PlaceRole.Actor && !governs ? PlaceRole.Place : role, role == PlaceRole.Place ? "after a preposition of place" : "after a preposition of persons", null);
    }

    // "sold to China", "independence from Britain", "pressure on Georgia"
    private PlaceRole? Governed(SentenceSyntax syntax, int noun, int preposition)
    {
        var tokens = syntax.Sentence.Tokens;
        if (preposition > 0 && relations.Governed(tokens[preposition - 1], tokens[preposition]) is { } near)
        {
            return near;
        }

        foreach (var clause in syntax.Clauses)
        {
            if (relations.Governed(tokens[clause.Verb.Head], tokens[preposition]) is { } role && clause.Complements.Contains(noun))
            {
                return role;
            }
        }

        return null;
    }

    private bool Acts(SentenceSyntax syntax, int noun)
    {
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject == noun && relations.IsActorVerb(syntax.Sentence.Tokens[clause.Verb.Head]))
            {
                return true;
            }
        }

        return false;
    }

    private (PlaceRole, string, string?) ByClause(SentenceSyntax syntax, int noun, int first, bool governs)
    {
        if ((syntax.Nouns[noun].First is > 0 and var before && relations.IsPlaceVerb(syntax.Sentence.Tokens[before - 1])) || (first > 0 && relations.IsPlaceVerb(syntax.Sentence.Tokens[first - 1])))
        {
            return (PlaceRole.Place, "right behind a verb of place", null);
        }

        if (!governs)
        {
            return syntax.Clauses.Any(c => c.Subject == noun && !c.Verb.Passive && !c.Verb.Participle && syntax.Sentence.Tokens[c.Verb.Head] is { Tag: PartOfSpeech.Verb } head && (c.Objects.Count > 0 || relations.IsActorVerb(head)))
                ? (PlaceRole.Actor, PeopleOf, null)
                : (PlaceRole.Place, "no government goes by this name", null);
        }

        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject == noun)
            {
                return relations.IsDescribed(syntax, clause) ? (PlaceRole.Place, "subject of words that describe a land", null) : (PlaceRole.Actor, "subject of a verb", null);
            }

            if (clause.Objects.Contains(noun) && relations.IsPlaceVerb(syntax.Sentence.Tokens[clause.Verb.Head]))
            {
                return (PlaceRole.Place, "object of a verb of place", null);
            }

            if (clause.Objects.Contains(noun))
            {
                return (PlaceRole.Actor, "object of a verb", null);
            }
        }

        return heads.IsContainer(syntax.Sentence.Tokens, first) ? (PlaceRole.Place, "behind the comma of a facility", null) : (PlaceRole.Actor, "names a government", null);
    }
}
