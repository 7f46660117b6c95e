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

    private readonly Dictionary<int, bool> last = [];
    private readonly HashSet<int> first = [];
    private readonly PlaceRelations relations;

    public FacilityReader(KnowledgeFiles files, Vocabulary vocabulary, PlaceRelations relations)
    {
        this.relations = relations;
        foreach (var row in files.Table("lexicon/facility-nouns.tsv").Rows)
        {
            var word = vocabulary.Add(row["noun"]);
            if (row["side"] is "before")
            {
                first.Add(word);
            }
            else if (row["kind"] is not "organ")
            {
                last[word] = row["kind"] is "body";
            }
        }
    }

    /// <summary>The facilities of one sentence that hold no word already read, in text order.</summary>
    public List<PlaceMention> Read(SentenceSyntax syntax, Func<int, bool> isRead)
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
            while (after < tokens.Count && (IsNamePart(tokens, after, isRead) || (tokens[after].Kind == TokenKind.Hyphen && after + 1 < tokens.Count && IsNamePart(tokens, after + 1, isRead))))
            {
                after++;
            }

            var start = tokens[i].Tag == PartOfSpeech.Determiner ? i + 1 : i;
            if (Facility(syntax, start, after) is { } mention)
            {
                found.Add(mention);
            }

            i = after;
        }

        return found;
    }

    private PlaceMention? Facility(SentenceSyntax syntax, int start, int after)
    {
        var tokens = syntax.Sentence.Tokens;
        var end = after;
        while (end > start && !last.ContainsKey(tokens[end - 1].Word) && !(start < end - 1 && first.Contains(tokens[start].Word)))
        {
            end--; // "Rest Acres Road Saturday"
        }

        if (end - start < 2 || end - start > LongestName)
        {
            return null;
        }

        var acts = last.TryGetValue(tokens[end - 1].Word, out var body) && body;
        var name = start; // "at Colorado State University": the preposition stands before the known place
        while (name > 0 && tokens[name - 1] is { Kind: TokenKind.Word, IsCapitalised: true } && tokens[name - 1].Tag != PartOfSpeech.Determiner)
        {
            name--;
        }

        var located = relations.EndingAt(tokens, name) is not null || (Before(tokens, name) is >= 0 and var at && relations.RoleAfter(tokens, at) == PlaceRole.Place);
        return new PlaceMention(syntax.SpanOf(start, end), "places.facility; " + (located ? "after a preposition of place" : "named by its noun"), null, acts && !located ? PlaceRole.Modifier : PlaceRole.Place, NameForm.Name, null, []);
    }

    private static int Before(IReadOnlyList<Token> tokens, int start) => start > 0 && tokens[start - 1].Tag == PartOfSpeech.Determiner ? start - 2 : start - 1;

    private static bool IsNamePart(IReadOnlyList<Token> tokens, int i, Func<int, bool> isRead)
    {
        var token = tokens[i];
        return token.Kind == TokenKind.Word && token.IsCapitalised && !token.Is(TokenShape.Clitic) && !isRead(i) && !(token.Is(TokenShape.AllCaps) && token.Length > 3)
            && token.Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Other or PartOfSpeech.Determiner or PartOfSpeech.Verb;
    }
}
