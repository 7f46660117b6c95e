using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Finds the chunk that speaks with a finite verb: its subject, or one before an aside ("Lee, a lawmaker who was briefed, said").</summary>
internal sealed class SubjectOfCue(FunctionWords words, SourceFinder sources)
{
    /// <summary>The chunk that speaks with a finite verb, or -1.</summary>
    public int Find(CueSentence s, Clause clause, bool speech)
    {
        var subject = clause.Subject >= 0 ? sources.HeadOfList(s, sources.OutOfPreposition(s, clause.Subject)) : -1;
        if (subject >= 0 && BeforeGerund(s, clause, subject) is >= 0 and var quoting && sources.CanSpeak(s, quoting, speech))
        {
            return quoting;
        }

        if (subject >= 0 && sources.CanSpeak(s, subject, speech) && !AsideBefore(s, clause))
        {
            return subject;
        }

        if (clause.Relative && clause.Subject >= 0 && subject != clause.Subject && sources.CanSpeak(s, clause.Subject, speech: false))
        {
            return clause.Subject; // "criticism from the South, which described it as …"
        }

        return Walk(s, clause, speech);
    }

    // A comma right before the verb closes an aside, whose words ClauseReader may have taken for the subject.
    private static bool AsideBefore(CueSentence s, Clause clause) => clause.Subject >= 0 && (s.Is(clause.Verb.First - 1, ',') || InBrackets(s, s.Syntax.Nouns[clause.Subject].First, clause.Verb.First - 1));

    // "the company (XCHG: XYZ) reported": a chunk behind the bracket that opens
    private static bool InBrackets(CueSentence s, int first, int closing)
    {
        var open = closing;
        while (s.Is(closing, ')') && open > 0 && !s.Is(open, '('))
        {
            open--;
        }

        return open < first && s.Is(open, '(');
    }

    private int Walk(CueSentence s, Clause clause, bool speech)
    {
        var at = clause.Verb.First - 1;
        while (at >= 0 && (s.Tokens[at].Tag == PartOfSpeech.Adverb || s.TimeAfter(at) >= 0 || (s.Tokens[at].Tag == PartOfSpeech.Adposition && s.TimeAfter(at + 1) >= 0)))
        {
            at--;
        }

        if (at < 0)
        {
            return -1;
        }

        if (s.Is(at, ')'))
        {
            while (at > 0 && !s.Is(at, '('))
            {
                at--;
            }

            return s.Syntax.NounAt(at - 1) is >= 0 and var beside && sources.CanSpeak(s, beside, speech) ? beside : -1;
        }

        if (s.Is(at, ',') || s.Tokens[at].Kind == TokenKind.Dash)
        {
            return BeforeAside(s, clause, at, speech);
        }

        var chunk = s.Syntax.NounAt(at);
        while (chunk > 0 && s.Syntax.Nouns[chunk].Preposition >= 0 && s.Syntax.Nouns[chunk - 1].After == s.Syntax.Nouns[chunk].Preposition && !Joins(s, chunk))
        {
            chunk--;
        }

        return chunk >= 0 && (s.Syntax.Nouns[chunk].Preposition < 0 || Joins(s, chunk)) && sources.CanSpeak(s, chunk, speech) ? chunk : -1;
    }

    // "reports quoting officials said": the chunk before an -ing form whose object stands before the verb, or -1
    private static int BeforeGerund(CueSentence s, Clause clause, int subject)
    {
        var gerund = s.Syntax.Nouns[subject].First - 1;
        var own = gerund > 0 && s.Tokens[gerund].Form == WordForm.Gerund && s.Syntax.ClauseAt(gerund) is >= 0 and var c && s.Syntax.Clauses[c].Verb.Participle && !s.Breaks(gerund - 1);
        return own && s.Syntax.Nouns[subject].After <= clause.Verb.First && s.Syntax.NounAt(gerund - 1) is >= 0 and var before && s.Syntax.Nouns[before].Preposition < 0 ? before : -1;
    }

    // "days after the commissioner to Oslo said": what stands before the clause is a conjunction
    private bool Joins(CueSentence s, int chunk) => words.Is(s.Tokens[s.Syntax.Nouns[chunk].Preposition], "conjunction");

    // "Lee, a lawmaker who was briefed, said": the first chunk behind a barrier, only relative clauses and participles between.
    private int BeforeAside(CueSentence s, Clause clause, int comma, bool speech)
    {
        var barrier = comma - 1;
        while (barrier >= 0 && s.QuotationAt(barrier) < 0 && s.Tokens[barrier].Kind is not TokenKind.Terminal && !s.Is(barrier, ':') && !s.Is(barrier, ';')
            && !(words.Is(s.Tokens[barrier], "that") && s.Tokens[barrier].Tag == PartOfSpeech.SubordinatingConjunction))
        {
            var c = s.Syntax.ClauseAt(barrier);
            if (c >= 0 && s.Syntax.Clauses[c] is { Relative: false } other && !other.Verb.Participle && !other.Verb.Infinitive && !InsideRelative(s, c) && !OfWhose(s, other))
            {
                break;
            }

            barrier--;
        }

        if (barrier >= 0 && s.Syntax.ClauseAt(barrier) >= 0)
        {
            barrier = NextComma(s, barrier, comma); // what the verb before governs does not speak
        }

        for (var n = 0; n < s.Syntax.Nouns.Count && s.Syntax.Nouns[n].After <= comma; n++)
        {
            var chunk = s.Syntax.Nouns[n];
            var owns = n + 1 < s.Syntax.Nouns.Count && s.Syntax.Nouns[n + 1].Possessor == n;
            if (chunk.First > barrier && chunk.Preposition < 0 && !owns && sources.CanSpeak(s, n, speech) && chunk.After <= comma)
            {
                return n;
            }
        }

        return -1;
    }

    private static int NextComma(CueSentence s, int from, int before)
    {
        var i = from;
        while (i < before && !s.Is(i, ','))
        {
            i++;
        }

        return i;
    }

    // "a lawmaker whose party won"
    private bool OfWhose(CueSentence s, Clause clause) =>
        clause.Subject >= 0 && s.Syntax.Nouns[clause.Subject].First is > 0 and var first && (words.Is(s.Tokens[first - 1], "relative") || words.Is(s.Tokens[first], "relative"));

    // a finite verb joined to a relative clause, or a clause inside it
    private static bool InsideRelative(CueSentence s, int c)
    {
        for (var parent = s.Syntax.Clauses[c].Parent; parent >= 0; parent = s.Syntax.Clauses[parent].Parent)
        {
            if (s.Syntax.Clauses[parent].Relative)
            {
                return true;
            }
        }

        return false;
    }
}
