using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Steps over what stands between a cue and its content: "in a statement on Friday", "told AFP", and says what follows.</summary>
internal sealed class AdjunctReader(FunctionWords words, SourceFinder sources)
{
    /// <summary>Sets where the adjuncts end and what is behind them.</summary>
    public void Read(CueClause clause)
    {
        var s = clause.Sentence;
        var at = clause.End;
        if (clause.Inverted || clause.Cites || !clause.Cue.IsVerb)
        {
            at = sources.AfterApposition(s, at);
            at = clause.Cue.IsVerb || clause.First > 0 ? at : AfterParticiple(s, at);
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

        at = AfterCitation(clause, at);
        clause.AdjunctsAfter = at;
        clause.Behind = BehindOf(clause, at);
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

    private int AfterOne(CueClause clause, int at)
    {
        var s = clause.Sentence;
        if (s.TimeAfter(at) is > 0 and var time)
        {
            return Math.Min(s.End, time);
        }

        var token = s.Tokens[at];
        if (token.Tag == PartOfSpeech.Adverb && !words.Is(token, "relative") && !words.Is(token, "asks"))
        {
            return at + 1;
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
        if (at + 1 < s.End && s.TimeAfter(at + 1) > 0)
        {
            return at + 1;
        }

        var noun = s.Syntax.NounAt(at + 1);
        if (noun < 0 || words.Is(s.Tokens[at], "of"))
        {
            return at;
        }

        while (noun + 1 < s.Syntax.Nouns.Count && s.Syntax.Nouns[noun + 1].Possessor == noun)
        {
            noun++;
        }

        var after = s.Syntax.Nouns[noun].After;
        if (after >= s.End)
        {
            return s.End;
        }

        return Closes(s, after) || clause.Cue.Frames.HasFlag(CueFrames.Speech) && s.Syntax.Clauses.All(c => c.Subject != noun) ? after : at;
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

    private bool Closes(CueSentence s, int after) =>
        words.Is(s.Tokens[after], "that") || words.Is(s.Tokens[after], "asks") || s.Breaks(after) || s.Tokens[after].Tag == PartOfSpeech.Adposition || s.TimeAfter(after) > 0;

    private Behind BehindOf(CueClause clause, int at)
    {
        var s = clause.Sentence;
        if (at >= s.End)
        {
            return Behind.Nothing;
        }

        if (s.OpensQuotation(at) || (s.Is(at, ',') && at + 1 < s.End && s.OpensQuotation(at + 1)))
        {
            return Behind.Quotation;
        }

        if (s.Is(at, ':'))
        {
            return Behind.Colon;
        }

        if (words.Is(s.Tokens[at], "that") || words.Is(s.Tokens[at], "asks"))
        {
            return Behind.Conjunction;
        }

        if (s.Breaks(at))
        {
            return Behind.Nothing;
        }

        if (s.Syntax.ClauseAt(at) is >= 0 and var here && s.Syntax.Clauses[here].Verb is { Participle: true } gerund && s.Tokens[gerund.Head].Form == WordForm.Gerund)
        {
            return Behind.Gerund;
        }

        if (words.Is(s.Tokens[at], "to") && (s.Tokens[at].Tag == PartOfSpeech.Particle || clause.Cue.Frames.HasFlag(CueFrames.Infinitive)))
        {
            return Behind.Infinitive;
        }

        if (s.Tokens[at].Tag == PartOfSpeech.Pronoun && s.Syntax.ClauseAt(at + 1) >= 0)
        {
            return Behind.Clause; // "it shot down 20 drones", whatever form the tagger gave the verb
        }

        foreach (var other in s.Syntax.Clauses)
        {
            if (other.Verb.First < at || other.Relative || other.Verb.Participle || other.Verb.Infinitive)
            {
                continue;
            }

            if (other.Verb.First == at)
            {
                return Behind.Clause; // "which experts think are meant to …"
            }

            if (other.Marker < 0 && (other.Subject < 0 || s.Syntax.Nouns[other.Subject].First >= at) && !CommaBeforeSubject(s, at, other.Subject >= 0 ? s.Syntax.Nouns[other.Subject].First : other.Verb.First))
            {
                return Behind.Clause;
            }
        }

        if (clause.Cue.Frames.HasFlag(CueFrames.Speech) && s.Syntax.NounAt(at) >= 0 && FiniteBeforeComma(s, at))
        {
            return Behind.Clause; // "added the launch complied with the law and was …", its first verb taken for an adjective
        }

        return s.Syntax.NounAt(at) >= 0 ? Behind.Object : Behind.Nothing;
    }

    private static bool FiniteBeforeComma(CueSentence s, int at)
    {
        for (var i = at; i < s.End && !s.Breaks(i); i++)
        {
            if (s.Syntax.ClauseAt(i) is >= 0 and var c && s.Syntax.Clauses[c] is { Relative: false, Marker: < 0 } other && !other.Verb.Participle && !other.Verb.Infinitive)
            {
                return true;
            }
        }

        return false;
    }

    // a comma between cue and subject ends the clause, except one that closes an opening adjunct: "said on Friday, after talks, it would"
    private static bool CommaBeforeSubject(CueSentence s, int at, int subject)
    {
        for (var i = at; i < subject; i++)
        {
            if (s.Is(i, ',') && i > at && s.Tokens[at].Tag is not (PartOfSpeech.Adposition or PartOfSpeech.SubordinatingConjunction or PartOfSpeech.Adverb))
            {
                return true;
            }
        }

        return false;
    }
}
