using System.Globalization;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>Relations between an event and a named place, and what prepositions make of a name; from patterns/ and lexicon/.</summary>
public sealed class PlaceRelations
{
    private const int LongestBody = 5; // words

    private readonly PhraseTrie<string?> before;
    private readonly PhraseTrie<string?> possessed;
    private readonly PhraseTrie<string?> alone;
    private readonly PhraseTrie<bool> nouns;
    private readonly PhraseTrie<PlaceRole> prepositions;

    private readonly Dictionary<string, (double? Radius, bool Measured)> reaches = new(StringComparer.Ordinal);
    private readonly HashSet<int> roads = [];
    private readonly HashSet<int> verbs = [];
    private readonly HashSet<int> bodies = [];
    private readonly HashSet<int> openers = [];
    private readonly HashSet<int> goals = [];
    private readonly FunctionWords words;

    /// <summary>Loads the tables.</summary>
    public PlaceRelations(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector, FunctionWords words)
    {
        this.words = words;
        before = new PhraseTrie<string?>(vocabulary, tokenizer);
        possessed = new PhraseTrie<string?>(vocabulary, tokenizer);
        alone = new PhraseTrie<string?>(vocabulary, tokenizer);
        nouns = new PhraseTrie<bool>(vocabulary, tokenizer);
        prepositions = new PhraseTrie<PlaceRole>(vocabulary, tokenizer);
        foreach (var row in files.Table("patterns/place-relations.tsv").Rows)
        {
            var side = row["side"] switch
            {
                "before" => before,
                "possessed" => possessed,
                "alone" => alone,
                _ => throw row.Wrong("side", "is none of before, possessed, alone"),
            };
            side.Add(row["phrase"], row.Optional("relation"));
            if (row.Optional("relation") is { } relation)
            {
                reaches.TryAdd(relation, (row.Optional("radius_km") is { } radius ? double.Parse(radius, CultureInfo.InvariantCulture) : null, row.Optional("measured") is "yes"));
            }
        }

        foreach (var row in files.Table("lexicon/place-prepositions.tsv").Rows)
        {
            prepositions.Add(row["phrase"], row.Enum<PlaceRole>("role"));
            if (row.Optional("goal") is "yes")
            {
                goals.Add(vocabulary.Add(row["phrase"]));
            }

            if (row.Optional("open") is "yes")
            {
                openers.Add(vocabulary.Add(row["phrase"]));
            }
        }

        foreach (var form in files.Table("lexicon/place-verbs.tsv").Rows.SelectMany(r => inflector.Verb(r["phrase"])))
        {
            verbs.Add(vocabulary.Add(form));
        }

        foreach (var row in files.Table("lexicon/facility-nouns.tsv").Rows.Where(r => r["kind"] is "road" or "body" or "organ"))
        {
            (row["kind"] is "road" ? roads : bodies).Add(vocabulary.Add(row["noun"]));
        }

        foreach (var row in files.Table("lexicon/place-nouns.tsv").Rows)
        {
            nouns.Add(row["phrase"], true);
        }
    }

    /// <summary>The relation whose words end right before a token (a determiner between allowed), with the index of its first token.</summary>
    public (string? Relation, int First)? EndingAt(IReadOnlyList<Token> tokens, int first)
    {
        var end = first > 0 && tokens[first - 1].Tag == PartOfSpeech.Determiner ? first - 1 : first;
        for (var i = Math.Max(0, end - 6); i < end; i++)
        {
            foreach (var match in before.AllAt(tokens, i))
            {
                if (match.After == end || match.After == first)
                {
                    return (match.Values[0], i);
                }
            }
        }

        return null;
    }

    /// <summary>The relation noun that begins at a token ("west coast" after 's), with the index after it.</summary>
    public (string? Relation, int After)? StartingAt(IReadOnlyList<Token> tokens, int first) =>
        possessed.LongestAt(tokens, first) is { } match ? (match.Values[0], match.After) : null;

    /// <summary>The words that begin at a token and lean on a country named before ("its east coast", "the sea"), with the index after them.</summary>
    public (string? Relation, int After)? AloneAt(IReadOnlyList<Token> tokens, int first) =>
        alone.LongestAt(tokens, first) is { } match ? (match.Values[0], match.After) : null;

    /// <summary>How far from its base a relation reaches at most in km (null when nobody can tell), and whether a distance may stand before it.</summary>
    public (double? Radius, bool Measured) ReachOf(string relation) => reaches.GetValueOrDefault(relation);

    /// <summary>True for its and their, as the function words have them.</summary>
    public bool IsPossessive(Token token) => words.Is(token, "possessive");

    /// <summary>Index after the noun at a token that makes one name with the place before it ("Airport", "province"), or the token itself.</summary>
    public int AfterNoun(IReadOnlyList<Token> tokens, int first) => nouns.LongestAt(tokens, first) is { } match ? match.After : first;

    /// <summary>True for Street, Road: what stands before it is the name of a street and no town.</summary>
    public bool IsRoad(Token token) => roads.Contains(token.Word);

    /// <summary>True when the capitalised words from a token on name a body: "Fire Department" behind Boise.</summary>
    public bool NamesBody(IReadOnlyList<Token> tokens, int first)
    {
        for (var i = first; i < tokens.Count && i < first + LongestBody && (tokens[i].IsCapitalised || tokens[i].Is(TokenShape.Clitic)); i++)
        {
            if (bodies.Contains(tokens[i].Word) && tokens[i].Kind == TokenKind.Word)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for in, at, near: a capitalised name behind it is a place whoever knows it.</summary>
    public bool OpensPlace(Token preposition) => openers.Contains(preposition.Word);

    /// <summary>True for "for": behind a verb of place it names where to.</summary>
    public bool IsGoal(Token preposition) => goals.Contains(preposition.Word);

    /// <summary>True for a verb whose object is a place: visited, reached.</summary>
    public bool IsPlaceVerb(Token verb) => verbs.Contains(verb.Word);

    /// <summary>What a name after the preposition at a token is ("to", but "according to"), or null for a word that is none.</summary>
    public PlaceRole? RoleAfter(IReadOnlyList<Token> tokens, int preposition)
    {
        if (preposition > 0 && prepositions.LongestAt(tokens, preposition - 1) is { Count: > 1 } longer)
        {
            return longer.Values[0];
        }

        return prepositions.LongestAt(tokens, preposition) is { Count: 1 } match ? match.Values[0] : null;
    }
}
