using Dateline.Annotations.Times;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Chooses the time of a trigger among the times of its sentence.</summary>
internal sealed class TimeChooser(ReportView view, FunctionWords words)
{
    private const int ScopeReach = 140;
    private const int CommaCost = 6;
    private const int OtherTriggerCost = 4;

    private readonly HashSet<TextSpan> said = [.. view.Annotations.Attributions.Where(a => a.SaidOn is not null).Select(a => a.SaidOn!.Span)];

    /// <summary>The nearest time that belongs to no cue and no nearer trigger, or null.</summary>
    public TimeExpression? Choose(SentenceSyntax syntax, int trigger, IReadOnlyList<int> otherTriggers)
    {
        TimeExpression? best = null;
        var bestCost = int.MaxValue;
        foreach (var time in view.Times(syntax.Sentence.Span))
        {
            if (time.Type is TimexType.Duration or TimexType.Set || said.Contains(time.Span) || IsTallyScope(syntax, time) || IsEnd(syntax, time))
            {
                continue;
            }

            var at = syntax.Sentence.TokenAt(time.Span.Start);
            var cost = Distance(syntax, trigger, at);
            if (cost < bestCost && !otherTriggers.Any(o => o != trigger && Distance(syntax, o, at) + OtherTriggerCost < cost))
            {
                (best, bestCost) = (time, cost);
            }
        }

        return best;
    }

    // "until March 20": when it ends is not when it happens
    private bool IsEnd(SentenceSyntax syntax, TimeExpression time)
    {
        var at = syntax.Sentence.TokenAt(time.Span.Start);
        var last = Math.Min(syntax.Sentence.TokenAt(time.Span.End - 1), syntax.Sentence.Tokens.Count - 1);
        if (!time.IsAnchored && words.Is(syntax.Sentence.Tokens[last], "conjunction"))
        {
            return true; // "a day after" something else
        }

        return words.Is(syntax.Sentence.Tokens[at], "until") || (at > 0 && words.Is(syntax.Sentence.Tokens[at - 1], "until"));
    }

    // "the fourth launch this year": a span a tally counts within is no time of the event
    private bool IsTallyScope(SentenceSyntax syntax, TimeExpression time) =>
        view.Ordinals(syntax.Sentence.Span).Any(o => o.Span.End <= time.Span.Start && time.Span.Start - o.Span.End < ScopeReach && (time.Precision > TimePrecision.Day || SinceBetween(syntax, o.Span.End, time.Span.Start)));

    private bool SinceBetween(SentenceSyntax syntax, int from, int to)
    {
        for (var i = syntax.Sentence.TokenAt(from); i < syntax.Sentence.Tokens.Count && syntax.Sentence.Tokens[i].Start < to; i++)
        {
            if (words.Is(syntax.Sentence.Tokens[i], "since"))
            {
                return true;
            }
        }

        return false;
    }

    private static int Distance(SentenceSyntax syntax, int from, int to)
    {
        var (low, high) = from < to ? (from, to) : (to, from);
        var cost = high - low;
        for (var i = low; i < high; i++)
        {
            var kind = syntax.Sentence.Tokens[i].Kind;
            cost += kind is TokenKind.Punctuation or TokenKind.Dash ? CommaCost : syntax.Clauses.Any(c => c.Verb.First == i && i > from && i < to) ? 3 : 0;
        }

        return cost;
    }
}
