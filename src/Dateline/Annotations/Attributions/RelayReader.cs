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
