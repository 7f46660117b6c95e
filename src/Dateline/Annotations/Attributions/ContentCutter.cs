using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Says what words of a sentence a cue attributes: where content begins, and where the reporter's own words begin again.</summary>
internal sealed class ContentCutter(CueLexicon cues, FunctionWords words, SourceFinder sources)
{
    private const int ShortClause = 4; // words; fewer without a verb are no statement

    private readonly AdjunctReader adjuncts = new(words, sources);

    /// <summary>Fills the content of every cue clause of one sentence.</summary>
    public void Cut(List<CueClause> clauses)
    {
        for (var k = 0; k < clauses.Count; k++)
        {
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
            if (clauses[k].Cites && clauses[k].Content.Count == 0 && !clauses[k].Backward)
            {
                CutCited(clauses, k);
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

        if (!clause.Cue.IsVerb || (clause.Passive && clause.Source >= 0))
        {
            CutAround(clauses, k);
        }
        else if (LeftPart(clauses, k) is { After: > 0 } left && TakesLeft(clause, left))
        {
            clause.Content.Add(left);
            clause.Trailing = true;
            clause.Pattern = "content, source and cue behind";
            AddRest(clauses, k, left);
        }
        else if (RightStart(clause) is { } from && from < s.End)
        {
            clause.Content.Add((from, RightEnd(clauses, k, from)));
            clause.Pattern = clause.Inverted ? "cue, source, content" : "source, cue, content";
        }
    }

    // A quotation right before always; else a clause, when nothing behind the cue wants to be the content.
    private static bool TakesLeft(CueClause clause, (int First, int After) left)
    {
        var s = clause.Sentence;
        if (clause.Leans || (!clause.Cue.Frames.HasFlag(CueFrames.Content) && !clause.Cue.Frames.HasFlag(CueFrames.Quote)))
        {
            return false;
        }

        if (s.ClosesQuotation(clause.Begin - 1) || s.ClosesQuotation(left.After - 1))
        {
            return clause.Behind is not Behind.Conjunction;
        }

        return clause.Cue.Frames.HasFlag(CueFrames.Content) && clause.Behind is Behind.Nothing or Behind.Quotation
            && (HasFiniteVerb(s, left) || (clause.Behind == Behind.Nothing && (clause.AdjunctsAfter >= s.End ? left.After - left.First >= ShortClause : s.Is(clause.AdjunctsAfter, ',') && clause.AdjunctsAfter + 1 < s.End)));
    }

    // "The risk," he said, "is that …": what goes on behind the cue belongs to what stands before it
    private void AddRest(List<CueClause> clauses, int k, (int First, int After) left)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        var at = clause.AdjunctsAfter;
        if (clause.Behind == Behind.Quotation)
        {
            at = s.Is(at, ',') ? at + 1 : at;
            clause.Content.Add((at, RightEnd(clauses, k, at)));
        }
        else if (s.Is(at, ',') && at + 1 < s.End && !Holds(clauses, k, at + 1) && !HasFiniteVerb(s, left) && !s.ClosesQuotation(left.After - 1))
        {
            clause.Content.Add((at + 1, RightEnd(clauses, k, at + 1)));
        }
    }

    private int? RightStart(CueClause clause)
    {
        var s = clause.Sentence;
        var at = clause.AdjunctsAfter;
        var frames = clause.Cue.Frames;
        var content = frames.HasFlag(CueFrames.Content) || clause.Cites;
        if (clause.Cue.Stance == Stance.DeclinesToComment && clause.Behind is Behind.Nothing && clause.After < s.End && !s.Breaks(clause.After))
        {
            return s.Tokens[clause.After].Tag == PartOfSpeech.Adposition && clause.After + 1 < s.End ? clause.After + 1 : clause.After; // declined to comment on the launch
        }

        switch (clause.Behind)
        {
            case Behind.Quotation when content || frames.HasFlag(CueFrames.Quote) || frames.HasFlag(CueFrames.About) || frames.HasFlag(CueFrames.Judge):
                return s.Is(at, ',') ? at + 1 : at;
            case Behind.Colon when content || frames.HasFlag(CueFrames.Quote):
                return at + 1;
            case Behind.Conjunction when content:
                return words.Is(s.Tokens[at], "that") ? at + 1 : at;
            case Behind.Clause when content:
                return at;
            case Behind.Infinitive when frames.HasFlag(CueFrames.Infinitive):
                return at;
            case Behind.Gerund when content || frames.HasFlag(CueFrames.About):
            case Behind.Object or Behind.Clause when (frames & (CueFrames.About | CueFrames.Judge | CueFrames.QuoteAs)) != CueFrames.None:
                return at;
            case Behind.Infinitive when clause.Passive:
                return at;
            default:
                return null;
        }
    }

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

        var left = LeftPart(clauses, k);
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
            if (!HasFiniteVerb(s, left) && s.Is(clause.AdjunctsAfter, ',') && right < s.End && !Holds(clauses, k, right))
            {
                clause.Content.Add((right, RightEnd(clauses, k, right)));
            }
        }
        else if (right < s.End)
        {
            clause.Content.Add((right, RightEnd(clauses, k, right)));
        }
    }

    // True when another cue clause begins at the token, or a conjunction leads to it.
    private static bool Holds(List<CueClause> clauses, int k, int at) =>
        k + 1 < clauses.Count && clauses[k + 1].Begin <= at + 1;

    // "This", "It" alone before a passive
    private bool PointsBack(CueSentence s, (int First, int After) left) =>
        left.After - left.First == 1 && s.Tokens[left.First].Tag is PartOfSpeech.Pronoun or PartOfSpeech.Determiner && s.TimeAfter(left.First) < 0 && !words.Is(s.Tokens[left.First], "he");

    // "…, citing X": the words cited are those of the clause it leans on; "Citing X, Y said …" those of the clause that follows
    private static void CutCited(List<CueClause> clauses, int k)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        clause.Pattern = "citing";
        if (!clause.Leans)
        {
            clause.Backward = true;
            return;
        }

        var next = k + 1 < clauses.Count ? clauses[k + 1] : null;
        if (next is { Content.Count: > 0 } && (clause.Begin == 0 || (next.Source >= 0 && s.Syntax.Nouns[next.Source].First < clause.First)))
        {
            clause.Content.AddRange(next.Content);
        }
        else if (k > 0 && clauses[k - 1] is { Content.Count: > 0 } outer)
        {
            var (first, after) = outer.Content[^1];
            if (first < clause.First && after > clause.First)
            {
                outer.Content[^1] = (first, Math.Max(first + 1, TrimEnd(s, first, clause.First)));
            }

            clause.Content.AddRange(outer.Content);
            clause.Trailing = true;
        }
        else if (LeftPart(clauses, k) is { After: > 0 } left)
        {
            clause.Content.Add(left);
            clause.Trailing = true;
        }
    }

    // What stands before the cue clause and after the clause before it; After = 0 when there is nothing of use.
    private static (int First, int After) LeftPart(List<CueClause> clauses, int k)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        var begin = clause.Begin;
        var from = 0;
        for (var j = 0; j < k; j++)
        {
            if (clauses[j].Trailing && clause.Cue.IsVerb && begin - clauses[j].AdjunctsAfter > 1)
            {
                from = Math.Max(from, Math.Max(clauses[j].AdjunctsAfter, clauses[j].End));
                if (clauses[j].Content[^1].After > from)
                {
                    from = clauses[j].Content[^1].First; // "A," he said, "B": a later cue takes B only
                }
            }
        }

        if (begin <= from || (!clause.Cue.IsVerb && s.Tokens[begin - 1].Tag == PartOfSpeech.SubordinatingConjunction) || (clause.Cue.IsVerb && !clause.Passive && !s.Breaks(begin - 1)))
        {
            return (0, 0);
        }

        while (from < begin && (s.Tokens[from].Kind is TokenKind.Punctuation or TokenKind.Dash || (s.Tokens[from].Tag == PartOfSpeech.CoordinatingConjunction && from > 0)))
        {
            from++;
        }

        var after = TrimEnd(s, from, begin);
        var quoted = after > from && s.ClosesQuotation(after - 1);
        return after - from > 1 || quoted || (clause.Passive && after > from) ? (from, after) : (0, 0);
    }

    private static int TrimEnd(CueSentence s, int from, int after)
    {
        while (after > from && ((s.Tokens[after - 1].Kind is TokenKind.Punctuation or TokenKind.Dash && !s.Is(after - 1, ')')) || s.Tokens[after - 1].Tag == PartOfSpeech.CoordinatingConjunction))
        {
            after--;
        }

        return after;
    }

    private int RightEnd(List<CueClause> clauses, int k, int from)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        var limit = s.End;
        for (var j = k + 1; j < clauses.Count; j++)
        {
            var next = clauses[j];
            if (next.Begin > from && EndsBefore(s, next))
            {
                limit = Math.Max(TrimEnd(s, from, next.Begin), from + 1);
                break;
            }
        }

        if (s.QuotationAt(clause.First) is >= 0 and var around && s.QuotationAt(from) == around)
        {
            while (limit > from + 1 && (s.QuotationAt(limit - 1) != around || s.Breaks(limit - 1)))
            {
                limit--; // said within a quotation: not beyond it
            }
        }

        if (s.OpensQuotation(from))
        {
            var close = from;
            while (close < limit && !s.ClosesQuotation(close))
            {
                close++;
            }

            if (close >= limit)
            {
                return limit;
            }

            var whole = close + 1 >= limit || s.Breaks(close + 1) || clause.Cue.Frames.HasFlag(CueFrames.Judge);
            return whole ? close + 1 : EndBeforeOwnWords(s, close + 1, limit);
        }

        limit = EndBeforeOwnWords(s, from, limit);
        var judges = clause.Cue.Frames.HasFlag(CueFrames.Judge) && !clause.Cue.Frames.HasFlag(CueFrames.Content);
        return judges ? EndOfJudgement(s, from, limit)
            : clause.Cue.Frames.HasFlag(CueFrames.Content) && clause.Behind is not Behind.Object ? limit : EndOfObject(s, from, limit);
    }

    // "what the North calls X was tested": the judgement ends where a finite verb of the reporter's begins
    private int EndOfJudgement(CueSentence s, int from, int limit)
    {
        foreach (var other in s.Syntax.Clauses)
        {
            if (other.Verb.First > from && other.Verb.First < limit && other is { Relative: false, Marker: < 0 } && !other.Verb.Participle && !other.Verb.Infinitive)
            {
                var subject = other.Subject >= 0 && s.Syntax.Nouns[other.Subject].First > from && s.Breaks(s.Syntax.Nouns[other.Subject].First - 1) ? s.Syntax.Nouns[other.Subject].First : other.Verb.First;
                limit = Math.Max(from + 1, TrimEnd(s, from, subject));
                break;
            }
        }

        return EndOfObject(s, from, limit);
    }

    // A coordinated clause with a source of its own, "according to", "adding" and a cue at the end of the sentence end the content; "A said B said" does not.
    private static bool EndsBefore(CueSentence s, CueClause next)
    {
        var before = next.Begin - 1;
        var coordinated = s.Tokens[before].Tag == PartOfSpeech.CoordinatingConjunction || s.Is(before, ';');
        var trailing = s.Breaks(before) && next.Behind == Behind.Nothing && next.Cue.IsVerb && !next.Passive;
        return coordinated || !next.Cue.IsVerb || next.Leans || trailing;
    }

    // hailed X … as a delegation met Y: a subordinate clause with a subject of its own is the reporter's
    private int EndOfObject(CueSentence s, int from, int limit)
    {
        foreach (var other in s.Syntax.Clauses)
        {
            if (other.Marker > from && other.Marker < limit && other.Subject >= 0 && !other.Verb.Participle && !words.Is(s.Tokens[other.Marker], "that"))
            {
                return other.Marker;
            }
        }

        return limit;
    }

    private int EndBeforeOwnWords(CueSentence s, int from, int end)
    {
        for (var i = from; i + 1 < end; i++)
        {
            if (s.Tokens[i].Kind is TokenKind.Punctuation or TokenKind.Dash && s.Text[s.Tokens[i].Start] is ',' or '-' or '–' or '—' && s.QuotationAt(i) < 0 && cues.EndsContent(s.Tokens, i + 1))
            {
                return Math.Max(i, from + 1);
            }
        }

        return end;
    }

    private static bool HasFiniteVerb(CueSentence s, (int First, int After) range)
    {
        foreach (var clause in s.Syntax.Clauses)
        {
            if (clause.Verb.First >= range.First && clause.Verb.After <= range.After && clause is { Relative: false } && !clause.Verb.Infinitive && !clause.Verb.Participle)
            {
                return true;
            }
        }

        return false;
    }
}
