using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Steps over what stands between a cue and its content: "in a statement on Friday", "told AFP", and says what follows.</summary>
internal sealed class AdjunctReader(FunctionWords words, SourceFinder sources)
{
    private readonly BehindCue behind = new(words);

    /// <summary>Sets where the adjuncts end and what is behind them.</summary>
    public void Read(CueClause clause)
    {
        var s = clause.Sentence;
        var at = clause.End;
        if (clause.Inverted || clause.Cites || !clause.Cue.IsVerb)
        {
            at = sources.AfterApposition(s, at);
            at = clause.Cue.IsVerb || clause.First > 0 ? at : AfterParticiple(s, at);
            at = !clause.Cue.IsVerb && clause.First == 0 ? AfterDay(s, at) : at;
        }

        for (var guard = 0; guard < 8 && at < s.End; guard++)
        {
            var next = clause.Cue.IsVerb ? AfterOne(clause, at) : at;
            if (next == at)
            {
                break;
            }

            at = next;
        }

        at = at > clause.End && s.Is(at, ',') && at + 1 < s.End && words.Is(s.Tokens[at + 1], "that") && s.Tokens[at + 1].Tag == PartOfSpeech.SubordinatingConjunction ? at + 1 : at; // said on Monday, 3 May, that
        at = clause.Cue.Frames.HasFlag(CueFrames.Speech) && at < s.End && s.Tokens[at].Tag == PartOfSpeech.Adposition ? ThatBehindNouns(s, at) ?? at : at;
        at = AfterCitation(clause, at);
        at = AfterReduced(clause, at);
        at = clause.Cue.Frames.HasFlag(CueFrames.Speech) ? BeforeFarQuotation(clause, at) : at;
        clause.AdjunctsAfter = at;
        clause.Behind = behind.Of(clause, at);
        Against(clause);
    }

    // "warned residents against leaving": behind who is spoken to stands what about
    private void Against(CueClause clause)
    {
        var s = clause.Sentence;
        var free = clause.Behind == Behind.Nothing || (clause.Behind == Behind.Object && clause.AdjunctsAfter == clause.End);
        if (!free || clause.Inverted || !clause.Cue.Frames.HasFlag(CueFrames.Addressee) || !clause.Cue.Frames.HasFlag(CueFrames.About) || s.Syntax.NounAt(clause.End) is not (>= 0 and var spoken))
        {
            return;
        }

        var after = s.Syntax.Nouns[SourceFinder.Owned(s, spoken)].After;
        if (after + 1 < s.End && words.Is(s.Tokens[after], "topic"))
        {
            clause.AdjunctsAfter = after;
            clause.Behind = Behind.Object;
        }
    }

    // according to the report published on Monday, …
    private static int AfterDay(CueSentence s, int at)
    {
        var day = at < s.End && s.Tokens[at].Tag == PartOfSpeech.Adposition ? at + 1 : at;
        return s.TimeAfter(day) is > 0 and var after && s.Is(after, ',') ? after : at;
    }

    // according to photos released by the ministry, …: to the comma, when only a participle stands between
    private static int AfterParticiple(CueSentence s, int at)
    {
        if (at >= s.End || s.Syntax.ClauseAt(at) is not (>= 0 and var c) || !s.Syntax.Clauses[c].Verb.Participle)
        {
            return at;
        }

        for (var i = at; i < s.End && i < at + 24; i++)
        {
            if (s.Is(i, ','))
            {
                return i;
            }
        }

        return at;
    }

    // "…, he said in a statement accompanying a video he posted": what hangs on the statement is not what he said
    private static int AfterReduced(CueClause clause, int at)
    {
        var s = clause.Sentence;
        var reduced = at > clause.End && at < s.End && s.Is(clause.Begin - 1, ',') && s.Syntax.NounAt(at - 1) >= 0 && s.Syntax.ClauseAt(at) is >= 0 and var c && s.Syntax.Clauses[c].Verb is { Participle: true } verb && verb.First == at;
        while (reduced && at < s.End && !s.Breaks(at))
        {
            at++;
        }

        return at;
    }

    // reported, citing the Joint Chiefs, that …
    private int AfterCitation(CueClause clause, int at)
    {
        var s = clause.Sentence;
        if (!s.Is(at, ',') || s.Syntax.ClauseAt(at + 1) is not (>= 0 and var c) || !s.Syntax.Clauses[c].Verb.Participle)
        {
            return at;
        }

        for (var i = at + 2; i + 1 < s.End && i < at + 24; i++)
        {
            if (s.Is(i, ','))
            {
                return words.Is(s.Tokens[i + 1], "that") ? i + 1 : at;
            }
        }

        return at;
    }

    // told the envoys who had come to Vienna, "…" · said on Monday, when the talks had failed, "…"
    private int BeforeFarQuotation(CueClause clause, int at)
    {
        var s = clause.Sentence;
        if (clause.Inverted || at >= s.End || s.OpensQuotation(at) || words.Is(s.Tokens[at], "that"))
        {
            return at;
        }

        for (var i = at; i < s.End && i < at + 30; i++)
        {
            if (s.OpensQuotation(i))
            {
                return (s.Is(i - 1, ',') || s.Is(i - 1, ':')) && i > at + 1 && s.Quotation(s.QuotationAt(i)).Words >= 4 && (s.Tokens[i + 1].IsCapitalised || clause.Cue.Frames.HasFlag(CueFrames.Addressee)) ? i - 1 : at;
            }

            if (s.Syntax.ClauseAt(i) is >= 0 and var c && s.Syntax.Clauses[c] is { Relative: false, Marker: < 0 } other && !other.Verb.Participle && !other.Verb.Infinitive)
            {
                return at;
            }
        }

        return at;
    }

    private int AfterOne(CueClause clause, int at)
    {
        var s = clause.Sentence;
        if (s.TimeAfter(at) is > 0 and var time)
        {
            var owns = time < s.End && s.Tokens[time].Is(TokenShape.Clitic); // said yesterday's flood …; called Saturday's launch an act of …, where the day is the reporter's
            return !owns || clause.Cue.Frames.HasFlag(CueFrames.Judge) ? Math.Min(s.End, time) : at;
        }

        var token = s.Tokens[at];
        if (s.Is(at, ',') && s.Is(at + 2, ',') && s.Tokens[at + 1].Tag == PartOfSpeech.Adverb && at + 3 < s.End && words.Is(s.Tokens[at + 3], "that"))
        {
            return at + 3; // saying, too, that
        }

        if (token.Tag == PartOfSpeech.Adverb && !words.Is(token, "relative") && !words.Is(token, "asks"))
        {
            return at + 1;
        }

        if (words.Is(token, "as") && clause is { Passive: false, Begin: > 0 } && clause.Cue.Frames.HasFlag(CueFrames.Judge) && at == clause.End && at + 1 < s.End && words.Is(s.Tokens[clause.Begin - 1], "what"))
        {
            return at + 1; // what it describes as a success
        }

        if (token.Tag == PartOfSpeech.Adposition && !(words.Is(token, "to") && clause.Cue.Frames.HasFlag(CueFrames.Infinitive)))
        {
            return AfterPreposition(clause, at);
        }

        return AfterAddressee(clause, at);
    }

    // "in a statement", "at a news conference in Seoul", "to reporters", "after talks"; what a comma, a quotation, that or a further adjunct follows
    private int AfterPreposition(CueClause clause, int at)
    {
        var s = clause.Sentence;
        if (at + 1 < s.End && s.TimeAfter(at + 1) is > 0 and var time)
        {
            return NounOfDay(s, time) ?? at + 1;
        }

        var noun = s.Syntax.NounAt(at + 1);
        if (noun < 0 || words.Is(s.Tokens[at + 1], "asks") || words.Is(s.Tokens[at], "of") || words.Is(s.Tokens[at + 1], "bound-after"))
        {
            return at;
        }

        while (noun + 1 < s.Syntax.Nouns.Count && s.Syntax.Nouns[noun + 1].Possessor == noun)
        {
            noun++;
        }

        var after = s.Syntax.Nouns[noun].After;
        after = s.TimeAfter(after - 1) > 0 ? NounOfDay(s, after) ?? after : after;
        if (after >= s.End)
        {
            return s.End;
        }

        if (words.Is(s.Tokens[s.Syntax.Nouns[noun].Head], "wording") && clause.Cue.Frames.HasFlag(CueFrames.About))
        {
            return after; // condemned in the strongest terms the attack
        }

        return Closes(s, after) || clause.Cue.Frames.HasFlag(CueFrames.Speech) && s.Syntax.Clauses.All(c => c.Subject != noun) ? after : at;
    }

    // in a Tuesday news briefing that: index after the nouns behind a day, when "that" or a mark follows them
    private int? NounOfDay(CueSentence s, int from)
    {
        var after = from;
        while (after < s.End && after < from + 3 && !s.Tokens[after].IsCapitalised && (s.Tokens[after].Tag == PartOfSpeech.Noun || s.Tokens[after].Form == WordForm.Gerund))
        {
            after++;
        }

        return after > from && after < s.End && (words.Is(s.Tokens[after], "that") || s.Breaks(after)) ? after : null;
    }

    // told AFP that, told reporters the launch was
    private int AfterAddressee(CueClause clause, int at)
    {
        var s = clause.Sentence;
        var noun = s.Syntax.NounAt(at);
        if (noun < 0 || !clause.Cue.Frames.HasFlag(CueFrames.Addressee) || s.OpensQuotation(at) || words.Is(s.Tokens[at], "that"))
        {
            return at;
        }

        if (ThatBehindNouns(s, at) is { } that)
        {
            return that;
        }

        for (var i = at + 1; i < s.Syntax.Nouns[noun].After; i++)
        {
            if (s.Tokens[i] is { Tag: PartOfSpeech.Numeral, Kind: TokenKind.Word } && s.Tokens[i - 1] is { Form: WordForm.Plural, IsCapitalised: false })
            {
                return i; // told reporters one soldier was hurt
            }
        }

        while (noun + 1 < s.Syntax.Nouns.Count && s.Syntax.Nouns[noun + 1].Possessor == noun)
        {
            noun++;
        }

        var after = s.Syntax.Nouns[noun].After;
        if (after >= s.End || s.Syntax.Clauses.Any(c => c.Subject == noun))
        {
            return after >= s.End ? s.End : at;
        }

        return Closes(s, after) || s.Tokens[after].Tag == PartOfSpeech.Pronoun || s.Syntax.NounAt(after) >= 0 ? after : at;
    }

    // told the envoy and his staff on Friday that: only nouns and what joins them before the conjunction
    private int? ThatBehindNouns(CueSentence s, int at)
    {
        for (var i = at; i < s.End && i < at + 14; i++)
        {
            if (words.Is(s.Tokens[i], "that") && s.Tokens[i].Tag == PartOfSpeech.SubordinatingConjunction)
            {
                return i > at && !s.Tokens[i].IsCapitalised ? i : null;
            }

            var joins = s.Tokens[i].Tag is PartOfSpeech.Adposition or PartOfSpeech.Adjective or PartOfSpeech.CoordinatingConjunction or PartOfSpeech.Determiner or PartOfSpeech.Particle || s.Is(i, ',') || s.TimeAfter(i) >= 0 || s.Tokens[i].Form == WordForm.PastParticiple;
            if (!joins && s.Syntax.NounAt(i) < 0)
            {
                return null;
            }
        }

        return null;
    }

    private bool Closes(CueSentence s, int after) =>
        words.Is(s.Tokens[after], "that") || words.Is(s.Tokens[after], "asks") || s.Breaks(after) || s.Tokens[after].Tag == PartOfSpeech.Adposition || s.TimeAfter(after) > 0;
}
