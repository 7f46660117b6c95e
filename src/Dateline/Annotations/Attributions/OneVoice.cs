using Dateline.Annotations.Actors;

namespace Dateline.Annotations.Attributions;

/// <summary>Names one speaker where a report calls one voice by two names: its armed forces and their joint staff.</summary>
internal static class OneVoice
{
    /// <summary>Gives what the whole says to its voice (lexicon/voices.tsv) in a report that names the voice, too.</summary>
    public static void Join(CueLexicon cues, IReadOnlyList<ActorMention> actors, List<Attribution> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Speaker?.Id is { } id && Voice(cues, id, actors) is { } voice)
            {
                found[i] = found[i] with { Speaker = voice, Rule = found[i].Rule + ", whose voice is named" };
            }
        }
    }

    private static Actor? Voice(CueLexicon cues, string whole, IReadOnlyList<ActorMention> actors)
    {
        foreach (var mention in actors)
        {
            if (mention.Actor.Id is { } id && cues.SpeaksFor(id, whole))
            {
                return mention.Actor;
            }
        }

        return null;
    }
}
