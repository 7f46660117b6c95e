using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Evaluation.Tagging;

/// <summary><c>score-lemmas CONLLU…</c>: lemmas of inflected verbs and plural nouns, from gold tags.</summary>
internal static class LemmaCommand
{
    /// <summary>Prints the share that is right and the most frequent slips.</summary>
    public static int Score(string[] files)
    {
        var lemmatizer = Shipped();
        foreach (var file in files)
        {
            var (all, right, slips) = Of(lemmatizer, Treebank.Read(file));
            Console.WriteLine(FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(file)}: {100.0 * right / Math.Max(all, 1):F2} of {all}"));
            foreach (var slip in slips.GroupBy(s => s, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(60))
            {
                Console.WriteLine($"{slip.Count(),5}  {slip.Key}");
            }
        }

        return 0;
    }

    /// <summary>The lemmatizer over the shipped tables.</summary>
    public static Lemmatizer Shipped()
    {
        var data = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
        return new Lemmatizer(data, new Inflector(data));
    }

    /// <summary>How many inflected verbs and plural nouns there are, how many got their lemma, and each one that did not.</summary>
    public static (int All, int Right, List<string> Slips) Of(Lemmatizer lemmatizer, IEnumerable<TreebankSentence> sentences)
    {
        var (all, right) = (0, 0);
        var slips = new List<string>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Tokens.Length; i++)
            {
                var (tag, form) = sentence.Gold[i];
                if (tag is not (PartOfSpeech.Verb or PartOfSpeech.Noun) || form is WordForm.Singular or WordForm.Base)
                {
                    continue;
                }

                var word = Folding.Fold(sentence.Tokens[i].Span.Of(sentence.Text));
                var lemma = lemmatizer.Lemma(word, tag, form);
                var gold = Folding.Fold(sentence.Lemmas[i]);
                all++;
                right += string.Equals(lemma, gold, StringComparison.Ordinal) ? 1 : 0;
                if (!string.Equals(lemma, gold, StringComparison.Ordinal))
                {
                    slips.Add($"{word} {tag}.{form}: {lemma}, not {gold}");
                }
            }
        }

        return (all, right, slips);
    }
}
