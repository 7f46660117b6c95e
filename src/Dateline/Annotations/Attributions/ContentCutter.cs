using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Says what words of a sentence a cue attributes: where content begins, and where the reporter's own words begin again.</summary>
internal sealed class ContentCutter(CueLexicon cues, FunctionWords words, SourceFinder sources)
{
    private const int ShortClause = 3; // words; fewer without a verb are no statement

    private readonly AdjunctReader adjuncts = new(words, sources);
    private readonly ContentEdges edges = new(cues, words);
    private readonly ContentBehind behind = new(words);

    /// <summary>Fills the content of every cue clause of one sentence.</summary>
    public void Cut(List<CueClause> clauses)
    {
        for (var k = 0; k < clauses.Count; k++)
        {
            if (clauses[k].Cue.Kind == CueKind.Noun)
            {
                continue; // read with its content
            }

            adjuncts.Read(clauses[k]);
            if (clauses[k].Behind == Behind.Gerund && k + 1 < clauses.Count && clauses[k + 1].First == clauses[k].AdjunctsAfter)
            {
                clauses[k].Behind = Behind.Nothing; // "Yonhap reports citing Reuters"
            }
        }

        for (var k = 0; k < clauses.Count; k++)
        {
            CutOne(clauses, k);
        }

        for (var k = 0; k < clauses.Count; k++)
        {
            CitedContent.Share(clauses, k);
            CutRefusal(clauses[k]);
            if (clauses[k].Cites && clauses[k].Content.Count == 0 && !clauses[k].Backward)
            {
                CitedContent.Cut(clauses, k);
            }
        }
    }

    // "declined to comment" and no more: what is declined is the content
    private void CutRefusal(CueClause clause)
    {
        if (clause.Content.Count > 0 || clause.Stance != Stance.DeclinesToComment)
        {
            return;
        }

        for (var i = clause.First + 1; i + 1 < clause.After; i++)
        {
            if (words.Is(clause.Sentence.Tokens[i], "to"))
            {
                clause.Content.Add((i, clause.After));
                clause.CueAfter = i;
                clause.Pattern = "source, cue, what is declined";
                return;
            }
        }
    }

    private void CutOne(List<CueClause> clauses, int k)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        if (clause.Cites && (clause.Leans || clause.Behind is not (Behind.Conjunction or Behind.Clause or Behind.Quotation or Behind.Colon)))
        {
            return; // after all others: its content is another's
        }

        if (clause.Cue.Kind == CueKind.Noun)
        {
            CutAfterNoun(clauses, k);
        }
        else if (AfterAs(clause))
        {
            CutAfterAs(clauses, k);
        }
        else if (clause.Judged.After != clause.Judged.First)
        {
            clause.Pattern = "passive, judged";
            var (first, after) = clause.Judged;
            if (clause.Subject >= 0)
            {
                clause.Content.Add((sources.First(clause.Sentence, clause.Subject), clause.Sentence.Syntax.Nouns[clause.Subject].After));
            }

            clause.Content.Add((first, after >= 0 ? after : Math.Max(first + 1, ContentEdges.TrimEnd(clause.Sentence, first, edges.RightEnd(clauses, k, first)))));
        }
        else if (!clause.Cue.IsVerb || (clause.Passive && clause.Source >= 0))
        {
            CutAround(clauses, k);
        }
        else if (ContentEdges.LeftPart(clauses, k) is { After: > 0 } left && TakesLeft(clause, left))
        {
            clause.Content.Add(left);
            clause.Trailing = true;
            clause.Pattern = "content, source and cue behind";
            AddRest(clauses, k, left);
        }
        else if (behind.Start(clause) is { } from && from < s.End)
        {
            clause.Content.Add((from, Math.Max(from + 1, ContentEdges.TrimEnd(s, from, edges.RightEnd(clauses, k, from)))));
            clause.Pattern = clause.Inverted ? "cue, source, content" : "source, cue, content";
        }
    }

    // "its claim that …", "its threat to …", "its call for …"
    private void CutAfterNoun(List<CueClause> clauses, int k)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        var at = clause.AdjunctsAfter;
        clause.Pattern = "source, noun, content";
        if (words.Is(s.Tokens[at], "to"))
        {
            clause.Behind = Behind.Infinitive;
        }
        else
        {
            clause.Behind = words.Is(s.Tokens[at], "that") ? Behind.Conjunction : Behind.Object;
            at++;
        }

        var chunk = s.Syntax.NounAt(clause.First);
        var limit = s.Syntax.Clauses.Where(c => c.Subject == chunk && chunk >= 0 && c.Verb.First > at && !c.Verb.Infinitive && !c.Verb.Participle).Select(c => c.Verb.First).DefaultIfEmpty(s.End).First();
        limit = Math.Min(limit, BeforeOthers(clauses, k, at));
        if (at < limit)
        {
            clause.Content.Add((at, Math.Max(at + 1, ContentEdges.TrimEnd(s, at, Math.Min(limit, edges.RightEnd(clauses, k, at))))));
        }
    }

    // what a noun says ends, behind a comma, where somebody else speaks or the main clause begins
    private static int BeforeOthers(List<CueClause> clauses, int k, int at)
    {
        var s = clauses[k].Sentence;
        for (var i = at + 1; i + 1 < s.End; i++)
        {
            if (!s.Is(i, ',') || s.QuotationAt(i) >= 0)
            {
                continue;
            }

            var noun = s.Syntax.NounAt(i + 1);
            if (clauses.Exists(c => c.Begin == i + 1 && c.Cue.IsVerb) || (noun >= 0 && s.Syntax.Clauses.Any(c => c is { Relative: false, Marker: < 0 } && c.Subject >= noun && c.Subject <= SourceFinder.Owned(s, noun) && c.Verb is { Participle: false, Infinitive: false })))
            {
                return i;
            }
        }

        return s.End;
    }

    // "As the ministry put it, …" · "…, as the ministry noted"
    private bool AfterAs(CueClause clause) =>
        clause.Cue.IsVerb && !clause.Passive && !clause.Cites && !clause.Inverted && clause.Behind == Behind.Nothing && clause.Cue.Frames.HasFlag(CueFrames.Content)
        && clause.Begin > 0 && words.Is(clause.Sentence.Tokens[clause.Begin - 1], "as");

    private void CutAfterAs(List<CueClause> clauses, int k)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        var before = clause.Begin - 1;
        clause.Pattern = "as source, cue";
        if (before == 0 && s.Is(clause.AdjunctsAfter, ',') && clause.AdjunctsAfter + 1 < s.End)
        {
            clause.Content.Add((clause.AdjunctsAfter + 1, edges.RightEnd(clauses, k, clause.AdjunctsAfter + 1)));
        }
        else if (before > 1 && s.Is(before - 1, ',') && ContentEdges.HasFiniteVerb(s, (0, before)))
        {
            clause.Content.Add((0, ContentEdges.TrimEnd(s, 0, before)));
            clause.Trailing = true;
        }
    }

    // A quotation right before always; else a clause, when nothing behind the cue wants to be the content.
    private static bool TakesLeft(CueClause clause, (int First, int After) left)
    {
        var s = clause.Sentence;
        if (clause.Leans || clause.With || clause is { Passive: true, Source: < 0 } || clause.Relative >= 0 || clause.Stance == Stance.DeclinesToComment || (!clause.Cue.Frames.HasFlag(CueFrames.Content) && !clause.Cue.Frames.HasFlag(CueFrames.Quote)))
        {
            return false;
        }

        if (s.ClosesQuotation(clause.Begin - 1) || s.ClosesQuotation(left.After - 1))
        {
            return clause.Behind is not Behind.Conjunction;
        }

        if (clause.Behind == Behind.Quotation && OpensSentence(s, clause.AdjunctsAfter))
        {
            return false; // Asked why, he answered, "We had no choice."
        }

        if (clause.Behind == Behind.Clause && clause.AdjunctsAfter > clause.End && s.Is(clause.Begin - 1, ',') && s.Tokens[clause.AdjunctsAfter].Tag == PartOfSpeech.Pronoun && s.Syntax.NounAt(clause.AdjunctsAfter - 1) >= 0
            && s.Tokens[left.First].Tag is not (PartOfSpeech.SubordinatingConjunction or PartOfSpeech.Adposition or PartOfSpeech.Adverb) && clause.Cue.Frames.HasFlag(CueFrames.Speech) && ContentEdges.HasFiniteVerb(s, left))
        {
            return true; // "Two flew, he said in a statement he posted"
        }

        var toDo = clause.Behind == Behind.Infinitive && !clause.Cue.Frames.HasFlag(CueFrames.Infinitive); // "…, she said to open the debate"
        return clause.Cue.Frames.HasFlag(CueFrames.Content) && (clause.Behind is Behind.Nothing or Behind.Quotation || toDo)
            && (ContentEdges.HasFiniteVerb(s, left) || (left.After - left.First == 1 && s.Is(clause.AdjunctsAfter, ',')) || (clause.Behind == Behind.Nothing && (clause.AdjunctsAfter >= s.End ? left.After - left.First >= ShortClause : s.Is(clause.AdjunctsAfter, ',') && clause.AdjunctsAfter + 1 < s.End)));
    }

    // true for a quotation of some length, behind an optional comma, that begins with a capital letter
    private static bool OpensSentence(CueSentence s, int at)
    {
        at = BehindMark(s, at);
        return at + 1 < s.End && s.Quotation(s.QuotationAt(at)).Words >= 4 && s.Tokens[at + 1].IsCapitalised;
    }

    // "The risk," he said, "is that …": what goes on behind the cue belongs to what stands before it
    private void AddRest(List<CueClause> clauses, int k, (int First, int After) left)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        var at = clause.AdjunctsAfter;
        if (clause.Behind == Behind.Quotation)
        {
            at = BehindMark(s, at);
            clause.Content.Add((at, edges.RightEnd(clauses, k, at)));
        }
        else if (s.Is(at, ',') && at + 1 < s.End && !Holds(clauses, k, at + 1) && !s.ClosesQuotation(left.After - 1) && (!ContentEdges.HasFiniteVerb(s, left) || GoesOn(s, left.First, at + 1)))
        {
            clause.Content.Add((at + 1, edges.RightEnd(clauses, k, at + 1)));
        }
    }

    // "If the talks fail, he warned, troops will …" · "The effects, they say, are …, because …"
    private bool GoesOn(CueSentence s, int left, int right)
    {
        var opens = s.Tokens[left].Tag == PartOfSpeech.SubordinatingConjunction && !cues.EndsContent(s.Tokens, left);
        var adds = s.Tokens[right].Tag == PartOfSpeech.SubordinatingConjunction && !cues.EndsContent(s.Tokens, right);
        return (adds && ContentEdges.HasFiniteVerb(s, (right, s.End))) || (opens && ContentEdges.HasFiniteVerb(s, (right, s.End)));
    }

    // a comma or colon before a quotation left behind
    internal static int BehindMark(CueSentence s, int at) => s.Is(at, ',') || s.Is(at, ':') ? at + 1 : at;

    // according to X, CONTENT · CONTENT, according to X · CONTENT, as reported by X · This was reported by X
    private void CutAround(List<CueClause> clauses, int k)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        if (clause.Passive && k > 0 && clauses[k - 1] is { Passive: true, Content.Count: > 0 } first && s.Tokens[clause.First - 1].Tag == PartOfSpeech.CoordinatingConjunction)
        {
            clause.Content.AddRange(first.Content);
            clause.Pattern = "passive, joined";
            return;
        }

        var left = ContentEdges.LeftPart(clauses, k);
        if (clause is { Passive: true, Backward: false } && clause.Cue.Frames.HasFlag(CueFrames.Addressee) && clause.Behind == Behind.Conjunction)
        {
            left = default; // "Berg was asked by reporters whether …": who stands before is spoken to
        }

        clause.Pattern = clause.Cue.IsVerb ? "passive" : "according to";
        var right = clause.AdjunctsAfter;
        right = s.Is(right, ',') ? right + 1 : right;
        if (left.After > 0)
        {
            clause.Trailing = true;
            if (clause.Cue.IsVerb && PointsBack(s, left))
            {
                clause.Backward = true;
                return;
            }

            clause.Content.Add(left);
            if (!ContentEdges.HasFiniteVerb(s, left) && s.Is(clause.AdjunctsAfter, ',') && right < s.End && !Holds(clauses, k, right))
            {
                clause.Content.Add((right, edges.RightEnd(clauses, k, right)));
            }
        }
        else if (right < s.End)
        {
            clause.Content.Add((right, edges.RightEnd(clauses, k, right)));
        }
    }

    // True when another cue clause begins at the token, or a conjunction leads to it.
    private static bool Holds(List<CueClause> clauses, int k, int at) =>
        k + 1 < clauses.Count && clauses[k + 1].Begin <= at + 1;

    // "This", "It" alone before a passive
    private bool PointsBack(CueSentence s, (int First, int After) left) =>
        left.After - left.First == 1 && s.Tokens[left.First].Tag is PartOfSpeech.Pronoun or PartOfSpeech.Determiner && s.TimeAfter(left.First) < 0 && !words.Is(s.Tokens[left.First], "he");
}
