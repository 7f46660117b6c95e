using Dateline.Knowledge;

namespace Dateline.Text.Syntax;

/// <summary>Verbs that take a whole sentence as their object ("said the missile fell"), from lexicon/cues.tsv.</summary>
internal sealed class ContentVerbs
{
    private readonly HashSet<string> lemmas = new(StringComparer.Ordinal);
    private readonly Lemmatizer lemmatizer;

    /// <summary>Loads the table.</summary>
    /// <exception cref="KnowledgeException">The table is missing or malformed.</exception>
    public ContentVerbs(KnowledgeFiles files, Lemmatizer lemmatizer)
    {
        this.lemmatizer = lemmatizer;
        foreach (var row in files.Table("lexicon/cues.tsv").Rows)
        {
            if (string.Equals(row["pos"], "verb", StringComparison.Ordinal) && row.List("frame").Contains("content", StringComparer.Ordinal))
            {
                lemmas.Add(Folding.Fold(row["phrase"]));
            }
        }
    }

    /// <summary>True when the token is a form of one.</summary>
    public bool Holds(string text, Token verb) => lemmas.Contains(lemmatizer.Lemma(Folding.Fold(verb.Span.Of(text)), verb.Tag, verb.Form));
}
