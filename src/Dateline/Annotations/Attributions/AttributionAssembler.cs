using Dateline.Annotations.Times;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Makes an attribution of a cue clause: spans without outer quotation marks, mode, stance, certainty, when it was said.</summary>
internal sealed class AttributionAssembler(string text, IReadOnlyList<Quotation> quotations, IReadOnlyList<TimeExpression> times, Hedges hedges, FunctionWords words)
{
    private const double DirectShare = 0.8;

    /// <summary>The attribution of a clause; <paramref name="elsewhere"/> is its content when that stands in another sentence.</summary>
    public Attribution Assemble(CueClause clause, SourceWords? source, IReadOnlyList<TextSpan>? elsewhere)
    {
        var tokens = clause.Sentence.Tokens;
        var content = (elsewhere ?? clause.Content
            .Select(c => c.After > c.First + 1 && tokens[c.First].Is(TokenShape.Clitic) && tokens[c.First].Tag == PartOfSpeech.Particle ? (First: c.First + 1, c.After) : c)
            .Where(c => c.After > c.First)
            .Select(c => new TextSpan(tokens[c.First].Start, tokens[c.After - 1].End)))
            .Select(c => ToQuotation(c, tokens[clause.First].Start))
            .Select(Strip)
            .Where(s => s.Length > 0)
            .OrderBy(s => s)
            .ToList();
        var cue = new TextSpan(tokens[clause.First].Start, tokens[(clause.CueAfter >= 0 ? clause.CueAfter : clause.After) - 1].End);
        var sources = source is null ? [] : new List<TextSpan> { source.Span };
        var all = content.Concat(sources).Append(cue).ToList();
        var span = all.Aggregate((a, b) => a.Cover(b));
        var vouches = clause.Cue.Certainty == Certainty.Fact && clause.Negated; // what is not confirmed is no fact
        var certainty = hedges.Lower(clause.Passive && source is null ? Certainty.Suspected : vouches ? Certainty.Claimed : clause.Cue.Certainty, clause);
        return new Attribution("", span, $"attributions.{clause.Pattern} {clause.Cue.Where}; {source?.Rule ?? "no source"}", sources, source?.Speaker, [cue], content, ModeOf(content), clause.Stance, certainty, SaidOn(clause, content), null) { Joint = source?.Joint ?? [] };
    }

    // A content that ends inside a quotation of several sentences runs to the end of the quotation.
    private TextSpan ToQuotation(TextSpan span, int cue)
    {
        var (from, to) = Near(span);
        for (var q = from; q < to; q++)
        {
            var quotation = quotations[q];
            if (quotation.Outer.Contains(cue))
            {
                continue; // said within the quotation
            }

            if (quotation.Outer.Start >= span.Start && quotation.Outer.Start < span.End && quotation.Outer.End > span.End)
            {
                return span with { End = quotation.Outer.End };
            }

            if (quotation.Outer.Start < span.Start && quotation.Outer.End <= span.End + 1 && quotation.Outer.End > span.Start && quotation.Outer.Contains(span.Start))
            {
                return span with { Start = quotation.Outer.Start, End = Math.Max(span.End, quotation.Outer.End) };
            }
        }

        return span;
    }

    private TextSpan Strip(TextSpan span)
    {
        var trimmed = span.Trim(text);
        var (from, to) = Near(trimmed);
        for (var q = from; q < to; q++)
        {
            var quotation = quotations[q];
            if (quotation.Outer == trimmed || (quotation.Outer.Start == trimmed.Start && quotation.Outer.End >= trimmed.End - 1 && quotation.Outer.End <= trimmed.End + 1))
            {
                return quotation.Inner;
            }
        }

        return trimmed;
    }

    private AttributionMode ModeOf(List<TextSpan> content)
    {
        double total = 0;
        double quoted = 0;
        foreach (var span in content)
        {
            total += span.Length;
            var (from, to) = Near(span);
            for (var q = from; q < to; q++)
            {
                var inner = quotations[q].Inner;
                quoted += Math.Max(0, Math.Min(span.End, inner.End) - Math.Max(span.Start, inner.Start));
            }
        }

        return quoted == 0 ? AttributionMode.Indirect : quoted >= DirectShare * total ? AttributionMode.Direct : AttributionMode.Mixed;
    }

    // The quotations that touch a span, one character of white space or of a mark between.
    private (int From, int To) Near(TextSpan span) => TextOrder.Touching(quotations, q => q.Outer, new TextSpan(span.Start - 1, span.End + 1));

    // "Last January the North tested missiles which experts think …", "On Monday a missile it described as … flew": the time is another verb's
    private static bool VerbBetween(CueClause clause, int position)
    {
        if (clause.Sentence.Syntax.ClauseAt(clause.First) is >= 0 and var own && clause.Sentence.Syntax.Clauses[own].Relative)
        {
            return true;
        }

        foreach (var other in clause.Sentence.Syntax.Clauses)
        {
            if (other.Verb.First < clause.Begin && clause.Sentence.Tokens[other.Verb.First].Start >= position)
            {
                return true;
            }
        }

        return false;
    }

    // "In a statement issued early on Tuesday, the army said": the time of what it was said in
    private bool IsOfPronouncement(TokenList tokens, TimeExpression time)
    {
        if (!words.Is(tokens[0], "locative"))
        {
            return false;
        }

        var named = false;
        for (var i = 1; i < tokens.Count && tokens[i].Start < time.Span.Start; i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation)
            {
                return false;
            }

            named |= words.Is(tokens[i], "pronouncement");
        }

        return named && !tokens.Any(t => t.Start == time.Span.End && t.Is(TokenShape.Clitic));
    }

    // A time between source, cue and content, or one that opens the sentence before the source.
    private TimeExpression? SaidOn(CueClause clause, List<TextSpan> content)
    {
        if (!clause.Cue.IsVerb || clause.Leans)
        {
            return null;
        }

        var tokens = clause.Sentence.Tokens;
        var sentence = clause.Sentence.Syntax.Sentence.Span;
        var (from, to) = TextOrder.Touching(times, t => t.Span, sentence);
        for (var i = from; i < to; i++)
        {
            var time = times[i];
            if (time.Type is TimexType.Duration or TimexType.Set || !sentence.Contains(time.Span) || content.Exists(c => c.Overlaps(time.Span)))
            {
                continue;
            }

            var between = time.Span.Start >= tokens[clause.Begin].Start && time.Span.Start <= tokens[Math.Min(clause.AdjunctsAfter, tokens.Count - 1)].Start;
            var opens = time.Span.End <= tokens[clause.Begin].Start && !VerbBetween(clause, time.Span.End) && (sentence.TokensBefore(tokens, time.Span.Start) <= 2 || IsOfPronouncement(tokens, time)) && content.TrueForAll(c => c.Start >= tokens[clause.Begin].Start);
            var closes = clause.Trailing && time.Span.Start >= tokens[clause.End - 1].End && clause.Sentence.Syntax.Sentence.TokenAt(time.Span.Start) - clause.End <= 6;
            if (between || opens || closes)
            {
                return time;
            }
        }

        return null;
    }
}

/// <summary>Counting tokens of a sentence.</summary>
internal static class SentenceTokens
{
    /// <summary>Tokens of the sentence that end before a position.</summary>
    public static int TokensBefore(this TextSpan sentence, TokenList tokens, int position) => tokens.Count(t => t.Start >= sentence.Start && t.End <= position);
}
