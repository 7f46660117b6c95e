using Dateline.Annotations.Actors;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Claims;

/// <summary>What may fill the slots of frames, from ontology/argument-types.tsv.</summary>
public sealed class ArgumentTypes
{
    private const int YearDigits = 4;

    private readonly Dictionary<string, List<(string Test, HashSet<string> Values)>> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PhraseTrie<bool>> nouns = new(StringComparer.Ordinal);

    /// <summary>Loads the table.</summary>
    public ArgumentTypes(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer)
    {
        foreach (var row in files.Table("ontology/argument-types.tsv").Rows)
        {
            var type = row["type"];
            if (!types.TryGetValue(type, out var tests))
            {
                types.Add(type, tests = []);
            }

            tests.Add((row["test"], row.List("values").ToHashSet(StringComparer.Ordinal)));
            if (row["test"] is not "noun")
            {
                continue;
            }

            if (!nouns.TryGetValue(type, out var trie))
            {
                nouns.Add(type, trie = new PhraseTrie<bool>(vocabulary, tokenizer));
            }

            foreach (var form in row.List("values").SelectMany(Inflector.Noun))
            {
                trie.Add(form, true);
            }
        }
    }

    /// <summary>True when there is such a type.</summary>
    public bool Has(string type) => types.ContainsKey(type);

    /// <summary>True when the filler is of the type.</summary>
    public bool Fits(string type, Filler filler)
    {
        foreach (var (test, values) in types[type])
        {
            var fits = test switch
            {
                "any" => true,
                "pronoun" => filler.IsPronoun,
                "number" => filler.Syntax.Sentence.Tokens[filler.Chunk.Head] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number },
                "weapon" => filler.Weapon is { } weapon && (values.Contains("*") || values.Contains(weapon.Class)),
                "weapons" => filler.Weapon is { Plural: true } several && values.Contains(several.Class),
                "actor" => filler.Actor is { } actor && values.Contains(Snake(actor.Actor.Kind.ToString())),
                "place" => filler.Place is { Place: { } place } && (values.Contains("*") || values.Contains(place.Kind)) && !IsRuledOut(values, filler.Place.Relation),
                "noun" => HeadIsNoun(type, filler),
                "name" => filler is { Actor: null or { Actor.Kind: not ActorKind.Person } } && filler.Syntax.Sentence.Tokens[filler.Chunk.Head].Tag == PartOfSpeech.ProperNoun,
                "owned" => filler.CountryWords is not null,
                "demonym" => filler.Actor is null or { Actor.Kind: ActorKind.State } && IsCountedName(filler),
                _ => false,
            };
            if (fits)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a noun of the type begins at the token.</summary>
    public bool Names(string type, TokenList tokens, int first) => nouns[type].LongestAt(tokens, first) is not null;

    // "11 Syrians": the name of a people behind a figure
    private static bool IsCountedName(Filler filler)
    {
        var tokens = filler.Syntax.Sentence.Tokens;
        var head = tokens[filler.Chunk.Head];
        return head.Tag == PartOfSpeech.ProperNoun && filler.Chunk.Head > filler.Chunk.First && filler.CountryWords is { } words && words.Contains(head.Start)
            && tokens[filler.Chunk.Head - 1] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number };
    }

    // "toward the country's eastern seas": a relation whose words the type rules out ("~waters")
    private static bool IsRuledOut(IReadOnlyCollection<string> values, string? relation) =>
        relation is not null && relation.Split(' ').Any(w => values.Any(v => string.Equals(v, "~" + w, StringComparison.Ordinal)));

    private bool HeadIsNoun(string type, Filler filler)
    {
        var tokens = filler.Syntax.Sentence.Tokens;
        for (var i = filler.Chunk.First; i <= filler.Chunk.Head; i++)
        {
            foreach (var match in nouns[type].AllAt(tokens, i))
            {
                if (match.After == filler.Chunk.Head + 1 || IsNameBehind(tokens, match.After, filler.Chunk.Head))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "exercise Varuna", "the carrier Gerald Ford": its name stands behind the noun
    private static bool IsNameBehind(TokenList tokens, int from, int head)
    {
        if (tokens[from - 1].Tag is not (PartOfSpeech.Noun or PartOfSpeech.ProperNoun) || from > head)
        {
            return false;
        }

        if (from == head && tokens[head] is { Kind: TokenKind.Number, Length: YearDigits })
        {
            return true; // "exercises 2024"
        }

        for (var i = from; i <= head; i++)
        {
            if (tokens[i].Tag != PartOfSpeech.ProperNoun && tokens[i].Kind is not (TokenKind.Hyphen or TokenKind.Number))
            {
                return false;
            }
        }

        return tokens[from].Tag == PartOfSpeech.ProperNoun;
    }

    private static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
