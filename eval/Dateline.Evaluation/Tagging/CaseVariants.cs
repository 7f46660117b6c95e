using System.Text;

namespace Dateline.Evaluation.Tagging;

/// <summary>Copies of sentences as headlines print them, so that the tagger learns not to lean on capitals there.</summary>
internal static class CaseVariants
{
    /// <summary>All sentences, and copies of some: every fifth in capitals, every seventh with each longer word capitalised.</summary>
    public static IEnumerable<TreebankSentence> Of(IReadOnlyList<TreebankSentence> sentences)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            yield return sentence;
            if (sentence.Tokens.Length < 4)
            {
                continue;
            }

            if (i % 5 == 0)
            {
                yield return Upper(sentence);
            }

            if (i % 7 == 0)
            {
                yield return Title(sentence);
            }
        }
    }

    /// <summary>THE SENTENCE IN CAPITALS.</summary>
    public static TreebankSentence Upper(TreebankSentence sentence) => sentence.Rewritten(sentence.Text.ToUpperInvariant());

    /// <summary>The Sentence as a Headline: words of four letters and more, and the first, begin with a capital.</summary>
    public static TreebankSentence Title(TreebankSentence sentence)
    {
        var text = new StringBuilder(sentence.Text);
        foreach (var token in sentence.Tokens)
        {
            if (token.Length > 3 || token.Start == 0)
            {
                text[token.Start] = char.ToUpperInvariant(text[token.Start]);
            }
        }

        return sentence.Rewritten(text.ToString());
    }
}
