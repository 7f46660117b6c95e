using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>
/// Gives a quotation that no known cue claims to the verb beside it, whatever verb that is: "…," the colonel shot back;
/// the minister rounded on his critics: "…". The quotation marks say that somebody speaks, the place says who.
/// </summary>
internal sealed class QuotedSpeech(SourceFinder sources, CueLexicon cues, FunctionWords words)
{
    private const int LongestSource = 14; // tokens of a source read without its syntax

    private const int LeastWords = 3; // fewer are a term, a title or a scare quotation
    private const int Reach = 8; // tokens between such a verb and a comma before the quotation

    private static readonly Cue AnyVerb = new("attributions.any verb", "", CueKind.Verb, CueFrames.Content | CueFrames.Quote, Stance.Asserts, Certainty.Claimed, Stance.Asserts);

    /// <summary>Adds a clause for every unclaimed quotation of the sentence that has such a verb.</summary>
    public void Add(CueSentence s, List<CueClause> clauses)
    {
        for (var i = 0; i < s.Tokens.Count;)
        {
            var number = s.QuotationAt(i);
            var after = i + 1;
            while (number >= 0 && after < s.Tokens.Count && s.QuotationAt(after) == number)
            {
                after++;
            }

            if (number >= 0 && Unfinished(s, clauses, i, after) is { } open)
            {
                open.Content.Add((i, after));
            }
            else if (number >= 0 && s.Quotation(number).Words >= LeastWords && !IsClaimed(clauses, i, after) && (Behind(s, i, after) ?? Before(s, i) ?? ByWords(s, i, after)) is { } clause)
            {
                clause.Content.Add((i, after));
                clause.AdjunctsAfter = clause.Trailing ? clause.End : clause.After;
                clauses.Add(clause);
            }

            i = after;
        }
    }

    // "Every time," she said, pointing at him, "you lose": a quotation that goes on in small letters with one left at a comma
    private static CueClause? Unfinished(CueSentence s, List<CueClause> clauses, int first, int after)
    {
        if (first + 1 >= s.End || s.Tokens[first + 1].IsCapitalised || s.Quotation(s.QuotationAt(first)).Words < LeastWords || IsClaimed(clauses, first, after))
        {
            return null;
        }

        var last = clauses.FindLast(c => c.Begin < first);
        return last is { Trailing: true, Content.Count: 1 } && s.ClosesQuotation(last.Content[0].After - 1) && s.Is(last.Content[0].After - 2, ',') ? last : null;
    }

    private static bool IsClaimed(List<CueClause> clauses, int first, int after)
    {
        foreach (var clause in clauses)
        {
            if (clause.First >= first && clause.First < after)
            {
                continue; // said within the quotation
            }

            if (clause.Begin <= first && clause.Leans && clause.Cites)
            {
                return true;
            }

            foreach (var (from, to) in clause.Content)
            {
                if (from < after && to > first)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "…," VERB NAME · "…," NAME VERB: a comma, question or exclamation mark inside the marks, or a comma behind them
    private CueClause? Behind(CueSentence s, int first, int after)
    {
        var at = s.Is(after, ',') ? after + 1 : after;
        if (!s.ClosesQuotation(after - 1) || (at == after && !EndsOpen(s, after - 2)) || (first > 0 && !s.Breaks(first - 1)) || at >= s.End)
        {
            return null;
        }

        if (s.Syntax.ClauseAt(at) is >= 0 and var inverted)
        {
            var verb = s.Syntax.Clauses[inverted].Verb;
            var noun = s.Syntax.NounAt(verb.After);
            var bare = verb.First == verb.Head && s.Tokens[verb.Head].Form is WordForm.Past or WordForm.Present or WordForm.PastParticiple;
            return bare && noun >= 0 && s.Syntax.Nouns[noun].First == verb.After && sources.CanSpeak(s, noun, speech: false) && s.Tokens[s.Syntax.Nouns[noun].Head].Tag != PartOfSpeech.Pronoun
                ? new CueClause(s, AnyVerb, verb.First, verb.After) { Source = noun, SourceFirst = verb.After, SourceAfter = sources.After(s, noun), Inverted = true, Trailing = true, Pattern = "quotation, any verb, source" }
                : null;
        }

        foreach (var clause in s.Syntax.Clauses)
        {
            if (clause.Verb.First > at && (Finite(clause) || Mistaken(s, clause)) && clause.Subject >= 0 && sources.First(s, clause.Subject) == at && sources.CanSpeak(s, clause.Subject, speech: true))
            {
                return Made(s, clause, clause.Subject, "quotation, source, any verb", trailing: true);
            }
        }

        return null;
    }

    // "…," said one longtime adviser · "…," the hard-pressed governor wrote: by the form of a verb of speech, whatever the tagger took its neighbours for
    private CueClause? ByWords(CueSentence s, int first, int after)
    {
        var at = s.Is(after, ',') ? after + 1 : after;
        if (!s.ClosesQuotation(after - 1) || (at == after && !EndsOpen(s, after - 2)) || (first > 0 && !s.Breaks(first - 1)))
        {
            return null;
        }

        for (var i = at; i < s.End && i <= at + LongestSource && s.QuotationAt(i) < 0; i++)
        {
            if (cues.CueAt(s.Tokens, i) is { Cue.IsVerb: true } match && (match.Cue.Frames.HasFlag(CueFrames.Content) || (i > at && match.Cue.Frames.HasFlag(CueFrames.Quote))) && s.Tokens[i].Form != WordForm.Gerund)
            {
                var end = i == at ? EndOfWords(s, match.After) : i;
                var begin = i == at ? match.After : at;
                return end > begin && !words.Is(s.Tokens[begin], "he") ? new CueClause(s, match.Cue, i, match.After) { SourceFirst = begin, SourceAfter = end, Inverted = i == at, Trailing = true, Bare = true, Pattern = "quotation, source by words" } : null;
            }
        }

        return null;
    }

    // to a comma, a preposition, a pronoun or a verb
    private static int EndOfWords(CueSentence s, int at)
    {
        var i = at;
        while (i < s.End && i < at + LongestSource && !s.Breaks(i) && s.Tokens[i].Tag is not (PartOfSpeech.Adposition or PartOfSpeech.Pronoun or PartOfSpeech.SubordinatingConjunction or PartOfSpeech.Verb or PartOfSpeech.Auxiliary) && s.TimeAfter(i) < 0)
        {
            i++;
        }

        return i;
    }

    // NAME VERB …: "…" · NAME VERB, "…" · …, VERBing: "…"
    private CueClause? Before(CueSentence s, int first)
    {
        var colon = s.Is(first - 1, ':');
        var straight = !colon && s.Syntax.ClauseAt(first - 1) >= 0 && IsSentence(s, first); // crowds chanting "Leave us alone"
        if (!colon && !straight && !s.Is(first - 1, ','))
        {
            return null;
        }

        for (var c = s.Syntax.Clauses.Count - 1; c >= 0; c--)
        {
            var clause = s.Syntax.Clauses[c];
            if (clause.Verb.First >= first || s.QuotationAt(clause.Verb.First) >= 0 || clause.Relative || clause.Verb.Infinitive)
            {
                continue;
            }

            var put = clause.Marker == 0 && words.Is(s.Tokens[0], "as"); // As the envoy put it, "…"
            if ((clause.Marker >= 0 && !put) || (!colon && first - clause.Verb.After > Reach))
            {
                return null;
            }

            var gerund = clause.Verb.Participle && s.Tokens[clause.Verb.Head].Form == WordForm.Gerund;
            if (!Finite(clause) && !gerund && !Mistaken(s, clause))
            {
                continue;
            }

            var subject = clause.Subject >= 0 ? sources.OutOfPreposition(s, clause.Subject) : -1;
            return subject >= 0 && sources.CanSpeak(s, subject, speech: false) ? Made(s, clause, subject, "source, any verb, quotation", trailing: false) : null;
        }

        return null;
    }

    // true for a quotation of some length whose first word has a capital and whose second has none
    private static bool IsSentence(CueSentence s, int first) =>
        first + 2 < s.End && s.Quotation(s.QuotationAt(first)).Words > LeastWords && s.Tokens[first + 1].IsCapitalised && !s.Tokens[first + 2].IsCapitalised && s.Tokens[first + 2].Tag is not (PartOfSpeech.Adposition or PartOfSpeech.Noun);

    private CueClause Made(CueSentence s, Clause clause, int subject, string pattern, bool trailing) =>
        CueAt(s, clause) is { } cue ? new CueClause(s, cue.Cue, clause.Verb.First, cue.After) { Source = subject, SourceFirst = sources.First(s, subject), SourceAfter = s.Syntax.Nouns[subject].After, Trailing = trailing, Pattern = pattern }
        : new(s, AnyVerb, clause.Verb.First, clause.Verb.After) { Source = subject, SourceFirst = sources.First(s, subject), SourceAfter = s.Syntax.Nouns[subject].After, Trailing = trailing, Pattern = pattern };

    // "kept asking": the cue right behind the verb
    private (Cue Cue, int After)? CueAt(CueSentence s, Clause clause) =>
        clause.Verb.After < s.End && s.Tokens[clause.Verb.After].Form == WordForm.Gerund && cues.CueAt(s.Tokens, clause.Verb.After) is { Cue.IsVerb: true } cue ? cue : null;

    private static bool Finite(Clause clause) => clause.Verb is { Participle: false, Infinitive: false, Passive: false, Modal: < 0 };

    // "the minister fired back:": a past form right behind its subject that the tagger took for a participle
    private static bool Mistaken(CueSentence s, Clause clause) =>
        clause.Verb is { Participle: true, Infinitive: false } && clause.Subject >= 0 && s.Tokens[clause.Verb.Head].Form != WordForm.Gerund && s.Syntax.Nouns[clause.Subject].After == clause.Verb.First;

    private static bool EndsOpen(CueSentence s, int token) => token >= 0 && s.Text[s.Tokens[token].End - 1] is ',' or '?' or '!' or '—' or '…';
}
