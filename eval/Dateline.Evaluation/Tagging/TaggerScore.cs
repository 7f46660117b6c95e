using Dateline.Text;

namespace Dateline.Evaluation.Tagging;

/// <summary>How many tokens got the right part of speech, and the right form with it.</summary>
/// <param name="Tokens">Tokens scored.</param>
/// <param name="Tags">Right parts of speech.</param>
/// <param name="Both">Right parts of speech with the right form.</param>
internal sealed record TaggerScore(int Tokens, int Tags, int Both)
{
    /// <summary>Tags copies of the sentences and compares.</summary>
    public static TaggerScore Of(IPartOfSpeechTagger tagger, IEnumerable<TreebankSentence> sentences)
    {
        var (all, tags, both) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var tokens = (Token[])sentence.Tokens.Clone();
            tagger.Tag(sentence.Text, tokens);
            for (var i = 0; i < tokens.Length; i++)
            {
                var right = tokens[i].Tag == sentence.Gold[i].Tag;
                all++;
                tags += right ? 1 : 0;
                both += right && tokens[i].Form == sentence.Gold[i].Form ? 1 : 0;
            }
        }

        return new TaggerScore(all, tags, both);
    }

    /// <summary>The confusions, most frequent first: gold, given, how often, and the words it befell most.</summary>
    public static IEnumerable<string> Confusions(IPartOfSpeechTagger tagger, IEnumerable<TreebankSentence> sentences)
    {
        var slips = new List<(string Gold, string Given, string Word)>();
        foreach (var sentence in sentences)
        {
            var tokens = (Token[])sentence.Tokens.Clone();
            tagger.Tag(sentence.Text, tokens);
            for (var i = 0; i < tokens.Length; i++)
            {
                var (tag, form) = sentence.Gold[i];
                if (tokens[i].Tag != tag || tokens[i].Form != form)
                {
                    slips.Add(($"{tag}.{form}", $"{tokens[i].Tag}.{tokens[i].Form}", tokens[i].Span.In(sentence.Text)));
                }
            }
        }

        foreach (var kind in slips.GroupBy(s => (s.Gold, s.Given)).OrderByDescending(g => g.Count()))
        {
            var words = kind.GroupBy(s => s.Word, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(12);
            yield return $"{kind.Count(),5}  {kind.Key.Gold} as {kind.Key.Given}: {string.Join(' ', words.Select(w => $"{w.Key}×{w.Count()}"))}";
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"tag {100.0 * Tags / Tokens:F2}  tag+form {100.0 * Both / Tokens:F2}  ({Tokens} tokens)");
}
