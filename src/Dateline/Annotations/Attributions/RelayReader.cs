using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Finds the medium somebody spoke to or through: "told AFP", "in an interview with a local radio station", "on state television".</summary>
internal sealed class RelayReader(CueLexicon cues, FunctionWords words, NamesNear near)
{
    private const int Reach = 16; // tokens behind the cue in which it is named

    /// <summary>The medium and its words, or null when nobody is named that passes words on.</summary>
    public (Actor Actor, TextSpan Span)? Of(CueSentence s, CueClause clause)
    {
        if (!clause.Cue.IsVerb || clause.Cites || clause.Negated || clause.Source < 0 || (clause.Passive && !clause.Cue.Frames.HasFlag(CueFrames.Addressee)))
        {
            return null;
        }

        if (Seen(s, clause) is { } seen)
        {
            return seen;
        }

        if (Opening(s, clause) is { } opening)
        {
            return opening;
        }

        var limit = Math.Min(s.End, clause.End + Reach);
        foreach (var content in clause.Content)
        {
            limit = content.First >= clause.End ? Math.Min(limit, content.First) : limit;
        }

        for (var i = clause.End; i < limit && !(s.Breaks(i) && s.Tokens[i].Kind != TokenKind.Dash) && !Speaks(s, i); i++)
        {
            var noun = s.Syntax.NounAt(i);
            if (noun >= 0 && s.Syntax.Nouns[noun].First == i && (Hears(clause, i) || Carries(s, s.Syntax.Nouns[noun])) && Medium(s, s.Syntax.Nouns[SourceFinder.Owned(s, noun)], i) is { } medium)
            {
                return medium;
            }
        }

        return null;
    }

    // "a letter seen by AFP said"
    private (Actor Actor, TextSpan Span)? Seen(CueSentence s, CueClause clause)
    {
        for (var i = s.Syntax.Nouns[clause.Source].After; i + 2 < s.End && i < clause.Begin + Reach && !s.Breaks(i); i++)
        {
            if (words.Is(s.Tokens[i], "seen") && words.Is(s.Tokens[i + 1], "by") && s.Syntax.NounAt(i + 2) is >= 0 and var by)
            {
                return Medium(s, s.Syntax.Nouns[by], i + 2);
            }
        }

        return null;
    }

    // "In an interview with AFP, she said", "Speaking to AFP, she said": from the start of the sentence to a comma, no finite verb between
    private (Actor Actor, TextSpan Span)? Opening(CueSentence s, CueClause clause)
    {
        var leads = s.Tokens[0].Tag == PartOfSpeech.Adposition || s.Tokens[0].Form == WordForm.Gerund;
        if (!leads || cues.CueAt(s.Tokens, 0) is { Cue.IsVerb: false } || clause.Inverted || clause.Begin < 4 || !s.Is(clause.Begin - 1, ',') || clause.Content.Exists(c => c.First < clause.Begin))
        {
            return null;
        }

        (Actor, TextSpan)? medium = null;
        for (var i = 1; i < clause.Begin - 1; i++)
        {
            if (Speaks(s, i))
            {
                return null;
            }

            var noun = s.Syntax.NounAt(i);
            medium ??= noun >= 0 && s.Syntax.Nouns[noun].First == i && Carries(s, s.Syntax.Nouns[noun]) ? Medium(s, s.Syntax.Nouns[SourceFinder.Owned(s, noun)], i) : null;
        }

        return medium;
    }

    // a finite verb: what follows is another clause's
    private static bool Speaks(CueSentence s, int at) => s.Syntax.ClauseAt(at) is >= 0 and var c && !s.Syntax.Clauses[c].Verb.Participle;

    private static bool Hears(CueClause clause, int at) => at == clause.End && clause.Cue.Frames.HasFlag(CueFrames.Addressee);

    private bool Carries(CueSentence s, NounChunk chunk) => chunk.Preposition >= 0 && words.Is(s.Tokens[chunk.Preposition], "relay");

    // a medium's name anywhere in the chunk ("an AFP correspondent"), else a noun that media go by ("a local radio station", "the agency")
    private (Actor Actor, TextSpan Span)? Medium(CueSentence s, NounChunk chunk, int first)
    {
        for (var i = first; i < chunk.After; i++)
        {
            if (s.ActorAt(i) is { Actor.Kind: ActorKind.Agency or ActorKind.Outlet or ActorKind.StateMedia } named)
            {
                return (named.Actor, named.Span);
            }
        }

        if (cues.NounAt(s.Tokens, chunk.First, chunk.After) is not { Class: SourceNoun.Reference, Kinds: { Count: > 0 } kinds } || !kinds.Contains(ActorKind.StateMedia) || s.ActorAt(chunk.Head) is not null)
        {
            return null;
        }

        var span = s.Syntax.SpanOf(first, chunk.After);
        var back = words.Is(s.Tokens[chunk.First], "the") && chunk.After - chunk.First == 2 ? near.Mentioned(span.Start, [ActorKind.Agency, ActorKind.Outlet, ActorKind.StateMedia], null) : null;
        return back is not null ? (back, span)
            : kinds.All(k => k is ActorKind.Agency or ActorKind.Outlet or ActorKind.StateMedia) ? (new Actor(null, span.In(s.Text), ActorKind.Unnamed, near.CountryIn(span)), span)
            : null;
    }
}
