using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Annotations.Places;

/// <summary>Relations between an event and a named place, and what prepositions make of a name; from patterns/ and lexicon/.</summary>
public sealed class PlaceRelations
{
    private readonly PhraseTrie<string> before;
    private readonly PhraseTrie<string> possessed;
    private readonly Dictionary<int, PlaceRole> prepositions = [];

    /// <summary>Loads the tables.</summary>
    public PlaceRelations(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer)
    {
        before = new PhraseTrie<string>(vocabulary, tokenizer);
        possessed = new PhraseTrie<string>(vocabulary, tokenizer);
        foreach (var row in files.Table("patterns/place-relations.tsv").Rows)
        {
            (string.Equals(row["side"], "before", StringComparison.Ordinal) ? before : possessed).Add(row["phrase"], row["relation"]);
        }

        foreach (var row in files.Table("lexicon/place-prepositions.tsv").Rows)
        {
            prepositions[vocabulary.Add(row["phrase"])] = row.Enum<PlaceRole>("role");
        }
    }

    /// <summary>The relation whose words end right before a token (a determiner between allowed), with the index of its first token.</summary>
    public (string Relation, int First)? EndingAt(IReadOnlyList<Token> tokens, int first)
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
    public (string Relation, int After)? StartingAt(IReadOnlyList<Token> tokens, int first) =>
        possessed.LongestAt(tokens, first) is { } match ? (match.Values[0], match.After) : null;

    /// <summary>What a name after this preposition is, or null for a word that is none.</summary>
    public PlaceRole? RoleAfter(Token preposition) => preposition.Word >= 0 && prepositions.TryGetValue(preposition.Word, out var role) ? role : null;
}
