using Dateline.Text;

namespace Dateline.Evaluation.Tagging;

/// <summary>One sentence of a treebank: its text, its tokens in that text, and the tags people gave them.</summary>
/// <param name="Text">The words, as the treebank prints it.</param>
/// <param name="Tokens">Gold tokens, untagged.</param>
/// <param name="Gold">One tag for each.</param>
/// <param name="Lemmas">One lemma for each.</param>
public sealed record TreebankSentence(string Text, Token[] Tokens, (PartOfSpeech Tag, WordForm Form)[] Gold, string[] Lemmas)
{
    /// <summary>The same tags over a text of the same length.</summary>
    public TreebankSentence Rewritten(string text) => text.Length == Text.Length ? this with { Text = text } : this;
}

/// <summary>Reads CoNLL-U: words, universal tags, and the form that the Penn tag names. Multiword lines and empty nodes are stepped over.</summary>
public static class Treebank
{
    /// <summary>The sentences of a file, in order.</summary>
    public static IEnumerable<TreebankSentence> Read(string path)
    {
        const string TextMark = "# text = ";
        var text = "";
        var words = new List<string>();
        var gold = new List<(PartOfSpeech, WordForm)>();
        var lemmas = new List<string>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0 && words.Count > 0)
            {
                yield return Place(text, words, [.. gold], [.. lemmas]);
                words.Clear();
                gold.Clear();
                lemmas.Clear();
            }

            if (line.StartsWith(TextMark, StringComparison.Ordinal))
            {
                text = line[TextMark.Length..];
            }

            var cells = line.Split('\t');
            if (cells.Length >= 5 && cells[0].All(char.IsAsciiDigit))
            {
                words.Add(cells[1]);
                lemmas.Add(cells[2]);
                gold.Add(LabelOf(cells[3], cells[4]));
            }
        }
    }

    // The words' places in the text; where a word is not found in it, a text of words and blanks instead.
    private static TreebankSentence Place(string text, List<string> words, (PartOfSpeech Tag, WordForm Form)[] gold, string[] lemmas)
    {
        var tokens = new Token[words.Count];
        var at = 0;
        for (var i = 0; i < words.Count; i++)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (string.CompareOrdinal(text, at, words[i], 0, words[i].Length) != 0)
            {
                return Place(string.Join(' ', words), words, gold, lemmas);
            }

            tokens[i] = new Token(at, at + words[i].Length, TokenKind.Word, TokenShape.None, -1, PartOfSpeech.Other, WordForm.None);
            at += words[i].Length;
        }

        return new TreebankSentence(text, tokens, gold, lemmas);
    }

    private static (PartOfSpeech Tag, WordForm Form) LabelOf(string universal, string penn)
    {
        var tag = universal switch
        {
            "ADJ" => PartOfSpeech.Adjective,
            "ADP" => PartOfSpeech.Adposition,
            "ADV" => PartOfSpeech.Adverb,
            "AUX" => PartOfSpeech.Auxiliary,
            "CCONJ" => PartOfSpeech.CoordinatingConjunction,
            "DET" => PartOfSpeech.Determiner,
            "INTJ" => PartOfSpeech.Interjection,
            "NOUN" => PartOfSpeech.Noun,
            "NUM" => PartOfSpeech.Numeral,
            "PART" => PartOfSpeech.Particle,
            "PRON" => PartOfSpeech.Pronoun,
            "PROPN" => PartOfSpeech.ProperNoun,
            "PUNCT" => PartOfSpeech.Punctuation,
            "SCONJ" => PartOfSpeech.SubordinatingConjunction,
            "SYM" => PartOfSpeech.Symbol,
            "VERB" => PartOfSpeech.Verb,
            _ => PartOfSpeech.Other,
        };
        var form = (tag, penn) switch
        {
            (PartOfSpeech.Noun or PartOfSpeech.ProperNoun, "NNS" or "NNPS") => WordForm.Plural,
            (PartOfSpeech.Noun or PartOfSpeech.ProperNoun, _) => WordForm.Singular,
            (PartOfSpeech.Auxiliary, "MD") => WordForm.Modal,
            (PartOfSpeech.Verb or PartOfSpeech.Auxiliary, "VBD") => WordForm.Past,
            (PartOfSpeech.Verb or PartOfSpeech.Auxiliary, "VBG") => WordForm.Gerund,
            (PartOfSpeech.Verb or PartOfSpeech.Auxiliary, "VBN") => WordForm.PastParticiple,
            (PartOfSpeech.Verb or PartOfSpeech.Auxiliary, "VBP" or "VBZ") => WordForm.Present,
            (PartOfSpeech.Verb or PartOfSpeech.Auxiliary, _) => WordForm.Base,
            _ => WordForm.None,
        };
        return (tag, form);
    }
}
