using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>What the words beside a place name in its own group say: whether its head is a noun of place or a facility.</summary>
internal sealed class PlaceHeads(PlaceRelations relations)
{
    /// <summary>Why the noun that heads the group behind a name makes it a place ("Mexico border", "Amsterdam's central station", "Britain-based"), or null.</summary>
    public string? MakesPlace(SentenceSyntax syntax, int after)
    {
        var tokens = syntax.Sentence.Tokens;
        if (after < tokens.Count && tokens[after].Kind == TokenKind.Hyphen)
        {
            return relations.AfterNoun(tokens, after + 1) > after + 1 ? "joined by a hyphen to a word of place" : null;
        }

        while (after < tokens.Count && syntax.NounAt(after) < 0 && tokens[after].Tag is PartOfSpeech.Adverb or PartOfSpeech.Adjective)
        {
            after++; // "'s rapidly growing suburbs"
        }

        if (after < tokens.Count && tokens[after].IsCapitalised && relations.FacilityBehind(tokens, after) is FacilityKind.Body or FacilityKind.Seat or FacilityKind.Organ)
        {
            return null; // "Dover College said"
        }

        var noun = syntax.NounAt(after);
        return noun >= 0 && (EndsInPlace(syntax, after, syntax.Nouns[noun].After) || IsJoined(syntax, noun)) ? "noun of place" : null;
    }

    // "Syrian capital Damascus"
    private static bool IsName(SentenceSyntax syntax, int first, int after)
    {
        while (first < after && syntax.Sentence.Tokens[first] is { IsCapitalised: true, Tag: PartOfSpeech.ProperNoun })
        {
            first++;
        }

        return first == after;
    }

    private bool EndsInPlace(SentenceSyntax syntax, int first, int after)
    {
        for (var i = first; i < after; i++)
        {
            if (relations.AfterNoun(syntax.Sentence.Tokens, i) is var end && end > i && (end == after || (!syntax.Sentence.Tokens[i].IsCapitalised && IsName(syntax, end, after))))
            {
                return true;
            }
        }

        return false;
    }

    // "'s oil and mining industries"
    private bool IsJoined(SentenceSyntax syntax, int noun)
    {
        var tokens = syntax.Sentence.Tokens;
        return noun + 1 < syntax.Nouns.Count && syntax.Nouns[noun + 1] is var next && next.First == syntax.Nouns[noun].After + 1 && next.Preposition < 0
            && tokens[next.First - 1].Tag == PartOfSpeech.CoordinatingConjunction && tokens[next.First].Tag == PartOfSpeech.Noun && EndsInPlace(syntax, next.First, next.After);
    }

    /// <summary>Why the capitalised words behind a name make one of a facility with it ("Windsor Castle", "London's Regent Gardens"), or null; a body is a place only where something is at it: "at Dover College".</summary>
    public string? NamesFacility(SentenceSyntax syntax, int first, int after, bool possessive, bool adjective) => relations.FacilityBehind(syntax.Sentence.Tokens, after) switch
    {
        FacilityKind.Event when !possessive => "where the event behind it is held",
        _ when adjective => null, // "the British School" is not Britain
        FacilityKind.Ground or FacilityKind.Road => "named with the noun behind it",
        FacilityKind.Body when possessive || IsLocated(syntax, first) => "named with the body it is at",
        _ => null,
    };

    /// <summary>True when a preposition or a verb of place governs the group of a name.</summary>
    public bool IsLocated(SentenceSyntax syntax, int first)
    {
        var noun = syntax.NounAt(first);
        return noun >= 0 && syntax.Nouns[noun].First is var start && start > 0 && relations.IsPlaceVerb(syntax.Sentence.Tokens[start - 1]) || noun >= 0 && syntax.Nouns[noun].Preposition >= 0 && relations.RoleAfter(syntax.Sentence.Tokens, syntax.Nouns[noun].Preposition) == PlaceRole.Place;
    }

    /// <summary>True when nothing but a name goes on to the end of the group: "in Kasba Bonli", "at Old Town Hinton".</summary>
    public bool IsNameTo(SentenceSyntax syntax, int first, int after)
    {
        for (var t = first; t < after; t++)
        {
            var token = syntax.Sentence.Tokens[t];
            if (token.Kind != TokenKind.Word || !token.IsCapitalised || token.Tag != PartOfSpeech.ProperNoun || relations.IsDweller(token) || relations.IsPerson(token) || relations.NamesBody(syntax.Sentence.Tokens, t))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True behind the comma of a facility: "the Convention Centre, Dublin".</summary>
    public bool IsContainer(TokenList tokens, int first) =>
        first > 2 && tokens[first - 1].Kind == TokenKind.Punctuation && tokens[first - 2].IsCapitalised && tokens[first - 3].IsCapitalised
        && relations.FacilityBehind(tokens, first - 2) is FacilityKind.Ground or FacilityKind.Road or FacilityKind.Body;
}
