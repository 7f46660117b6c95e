using Dateline.Knowledge;

namespace Dateline.Text.Syntax;

/// <summary>The closed-class words the chunker knows by name, from lexicon/function-words.tsv.</summary>
public sealed class FunctionWords
{
    private readonly Dictionary<int, string[]> classes = [];

    /// <summary>Loads the table.</summary>
    public FunctionWords(KnowledgeFiles files, Vocabulary vocabulary)
    {
        foreach (var row in files.Table("lexicon/function-words.tsv").Rows)
        {
            classes[vocabulary.Add(row["phrase"])] = row.List("class");
        }
    }

    /// <summary>True when the token is of the class.</summary>
    public bool Is(Token token, string name) => token.Word >= 0 && classes.TryGetValue(token.Word, out var found) && Array.IndexOf(found, name) >= 0;
}
