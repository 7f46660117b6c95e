using Dateline.Annotations.Names;
using Dateline.Annotations.Times;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>
/// Finds names nobody knows that stand where only a place can: "at Knockhill", "in Rathbeggan". They are places without
/// coordinates; better said than silently left out. People, bodies, times and weapons are left alone.
/// </summary>
internal sealed class OpenNameReader(PlaceRelations relations, TownReader towns)
{
    private const int LongestName = 4; // words
    private const int ShortestCaps = 4; // letters of a word all in capitals that is no name

    /// <summary>The names of one sentence, in text order.</summary>
    /// <param name="text">The report.</param>
    /// <param name="syntax">The sentence.</param>
    /// <param name="matches">What our own tables find in it.</param>
    /// <param name="times">The times of the report.</param>
    /// <param name="isRead">True for tokens another name has taken.</param>
    /// <param name="known">The places of the sentence read so far.</param>
    public IEnumerable<PlaceMention> Read(string text, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, IReadOnlyList<TimeExpression> times, Func<int, bool> isRead, IReadOnlyList<PlaceMention> known)
    {
        var tokens = syntax.Sentence.Tokens;
        if (NameMatcher.SaysNothing(tokens))
        {
            yield break; // no case evidence
        }

        PlaceMention? found = null;
        for (var first = 0; first < tokens.Count; first++)
        {
            if (!IsNameWord(tokens[first]) || isRead(first) || Door(syntax, first, found ?? LastBefore(known, tokens[first].Start), known) is not { } door)
            {
                continue;
            }

            var after = first;
            while (after < tokens.Count && IsNameWord(tokens[after]) && !isRead(after) && !matches.Any(m => m.First <= after && after < m.After))
            {
                after++;
            }

            if (after > first && IsName(text, syntax, first, after) && !times.Any(t => t.Span.Overlaps(syntax.SpanOf(first, after))))
            {
                found = new PlaceMention(syntax.SpanOf(first, after), "places.unknown; " + door, null, PlaceRole.Place, NameForm.Name, null, []);
                yield return found;
            }

            first = Math.Max(first, after - 1);
        }
    }

    private static PlaceMention? LastBefore(IReadOnlyList<PlaceMention> known, int start)
    {
        PlaceMention? last = null;
        foreach (var place in known)
        {
            last = place.Span.End <= start && (last is null || place.Span.End > last.Span.End) ? place : last;
        }

        return last;
    }

    // What lets a place stand at a token: "in X", "the village of X", "in Seoul and X"; a place noun behind it lets in other prepositions ("from X village").
    private string? Door(SentenceSyntax syntax, int first, PlaceMention? before, IReadOnlyList<PlaceMention> known)
    {
        var tokens = syntax.Sentence.Tokens;
        if (IsDescribed(syntax, first))
        {
            return "told as a place";
        }

        if (first == 0)
        {
            return null;
        }

        if (relations.OpensPlace(tokens[first - 1]))
        {
            return "after a preposition of place";
        }

        if (first > 1 && relations.RoleAfter(tokens, first - 1) == PlaceRole.Modifier && relations.AfterNoun(tokens, first - 2) == first - 1)
        {
            return "named behind a noun of place";
        }

        if (first > 1 && (tokens[first - 1].Tag == PartOfSpeech.CoordinatingConjunction || IsInList(tokens, first)) && before is { Role: PlaceRole.Place, Place.Precision: not PlacePrecision.Country } && before.Span.End == tokens[first - 2].End
            && before.Rule.EndsWith("preposition of place", StringComparison.Ordinal))
        {
            return "listed with a place";
        }

        if (relations.IsHome(tokens, first, After(tokens, first)))
        {
            return "home of somebody";
        }

        if (IsHeld(tokens, first, known))
        {
            return "before the region it lies in";
        }

        if (IsGoneTo(syntax, first))
        {
            return "behind a verb of going";
        }

        var prepositioned = relations.RoleAfter(tokens, tokens[first - 1].Tag == PartOfSpeech.Determiner && first > 1 ? first - 2 : first - 1) == PlaceRole.Place;
        return prepositioned && first + 1 < tokens.Count && !tokens[first + 1].IsCapitalised && relations.AfterNoun(tokens, first + 1) > first + 1 ? "before a noun of place" : null;
    }

    private static int After(TokenList tokens, int first)
    {
        while (first < tokens.Count && IsNameWord(tokens[first]))
        {
            first++;
        }

        return first;
    }

    // "Lindenholt is a village in"
    private bool IsDescribed(SentenceSyntax syntax, int first) =>
        syntax.NounAt(first) is >= 0 and var noun && relations.IsDescribed(syntax, noun) && syntax.Nouns[noun].Head + 1 == After(syntax.Sentence.Tokens, first);

    // "in Hinton, Lindenholt and Dover": between a comma and the conjunction
    private static bool IsInList(TokenList tokens, int first) =>
        tokens[first - 1].Kind == TokenKind.Punctuation && After(tokens, first) is var after && after + 1 < tokens.Count && tokens[after].Tag == PartOfSpeech.CoordinatingConjunction && IsNameWord(tokens[after + 1]);

    // "26 August: Knockhill, Fife."
    private static bool IsHeld(TokenList tokens, int first, IReadOnlyList<PlaceMention> known)
    {
        var after = After(tokens, first);
        if (tokens[first - 1].Kind != TokenKind.Punctuation || after + 1 >= tokens.Count || tokens[after].Kind != TokenKind.Punctuation)
        {
            return false;
        }

        foreach (var wide in known)
        {
            if (wide.Span.Start == tokens[after + 1].Start && wide is { Form: NameForm.Name, Place.Precision: PlacePrecision.Region or PlacePrecision.Country })
            {
                return IsCut(tokens, after + 1, wide.Span.End);
            }
        }

        return false;
    }

    private static bool IsCut(TokenList tokens, int first, int end)
    {
        while (first < tokens.Count && tokens[first].Start < end)
        {
            first++;
        }

        return first == tokens.Count || tokens[first].Kind is TokenKind.Punctuation or TokenKind.Terminal;
    }

    // "walked to Lindenholt"
    private bool IsGoneTo(SentenceSyntax syntax, int first)
    {
        if (relations.RoleAfter(syntax.Sentence.Tokens, first - 1) != PlaceRole.Place || syntax.NounAt(first) is not (>= 0 and var noun))
        {
            return false;
        }

        foreach (var clause in syntax.Clauses)
        {
            if (relations.IsMotion(syntax.Sentence.Tokens[clause.Verb.Head]) && clause.Complements.Contains(noun))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsName(string text, SentenceSyntax syntax, int first, int after)
    {
        var tokens = syntax.Sentence.Tokens;
        if (after - first > LongestName || (after < tokens.Count && (tokens[after].Is(TokenShape.Clitic) || tokens[after].Kind is TokenKind.Hyphen or TokenKind.Number || tokens[after].IsCapitalised)))
        {
            return false;
        }

        var noun = syntax.NounAt(after - 1);
        if (noun >= 0 && syntax.Nouns[noun].After > after && relations.AfterNoun(tokens, after) == after)
        {
            return false; // "in Google shares"
        }

        var alone = after - first == 1;
        if (alone && noun >= 0 && !relations.IsDescribed(syntax, noun) && syntax.Clauses.Any(c => c.Subject == noun))
        {
            return false; // "in Seoul and Hwang said"
        }

        return !(alone && (tokens[first].Is(TokenShape.AllCaps) || towns.IsCommonWord(text, tokens[first]))) && !towns.IsPersonalName(text, tokens[first]);
    }

    private static bool IsNameWord(Token token) =>
        token is { Kind: TokenKind.Word, IsCapitalised: true, Tag: PartOfSpeech.ProperNoun } && !token.Is(TokenShape.Clitic) && !token.Is(TokenShape.Digits) && !(token.Is(TokenShape.AllCaps) && token.Length < ShortestCaps);
}
