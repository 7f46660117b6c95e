using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>Tells reports on sport, where "Leeds beat Norwich" names two teams, by their words.</summary>
internal sealed class SportWords
{
    private const int Least = 5; // weight of the different words together
    private const int LeastWithTwo = 4; // the same when two of them are sure
    private const int Sure = 2; // weight of a word that hardly any other report has

    private readonly (string? Word, int Weight)[] words; // by the number of the word

    /// <summary>Loads lexicon/sport-words.tsv.</summary>
    /// <exception cref="KnowledgeException">The table is missing or a row is wrong.</exception>
    public SportWords(KnowledgeFiles files, Vocabulary vocabulary)
    {
        var found = new Dictionary<int, (string, int)>();
        foreach (var row in files.Table("lexicon/sport-words.tsv").Rows)
        {
            foreach (var form in Inflector.Noun(row["word"]))
            {
                found[vocabulary.Add(form)] = (row["word"], row.Optional("sure") is "yes" ? Sure : 1);
            }
        }

        words = new (string?, int)[found.Keys.DefaultIfEmpty(-1).Max() + 1];
        foreach (var (number, word) in found)
        {
            words[number] = word;
        }
    }

    /// <summary>True when enough different words of sport stand in the sentences.</summary>
    public bool IsReport(IReadOnlyList<SentenceSyntax> syntaxes)
    {
        HashSet<string>? seen = null;
        var (weight, sure) = (0, 0);
        foreach (var syntax in syntaxes)
        {
            foreach (var token in syntax.Sentence.Tokens)
            {
                if ((uint)token.Word < (uint)words.Length && words[token.Word] is { Word: { } word, Weight: var own } && (seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(word))
                {
                    weight += own;
                    sure += own == Sure ? 1 : 0;
                    if (sure > 0 && weight >= (sure > 1 ? LeastWithTwo : Least))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
