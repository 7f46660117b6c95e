using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Finds the edges of what is said: the part left of a cue, and where the reporter's own words begin again on its right.</summary>
internal sealed class ContentEdges(CueLexicon cues, FunctionWords words)
{
    /// <summary>What stands before the cue clause and after the clause before it; After = 0 when there is nothing of use.</summary>
    public static (int First, int After) LeftPart(List<CueClause> clauses, int k)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        var begin = clause.Begin;
        var from = 0;
        for (var j = 0; j < k; j++)
        {
            if (clauses[j].Trailing && clause.Cue.IsVerb && !Relays(clauses, k, j) && begin - clauses[j].AdjunctsAfter > 1)
            {
                from = Math.Max(from, Math.Max(clauses[j].AdjunctsAfter, clauses[j].End));
                if (clauses[j].Content is [.., var last] && last.After > from)
                {
                    from = last.First; // "A," he said, "B": a later cue takes B only
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
        from = FromQuotation(s, from, after);
        var quoted = after > from && s.ClosesQuotation(after - 1);
        var goesOn = after - from == 1 && s.Tokens[from].Kind != TokenKind.Quote && clause.Behind == Behind.Nothing && s.Is(clause.AdjunctsAfter, ',') && HasFiniteVerb(s, (clause.AdjunctsAfter, s.End)); // "Otherwise, she said, prices will rise"
        return after - from > 1 || quoted || goesOn || (clause.Passive && after > from) ? (from, after) : (0, 0);
    }

    // "Two flew, the army said, after a third, Yonhap reports": who hands on news at the end hands on what was said before, too
    private static bool Relays(List<CueClause> clauses, int k, int before)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        var ends = clause.AdjunctsAfter >= s.End || (k + 1 < clauses.Count && clauses[k + 1] is { Leans: true, Cites: true });
        var medium = clause.Source >= 0 && s.ActorAt(s.Syntax.Nouns[clause.Source].Head)?.Actor.Kind is ActorKind.Agency or ActorKind.Outlet or ActorKind.StateMedia;
        return ends && (medium || clause.AdjunctsAfter < s.End) && !s.ClosesQuotation(clauses[before].Content[^1].After - 1) && !s.ClosesQuotation(clause.Begin - 2);
    }

    // "It is no threat: "We train for defence," it said": the quotation behind a colon only
    private static int FromQuotation(CueSentence s, int from, int after)
    {
        if (after <= from || !s.ClosesQuotation(after - 1))
        {
            return from;
        }

        var open = after - 1;
        while (open > from && !s.OpensQuotation(open))
        {
            open--;
        }

        return s.Is(open - 1, ':') && s.OpensQuotation(open) ? open : from;
    }

    /// <summary>The end without the marks and conjunctions before it.</summary>
    public static int TrimEnd(CueSentence s, int from, int after)
    {
        while (after > from && ((s.Tokens[after - 1].Kind is TokenKind.Punctuation or TokenKind.Dash && !s.Is(after - 1, ')')) || s.Tokens[after - 1].Tag == PartOfSpeech.CoordinatingConjunction))
        {
            after--;
        }

        return after;
    }

    /// <summary>Where content that begins at a token ends.</summary>
    public int RightEnd(List<CueClause> clauses, int k, int from)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        var limit = s.End;
        for (var j = k + 1; j < clauses.Count; j++)
        {
            var next = clauses[j];
            var against = IsAgainst(s, next);
            if (next.Begin > from && (against || EndsBefore(s, next)) && !IsAside(clauses, j, from))
            {
                limit = Math.Max(TrimEnd(s, from, next.With || against ? next.Begin - 1 : next.Begin), from + 1);
                break;
            }
        }

        limit = BeforeMainClause(clause, from, limit);
        if (clause.Begin > 0 && words.Is(s.Tokens[clause.Begin - 1], "what") && s.Syntax.ClauseAt(from) >= 0)
        {
            return EndOfWhat(s, from, limit);
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

            var whole = close + 1 >= limit || s.Breaks(close + 1) || (close > from + 1 && s.Text[s.Tokens[close - 1].End - 1] is ',' or '!' or '?') || clause.Cue.Frames.HasFlag(CueFrames.Judge);
            return whole ? close + 1 : EndBeforeOwnWords(s, close + 1, limit);
        }

        limit = EndBeforeOwnWords(s, from, limit);
        var gap = clause.Relative >= 0 || (clause.Begin > 0 && words.Is(s.Tokens[clause.Begin - 1], "relative")); // "the fire, which officials blamed on rain, spread"
        limit = gap ? EndOfGap(s, from, limit) : limit;
        limit = clause.Begin > 1 && s.Syntax.ClauseAt(from) >= 0 && clause.Behind == Behind.Clause ? EndOfGap(s, from, limit) : limit;
        var judges = clause.Cue.Frames.HasFlag(CueFrames.Judge) && !clause.Cue.Frames.HasFlag(CueFrames.Content);
        return judges ? EndOfJudgement(s, from, limit)
            : clause.Cue.Frames.HasFlag(CueFrames.Content) && clause.Behind is not Behind.Object ? limit : EndOfObject(s, from, limit);
    }

    // "the harbour, which the owners say was safe, will close": the outer verb behind a comma is the reporter's
    private static int EndOfGap(CueSentence s, int from, int limit)
    {
        for (var i = from; i + 1 < limit; i++)
        {
            if (s.Is(i, ',') && s.QuotationAt(i) < 0 && s.Syntax.ClauseAt(i + 1) is >= 0 and var c && s.Syntax.Clauses[c].Verb is { Participle: false, Infinitive: false })
            {
                return i;
            }
        }

        return limit;
    }

    // "fired what it believed was a missile of a new type toward the sea": the thing so called, not the rest of the outer clause
    private int EndOfWhat(CueSentence s, int from, int limit)
    {
        var noun = s.Syntax.NounAt(s.Syntax.Clauses[s.Syntax.ClauseAt(from)].Verb.After);
        if (noun < 0)
        {
            return limit;
        }

        noun = SourceFinder.Owned(s, noun);
        var after = s.Syntax.Nouns[noun].After;
        foreach (var next in s.Syntax.Following(noun))
        {
            if (s.Syntax.Nouns[next].Preposition < 0 || !words.Is(s.Tokens[s.Syntax.Nouns[next].Preposition], "of"))
            {
                break;
            }

            after = s.Syntax.Nouns[next].After;
        }

        return Math.Min(after, limit);
    }

    // "When Seoul said that A, Tokyo did B": a subordinate cue clause ends where, behind a comma, the main clause begins
    private int BeforeMainClause(CueClause clause, int from, int limit)
    {
        var s = clause.Sentence;
        if (clause.Begin == 0 || !(s.Tokens[clause.Begin - 1].Tag == PartOfSpeech.SubordinatingConjunction || words.Is(s.Tokens[clause.Begin - 1], "conjunction")) || words.Is(s.Tokens[clause.Begin - 1], "that"))
        {
            return limit;
        }

        foreach (var other in s.Syntax.Clauses)
        {
            if (other.Verb.First > from && other.Verb.First < limit && other is { Relative: false, Marker: < 0, Subject: >= 0 } && s.Tokens[other.Verb.Head].Form != WordForm.Gerund && !other.Verb.Infinitive
                && MainComma(s, from, other.Verb.First) is >= 0 and var comma)
            {
                return comma;
            }
        }

        return limit;
    }

    // the last comma before a finite verb when its subject opens right behind it, no verb between; or -1
    private static int MainComma(CueSentence s, int from, int verb)
    {
        for (var i = verb - 1; i > from + 1; i--)
        {
            if (s.Syntax.ClauseAt(i) >= 0 || s.QuotationAt(i) >= 0)
            {
                return -1;
            }

            if (s.Is(i, ','))
            {
                return s.Syntax.NounAt(i + 1) is >= 0 and var opens && s.Syntax.Nouns[opens].Preposition < 0 ? i : -1;
            }
        }

        return -1;
    }

    // "what the North calls X was tested": the judgement ends where a finite verb of the reporter's begins
    private int EndOfJudgement(CueSentence s, int from, int limit)
    {
        for (var i = from; i + 1 < limit; i++)
        {
            if (s.ClosesQuotation(i) && s.Breaks(i + 1))
            {
                return i + 1; // called the flight "a mistake", and the envoy left
            }
        }

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

    // "that Interfax, citing Reuters, said": a citation between a subject and its verb
    private static bool IsAside(List<CueClause> clauses, int j, int from) =>
        clauses[j] is { Leans: true, Cites: true } aside && j + 1 < clauses.Count && clauses[j + 1] is { Source: >= 0 } next && next.SourceFirst >= from && next.SourceFirst < aside.First && next.First > aside.First;

    // "the army said one had died while residents said five had": who says otherwise is not quoted by the first
    private bool IsAgainst(CueSentence s, CueClause next) =>
        next is { Source: >= 0, Begin: > 0 } && words.Is(s.Tokens[next.Begin - 1], "against") && s.Syntax.ClauseAt(next.First) is >= 0 and var own && s.Syntax.Clauses[own].Verb is { Infinitive: false, Participle: false };

    // A coordinated clause with a source of its own, "according to", "adding" and a cue at the end of the sentence end the content; "A said B said" does not.
    private static bool EndsBefore(CueSentence s, CueClause next)
    {
        if (next.Cue.Kind == CueKind.Noun || (next.Behind != Behind.Quotation && s.Tokens[next.After - 1].Form == WordForm.Gerund && !next.Leans && (next.Cue.Frames & (CueFrames.Quote | CueFrames.Content | CueFrames.About | CueFrames.Judge)) == CueFrames.Quote))
        {
            return false; // "and was continuing" continues nobody's words
        }

        var before = next.Begin - 1;
        var coordinated = s.Tokens[before].Tag == PartOfSpeech.CoordinatingConjunction || s.Is(before, ';');
        var trailing = s.Breaks(before) && next.Behind == Behind.Nothing && next.Cue.IsVerb && !next.Passive;
        var relayed = s.Breaks(before) && next is { Passive: true, Source: >= 0 }; // "Kim said X, as reported by Y"
        return coordinated || !next.Cue.IsVerb || next.Leans || next.With || trailing || relayed;
    }

    // hailed X … as a delegation met Y: a subordinate clause with a subject of its own is the reporter's
    private int EndOfObject(CueSentence s, int from, int limit)
    {
        for (var i = from + 1; i < limit; i++)
        {
            limit = s.Is(i, ';') && s.QuotationAt(i) < 0 ? i : limit; // confirmed the toll; the search went on
            limit = i + 2 < limit && s.Is(i, ',') && s.QuotationAt(i) < 0 && words.Is(s.Tokens[i + 1], "simultaneous") && HasFiniteVerb(s, (i + 2, limit)) ? i : limit; // called for talks, as about 70 people, two nurses among them, were killed
        }

        foreach (var other in s.Syntax.Clauses)
        {
            if (other.Marker > from && other.Marker < limit && other.Subject >= 0 && !other.Verb.Participle && !words.Is(s.Tokens[other.Marker], "that") && !words.Is(s.Tokens[other.Marker], "asks") && !words.Is(s.Tokens[other.Marker], "of"))
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

    /// <summary>True when a part holds a finite verb of its own.</summary>
    public static bool HasFiniteVerb(CueSentence s, (int First, int After) range)
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
