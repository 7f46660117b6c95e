using Dateline.Annotations.Times;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Says what words of a sentence a cue attributes: where content begins, and where the reporter's own words begin again.</summary>
internal sealed class ContentCutter(string text, CueLexicon cues, FunctionWords words, IReadOnlyList<Quotation> quotations, IReadOnlyList<TimeExpression> times)
{
    /// <summary>Fills the content of every cue clause of one sentence.</summary>
    public void Cut(List<CueClause> clauses)
    {
        for (var k = 0; k < clauses.Count; k++)
        {
            CutOne(clauses, k);
        }
    }

    private void CutOne(List<CueClause> clauses, int k)
    {
        var clause = clauses[k];
        var tokens = clause.Syntax.Sentence.Tokens;
        var end = LastWord(tokens);
        clause.AdjunctsAfter = SkipAdjuncts(clause, end);
        var left = LeftPart(clauses, k);
        if (!clause.Cue.IsVerb)
        {
            CutAround(clause, left, end);
            return;
        }

        if (clause.Cue.Frames.HasFlag(CueFrames.QuoteAs) && clause.Leans)
        {
            CopyOuter(clauses, k, left);
            return;
        }

        var at = clause.AdjunctsAfter;
        var quoteBehind = QuoteAt(tokens, at, end);
        var quoteBefore = left.After > left.First && EndsQuoted(tokens, left.After);
        if (quoteBefore || (left.After > left.First && !Leads(clause, at, end) && quoteBehind < 0))
        {
            clause.Content.Add(left);
            clause.Trailing = true;
            clause.Pattern = "content, source and cue behind";
            if (quoteBehind >= 0)
            {
                clause.Content.Add((quoteBehind, RightEnd(clauses, k, quoteBehind, end)));
            }

            return;
        }

        if (quoteBehind >= 0)
        {
            at = quoteBehind;
        }

        if (at >= end)
        {
            return;
        }

        var from = words.Is(tokens[at], "that") ? at + 1 : at;
        clause.Content.Add((from, RightEnd(clauses, k, from, end)));
        clause.Pattern = clause.Inverted ? "cue, source, content" : "source, cue, content";
    }

    // according to X, CONTENT · CONTENT, according to X
    private void CutAround(CueClause clause, (int First, int After) left, int end)
    {
        var tokens = clause.Syntax.Sentence.Tokens;
        var right = clause.SourceAfter;
        right = SkipApposition(tokens, right, end);
        clause.Pattern = "according to";
        if (left.After - left.First > 1)
        {
            clause.Content.Add(left);
            clause.Trailing = true;
            if (!HasVerb(clause.Syntax, left) && right < end)
            {
                clause.Content.Add((right, end));
            }

            return;
        }

        if (right < end)
        {
            clause.Content.Add((right, EndBeforeOwnWords(tokens, right, end)));
        }
    }

    // "…, citing X": the words cited are those of the clause it leans on
    private static void CopyOuter(List<CueClause> clauses, int k, (int First, int After) left)
    {
        var clause = clauses[k];
        var outer = k > 0 ? clauses[k - 1] : null;
        if (outer is not null && outer.Content.Count > 0)
        {
            var (first, after) = outer.Content[^1];
            outer.Content[^1] = (first, Math.Min(after, TrimComma(clause.Syntax.Sentence.Tokens, first, clause.First)));
            clause.Content.AddRange(outer.Content);
        }
        else if (left.After > left.First)
        {
            clause.Content.Add(left);
        }

        clause.Pattern = "citing";
        clause.Trailing = true;
    }

    // What stands before the cue clause and after the clause before it, a comma or closing quote at its end.
    private (int First, int After) LeftPart(List<CueClause> clauses, int k)
    {
        var clause = clauses[k];
        var tokens = clause.Syntax.Sentence.Tokens;
        var begin = clause.Begin;
        var from = 0;
        for (var j = 0; j < k; j++)
        {
            // a clause that stands before and has its content inside what is left speaks within this one; only a coordinated one ends before it
            if (!clause.Leans && !(clause.Cue.IsVerb is false) && clauses[j].Trailing)
            {
                from = Math.Max(from, clauses[j].End);
            }
            else if (!clause.Leans && clause.Cue.IsVerb)
            {
                from = Math.Max(from, clauses[j].End);
            }
        }

        if (begin == 0 || begin <= from)
        {
            return (0, 0);
        }

        var before = tokens[begin - 1];
        var closes = before.Kind is TokenKind.Quote or TokenKind.Terminal || (before.Kind == TokenKind.Punctuation && text[before.Start] == ',') || before.Kind == TokenKind.Dash;
        if (!closes && clause.Cue.IsVerb)
        {
            return (0, 0);
        }

        while (from < begin && (tokens[from].Kind is TokenKind.Punctuation or TokenKind.Dash || tokens[from].Tag == PartOfSpeech.CoordinatingConjunction))
        {
            from++;
        }

        var after = TrimComma(tokens, from, begin);
        var quoted = EndsQuoted(tokens, after);
        return after - from > 2 || quoted ? (from, after) : (0, 0);
    }

    private static int TrimComma(IReadOnlyList<Token> tokens, int from, int after)
    {
        while (after > from && (tokens[after - 1].Kind is TokenKind.Punctuation or TokenKind.Dash || tokens[after - 1].Tag == PartOfSpeech.CoordinatingConjunction))
        {
            after--;
        }

        return after;
    }

    private bool EndsQuoted(IReadOnlyList<Token> tokens, int after)
    {
        var position = tokens[after - 1].Start;
        return quotations.Any(q => q.Outer.Contains(position)) && tokens[after - 1].Kind is TokenKind.Quote or TokenKind.Terminal;
    }

    // Index of the opening quotation mark right behind, a comma or colon between allowed; -1 when there is none.
    private int QuoteAt(IReadOnlyList<Token> tokens, int at, int end)
    {
        var i = at;
        while (i < end && tokens[i].Kind == TokenKind.Punctuation)
        {
            i++;
        }

        return i < end && tokens[i].Kind == TokenKind.Quote && quotations.Any(q => q.Outer.Start == tokens[i].Start) ? i : -1;
    }

    // That-clause, colon, or a verb of its own before the next comma.
    private bool Leads(CueClause clause, int at, int end)
    {
        var tokens = clause.Syntax.Sentence.Tokens;
        if (at >= end)
        {
            return false;
        }

        if (words.Is(tokens[at], "that") || text[tokens[at].Start] == ':')
        {
            return true;
        }

        if (tokens[at].Kind is TokenKind.Punctuation or TokenKind.Dash)
        {
            return false;
        }

        var frames = clause.Cue.Frames;
        if ((frames & (CueFrames.About | CueFrames.Judge)) != CueFrames.None && clause.Syntax.NounAt(at) >= 0)
        {
            return true;
        }

        for (var i = at; i < end; i++)
        {
            if (clause.Syntax.ClauseAt(i) >= 0)
            {
                return true;
            }

            if (tokens[i].Kind is TokenKind.Punctuation && i > at + 8)
            {
                return false;
            }
        }

        return false;
    }

    // in a statement, to reporters, on Friday, told AFP
    private int SkipAdjuncts(CueClause clause, int end)
    {
        var tokens = clause.Syntax.Sentence.Tokens;
        var at = clause.End;
        if (clause.Inverted || !clause.Cue.IsVerb)
        {
            return SkipApposition(tokens, at, end);
        }

        for (var guard = 0; guard < 8 && at < end; guard++)
        {
            var next = SkipOne(clause, at, end);
            if (next == at)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    private int SkipOne(CueClause clause, int at, int end)
    {
        var tokens = clause.Syntax.Sentence.Tokens;
        var time = times.FirstOrDefault(t => t.Span.Contains(tokens[at].Start));
        if (time is not null)
        {
            return Math.Min(end, clause.Syntax.Sentence.TokenAt(time.Span.End - 1) + 1);
        }

        if (tokens[at].Tag == PartOfSpeech.Adverb)
        {
            return at + 1;
        }

        var preposition = tokens[at].Tag == PartOfSpeech.Adposition;
        var noun = clause.Syntax.NounAt(preposition ? at + 1 : at);
        if (noun < 0 || (!preposition && (clause.Cue.Frames & (CueFrames.About | CueFrames.Judge)) != CueFrames.None))
        {
            return preposition && at + 1 < end && times.Any(t => t.Span.Contains(tokens[at + 1].Start)) ? at + 1 : at;
        }

        var after = clause.Syntax.Nouns[noun].After;
        while (noun + 1 < clause.Syntax.Nouns.Count && clause.Syntax.Nouns[noun + 1].Possessor == noun)
        {
            after = clause.Syntax.Nouns[++noun].After;
        }

        // only what a comma, that, quotation, time or the end follows is an adjunct; else it begins the content
        if (after >= end)
        {
            return preposition ? end : at;
        }

        var next = tokens[after];
        var closes = words.Is(next, "that") || next.Kind is TokenKind.Punctuation or TokenKind.Quote || (preposition && next.Tag == PartOfSpeech.Adposition) || (!preposition && next.Tag == PartOfSpeech.Adposition) || times.Any(t => t.Span.Contains(next.Start));
        var addressee = !preposition && clause.Syntax.NounAt(after) >= 0 && clause.Cue.Frames.HasFlag(CueFrames.Content) && clause.Syntax.ClauseAt(after) < 0 && clause.Syntax.Clauses.All(c => c.Subject != noun);
        return closes || addressee ? after : at;
    }

    // ", a lawmaker of the ruling party," behind a source
    private int SkipApposition(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at >= end || text[tokens[at].Start] != ',')
        {
            return at;
        }

        for (var i = at + 1; i < end && i < at + 16; i++)
        {
            if (tokens[i].Kind == TokenKind.Quote)
            {
                return at;
            }

            if (tokens[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary)
            {
                return at + 1;
            }

            if (text[tokens[i].Start] == ',')
            {
                return i + 1;
            }
        }

        return at;
    }

    private int RightEnd(List<CueClause> clauses, int k, int from, int end)
    {
        var clause = clauses[k];
        var tokens = clause.Syntax.Sentence.Tokens;
        var limit = end;
        for (var j = k + 1; j < clauses.Count; j++)
        {
            var next = clauses[j];
            if (next.Begin <= from)
            {
                continue;
            }

            // a coordinated clause with a source of its own, "according to" and "adding" end it; "A said B said" does not
            var coordinated = next.Begin > 0 && tokens[next.Begin - 1].Tag == PartOfSpeech.CoordinatingConjunction;
            if (coordinated || !next.Cue.IsVerb || next.Leans)
            {
                limit = Math.Min(limit, TrimComma(tokens, from, next.Begin));
                break;
            }
        }

        if (from < tokens.Count && tokens[from].Kind == TokenKind.Quote)
        {
            var close = CloseToken(clause.Syntax, from);
            if (close > from && close < limit)
            {
                var rest = close + 1;
                return rest < limit && tokens[rest].Kind is TokenKind.Punctuation ? close + 1 : EndBeforeOwnWords(tokens, close + 1, limit);
            }

            return limit;
        }

        limit = EndBeforeOwnWords(tokens, from, limit);
        return (clause.Cue.Frames & (CueFrames.About | CueFrames.Judge)) != CueFrames.None && !clause.Cue.Frames.HasFlag(CueFrames.Content) ? EndOfObject(clause, from, limit) : limit;
    }

    // hailed X … as a delegation met Y: a subordinate clause with a subject of its own is the reporter's
    private int EndOfObject(CueClause clause, int from, int limit)
    {
        foreach (var other in clause.Syntax.Clauses)
        {
            if (other.Marker > from && other.Marker < limit && other.Subject >= 0 && !words.Is(clause.Syntax.Sentence.Tokens[other.Marker], "that"))
            {
                return other.Marker;
            }
        }

        return limit;
    }

    private int EndBeforeOwnWords(IReadOnlyList<Token> tokens, int from, int end)
    {
        for (var i = from; i + 1 < end; i++)
        {
            if (tokens[i].Kind is TokenKind.Punctuation or TokenKind.Dash && text[tokens[i].Start] is ',' or '-' or '–' or '—' && cues.EndsContent(tokens, i + 1) && !quotations.Any(q => q.Outer.Contains(tokens[i].Start)))
            {
                return i;
            }
        }

        return end;
    }

    private int CloseToken(SentenceSyntax syntax, int open)
    {
        var start = syntax.Sentence.Tokens[open].Start;
        var quotation = quotations.FirstOrDefault(q => q.Outer.Start == start);
        return quotation is null ? -1 : Math.Min(syntax.Sentence.TokenAt(quotation.Outer.End - 1), syntax.Sentence.Tokens.Count - 1);
    }

    private static bool HasVerb(SentenceSyntax syntax, (int First, int After) range)
    {
        for (var i = range.First; i < range.After; i++)
        {
            if (syntax.ClauseAt(i) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int LastWord(IReadOnlyList<Token> tokens)
    {
        var end = tokens.Count;
        while (end > 0 && tokens[end - 1].Kind == TokenKind.Terminal)
        {
            end--;
        }

        return end;
    }
}
