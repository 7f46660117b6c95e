using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>
/// Finds places no gazetteer has by the noun in their name: "Rest Acres Road", "Lake Manassas". They are places without
/// coordinates, which is honest; a name that holds a known place is left to that place.
/// </summary>
internal sealed class FacilityReader
{
    private const int LongestName = 6; // words

    private readonly Dictionary<int, FacilityKind> last = [];
    private readonly HashSet<int> lower = [];
    private readonly HashSet<int> surnames = [];
    private readonly HashSet<int> first = [];
    private readonly PlaceRelations relations;

    private readonly TownReader towns;

    public FacilityReader(KnowledgeFiles files, Vocabulary vocabulary, PlaceRelations relations, TownReader towns)
    {
        this.relations = relations;
        this.towns = towns;
        foreach (var row in files.Table("lexicon/facility-nouns.tsv").Rows)
        {
            var word = vocabulary.Add(row["noun"]);
            if (row["side"] is "before")
            {
                first.Add(word);
            }
            else if (row.Enum<FacilityKind>("kind") is not FacilityKind.Organ and var kind)
            {
                last[word] = kind;
                if (row.Optional("lower") is "yes")
                {
                    lower.Add(word);
                }

                if (row.Optional("surname") is "yes")
                {
                    surnames.Add(word);
                }
            }
        }
    }

    /// <summary>The facilities of one sentence that hold no word already read, in text order.</summary>
    /// <param name="text">The report.</param>
    /// <param name="syntax">The sentence.</param>
    /// <param name="isRead">True for tokens another name has taken.</param>
    public List<PlaceMention> Read(string text, SentenceSyntax syntax, Func<int, bool> isRead)
    {
        var tokens = syntax.Sentence.Tokens;
        var found = new List<PlaceMention>();
        if (NameMatcher.IsAllCapitals(tokens))
        {
            return found; // no case evidence
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (!IsNamePart(tokens, i, isRead))
            {
                continue;
            }

            var after = i + 1;
            while (after < tokens.Count && (IsNamePart(tokens, after, isRead) || (after + 1 < tokens.Count && (tokens[after].Kind == TokenKind.Hyphen || tokens[after].Is(TokenShape.Clitic)) && IsNamePart(tokens, after + 1, isRead))))
            {
                after++;
            }

            var start = tokens[i].Tag == PartOfSpeech.Determiner ? i + 1 : i;
            if (!(start > 0 && isRead(start - 1) && tokens[start - 1].IsCapitalised && !tokens[start - 1].Is(TokenShape.Clitic)) && Facility(text, syntax, start, after) is { } mention)
            {
                found.Add(mention);
            }

            i = after;
        }

        return found;
    }

    /// <summary>Adds the bodies among the actors of a sentence at which something is or happens ("at the Polish embassy", "inside the Kremlin"), in place of the places in their names.</summary>
    public void Seat(SentenceSyntax syntax, IReadOnlyList<ActorMention> actors, List<PlaceMention> places)
    {
        var tokens = syntax.Sentence.Tokens;
        foreach (var actor in actors)
        {
            var start = syntax.Sentence.TokenAt(actor.Span.Start);
            if (actor.RefersTo is null && actor.Actor.Kind is not (ActorKind.Person or ActorKind.State) && start > 0 && IsAt(tokens, start) && IsSeat(tokens, start, actor.Span.End))
            {
                places.RemoveAll(p => p.Span.Overlaps(actor.Span));
                places.Add(new PlaceMention(actor.Span, "places.facility; body after a preposition of place", null, PlaceRole.Place, NameForm.Name, null, []));
            }
        }
    }

    private bool IsAt(TokenList tokens, int start) =>
        Before(tokens, start) is >= 0 and var at && (relations.OpensPlace(tokens[at]) || relations.IsPlaceVerb(tokens[at]));

    // by the noun that ends the name, or stands before its of: "Embassy of the Republic of Armenia"
    private bool IsSeat(TokenList tokens, int start, int end)
    {
        FacilityKind? kind = null;
        for (var t = start; t < tokens.Count && tokens[t].Start < end; t++)
        {
            if (kind is not null && tokens[t].Tag == PartOfSpeech.Adposition)
            {
                break;
            }

            kind = tokens[t].IsCapitalised && last.TryGetValue(tokens[t].Word, out var found) ? found : tokens[t].Tag == PartOfSpeech.Adposition ? kind : null;
        }

        return kind is not null;
    }

    private PlaceMention? Facility(string text, SentenceSyntax syntax, int start, int after)
    {
        var tokens = syntax.Sentence.Tokens;
        var end = after;
        while (end > start && !last.ContainsKey(tokens[end - 1].Word) && !(start < end - 1 && first.Contains(tokens[start].Word)))
        {
            end--; // "Rest Acres Road Saturday"
        }

        if (end - start < 2)
        {
            return IsBeforeNoun(text, tokens, start, after) ? new PlaceMention(syntax.SpanOf(start, after), "places.facility; before the noun for it", null, PlaceRole.Place, NameForm.Name, null, []) : null;
        }

        var kind = last.GetValueOrDefault(tokens[end - 1].Word, FacilityKind.Ground);
        var located = IsLocated(tokens, start);
        if (end - start > LongestName || (kind == FacilityKind.Event && !IsAt(tokens, start)) || IsPerson(text, tokens, start, end, after))
        {
            return null;
        }

        var role = kind is FacilityKind.Body or FacilityKind.Seat && !located ? PlaceRole.Modifier : PlaceRole.Place;
        return new PlaceMention(syntax.SpanOf(start, end), "places.facility; " + (located ? "after a preposition of place" : "named by its noun"), null, role, NameForm.Name, null, []);
    }

    // "Lou Marsh", "the Lou Marsh Award"; "Church St. Gregory"
    private bool IsPerson(string text, TokenList tokens, int start, int end, int after) =>
        (surnames.Contains(tokens[end - 1].Word) && (end < after || (end - start == 2 && tokens[start].Kind == TokenKind.Word && towns.IsPersonalName(text, tokens[start]))))
        || (end < after && tokens[end - 1].Is(TokenShape.Abbreviation));

    // "the Seven Sails restaurant", "Dawlat and Mirab streets"
    private bool IsBeforeNoun(string text, TokenList tokens, int start, int after)
    {
        if (after >= tokens.Count || start >= after || after - start > LongestName || tokens[after].IsCapitalised || !lower.Contains(tokens[after].Word) || tokens[start].Is(TokenShape.SentenceStart)
            || (after - start == 1 && towns.IsCommonWord(text, tokens[start])))
        {
            return false;
        }

        for (var t = start; t < after; t++)
        {
            if (tokens[t].Tag != PartOfSpeech.ProperNoun && tokens[t].Kind != TokenKind.Hyphen && !tokens[t].Is(TokenShape.Clitic))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsLocated(TokenList tokens, int start)
    {
        var name = start; // "at Colorado State University": the preposition stands before the known place
        while (name > 0 && tokens[name - 1] is { Kind: TokenKind.Word, IsCapitalised: true } && tokens[name - 1].Tag != PartOfSpeech.Determiner)
        {
            name--;
        }

        return relations.EndingAt(tokens, name) is not null || (Before(tokens, name) is >= 0 and var at && relations.RoleAfter(tokens, at) == PlaceRole.Place);
    }

    private static int Before(TokenList tokens, int start) => start > 0 && tokens[start - 1].Tag == PartOfSpeech.Determiner ? start - 2 : start - 1;

    private static bool IsNamePart(TokenList tokens, int i, Func<int, bool> isRead)
    {
        var token = tokens[i];
        return (token.Kind == TokenKind.Ordinal && !isRead(i)) || (token.Kind == TokenKind.Word && token.IsCapitalised && !token.Is(TokenShape.Clitic) && !isRead(i) && !(token.Is(TokenShape.AllCaps) && token.Length > 3)
            && token.Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Other or PartOfSpeech.Determiner or PartOfSpeech.Verb);
    }
}
