using Dateline.Knowledge;
using Dateline.Text;
using TextReader = Dateline.Text.TextReader;

namespace Dateline.Evaluation.Tagging;

/// <summary>How the program's own tokens agree with a treebank's, and how they are tagged where they do.</summary>
/// <param name="Gold">Tokens of the treebank.</param>
/// <param name="Own">Tokens of the program.</param>
/// <param name="Same">Tokens both cut at the same places.</param>
/// <param name="Tags">Of these, with the right part of speech.</param>
internal sealed record ProgramTokens(int Gold, int Own, int Same, int Tags)
{
    /// <summary>The program's tokenizer, with the abbreviations of data/lexicon.</summary>
    public static Tokenizer Tokenizer()
    {
        var files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
        return new TextReader(files, new Vocabulary(), null).Tokenizer;
    }

    /// <summary>Cuts and tags each sentence's text and compares.</summary>
    public static ProgramTokens Score(IPartOfSpeechTagger tagger, IEnumerable<TreebankSentence> sentences)
    {
        var tokenizer = Tokenizer();
        var total = new ProgramTokens(0, 0, 0, 0);
        foreach (var sentence in sentences)
        {
            var own = tokenizer.Tokenize(sentence.Text).ToArray();
            tagger.Tag(sentence.Text, own);
            var gold = sentence.Tokens.Select((t, i) => (t.Span, sentence.Gold[i].Tag)).ToDictionary();
            var same = own.Where(t => gold.ContainsKey(t.Span)).ToList();
            total = new ProgramTokens(total.Gold + gold.Count, total.Own + own.Length, total.Same + same.Count, total.Tags + same.Count(t => gold[t.Span] == t.Tag));
        }

        return total;
    }

    /// <summary>The stretches that are cut differently, most frequent first.</summary>
    public static IEnumerable<string> Differences(IEnumerable<TreebankSentence> sentences)
    {
        var tokenizer = Tokenizer();
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            var own = tokenizer.Tokenize(sentence.Text).ConvertAll(t => t.Span);
            var gold = sentence.Tokens.Select(t => t.Span).ToList();
            foreach (var run in Runs(own.Except(gold).Concat(gold.Except(own))))
            {
                var ours = string.Join(' ', own.Where(run.Contains).Select(s => s.In(sentence.Text)));
                var theirs = string.Join(' ', gold.Where(run.Contains).Select(s => s.In(sentence.Text)));
                var line = $"{theirs}  ←gold·ours→  {ours}";
                found[line] = found.GetValueOrDefault(line) + 1;
            }
        }

        return found.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Value,5}  {f.Key}");
    }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"tokens recall {100.0 * Same / Gold:F2} precision {100.0 * Same / Own:F2}  tag where alike {100.0 * Tags / Same:F2}");

    private static List<TextSpan> Runs(IEnumerable<TextSpan> spans)
    {
        var runs = new List<TextSpan>();
        foreach (var span in spans.Order())
        {
            if (runs.Count > 0 && runs[^1].Overlaps(span))
            {
                runs[^1] = runs[^1].Cover(span);
            }
            else
            {
                runs.Add(span);
            }
        }

        return runs;
    }
}
