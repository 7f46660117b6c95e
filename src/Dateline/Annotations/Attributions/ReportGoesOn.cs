using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>
/// Gives a sentence of figures without a cue to whoever was reported right before it: "… , the ministry said. It flew 800 km."
/// Only where it goes on about the same thing ("it", "the missile") with a verb of lexicon/going-on-verbs.tsv and a figure.
/// </summary>
internal sealed class ReportGoesOn(CueLexicon cues, FunctionWords words)
{
    /// <summary>Adds the attributions of such sentences.</summary>
    public void Add(IReadOnlyList<SentenceSyntax> syntaxes, List<Attribution> found)
    {
        for (var i = 1; i < syntaxes.Count; i++)
        {
            var span = syntaxes[i].Sentence.Span;
            if (!GoesOn(syntaxes[i]) || syntaxes[i].Sentence.Block > syntaxes[i - 1].Sentence.Block + 1 || found.Exists(a => a.Span.Overlaps(span)) || Last(syntaxes[i - 1].Sentence.Span, found) is not { } last)
            {
                continue;
            }

            var tokens = syntaxes[i].Sentence.Tokens;
            var end = tokens[^1].Kind == TokenKind.Terminal && tokens.Count > 1 ? tokens[^2].End : span.End;
            found.Add(last with { Span = span, Rule = "attributions.report goes on", Source = [], Cue = [], Content = [span with { End = end }], Mode = AttributionMode.Indirect, Stance = Stance.Asserts, SaidOn = null });
        }
    }

    // the outermost that is reported in the sentence, when somebody is known to speak and the words end there
    private static Attribution? Last(TextSpan sentence, List<Attribution> found)
    {
        Attribution? last = null;
        foreach (var attribution in found)
        {
            if (!sentence.Contains(attribution.Span) || attribution.Rule.Contains("citing", StringComparison.Ordinal))
            {
                continue;
            }

            if (attribution is not { Speaker: not null, Mode: not AttributionMode.Direct, Stance: Stance.Asserts or Stance.Alleges or Stance.Estimates or Stance.Assesses })
            {
                continue;
            }

            if (last is null || (!last.Covers(attribution.Span) && attribution.Span.End > last.Span.End))
            {
                last = attribution;
            }
        }

        return last;
    }

    private bool GoesOn(SentenceSyntax syntax)
    {
        var tokens = syntax.Sentence.Tokens;
        var first = syntax.NounAt(0);
        if (first < 0 || tokens.Count < 4)
        {
            return false;
        }

        var chunk = syntax.Nouns[first];
        var same = tokens[chunk.Head].Tag == PartOfSpeech.Pronoun ? words.Is(tokens[chunk.Head], "it") || words.Is(tokens[chunk.Head], "they") : words.Is(tokens[0], "definite");
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject == first && clause.Marker < 0 && !clause.Relative)
            {
                return same && clause.Verb is { Tense: Tense.Past, Modal: < 0, Negated: false } && cues.GoesOn(tokens, clause.Verb.Head) && HasFigure(tokens);
            }
        }

        return false;
    }

    private static bool HasFigure(TokenList tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Number)
            {
                return true;
            }
        }

        return false;
    }
}
