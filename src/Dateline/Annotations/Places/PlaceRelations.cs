using System.Globalization;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>Relations between an event and a named place, and what prepositions make of a name; from patterns/ and lexicon/.</summary>
public sealed class PlaceRelations
{
    private const int LongestBody = 5; // words
    private const int LongestDescription = 3; // words

    private readonly PhraseTrie<string?> before;
    private readonly PhraseTrie<string?> possessed;
    private readonly PhraseTrie<string?> alone;
    private readonly PhraseTrie<string?> adjoined;
    private readonly PhraseTrie<bool> nouns;
    private readonly PhraseTrie<PlaceRole> prepositions;

    private readonly Dictionary<string, (double? Radius, bool Measured)> reaches = new(StringComparer.Ordinal);
    private readonly Dictionary<int, FacilityKind> facilities = [];
    private readonly Dictionary<(int Word, int Preposition), PlaceRole> governors = [];
    private readonly PhraseTrie<bool> listing;
    private readonly HashSet<int> adjectives = [];
    private readonly HashSet<int> persons = [];
    private readonly Dictionary<string, string> measures = new(StringComparer.Ordinal);
    private readonly HashSet<int> verbs = [];
    private readonly HashSet<int> states = [];
    private readonly HashSet<int> actorVerbs = [];
    private readonly HashSet<int> motions = [];
    private readonly HashSet<int> countryNouns = [];
    private readonly HashSet<int> dwellers = [];
    private readonly HashSet<int> openings = [];
    private readonly HashSet<int> openers = [];
    private readonly HashSet<int> goals = [];
    private readonly HashSet<int> holders = [];
    private readonly HashSet<int> divisions = [];
    private readonly FunctionWords words;

    /// <summary>Loads the tables.</summary>
    public PlaceRelations(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector, FunctionWords words)
    {
        this.words = words;
        before = new PhraseTrie<string?>(vocabulary, tokenizer);
        possessed = new PhraseTrie<string?>(vocabulary, tokenizer);
        alone = new PhraseTrie<string?>(vocabulary, tokenizer);
        adjoined = new PhraseTrie<string?>(vocabulary, tokenizer);
        nouns = new PhraseTrie<bool>(vocabulary, tokenizer);
        prepositions = new PhraseTrie<PlaceRole>(vocabulary, tokenizer);
        listing = new PhraseTrie<bool>(vocabulary, tokenizer);
        foreach (var row in files.Table("patterns/place-relations.tsv").Rows)
        {
            var side = row["side"] switch
            {
                "before" => before,
                "possessed" => possessed,
                "alone" => alone,
                "adjoined" => adjoined,
                "measured" => null,
                _ => throw row.Wrong("side", "is none of before, possessed, alone, adjoined, measured"),
            };
            side?.Add(row["phrase"], row.Optional("relation"));
            if (side is null)
            {
                measures.Add(row["phrase"], row["relation"]);
            }

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

            if (row.Optional("holds") is "yes")
            {
                holders.Add(vocabulary.Add(row["phrase"]));
            }

            if (row.Optional("lists") is "yes")
            {
                listing.Add(row["phrase"], true);
            }

            if (row.Optional("open") is "yes")
            {
                openers.Add(vocabulary.Add(row["phrase"]));
            }
        }

        foreach (var row in files.Table("lexicon/place-verbs.tsv").Rows)
        {
            (row.Optional("passive") is "yes" ? states : verbs).UnionWith(inflector.Verb(row["phrase"]).Select(form => vocabulary.Add(form)));
        }

        foreach (var row in files.Table("lexicon/facility-nouns.tsv").Rows.Where(r => r["side"] is "behind"))
        {
            facilities[vocabulary.Add(row["noun"])] = row.Enum<FacilityKind>("kind");
        }

        foreach (var row in files.Table("gazetteer/division-words.tsv").Rows.Where(r => r["lower"] is "true"))
        {
            divisions.Add(vocabulary.Add(row["phrase"]));
            divisions.Add(vocabulary.Add(Inflector.Plural(row["phrase"])));
        }

        foreach (var row in files.Table("lexicon/place-nouns.tsv").Rows)
        {
            nouns.Add(row["phrase"], true);
        }

        foreach (var row in files.Table("lexicon/place-governors.tsv").Rows)
        {
            var forms = row["kind"] is "verb" ? inflector.Verb(row["word"]) : row["kind"] is "noun" ? Inflector.Noun(row["word"]) : [row["word"]];
            foreach (var form in forms)
            {
                governors[(vocabulary.Add(form), vocabulary.Add(row["preposition"]))] = row.Enum<PlaceRole>("role");
            }
        }

        adjectives.UnionWith(files.Table("lexicon/place-adjectives.tsv").Rows.Select(r => vocabulary.Add(r["phrase"])));
        actorVerbs.UnionWith(files.Table("lexicon/actor-verbs.tsv").Rows.SelectMany(r => inflector.Verb(r["phrase"])).Select(form => vocabulary.Add(form)));
        dwellers.UnionWith(files.Table("lexicon/dweller-nouns.tsv").Rows.SelectMany(r => Inflector.Noun(r["phrase"])).Select(form => vocabulary.Add(form)));
        countryNouns.UnionWith(files.Table("lexicon/country-nouns.tsv").Rows.Select(r => vocabulary.Add(r["phrase"])));
        openings.UnionWith(files.Table("lexicon/facility-nouns.tsv").Rows.Where(r => r["side"] is "before").Select(r => vocabulary.Add(r["noun"])));
        motions.UnionWith(files.Table("lexicon/motion-verbs.tsv").Rows.SelectMany(r => inflector.Verb(r["phrase"])).Select(form => vocabulary.Add(form)));
        persons.UnionWith(files.Table("lexicon/source-nouns.tsv").Rows.Where(r => r["class"] is "person" or "office").SelectMany(r => Inflector.Noun(r["phrase"])).Select(form => vocabulary.Add(form)));
    }

    /// <summary>
    /// The relation whose words end right before a token (a determiner between allowed), with the index of its first token; words that only say
    /// what kind of place follows are looked through: "32 km northeast of the holy city of X".
    /// </summary>
    public (string? Relation, int First)? EndingAt(TokenList tokens, int first)
    {
        var described = first > 1 && tokens[first - 1].Kind == TokenKind.Punctuation; // "north of the state capital, X"
        if (EndingBefore(tokens, described ? first - 1 : first) is not { } found || (described && found.Relation is not null))
        {
            return null;
        }

        var start = found.First;
        while (found.Relation is null && start > 0 && start > found.First - LongestDescription && tokens[start - 1].Tag is PartOfSpeech.Adjective or PartOfSpeech.Noun)
        {
            start--;
        }

        return found.Relation is null && start > 0 && EndingBefore(tokens, start) is { Relation: not null } wider ? wider : described ? null : found;
    }

    /// <summary>The direction right before a name ("northern Mali"), with the index of its first token, or null.</summary>
    public (string? Relation, int First)? DirectionBefore(TokenList tokens, int first)
    {
        for (var i = Math.Max(0, first - 3); i < first; i++)
        {
            if (adjoined.LongestAt(tokens, i) is { } match && match.After == first && !(i > 0 && tokens[i - 1].Kind == TokenKind.Hyphen))
            {
                return (match.Values[0], i);
            }
        }

        return null;
    }

    /// <summary>True for a word that is nothing but a direction: West, Central.</summary>
    public bool IsDirection(TokenList tokens, int first, int after) => adjoined.LongestAt(tokens, first) is { } match && match.After == after;

    /// <summary>The relation that words between a distance and a name make ("150 km from X"), or null.</summary>
    public string? AfterDistance(ReadOnlySpan<char> between) => measures.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(between.Trim(" )"), out var relation) ? relation : null;

    private (string? Relation, int First)? EndingBefore(TokenList tokens, int first)
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
    public (string? Relation, int After)? StartingAt(TokenList tokens, int first) =>
        possessed.LongestAt(tokens, first) is { } match ? (match.Values[0], match.After) : null;

    /// <summary>The words that begin at a token and lean on a country named before ("its east coast", "the sea"), with the index after them.</summary>
    public (string? Relation, int After)? AloneAt(TokenList tokens, int first) =>
        alone.LongestAt(tokens, first) is { } match ? (match.Values[0], match.After) : null;

    /// <summary>How far from its base a relation reaches at most in km (null when nobody can tell), and whether a distance may stand before it.</summary>
    public (double? Radius, bool Measured) ReachOf(string relation) => reaches.GetValueOrDefault(relation);

    /// <summary>True for the noun that stands for the first town of a country.</summary>
    public bool IsCapital(Token token) => words.Is(token, "capital");

    /// <summary>True for the word between a description and the name it describes: "the capital of Fife".</summary>
    internal bool IsOf(Token token) => words.Is(token, "of");

    /// <summary>True for its and their, as the function words have them.</summary>
    public bool IsPossessive(Token token) => words.Is(token, "possessive");

    /// <summary>Index after the noun at a token that makes one name with the place before it ("Airport", "province"), or the token itself.</summary>
    public int AfterNoun(TokenList tokens, int first) => nouns.LongestAt(tokens, first) is { } match ? match.After : first;

    /// <summary>True when a noun of place ends right before a token: "the east coast" + of.</summary>
    public bool EndsInNoun(TokenList tokens, int after)
    {
        for (var first = after - 1; first >= 0 && first > after - 4; first--)
        {
            if (nouns.LongestAt(tokens, first) is { } match && match.After == after)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for Street, Road: what stands before it is the name of a street and no town.</summary>
    public bool IsRoad(Token token) => facilities.TryGetValue(token.Word, out var kind) && kind == FacilityKind.Road;

    /// <summary>True for Street, Quarter, Hill: what stands before it is a part of a name.</summary>
    public bool IsGround(Token token) => facilities.TryGetValue(token.Word, out var kind) && kind is FacilityKind.Road or FacilityKind.Ground;

    /// <summary>What the capitalised words from a token on name by their last one ("Castle" behind Windsor), or null for nothing known.</summary>
    public FacilityKind? FacilityBehind(TokenList tokens, int first)
    {
        var last = first - 1;
        while (last + 1 < tokens.Count && last + 1 < first + LongestBody && (tokens[last + 1] is { Kind: TokenKind.Word, IsCapitalised: true } || (last >= first && tokens[last + 1].Is(TokenShape.Clitic))))
        {
            last++;
        }

        return last >= first && facilities.TryGetValue(tokens[last].Word, out var kind) ? kind : null;
    }

    /// <summary>What the word before a preposition, or the verb a name leans on with it, makes of the name ("sold to", "independence from"); null for no such word.</summary>
    public PlaceRole? Governed(Token word, Token preposition) => governors.TryGetValue((word.Word, preposition.Word), out var role) ? role : null;

    /// <summary>True for including, "such as": what follows is of the kind before it.</summary>
    public bool IsListing(TokenList tokens, int preposition) =>
        listing.LongestAt(tokens, preposition) is not null || (preposition > 0 && listing.LongestAt(tokens, preposition - 1) is { Count: > 1 });

    /// <summary>True for Lake, Fort: with the word behind it one name.</summary>
    public bool OpensFacility(Token token) => token.IsCapitalised && openings.Contains(token.Word);

    /// <summary>True for went, marched: what follows their to or from is a place.</summary>
    public bool IsMotion(Token verb) => motions.Contains(verb.Word);

    /// <summary>True when some clause tells a noun group as a land or place.</summary>
    public bool IsDescribed(SentenceSyntax syntax, int noun)
    {
        for (var c = 0; noun >= 0 && c < syntax.Clauses.Count; c++)
        {
            if (syntax.Clauses[c].Subject == noun && IsDescribed(syntax, syntax.Clauses[c]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a subject that is told as a land or place: "X is a country in", "X is bordered by".</summary>
    public bool IsDescribed(SentenceSyntax syntax, Clause clause)
    {
        var tokens = syntax.Sentence.Tokens;
        if (clause.Verb.Passive)
        {
            return states.Contains(tokens[clause.Verb.Head].Word);
        }

        return words.Is(tokens[clause.Verb.Head], "be") && clause.Objects.Count > 0 && syntax.Nouns[clause.Objects[0]] is { Head: var head, After: var after }
            && (AfterNoun(tokens, head) == head + 1 || (countryNouns.Contains(tokens[head].Word) && after < tokens.Count && (tokens[after].Tag == PartOfSpeech.Adposition || states.Contains(tokens[after].Word))));
    }

    /// <summary>True for a name between commas or before one, behind of: where somebody lives ("Miss Abbot, of Hayes,").</summary>
    public bool IsHome(TokenList tokens, int first, int after) =>
        first > 1 && words.Is(tokens[first - 1], "of") && tokens[first - 2].Kind == TokenKind.Punctuation && (after >= tokens.Count || tokens[after].Kind is TokenKind.Punctuation or TokenKind.Terminal);

    /// <summary>True for eastern, neighbouring: before a name they tell of the land.</summary>
    public bool IsPlaceAdjective(Token token) => adjectives.Contains(token.Word);

    /// <summary>True for resident, councillor: somebody who is told by where he is from.</summary>
    public bool IsPerson(Token token) => persons.Contains(token.Word);

    /// <summary>True behind what says that a person is called so: "a man called Paris".</summary>
    public bool NamesPerson(TokenList tokens, int first) =>
        first > 1 && words.Is(tokens[first - 1], "naming") && (IsPerson(tokens[first - 2]) || IsDweller(tokens[first - 2]));

    /// <summary>True behind what says that a place is called so: "a town called Paris".</summary>
    public bool NamesPlace(TokenList tokens, int first) => first > 1 && words.Is(tokens[first - 1], "naming") && EndsInNoun(tokens, first - 1);

    /// <summary>True for mother, councillor: behind the name of where they live.</summary>
    public bool IsDweller(Token token) => dwellers.Contains(token.Word);

    /// <summary>True for a verb whose subject is somebody: said, announced.</summary>
    public bool IsActorVerb(Token verb) => actorVerbs.Contains(verb.Word);

    /// <summary>True when the capitalised words from a token on name a body: "Fire Department" behind Boise.</summary>
    public bool NamesBody(TokenList tokens, int first)
    {
        for (var i = first; i < tokens.Count && i < first + LongestBody && (tokens[i].IsCapitalised || tokens[i].Is(TokenShape.Clitic)); i++)
        {
            if (tokens[i].Kind == TokenKind.Word && facilities.TryGetValue(tokens[i].Word, out var kind) && kind is FacilityKind.Body or FacilityKind.Organ)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for in, at, near: a capitalised name behind it is a place whoever knows it.</summary>
    public bool OpensPlace(Token preposition) => openers.Contains(preposition.Word);

    /// <summary>True for a word that says a division is meant: region, oblast, provinces.</summary>
    public bool IsDivisionWord(Token token) => token.Length > 0 && divisions.Contains(token.Word);

    /// <summary>True for "in": what stands behind it holds what stands before it.</summary>
    public bool IsHolder(Token preposition) => holders.Contains(preposition.Word);

    /// <summary>True for "for": behind a verb of place it names where to.</summary>
    public bool IsGoal(Token preposition) => goals.Contains(preposition.Word);

    /// <summary>True for a verb whose object is a place: visited, reached.</summary>
    public bool IsPlaceVerb(Token verb) => verbs.Contains(verb.Word);

    /// <summary>What a name after the preposition at a token is ("to", but "according to"), or null for a word that is none.</summary>
    public PlaceRole? RoleAfter(TokenList tokens, int preposition)
    {
        if (preposition > 0 && prepositions.LongestAt(tokens, preposition - 1) is { Count: > 1 } longer)
        {
            return longer.Values[0];
        }

        return prepositions.LongestAt(tokens, preposition) is { Count: 1 } match ? match.Values[0] : null;
    }
}
