using Dateline.Annotations.Names;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>
/// Decides what the place names of a sentence are and do: place, actor or modifier, with the words that decided. People
/// and organisations have been taken out before.
/// </summary>
public sealed class PlaceAnnotator(PlaceRelations relations)
{
    /// <summary>The place mentions of one sentence, in text order.</summary>
    /// <param name="syntax">The sentence.</param>
    /// <param name="matches">Its names.</param>
    /// <param name="isTaken">True for tokens that belong to a person or organisation.</param>
    /// <param name="reference">The country a referring phrase ("the North", "the country") means there, or null.</param>
    /// <param name="context">Countries the report has named so far; updated.</param>
    public IEnumerable<PlaceMention> Annotate(SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, Func<int, bool> isTaken, Func<NameMatch, Place?> reference, CountryContext context)
    {
        foreach (var match in matches)
        {
            var referred = reference(match);
            var named = match.Entries.OfType<PlaceName>().ToList();
            if ((named.Count == 0 && referred is null) || isTaken(match.First))
            {
                // a country that describes a taken name still is a modifier
                if (named.Count > 0 && isTaken(match.First))
                {
                    yield return Mention(syntax, match, named, PlaceRole.Modifier, "inside a name", null, context);
                }

                continue;
            }

            if (referred is not null)
            {
                var (referredRole, referredWhy, referredRelation) = Decide(syntax, match, NameForm.Name, true);
                yield return new PlaceMention(match.SpanIn(syntax.Sentence), "places.reference " + match.Entries[0].Where + "; " + referredWhy, referred, referredRole, NameForm.Name, referredRelation, []);
                continue;
            }

            var governs = named.Exists(n => n.IsCapital || n.Place.Precision == PlacePrecision.Country);
            var (role, why, relation) = Decide(syntax, match, named[0].Form, governs);
            yield return Mention(syntax, match, named, role, why, relation, context);
        }
    }

    private static PlaceMention Mention(SentenceSyntax syntax, NameMatch match, List<PlaceName> named, PlaceRole role, string why, string? relation, CountryContext context)
    {
        var (chosen, rest) = PlaceResolver.Resolve(named, context);
        if (chosen?.Place.Country is { } country)
        {
            context.Name(country);
        }

        var rule = chosen is null ? "places.open; " + why : $"places.name {chosen.Where}; {why}";
        return new PlaceMention(match.SpanIn(syntax.Sentence), rule, chosen?.Place, role, (chosen ?? named[0]).Form, relation, rest);
    }

    private (PlaceRole Role, string Why, string? Relation) Decide(SentenceSyntax syntax, NameMatch match, NameForm form, bool governs)
    {
        var tokens = syntax.Sentence.Tokens;
        var (first, after) = (match.First, match.After);
        if (form is NameForm.Demonym)
        {
            return (PlaceRole.Actor, "demonym", null);
        }

        var noun = syntax.NounAt(first);
        var possessive = after < tokens.Count && tokens[after].Is(TokenShape.Clitic);
        if (possessive && relations.StartingAt(tokens, after + 1) is { } owned)
        {
            return (PlaceRole.Place, $"\"{owned.Relation}\" of it", owned.Relation);
        }

        if (form is NameForm.Adjective)
        {
            return AfterAdjective(tokens, after) is { } coast ? (PlaceRole.Place, $"\"{coast}\" of it", coast) : (PlaceRole.Modifier, "adjective", null);
        }

        if (possessive)
        {
            return governs ? (PlaceRole.Actor, "possessive", null) : (PlaceRole.Modifier, "possessive", null);
        }

        if (relations.EndingAt(tokens, first) is { } related)
        {
            return (PlaceRole.Place, $"\"{related.Relation}\" before it", related.Relation);
        }

        if (noun >= 0 && match.After < syntax.Nouns[noun].After && !governs)
        {
            return ByPreposition(syntax, noun, false) ?? (PlaceRole.Place, "names the noun after it", null);
        }

        if (noun >= 0 && match.After < syntax.Nouns[noun].After)
        {
            return (PlaceRole.Modifier, "describes the noun after it", null);
        }

        if (noun < 0)
        {
            return (governs ? PlaceRole.Actor : PlaceRole.Place, "stands alone", null);
        }

        return ByPreposition(syntax, noun, governs) ?? ByClause(syntax, noun, governs);
    }

    // "Japan's west coast" written "the North Korean west coast"
    private string? AfterAdjective(IReadOnlyList<Token> tokens, int after) => relations.StartingAt(tokens, after)?.Relation;

    private (PlaceRole, string, string?)? ByPreposition(SentenceSyntax syntax, int noun, bool governs)
    {
        var chunk = syntax.Nouns[noun];
        for (var n = noun; n >= 0 && chunk.Preposition < 0 && n > 0 && IsListedWith(syntax, n); n--)
        {
            chunk = syntax.Nouns[n - 1];
        }

        if (chunk.Preposition < 0 || relations.RoleAfter(syntax.Sentence.Tokens[chunk.Preposition]) is not { } role)
        {
            return null;
        }

        if (role == PlaceRole.Modifier)
        {
            return (governs ? PlaceRole.Modifier : PlaceRole.Place, "after of", null);
        }

        return (role == PlaceRole.Actor && !governs ? PlaceRole.Place : role, role == PlaceRole.Place ? "after a preposition of place" : "after a preposition of persons", null);
    }

    // "in Donetsk, Luhansk and Kherson": a name without a preposition of its own shares that of the list
    private static bool IsListedWith(SentenceSyntax syntax, int noun)
    {
        var (before, chunk) = (syntax.Nouns[noun - 1], syntax.Nouns[noun]);
        if (chunk.Possessor >= 0 || chunk.First - before.After is 0 or > 2)
        {
            return false;
        }

        for (var t = before.After; t < chunk.First; t++)
        {
            var token = syntax.Sentence.Tokens[t];
            if (token.Tag != PartOfSpeech.CoordinatingConjunction && token.Kind != TokenKind.Punctuation)
            {
                return false;
            }
        }

        return syntax.Sentence.Tokens[before.Head].Tag == PartOfSpeech.ProperNoun;
    }

    private static (PlaceRole, string, string?) ByClause(SentenceSyntax syntax, int noun, bool governs)
    {
        if (!governs)
        {
            return (PlaceRole.Place, "no government goes by this name", null);
        }

        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject == noun)
            {
                return (PlaceRole.Actor, "subject of a verb", null);
            }

            if (clause.Objects.Contains(noun))
            {
                return (PlaceRole.Actor, "object of a verb", null);
            }
        }

        return (PlaceRole.Actor, "names a government", null);
    }
}
