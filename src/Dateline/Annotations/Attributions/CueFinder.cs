using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Finds the cues of a sentence and their sources: a verb with a subject that can speak, or "according to X".</summary>
internal sealed class CueFinder(CueLexicon cues, FunctionWords words, SourceFinder sources)
{
    private readonly AdjunctReader adjuncts = new(words, sources);
    private readonly GerundCues gerunds = new(cues, words, sources);
    private readonly CitationCues citations = new(cues, words, sources);

    /// <summary>The cue clauses of one sentence, in text order.</summary>
    public List<CueClause> Find(CueSentence s)
    {
        var found = new List<CueClause>();
        for (var i = 0; i < s.Tokens.Count; i++)
        {
            if (s.Tokens[i].Word < 0 || cues.CueAt(s.Tokens, i) is not { } match)
            {
                continue;
            }

            var count = found.Count;
            if (match.Cue.IsVerb)
            {
                Verbal(s, match.Cue, i, match.After, found);
            }
            else if (Prepositional(s, match.Cue, i, match.After) is { } around)
            {
                found.Add(around);
            }

            i = found.Count > count ? Math.Max(i, match.After - 1) : i;
        }

        return found;
    }

    private CueClause? Prepositional(CueSentence s, Cue cue, int first, int after)
    {
        var noun = s.Syntax.NounAt(after);
        if (noun < 0 || s.Syntax.Nouns[noun].First != after)
        {
            return null;
        }

        noun = SourceFinder.Owned(s, noun);
        if (cue.Frames.HasFlag(CueFrames.Named) && !sources.CanSpeak(s, noun, speech: false))
        {
            return null; // "in the estimate of the number of soldiers"
        }

        noun = sources.PastGerund(s, noun);
        return new CueClause(s, cue, first, after) { Source = noun, SourceFirst = after, SourceAfter = sources.After(s, noun) };
    }

    private void Verbal(CueSentence s, Cue cue, int first, int after, List<CueClause> found)
    {
        var index = s.Syntax.ClauseAt(first);
        if (index < 0 && MistakenNoun(s, cue, first, after) is { } noun)
        {
            found.Add(noun);
            return;
        }

        if (index < 0 || s.Syntax.Clauses[index].Verb.Head != first)
        {
            return;
        }

        var clause = s.Syntax.Clauses[index];
        var verb = clause.Verb;
        var cites = cue.Frames.HasFlag(CueFrames.QuoteAs);
        var active = MistakenPast(s, cue, after, clause);
        var clauses = active >= 0 ? MadeOf(s, cue, after, clause, active)
            : verb.Passive ? Passive(s, cue, after, clause)
            : verb.Infinitive || (verb.Modal >= 0 && !verb.Negated) || verb.Tense == Tense.Future ? null
            : cites && (verb.Participle || !citations.AsSaying(s, clause)) ? citations.Citing(s, cue, after, clause)
            : Inverted(s, cue, after, clause)
            ?? (verb.Participle ? gerunds.Read(s, cue, after, clause, found) : Finite(s, cue, after, clause, found));
        if (clauses is not null && !SpeaksInQuotation(s, clauses))
        {
            found.Add(clauses);
            if (cites && !verb.Participle && !verb.Passive && citations.AsSaying(s, clause) && citations.SayingOf(s, clause) is { } saying)
            {
                found.Add(saying);
            }
        }
    }

    // What somebody quoted says of somebody else's words stays one speaker's, unless a name is named: "Kyiv says …", not "he says".
    private static bool SpeaksInQuotation(CueSentence s, CueClause clause)
    {
        var quotation = s.QuotationAt(clause.First);
        if (quotation < 0 || s.Quotation(quotation).Words < 4 || clause.Source < 0 || clause.Inverted)
        {
            return quotation >= 0 && clause.Source < 0;
        }

        var head = s.Syntax.Nouns[clause.Source].Head;
        return s.QuotationAt(head) == quotation && !(clause.Cue.Frames.HasFlag(CueFrames.Speech) && s.ActorAt(head) is not null);
    }

    // "The army estimates that …" · "…, Yonhap reports", where the tagger took the verb for a plural: the rest of its chunk speaks
    private CueClause? MistakenNoun(CueSentence s, Cue cue, int first, int after)
    {
        var chunk = s.Syntax.NounAt(first);
        if (s.Tokens[first].Form != WordForm.Plural || chunk < 0 || s.Syntax.Nouns[chunk] is not { Preposition: < 0 } noun || noun.After != after || noun.First >= first || !cue.Frames.HasFlag(CueFrames.Content))
        {
            return null;
        }

        var closes = after >= s.End && s.Is(noun.First - 1, ',');
        var opens = noun.First == 0 && after < s.End && (s.OpensQuotation(after) || (s.Is(after, ':') && after + 1 >= s.End) || (words.Is(s.Tokens[after], "that") && s.Tokens[after].Tag == PartOfSpeech.SubordinatingConjunction));
        return closes || opens ? new CueClause(s, cue, first, after) { SourceFirst = noun.First, SourceAfter = first, Bare = true } : null;
    }

    // "The military confirmed on Monday that …", where the tagger took the verb for a participle: its subject of note, when no "by" follows
    private int MistakenPast(CueSentence s, Cue cue, int after, Clause clause)
    {
        var verb = clause.Verb;
        if (!verb.Participle || s.Tokens[verb.Head].Form == WordForm.Gerund || clause.Subject < 0 || (after >= s.End && after == verb.After) || (after < s.End && words.Is(s.Tokens[after], "by")) || s.Syntax.NounAt(verb.First - 1) < 0)
        {
            return -1;
        }

        var subject = sources.OutOfPreposition(s, clause.Subject);

        if (s.Syntax.Nouns[subject].Preposition >= 0 || !sources.CanSpeak(s, subject, speech: false))
        {
            return -1;
        }

        if (after > verb.After)
        {
            return subject; // declined to comment: the cue goes on behind the verb
        }

        var probe = new CueClause(s, cue, verb.First, after);
        adjuncts.Read(probe);
        var trails = probe.Behind == Behind.Nothing && probe.AdjunctsAfter >= s.End && s.Is(s.Syntax.Nouns[subject].First - 1, ',');
        var only = probe.Behind == Behind.Object && !s.Syntax.Clauses.Any(c => c.Subject == clause.Subject && !ReferenceEquals(c, clause) && !c.Verb.Infinitive) && !s.Syntax.Clauses.Any(c => c.Subject == subject && !ReferenceEquals(c, clause) && !c.Verb.Infinitive);
        return trails || only || probe.Behind is Behind.Conjunction or Behind.Infinitive or Behind.Quotation ? subject : -1;
    }

    private CueClause? Finite(CueSentence s, Cue cue, int after, Clause clause, List<CueClause> before)
    {
        var subject = sources.Subject(s, clause, cue.Frames.HasFlag(CueFrames.Speech) || BesideQuotation(s, clause, after));
        if (subject < 0 && clause.Verb.First > 0 && s.Tokens[clause.Verb.First - 1].Tag == PartOfSpeech.CoordinatingConjunction && before.Count > 0 && before[^1] is { Source: >= 0, Cites: false, Inverted: false })
        {
            subject = before[^1].Source; // "…, but did not specify"
        }

        var stillAssesses = cue.Stance == Stance.Assesses && s.Tokens[clause.Verb.Head].Form == WordForm.Gerund; // "is assessing whether": at work, and says nothing
        if (subject < 0 || stillAssesses)
        {
            return null;
        }

        // "did not say how many missiles flew, but said": a thing before the conjunction is not who speaks on
        var joined = s.Tokens[Math.Max(0, clause.Verb.First - 1)].Tag == PartOfSpeech.CoordinatingConjunction;
        if (joined)
        {
            subject = BeforeConjunction(s, clause, subject, before);
        }

        return MadeOf(s, cue, after, clause, subject, before.Count > 0 && before[^1].Source == subject);
    }

    // "…," the judge warned · the judge warned: "…": whatever the verb and the noun, somebody speaks
    private static bool BesideQuotation(CueSentence s, Clause clause, int after)
    {
        var opens = s.OpensQuotation(after) || ((s.Is(after, ',') || s.Is(after, ':')) && s.OpensQuotation(after + 1));
        if (opens || clause.Subject < 0)
        {
            return opens;
        }

        var before = s.Syntax.Nouns[clause.Subject].First - 1;
        return s.ClosesQuotation(before) || (s.Is(before, ',') && s.ClosesQuotation(before - 1));
    }

    // who speaks on: the speaker of the cue before, where the subject at hand stands in its content or is nobody; else the first subject that can speak
    private int BeforeConjunction(CueSentence s, Clause clause, int subject, List<CueClause> before)
    {
        var somebody = sources.CanSpeak(s, subject, speech: false);
        if (before.Count > 0 && before[^1] is { Source: >= 0, Cites: false, Inverted: false } last && last.Cue.IsVerb)
        {
            return somebody && s.Syntax.Nouns[subject].First < last.First ? subject : last.Source;
        }

        foreach (var other in s.Syntax.Clauses)
        {
            if (!somebody && other.Verb.First < clause.Verb.First && other.Subject >= 0 && !other.Relative && sources.CanSpeak(s, other.Subject, speech: false))
            {
                return other.Subject;
            }
        }

        return subject;
    }

    private CueClause MadeOf(CueSentence s, Cue cue, int after, Clause clause, int subject, bool shared = false)
    {
        var relative = clause.Relative && !shared ? RelativeBefore(s, clause, subject) : -1;
        if (relative >= 0)
        {
            return new CueClause(s, cue, clause.Verb.First, after) { Source = subject, SourceFirst = relative, SourceAfter = relative + 1, Relative = relative, Negated = clause.Verb.Negated };
        }

        return new CueClause(s, cue, clause.Verb.First, after)
        {
            Source = subject,
            SourceFirst = shared ? clause.Verb.First : sources.First(s, subject),
            SourceAfter = shared ? clause.Verb.First : s.Syntax.Nouns[subject].After,
            Negated = clause.Verb.Negated || Neither(s, clause) || Nobody(s, sources.First(s, subject)),
            Refused = clause.Verb.Negated && clause.Verb.Modal >= 0 && words.Is(s.Tokens[clause.Verb.Modal], "would"),
        };
    }

    private bool Nobody(CueSentence s, int first) => words.Is(s.Tokens[first], "none") || words.Is(s.Tokens[first], "neither") || (first > 0 && words.Is(s.Tokens[first - 1], "neither"));

    private bool Neither(CueSentence s, Clause clause) => clause.Verb.First > 0 && words.Is(s.Tokens[clause.Verb.First - 1], "neither");

    // "officials, who said": the pronoun right before the verb, adverbs between
    private int RelativeBefore(CueSentence s, Clause clause, int subject)
    {
        for (var at = clause.Verb.First - 1; at >= s.Syntax.Nouns[subject].After; at--)
        {
            if (words.Is(s.Tokens[at], "relative") || words.Is(s.Tokens[at], "that"))
            {
                return at;
            }

            if (s.Tokens[at].Tag != PartOfSpeech.Adverb)
            {
                return -1;
            }
        }

        return -1;
    }

    // …," said Kim: the verb stands right behind a comma or a quotation mark, and a name behind the verb
    private CueClause? Inverted(CueSentence s, Cue cue, int after, Clause clause)
    {
        var verb = clause.Verb;
        var bare = verb.First == verb.Head && s.Tokens[verb.Head].Form is WordForm.Past or WordForm.Present or WordForm.PastParticiple or WordForm.Base;
        var leads = verb.First == 0 && cue.Frames.HasFlag(CueFrames.Speech) && s.Tokens[0].Form == WordForm.Past; // Said Anna Berg, who saw it: "…"
        if (!bare || cue.Frames.HasFlag(CueFrames.Straight) || (verb.First == 0 ? !leads : !s.Breaks(verb.First - 1)) || !cue.Frames.HasFlag(CueFrames.Content))
        {
            return null;
        }

        var noun = s.Syntax.NounAt(after);
        if (noun < 0 || s.Syntax.Nouns[noun].First != after || s.Tokens[s.Syntax.Nouns[noun].Head].Tag == PartOfSpeech.Pronoun)
        {
            return null;
        }

        noun = SourceFinder.Owned(s, noun);
        var closed = s.ClosesQuotation(verb.First - 1) || !s.Syntax.Clauses.Any(c => c.Subject == noun && !c.Relative && !c.Verb.Participle);
        return closed && sources.CanSpeak(s, noun, cue.Frames.HasFlag(CueFrames.Speech) && s.ClosesQuotation(verb.First - 1))
            ? new CueClause(s, cue, verb.First, after) { Source = noun, SourceFirst = after, SourceAfter = sources.After(s, noun), Inverted = true }
            : null;
    }

    // "was reported by Yonhap", "as reported by", "is believed to have fired", "was quoted as saying"
    private CueClause? Passive(CueSentence s, Cue cue, int after, Clause clause)
    {
        var first = clause.Verb.First > 0 && words.Is(s.Tokens[clause.Verb.First - 1], "as") ? clause.Verb.First - 1 : clause.Verb.First;
        if (cue.Frames.HasFlag(CueFrames.QuoteAs))
        {
            return citations.SayingAfter(s, after) is { } saying && clause.Subject >= 0 && sources.CanSpeak(s, clause.Subject, speech: true)
                ? new CueClause(s, cue, clause.Verb.First, saying + 1) { Source = clause.Subject, SourceFirst = sources.First(s, clause.Subject), SourceAfter = s.Syntax.Nouns[clause.Subject].After, Cites = true }
                : null;
        }

        foreach (var complement in clause.Complements)
        {
            if (words.Is(s.Tokens[s.Syntax.Nouns[complement].Preposition], "by") && s.Syntax.Nouns[complement].Preposition <= after + 1)
            {
                var noun = SourceFinder.Owned(s, complement);
                var told = (cue.Frames.HasFlag(CueFrames.Speech) || cue.Certainty == Certainty.Fact) && (!clause.Verb.Participle || first < clause.Verb.First || Joined(s, clause)) && !clause.Relative;
                return told && sources.CanSpeak(s, noun, speech: false)
                    ? new CueClause(s, cue, first, s.Syntax.Nouns[complement].Preposition + 1) { Source = noun, SourceFirst = s.Syntax.Nouns[complement].First, SourceAfter = sources.After(s, noun), Negated = clause.Verb.Negated, Passive = true }
                    : null;
            }
        }

        var hedges = cue.Certainty is not Certainty.Fact && !clause.Verb.Participle && after < s.Tokens.Count && words.Is(s.Tokens[after], "to");
        return hedges ? new CueClause(s, cue, clause.Verb.First, after) { Negated = clause.Verb.Negated, Passive = true } : null;
    }

    // "as reported by X and confirmed by Y"
    private static bool Joined(CueSentence s, Clause clause)
    {
        var before = -1;
        for (var c = 0; c < s.Syntax.Clauses.Count && s.Syntax.Clauses[c].Verb.First < clause.Verb.First; c++)
        {
            before = c;
        }

        return before >= 0 && !s.Syntax.Clauses[before].Relative && s.Tokens[clause.Verb.First - 1].Tag == PartOfSpeech.CoordinatingConjunction;
    }
}
