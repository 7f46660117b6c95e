using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Finds the cues of a sentence and their sources: a verb with a subject that can speak, or "according to X".</summary>
internal sealed class CueFinder(CueLexicon cues, FunctionWords words, SourceFinder sources)
{
    private readonly AdjunctReader adjuncts = new(words, sources);
    private readonly GerundCues gerunds = new(cues, words, sources);
    private readonly CitationCues citations = new(cues, words, sources);
    private readonly PassiveCues passives = new(words, sources, new CitationCues(cues, words, sources));
    private readonly MistakenCues mistaken = new(words, sources, new AdjunctReader(words, sources));
    private readonly NounCues nouns = new(cues, words, sources);
    private readonly SubjectOfCue subjects = new(words, sources);

    /// <summary>The cue clauses of one sentence, in text order.</summary>
    public List<CueClause> Find(CueSentence s)
    {
        var found = new List<CueClause>();
        for (var i = 0; i < s.Tokens.Count; i++)
        {
            if (s.Tokens[i].Word < 0)
            {
                continue;
            }

            var count = found.Count;
            var after = i + 1;
            if (cues.CueAt(s.Tokens, i) is { } match)
            {
                after = match.After;
                if (match.Cue.IsVerb)
                {
                    Verbal(s, match.Cue, i, after, found);
                }
                else if (Prepositional(s, match.Cue, i, after) is { } around)
                {
                    found.Add(around);
                }
            }

            i = found.Count > count ? Math.Max(i, after - 1) : i;
        }

        found.RemoveAll(c => IsSaidTwice(found, c));
        nouns.Add(s, found);
        return found;
    }

    // "the army stated said it had": of two verbs in a row of one speaker the second governs
    private static bool IsSaidTwice(List<CueClause> found, CueClause clause) =>
        clause is { Cue.IsVerb: true, Source: >= 0, Passive: false, Inverted: false } && found.Exists(c => c.First == clause.After && c.Source == clause.Source && c is { Cue.IsVerb: true, Passive: false, Inverted: false, Leans: false });

    private CueClause? Prepositional(CueSentence s, Cue cue, int first, int after)
    {
        var noun = s.Syntax.NounAt(after);
        if (noun < 0 || s.Syntax.Nouns[noun].First != after)
        {
            return null;
        }

        noun = SourceFinder.Owned(s, noun);
        if (cues.NounAt(s.Tokens, s.Syntax.Nouns[noun].First, s.Syntax.Nouns[noun].After)?.Class == SourceNoun.Nobody && !s.Tokens[s.Syntax.Nouns[noun].Head].IsCapitalised)
        {
            return null; // according to plan
        }

        if (s.Syntax.Nouns[noun].After == after + 1 && words.Is(s.Tokens[after], "possessive") && cues.NounAt(s.Tokens, after + 1, Math.Min(after + 2, s.End))?.Class == SourceNoun.Nobody)
        {
            return null; // "its timetable", whose noun the tagger took for something else
        }

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
        if (index < 0 && mistaken.Noun(s, cue, first, after) is { } noun)
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
        if (first > 0 && verb.First == first && s.Tokens[first].Form is WordForm.Past or WordForm.PastParticiple && s.Tokens[first - 1].Tag is PartOfSpeech.Adposition or PartOfSpeech.Determiner && s.Syntax.NounAt(first + 1) >= 0 && s.TimeAfter(first - 1) < 0 && s.Tokens[first - 1].Tag == PartOfSpeech.Adposition && clause.Subject >= 0 && s.Syntax.Nouns[clause.Subject].After < first)
        {
            return; // killed in suspected rebel attack
        }

        if (verb.First == first && s.Tokens[first].Form is WordForm.Past or WordForm.PastParticiple && first > 0 && s.Tokens[first - 1].Tag == PartOfSpeech.SubordinatingConjunction && s.Syntax.NounAt(first + 1) is >= 0 and var qualified && s.Syntax.Clauses.Any(c => c.Subject == qualified))
        {
            return; // after suspected rebels attacked
        }

        var cites = cue.Frames.HasFlag(CueFrames.QuoteAs);
        var active = mistaken.Past(s, cue, after, clause);
        var clauses = active >= 0 ? MadeOf(s, cue, after, clause, active)
            : verb.Passive ? passives.Read(s, cue, after, clause)
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

    private CueClause? Finite(CueSentence s, Cue cue, int after, Clause clause, List<CueClause> before)
    {
        var subject = subjects.Find(s, clause, cue.Frames.HasFlag(CueFrames.Speech) || BesideQuotation(s, clause, after) || GovernsClause(s, cue, clause, after));
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

    // "the warlord claimed Norway had …": a noun no table has speaks when a sentence of its own follows the verb
    private bool GovernsClause(CueSentence s, Cue cue, Clause clause, int after)
    {
        if (!cue.Frames.HasFlag(CueFrames.Content) || cue.Frames.HasFlag(CueFrames.Straight) || cue.Certainty is Certainty.Possible or Certainty.Fact || clause.Subject < 0)
        {
            return false;
        }

        var probe = new CueClause(s, cue, clause.Verb.First, after);
        adjuncts.Read(probe);
        return probe.AdjunctsAfter == after && probe.Behind == Behind.Clause || (probe.Behind == Behind.Conjunction && words.Is(s.Tokens[probe.AdjunctsAfter], "that"));
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
        if (BehindAside(s, verb.First))
        {
            return null;
        }

        var closed = s.ClosesQuotation(verb.First - 1) || !s.Syntax.Clauses.Any(c => c.Subject == noun && !c.Relative && !c.Verb.Participle);
        return closed && sources.CanSpeak(s, noun, cue.Frames.HasFlag(CueFrames.Speech) && s.ClosesQuotation(verb.First - 1))
            ? new CueClause(s, cue, verb.First, after) { Source = noun, SourceFirst = after, SourceAfter = sources.After(s, noun), Inverted = true }
            : null;
    }

    // "Xinhua, quoting a mayor, reports the rebels …": the comma before the verb closes an aside to the first chunk
    private bool BehindAside(CueSentence s, int verb)
    {
        if (s.Syntax.NounAt(0) is not (>= 0 and var subject) || !s.Is(verb - 1, ',') || !sources.CanSpeak(s, subject, speech: false))
        {
            return false;
        }

        var after = s.Syntax.Nouns[SourceFinder.Owned(s, subject)].After;
        return after < verb - 1 && s.Is(after, ',') && s.Syntax.ClauseAt(after + 1) is >= 0 and var aside && s.Syntax.Clauses[aside].Verb.Participle && !ContentEdges.HasFiniteVerb(s, (0, verb));
    }
}
