using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Reads nouns that attribute: "the ministry's claim that …", "issued a warning against …", "a claim by the army that …".</summary>
internal sealed class NounCues(CueLexicon cues, FunctionWords words, SourceFinder sources)
{
    private const int Reach = 10; // tokens between such a noun and its clause

    /// <summary>Adds the clauses of the nouns of a sentence to those of its verbs, in text order.</summary>
    public void Add(CueSentence s, List<CueClause> clauses)
    {
        var verbs = clauses.Count;
        for (var i = 0; i < s.End; i++)
        {
            if (s.Tokens[i].Word >= 0 && Read(s, i, clauses) is { } clause && !IsInside(clauses, i))
            {
                clauses.Add(clause);
            }
        }

        if (clauses.Count > verbs)
        {
            var ordered = clauses.OrderBy(c => c.First).ToList();
            clauses.Clear();
            clauses.AddRange(ordered);
        }
    }

    private static bool IsInside(List<CueClause> clauses, int token) => clauses.Exists(c => c.First <= token && token < c.After);

    // The clause of a noun at a token, or null when nobody says it or nothing is said.
    private CueClause? Read(CueSentence s, int first, List<CueClause> before)
    {
        if (cues.NounCueAt(s.Tokens, first) is not { } match || s.Tokens[first].Is(TokenShape.AllCaps))
        {
            return null;
        }

        var owner = Owner(s, first);
        var (at, by) = Behind(s, match.After);
        if (at < 0 || !Opens(s, match.Cue, at))
        {
            return null;
        }

        if (owner.After > owner.First)
        {
            return Made(s, match.Cue, first, match.After, owner.Chunk, owner.First, owner.After, at);
        }

        if (by >= 0)
        {
            return Made(s, match.Cue, first, match.After, by, s.Syntax.Nouns[by].First, sources.After(s, by), at);
        }

        var maker = Maker(s, first);
        return maker >= 0 && !before.Exists(c => c.Source == maker && c.First < first && c.Content.Count == 0 && c.After > first)
            ? Made(s, match.Cue, first, match.After, maker, sources.First(s, maker), s.Syntax.Nouns[maker].After, at)
            : null;
    }

    private static CueClause Made(CueSentence s, Cue cue, int first, int after, int source, int sourceFirst, int sourceAfter, int at) =>
        new(s, cue, first, after) { Source = source, SourceFirst = sourceFirst, SourceAfter = sourceAfter, AdjunctsAfter = at };

    // "the minister's", "its": the owner right before the noun, adjectives between
    private (int Chunk, int First, int After) Owner(CueSentence s, int first)
    {
        var at = first - 1;
        while (at > 0 && s.Tokens[at].Tag is PartOfSpeech.Adjective or PartOfSpeech.Adverb && s.Syntax.NounAt(at) == s.Syntax.NounAt(first))
        {
            at--;
        }

        if (at < 0)
        {
            return default;
        }

        if (s.Tokens[at].Is(TokenShape.Clitic) && s.Syntax.NounAt(at - 1) is >= 0 and var owner && sources.CanSpeak(s, owner, speech: false))
        {
            return (owner, s.Syntax.Nouns[owner].Preposition >= 0 && s.Syntax.Nouns[owner].Possessor < 0 ? s.Syntax.Nouns[owner].First : sources.First(s, owner), at);
        }

        var his = words.Is(s.Tokens[at], "his") || words.Is(s.Tokens[at], "their") || words.Is(s.Tokens[at], "its");
        return his && s.Syntax.NounAt(at) is >= 0 and var chunk ? (chunk, at, at + 1) : default;
    }

    // index of what may open the content behind the noun and a "by …"; the chunk of the one it is by, or -1
    private (int At, int By) Behind(CueSentence s, int after)
    {
        var by = -1;
        var at = after;
        while (at < s.End && at < after + Reach)
        {
            if (s.TimeAfter(at) is > 0 and var time)
            {
                at = Math.Min(s.End, time);
            }
            else if (words.Is(s.Tokens[at], "by") && at == after && s.Syntax.NounAt(at + 1) is >= 0 and var noun && sources.CanSpeak(s, SourceFinder.Owned(s, noun), speech: false))
            {
                by = SourceFinder.Owned(s, noun);
                at = Math.Max(sources.After(s, by), at + 2);
            }
            else if (s.Tokens[at].Tag == PartOfSpeech.Adposition && s.TimeAfter(at + 1) > 0)
            {
                at++;
            }
            else
            {
                return (at, by);
            }
        }

        return (-1, by);
    }

    // that, to + verb, a quotation, or a preposition that says what about
    private bool Opens(CueSentence s, Cue cue, int at)
    {
        if (words.Is(s.Tokens[at], "that"))
        {
            return cue.Frames.HasFlag(CueFrames.Content) && at + 1 < s.End && s.Tokens[at + 1].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Auxiliary or PartOfSpeech.Adverb) && s.Syntax.Clauses.Any(c => c.Verb.First > at && !c.Verb.Participle && !c.Verb.Infinitive);
        }

        if (words.Is(s.Tokens[at], "to") && s.Syntax.ClauseAt(at) >= 0)
        {
            return cue.Frames.HasFlag(CueFrames.Infinitive);
        }

        return cue.Frames.HasFlag(CueFrames.About) && s.Tokens[at].Tag == PartOfSpeech.Adposition && words.Is(s.Tokens[at], "topic") && s.Syntax.NounAt(at + 1) >= 0;
    }

    // "issued a sharp warning that": the subject of a verb that bears words, whose object the noun is
    private int Maker(CueSentence s, int first)
    {
        var chunk = s.Syntax.NounAt(first);
        if (chunk < 0)
        {
            return -1;
        }

        foreach (var clause in s.Syntax.Clauses)
        {
            var mistaken = clause.Verb.Participle && clause.Subject >= 0 && s.Tokens[clause.Verb.Head].Form != WordForm.Gerund && s.Syntax.Nouns[clause.Subject].After == clause.Verb.First;
            var objects = clause.Objects.Contains(chunk) || s.Syntax.Nouns[chunk].First == clause.Verb.After;
            if (objects && clause.Subject >= 0 && clause.Verb is { Modal: < 0, Negated: false } && (!clause.Verb.Passive || mistaken) && cues.BearsWords(s.Tokens, clause.Verb.Head))
            {
                var subject = sources.OutOfPreposition(s, clause.Subject);
                return sources.CanSpeak(s, subject, speech: false) ? subject : -1;
            }
        }

        return -1;
    }
}
