using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>
/// Lowers how sure an attribution is by the words of lexicon/hedges.tsv: those beside its cue, and those at the main verb
/// of what is said ("it likely flew", "tested what appeared to be a rocket"). The less sure of cue and hedge counts.
/// </summary>
internal sealed class Hedges(CueLexicon cues, FunctionWords words)
{
    private const int Reach = 4; // tokens behind the main verb, for distance words before its object

    /// <summary>The certainty of a clause whose cue has one.</summary>
    public Certainty Lower(Certainty certainty, CueClause clause)
    {
        var s = clause.Sentence;
        certainty = Least(s, certainty, clause.Begin, clause.AdjunctsAfter);
        if (clause.Content.Count == 0)
        {
            return certainty;
        }

        var (first, after) = clause.Content[0];
        return Least(s, certainty, first, Math.Min(after, End(s, first, after)));
    }

    // Up to a few words behind the first finite verb of the content, but not beyond a mark; without such a verb to the first mark.
    private static int End(CueSentence s, int first, int after)
    {
        var end = after;
        foreach (var clause in s.Syntax.Clauses)
        {
            if (clause.Verb.First >= first && clause.Verb.First < end && !clause.Relative && clause.Marker < first && clause.Verb is { Participle: false, Infinitive: false })
            {
                end = clause.Verb.After;
            }
        }

        var limit = Math.Min(after, end + Reach);
        for (end = Math.Min(end, after); end < limit && !s.Breaks(end); end++)
        {
            // to the mark
        }

        return end;
    }

    private Certainty Least(CueSentence s, Certainty certainty, int first, int after)
    {
        for (var i = first; i < after; i++)
        {
            var aside = i > first && s.Is(i - 1, ','); // "the rocket, possibly an old one, flew": hedges the aside
            if (!aside && cues.HedgeAt(s.Tokens, i) is { } hedge && !words.Is(s.Tokens[Math.Max(0, i - 1)], "not"))
            {
                certainty = hedge.Most > certainty ? hedge.Most : certainty;
                i = hedge.After - 1;
            }
        }

        return certainty;
    }
}
