using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Annotations.Actors;

/// <summary>The words references are read by: verbs only somebody can be the subject of, nouns for nameless persons, words for two.</summary>
public sealed class ReferenceLexicon
{
    private readonly HashSet<int> verbs = [];
    private readonly HashSet<int> persons = [];
    private readonly HashSet<int> things = [];

    /// <summary>Compiles lexicon/actor-verbs.tsv, thing-verbs.tsv, source-nouns.tsv and pair-references.tsv, and actors/organization-nouns.tsv.</summary>
    /// <exception cref="KnowledgeException">A table is missing or a row is wrong.</exception>
    public ReferenceLexicon(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector)
    {
        foreach (var row in files.Table("lexicon/actor-verbs.tsv").Rows)
        {
            verbs.UnionWith(inflector.Verb(row["phrase"]).Select(form => vocabulary.Add(form)));
        }

        foreach (var row in files.Table("lexicon/thing-verbs.tsv").Rows)
        {
            things.UnionWith(inflector.Verb(row["phrase"]).Select(form => vocabulary.Add(form)));
        }

        foreach (var row in files.Table("lexicon/source-nouns.tsv").Rows.Where(row => row["class"] is "person" or "office"))
        {
            persons.Add(vocabulary.Add(row["phrase"]));
        }

        Pairs = new PhraseTrie<Pair>(vocabulary, tokenizer);
        foreach (var row in files.Table("lexicon/pair-references.tsv").Rows)
        {
            Pairs.Add(row["phrase"], new Pair(row.Where, row.Enum<ActorKind>("kind"), row.List("who")));
        }

        Organizations = new PhraseTrie<OrganizationNoun>(vocabulary, tokenizer);
        foreach (var row in files.Table("actors/organization-nouns.tsv").Rows)
        {
            Organizations.Add(row["phrase"], new OrganizationNoun(row.Where, row.Enum<ActorKind>("kind")));
        }
    }

    /// <summary>Words for two actors named before.</summary>
    internal PhraseTrie<Pair> Pairs { get; }

    /// <summary>Nouns that end the names of organisations.</summary>
    internal PhraseTrie<OrganizationNoun> Organizations { get; }

    /// <summary>True for a verb that only somebody can be the subject of.</summary>
    internal bool IsActors(Token verb) => verb.Word >= 0 && verbs.Contains(verb.Word);

    /// <summary>True for a verb a thing may be the subject of as well, or nobody: fly, hit, seem.</summary>
    internal bool IsThings(Token verb) => verb.Word >= 0 && things.Contains(verb.Word);

    /// <summary>True for resident, analyst, lawmaker: somebody without a name.</summary>
    internal bool IsPerson(Token noun) => noun.Word >= 0 && persons.Contains(noun.Word);

    /// <summary>Words for two: their kind, and who of them: head, minister, or two countries.</summary>
    internal sealed record Pair(string Where, ActorKind Kind, IReadOnlyList<string> Who);

    /// <summary>The noun at the end of an organisation's name.</summary>
    internal sealed record OrganizationNoun(string Where, ActorKind Kind);
}
