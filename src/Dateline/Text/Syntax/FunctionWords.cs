using Dateline.Knowledge;

namespace Dateline.Text.Syntax;

/// <summary>The closed-class words the chunker knows by name, from lexicon/function-words.tsv.</summary>
public sealed class FunctionWords
{
    private readonly Dictionary<int, string[]> classes = [];

    /// <summary>Loads the table.</summary>
    /// <exception cref="KnowledgeException">A phrase has two rows: its classes belong into one, or the second would hide the first.</exception>
    public FunctionWords(KnowledgeFiles files, Vocabulary vocabulary)
    {
        foreach (var row in files.Table("lexicon/function-words.tsv").Rows)
        {
            if (!classes.TryAdd(vocabulary.Add(row["phrase"]), row.List("class")))
            {
                throw row.Wrong("phrase", "has a row already; its classes belong into that one");
            }
        }
    }

    /// <summary>True when the token is of the class.</summary>
    public bool Is(Token token, string name) => token.Word >= 0 && classes.TryGetValue(token.Word, out var found) && Array.IndexOf(found, name) >= 0;
}
