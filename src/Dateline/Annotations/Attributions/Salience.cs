using Dateline.Annotations.Actors;

namespace Dateline.Annotations.Attributions;

/// <summary>Who spoke or acted where: what pronouns and "the agency" go back to.</summary>
internal sealed class Salience
{
    private const int Reach = 6; // sentences a person stays in mind for a pronoun

    private readonly List<(Actor Actor, int Sentence, bool Spoke, bool Person, bool Plural)> seen = [];
    private (Actor Actor, int Sentence)? stranger;

    /// <summary>Notes a speaker.</summary>
    public void Spoke(Actor actor, int sentence, bool person, bool plural) => seen.Add((actor, sentence, true, person || actor.Kind == ActorKind.Person, plural));

    /// <summary>Notes a subject that did something.</summary>
    public void Did(Actor actor, int sentence, bool plural)
    {
        if (seen.Count == 0 || seen[^1].Sentence != sentence || !seen[^1].Actor.IsSameAs(actor))
        {
            seen.Add((actor, sentence, false, actor.Kind == ActorKind.Person, plural));
        }
    }

    /// <summary>Notes a subject that is a name nobody knows.</summary>
    public void Came(Actor actor, int sentence) => stranger = (actor, sentence);

    /// <summary>The name nobody knows that was the last subject, in the sentence at hand or the one before; else null.</summary>
    public Actor? LastStranger(int sentence) => stranger is { } last && last.Sentence >= sentence - 1 ? last.Actor : null;

    /// <summary>The last speaker that fits, else null.</summary>
    public Actor? Last(Func<Actor, bool> fits)
    {
        for (var i = seen.Count - 1; i >= 0; i--)
        {
            if (seen[i].Spoke && fits(seen[i].Actor))
            {
                return seen[i].Actor;
            }
        }

        return null;
    }

    /// <summary>The one that spoke last, when it was in the sentence at hand or the one before; else null.</summary>
    public Actor? LastSpeaker(int sentence)
    {
        for (var i = seen.Count - 1; i >= 0 && seen[i].Sentence >= sentence - 1; i--)
        {
            if (seen[i].Spoke)
            {
                return seen[i].Actor;
            }
        }

        return null;
    }

    /// <summary>The person of the latest sentence, one that spoke before one that acted; <paramref name="earlier"/>: of a sentence before.</summary>
    public Actor? LastPerson(int sentence, bool earlier = false)
    {
        var best = -1;
        for (var i = seen.Count - 1; i >= 0 && seen[i].Sentence >= sentence - Reach; i--)
        {
            if (seen[i].Person && !(earlier && seen[i].Sentence >= sentence) && (best < 0 || (seen[i].Sentence == seen[best].Sentence && seen[i].Spoke && !seen[best].Spoke)))
            {
                best = i;
            }
        }

        return best >= 0 ? seen[best].Actor : null;
    }

    /// <summary>The several that spoke or acted last ("officials", "the Joint Chiefs"), else the last speaker that is no person.</summary>
    public Actor? LastSeveral(int sentence)
    {
        for (var i = seen.Count - 1; i >= 0 && seen[i].Sentence >= sentence - Reach; i--)
        {
            if (seen[i].Plural || (seen[i] is { Spoke: true, Person: false } && seen[i].Sentence >= sentence - 1))
            {
                return seen[i].Actor;
            }
        }

        return Last(a => a.Kind != ActorKind.Person);
    }

    /// <summary>The organisation or state that spoke last.</summary>
    public Actor? LastThing()
    {
        for (var i = seen.Count - 1; i >= 0; i--)
        {
            if (seen[i].Spoke && !seen[i].Person)
            {
                return seen[i].Actor;
            }
        }

        return null;
    }
}
