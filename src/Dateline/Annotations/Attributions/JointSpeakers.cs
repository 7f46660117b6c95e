using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Finds who speaks jointly with the first speaker: "the coast guard and the fisheries bureau said".</summary>
internal static class JointSpeakers
{
    /// <summary>The other speakers among the words of a source, in text order.</summary>
    public static IReadOnlyList<Actor> Of(CueSentence s, string text, CueLexicon cues, NounChunk speaking, int first, int after, Actor? speaker)
    {
        List<Actor>? joint = null;
        foreach (var chunk in s.Syntax.Nouns)
        {
            if (chunk.First <= speaking.First || chunk.Head >= after || chunk.First < first || chunk.Preposition >= 0 || !IsJoined(s, chunk) || s.Is(chunk.First - 1, '('))
            {
                continue;
            }

            var actor = Meant(s, text, cues, chunk, after);
            if (actor is not null && speaker is not null && !actor.IsSameAs(speaker) && joint?.Exists(a => a.IsSameAs(actor)) is not true)
            {
                (joint ??= []).Add(actor);
            }
        }

        return joint ?? (IReadOnlyList<Actor>)[];
    }

    /// <summary>The words of a source from its first to where somebody else is joined to the speaking chunk.</summary>
    public static TextSpan WithoutOthers(CueSentence s, NounChunk speaking, int first, int after)
    {
        foreach (var chunk in s.Syntax.Nouns)
        {
            if (chunk.First > speaking.After && chunk.Head < after && chunk.Preposition < 0 && chunk.Possessor < 0 && s.Tokens[chunk.First - 1].Tag == PartOfSpeech.CoordinatingConjunction)
            {
                return s.Syntax.SpanOf(first, chunk.First - 1);
            }
        }

        return s.Syntax.SpanOf(first, after);
    }

    // right behind "and" or a comma, itself or its owner
    private static bool IsJoined(CueSentence s, NounChunk chunk)
    {
        if (chunk.Possessor >= 0)
        {
            return IsJoined(s, s.Syntax.Nouns[chunk.Possessor]);
        }

        return chunk.First > 0 && (s.Tokens[chunk.First - 1].Tag == PartOfSpeech.CoordinatingConjunction || s.Is(chunk.First - 1, ','));
    }

    private static Actor? Meant(CueSentence s, string text, CueLexicon cues, NounChunk chunk, int after)
    {
        var owns = s.Syntax.NounAt(Math.Min(chunk.After + 1, s.End - 1)) is >= 0 and var next && s.Syntax.Nouns[next].Possessor >= 0 && s.Syntax.Nouns[s.Syntax.Nouns[next].Possessor].First == chunk.First && s.Syntax.Nouns[next].Head < after;
        if (owns)
        {
            return null; // the owned chunk stands for it
        }

        if (s.ActorAt(chunk.Head) is { } named)
        {
            return named.Actor;
        }

        if (s.Tokens[chunk.Head] is { Tag: PartOfSpeech.ProperNoun, IsCapitalised: true, Form: not WordForm.Plural } && s.Tokens[chunk.First].IsCapitalised)
        {
            return new Actor(null, s.Syntax.SpanOf(chunk).In(text), chunk.After - chunk.First > 1 ? ActorKind.Person : ActorKind.Organization, null);
        }

        return cues.NounAt(s.Tokens, chunk.First, chunk.After) is { Class: SourceNoun.Unnamed or SourceNoun.Person or SourceNoun.Reference } ? new Actor(null, s.Syntax.SpanOf(chunk).In(text), ActorKind.Unnamed, null) : null;
    }
}
