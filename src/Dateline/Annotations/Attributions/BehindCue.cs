using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Says what follows a cue and its adjuncts: a conjunction, a quotation, a clause without a conjunction, an object, nothing.</summary>
internal sealed class BehindCue(FunctionWords words)
{
    private const int LeastClause = 6; // tokens behind a verb of speech that are hardly its object

    /// <summary>What begins at a token behind a cue and its adjuncts.</summary>
    public Behind Of(CueClause clause, int at)
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
            return s.OpensQuotation(at + 1) ? Behind.Quotation : Behind.Colon;
        }

        if (words.Is(s.Tokens[at], "that") || words.Is(s.Tokens[at], "asks"))
        {
            return Behind.Conjunction;
        }

        if (at + 1 < s.End && s.Tokens[at].Tag == PartOfSpeech.Adposition && (words.Is(s.Tokens[at + 1], "asks") || words.Is(s.Tokens[at + 1], "relative")) && !clause.Inverted)
        {
            return Behind.Conjunction; // could not confirm on which side
        }

        if (s.Tokens[at].Tag == PartOfSpeech.Adposition && at + 1 < s.End && words.Is(s.Tokens[at], "by") && s.Tokens[at + 1].Form == WordForm.Gerund)
        {
            return Behind.Nothing; // responded by urging
        }

        if (s.Breaks(at) || (s.Tokens[at].Tag == PartOfSpeech.CoordinatingConjunction && at > clause.After))
        {
            return Behind.Nothing;
        }

        if (clause.Inverted && words.Is(s.Tokens[at], "relative"))
        {
            return Behind.Nothing; // said an official who spoke on condition of anonymity
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
            if (other.Verb.First < at || (other.Relative && other.Verb.First != at) || other.Verb.Participle || other.Verb.Infinitive)
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

        if (clause.Cue.Frames.HasFlag(CueFrames.Speech) && s.Syntax.NounAt(at) >= 0 && VerbAfterApposition(s, s.Syntax.Nouns[s.Syntax.NounAt(at)].After))
        {
            return Behind.Clause;
        }

        if (s.Syntax.NounAt(at) < 0)
        {
            return Behind.Nothing;
        }

        if (clause.Cue.Frames.HasFlag(CueFrames.Content) && (QuotedVerb(s, at) || (clause.Cue.Frames.HasFlag(CueFrames.Speech) && SubjectInRow(s, at))))
        {
            return Behind.Clause;
        }

        var mistaken = (clause.Cue.Frames & (CueFrames.Speech | CueFrames.Content | CueFrames.About)) == (CueFrames.Speech | CueFrames.Content) && !clause.Cites && LengthTo(s, at) >= LeastClause;
        return mistaken ? Behind.Clause : Behind.Object;
    }

    // claimed troops on the border “opened fire …”: nouns, then a quotation that begins with their verb
    private static bool QuotedVerb(CueSentence s, int at)
    {
        for (var i = at; i + 1 < s.End; i++)
        {
            if (s.OpensQuotation(i))
            {
                return i > at && s.Tokens[i + 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary && s.Tokens[i + 1].Form is WordForm.Past or WordForm.PastParticiple or WordForm.Present;
            }

            if (s.Syntax.NounAt(i) < 0 && s.Tokens[i].Tag is not (PartOfSpeech.Adposition or PartOfSpeech.Adjective))
            {
                return false;
            }
        }

        return false;
    }

    // "said crews from Riga, the guards, and a unit were called", "said a Malta-flagged, Greek-owned ship was hit": a row of nouns, and its verb
    private static bool SubjectInRow(CueSentence s, int at)
    {
        var commas = 0;
        for (var i = at; i < s.End && s.QuotationAt(i) < 0; i++)
        {
            if (s.Syntax.ClauseAt(i) is >= 0 and var c)
            {
                if (s.Syntax.Clauses[c].Verb.Participle && i > at && (s.Tokens[i - 1].Kind == TokenKind.Hyphen || (i + 1 < s.End && s.Tokens[i + 1].Kind == TokenKind.Hyphen)))
                {
                    continue; // a Malta-flagged
                }

                if (commas > 0 && s.Syntax.Clauses[c].Verb is { Participle: true } reduced && s.Tokens[reduced.Head].Form is WordForm.Past or WordForm.PastParticiple && i + 1 < s.End && s.Tokens[i + 1].Tag == PartOfSpeech.Adposition)
                {
                    continue; // a ship owned by a firm was hit
                }

                return commas > 0 && s.Syntax.Clauses[c] is { Relative: false, Marker: < 0, Verb: { Participle: false, Infinitive: false } } && !s.Breaks(i - 1);
            }

            commas += s.Is(i, ',') ? 1 : 0;
            var joins = s.Is(i, ',') || s.Tokens[i].Tag is PartOfSpeech.Adposition or PartOfSpeech.CoordinatingConjunction or PartOfSpeech.Adjective || s.Tokens[i].Kind == TokenKind.Hyphen || (i > at && s.Tokens[i - 1].Kind == TokenKind.Hyphen);
            if ((!joins && s.Syntax.NounAt(i) < 0) || (commas > 0 && s.Tokens[i].Tag == PartOfSpeech.Pronoun) || (s.Is(i, ',') && s.Syntax.NounAt(i + 1) is >= 0 and var next && s.Tokens[i + 1].Tag is PartOfSpeech.Determiner && !JoinedLater(s, s.Syntax.Nouns[next].After)))
            {
                return false;
            }
        }

        return false;
    }

    // a further member of the row stands behind: a comma or a conjunction before the verb
    private static bool JoinedLater(CueSentence s, int from)
    {
        for (var i = from; i < s.End && s.Syntax.ClauseAt(i) < 0; i++)
        {
            if (s.Tokens[i].Tag == PartOfSpeech.CoordinatingConjunction)
            {
                return true;
            }
        }

        return false;
    }

    private static int LengthTo(CueSentence s, int at)
    {
        var i = at;
        while (i < s.End && !s.Breaks(i))
        {
            i++;
        }

        return i - at;
    }

    // "say Omar Mateen, the man who …, held": a finite verb right behind the comma that closes an apposition
    private static bool VerbAfterApposition(CueSentence s, int comma)
    {
        if (!s.Is(comma, ','))
        {
            return false;
        }

        for (var i = comma + 1; i + 1 < s.End && s.QuotationAt(i) < 0; i++)
        {
            if (s.Is(i, ',') && s.Syntax.ClauseAt(i + 1) is >= 0 and var c)
            {
                return s.Syntax.Clauses[c].Verb is { Participle: false, Infinitive: false };
            }
        }

        return false;
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
