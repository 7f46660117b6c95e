using System.Text;
using Dateline.Text;

namespace Dateline.Evaluation.Tagging;

/// <summary>One sentence of a treebank: its text, its tokens in that text, and the tags people gave them.</summary>
/// <param name="Text">The words, with a blank wherever the treebank does not say SpaceAfter=No.</param>
/// <param name="Tokens">Gold tokens, untagged.</param>
/// <param name="Gold">One tag for each.</param>
public sealed record TreebankSentence(string Text, Token[] Tokens, (PartOfSpeech Tag, WordForm Form)[] Gold)
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
        var text = new StringBuilder();
        var tokens = new List<Token>();
        var gold = new List<(PartOfSpeech, WordForm)>();
        var joined = (Last: 0, Blank: true); // the multiword token that is open: its last word, a blank after it
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0 && tokens.Count > 0)
            {
                yield return new TreebankSentence(text.ToString(), [.. tokens], [.. gold]);
                text.Clear();
                tokens.Clear();
                gold.Clear();
                joined = (0, true);
            }

            var cells = line.Split('\t');
            if (cells.Length < 10)
            {
                continue;
            }

            var blank = !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            if (!int.TryParse(cells[0], System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                var dash = cells[0].IndexOf('-', StringComparison.Ordinal);
                joined = dash > 0 ? (int.Parse(cells[0].AsSpan(dash + 1), System.Globalization.CultureInfo.InvariantCulture), blank) : joined;
                continue;
            }

            var start = text.Length;
            text.Append(cells[1]);
            tokens.Add(new Token(start, text.Length, TokenKind.Word, TokenShape.None, -1, PartOfSpeech.Other, WordForm.None));
            gold.Add(LabelOf(cells[3], cells[4]));
            if (number < joined.Last ? false : number == joined.Last ? joined.Blank : blank)
            {
                text.Append(' ');
            }
        }
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
