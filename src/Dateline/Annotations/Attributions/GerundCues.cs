using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Reads cues in -ing: what leans on the clause before it ("…, adding that"), "with X saying", "a statement saying".</summary>
internal sealed class GerundCues(CueLexicon cues, FunctionWords words, SourceFinder sources)
{
    /// <summary>The clause of an -ing form, or null when nobody speaks with it.</summary>
    public CueClause? Read(CueSentence s, Cue cue, int after, Clause clause, List<CueClause> before)
    {
        if (s.Tokens[clause.Verb.Head].Form != WordForm.Gerund)
        {
            return null;
        }

        if (!s.Breaks(clause.Verb.First - 1) && s.TimeAfter(clause.Verb.First - 1) < 0)
        {
            return WithSomebody(s, cue, after, clause) ?? OfDocument(s, cue, after, clause) ?? ByDoing(s, cue, after, clause);
        }

        var lean = before.Count > 0 && before[^1].Source >= 0 && !before[^1].Cites ? before[^1].Source : MainSubject(s, clause);
        return lean >= 0 && sources.CanSpeak(s, lean, cue.Frames.HasFlag(CueFrames.Speech)) ? new CueClause(s, cue, clause.Verb.First, after) { Source = lean, Leans = true } : null;
    }

    // "confirmed the launch, with the ministry saying …"
    private CueClause? WithSomebody(CueSentence s, Cue cue, int after, Clause clause)
    {
        var noun = s.Syntax.NounAt(clause.Verb.First - 1);
        noun = noun >= 0 ? sources.OutOfPreposition(s, noun) : -1;
        while (noun > 0 && (s.Syntax.Nouns[noun].Preposition >= 0 ? !words.Is(s.Tokens[s.Syntax.Nouns[noun].Preposition], "with") : s.Syntax.Nouns[noun].Possessor == noun - 1))
        {
            noun--;
        }

        var head = s.Syntax.NounAt(clause.Verb.First - 1);
        var first = noun >= 0 ? s.Syntax.Nouns[noun].First : 0;
        return noun >= 0 && first > 1 && words.Is(s.Tokens[first - 1], "with") && s.Breaks(first - 2) && sources.CanSpeak(s, head, cue.Frames.HasFlag(CueFrames.Speech))
            ? new CueClause(s, cue, clause.Verb.First, after) { Source = head, SourceFirst = first, SourceAfter = clause.Verb.First, With = true }
            : null;
    }

    // "responded by accusing …": the subject of the verb before
    private CueClause? ByDoing(CueSentence s, Cue cue, int after, Clause clause) =>
        words.Is(s.Tokens[clause.Verb.First - 1], "by") && s.Syntax.ClauseAt(clause.Verb.First - 2) >= 0 && MainSubject(s, clause) is >= 0 and var subject && sources.CanSpeak(s, subject, speech: false)
            ? new CueClause(s, cue, clause.Verb.First, after) { Source = subject, Leans = true } : null;

    // "issued a statement calling …": who issued it speaks; where nobody did, the statement itself
    private CueClause? OfDocument(CueSentence s, Cue cue, int after, Clause clause)
    {
        var at = clause.Verb.First - 1;
        while (at > 0 && s.Tokens[at].Tag == PartOfSpeech.Adverb)
        {
            at--; // a statement strongly condemning
        }

        var document = s.Syntax.NounAt(at);
        if (document < 0 || cues.NounAt(s.Tokens, s.Syntax.Nouns[document].First, s.Syntax.Nouns[document].After)?.Class != SourceNoun.Document)
        {
            return null;
        }

        var issuer = document;
        foreach (var other in s.Syntax.Clauses)
        {
            if (other.Objects.Contains(document) && other.Subject >= 0 && sources.CanSpeak(s, other.Subject, speech: false))
            {
                issuer = other.Subject;
            }
        }

        return new CueClause(s, cue, clause.Verb.First, after) { Source = issuer, Leans = true };
    }

    // the subject of the nearest finite clause before that is no relative one
    private int MainSubject(CueSentence s, Clause clause)
    {
        for (var c = s.Syntax.Clauses.Count - 1; c >= 0; c--)
        {
            var other = s.Syntax.Clauses[c];
            if (other.Verb.First < clause.Verb.First && !other.Verb.Participle && !other.Verb.Infinitive && !other.Relative && other.Subject >= 0)
            {
                return sources.OutOfPreposition(s, other.Subject);
            }
        }

        return clause.Subject;
    }
}
