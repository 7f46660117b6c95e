using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Finds the cues of a sentence and their sources: a verb with a subject that can speak, or "according to X".</summary>
internal sealed class CueFinder(CueLexicon cues, FunctionWords words, IReadOnlyList<ActorMention> actors)
{
    /// <summary>The cue clauses of one sentence, in text order.</summary>
    public List<CueClause> Find(SentenceSyntax syntax)
    {
        var found = new List<CueClause>();
        var tokens = syntax.Sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Word < 0 || cues.CueAt(tokens, i) is not { } match)
            {
                continue;
            }

            var clause = match.Cue.IsVerb ? Verbal(syntax, match.Cue, i, match.After, found) : Prepositional(syntax, match.Cue, i, match.After);
            if (clause is not null)
            {
                found.Add(clause);
                i = match.After - 1;
            }
        }

        return found;
    }

    private static CueClause? Prepositional(SentenceSyntax syntax, Cue cue, int first, int after)
    {
        var noun = syntax.NounAt(after);
        if (noun < 0 || syntax.Nouns[noun].First != after)
        {
            return null;
        }

        // the owner comes first: "according to Seoul's military"
        while (noun + 1 < syntax.Nouns.Count && syntax.Nouns[noun + 1].Possessor == noun)
        {
            noun++;
        }

        return new CueClause(syntax, cue, first, after) { Source = noun, SourceFirst = after, SourceAfter = SourceEnd(syntax, noun) };
    }

    private CueClause? Verbal(SentenceSyntax syntax, Cue cue, int first, int after, List<CueClause> before)
    {
        var index = syntax.ClauseAt(first);
        if (index < 0 || syntax.Clauses[index].Verb.Head != first)
        {
            return null;
        }

        var clause = syntax.Clauses[index];
        var tokens = syntax.Sentence.Tokens;
        if (clause.Verb.Passive)
        {
            return PassiveCue(syntax, cue, first, after, clause);
        }

        var gerund = clause.Verb.Participle && tokens[first].Form == WordForm.Gerund;
        if (clause.Verb.Infinitive || (clause.Verb.Participle && !gerund))
        {
            return null;
        }

        if (IsInverted(syntax, clause) is { } behind)
        {
            return new CueClause(syntax, cue, clause.Verb.First, after) { Source = behind, SourceFirst = ChainStart(syntax, behind), SourceAfter = SourceEnd(syntax, behind), Negated = clause.Verb.Negated, Inverted = true };
        }

        if (gerund)
        {
            var lean = before.Count > 0 && before[^1].Source >= 0 ? before[^1].Source : clause.Subject;
            return lean >= 0 && CanSpeak(syntax, lean) && PrecededByComma(tokens, clause.Verb.First)
                ? new CueClause(syntax, cue, first, after) { Source = lean, Leans = true }
                : null;
        }

        if (clause.Subject < 0 || !CanSpeak(syntax, clause.Subject))
        {
            return null;
        }

        var shared = before.Count > 0 && before[^1].Source == clause.Subject;
        return new CueClause(syntax, cue, clause.Verb.First, after)
        {
            Source = clause.Subject,
            SourceFirst = shared ? clause.Verb.First : ChainStart(syntax, clause.Subject),
            SourceAfter = shared ? clause.Verb.First : syntax.Nouns[clause.Subject].After,
            Negated = clause.Verb.Negated,
        };
    }

    // "was reported by Yonhap", "is believed to have fired": the source stands behind by, or nowhere
    private CueClause? PassiveCue(SentenceSyntax syntax, Cue cue, int first, int after, Clause clause)
    {
        foreach (var complement in clause.Complements)
        {
            if (words.Is(syntax.Sentence.Tokens[syntax.Nouns[complement].Preposition], "by") && CanSpeak(syntax, complement))
            {
                return new CueClause(syntax, cue, clause.Verb.First, after) { Source = complement, SourceFirst = ChainStart(syntax, complement), SourceAfter = SourceEnd(syntax, complement), Negated = clause.Verb.Negated, Passive = true };
            }
        }

        var hedges = cue.Certainty is not Certainty.Fact && !clause.Verb.Participle && after < syntax.Sentence.Tokens.Count && words.Is(syntax.Sentence.Tokens[after], "to");
        return hedges ? new CueClause(syntax, cue, clause.Verb.First, after) { Negated = clause.Verb.Negated, Passive = true } : null;
    }

    // …," said Kim: the verb stands right behind a comma or a quotation mark, and a name behind the verb
    private int? IsInverted(SentenceSyntax syntax, Clause clause)
    {
        var tokens = syntax.Sentence.Tokens;
        var at = clause.Verb.First - 1;
        if (at < 0 || clause.Verb.Negated || clause.Objects.Count == 0 || !(tokens[at].Kind is TokenKind.Quote || tokens[at].Kind is TokenKind.Punctuation or TokenKind.Terminal))
        {
            return null;
        }

        var behind = clause.Objects[0];
        while (behind + 1 < syntax.Nouns.Count && syntax.Nouns[behind + 1].Possessor == behind)
        {
            behind++;
        }

        return ChainStart(syntax, behind) <= clause.Verb.After + 1 && CanSpeak(syntax, behind) && tokens[syntax.Nouns[behind].Head].Tag != PartOfSpeech.Pronoun ? behind : null;
    }

    /// <summary>True for a chunk that names somebody, is a pronoun, or is a noun that sources go by.</summary>
    private bool CanSpeak(SentenceSyntax syntax, int noun)
    {
        var chunk = syntax.Nouns[noun];
        var tokens = syntax.Sentence.Tokens;
        var head = tokens[chunk.Head];
        if (head.Tag == PartOfSpeech.Pronoun)
        {
            return words.Is(head, "he") || words.Is(head, "it") || words.Is(head, "they");
        }

        if (cues.NounAt(tokens, chunk.First, chunk.After) is not null)
        {
            return true;
        }

        foreach (var actor in actors)
        {
            if (actor.Span.Contains(head.Start))
            {
                return true;
            }
        }

        return head.Tag == PartOfSpeech.ProperNoun;
    }

    private static bool PrecededByComma(IReadOnlyList<Token> tokens, int i) => i > 0 && tokens[i - 1].Kind is TokenKind.Punctuation or TokenKind.Quote or TokenKind.Dash;

    private static int ChainStart(SentenceSyntax syntax, int noun)
    {
        while (syntax.Nouns[noun].Possessor >= 0)
        {
            noun = syntax.Nouns[noun].Possessor;
        }

        return syntax.Nouns[noun].First;
    }

    // the source with "of …" and an apposition in commas behind it
    private static int SourceEnd(SentenceSyntax syntax, int noun)
    {
        var after = syntax.Nouns[noun].After;
        foreach (var next in syntax.Following(noun))
        {
            after = syntax.Nouns[next].After;
        }

        return after;
    }
}
