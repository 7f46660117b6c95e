using Dateline.Text;

namespace Dateline.Annotations.Actors;

/// <summary>Who was named in the sentences read so far, and as what: what "he", "it" and "the two leaders" are looked for in.</summary>
public sealed class Discourse
{
    private readonly List<Seen> seen = [];

    /// <summary>Number of the sentence being read.</summary>
    public int Sentence { get; private set; } = -1;

    /// <summary>Goes on to the next sentence.</summary>
    public void Next() => Sentence++;

    /// <summary>Notes an actor of the sentence being read.</summary>
    public void Add(Actor actor, TextSpan span, TextSpan name, bool subject, bool plural, string? pronoun) => seen.Add(new Seen(actor, span, name, Sentence, subject, plural, pronoun));

    /// <summary>Who was seen so many sentences ago, in the order they were noted.</summary>
    public IEnumerable<Seen> Ago(int sentences)
    {
        for (var i = FirstOf(Sentence - sentences); i < seen.Count && seen[i].Sentence <= Sentence - sentences; i++)
        {
            yield return seen[i];
        }
    }

    /// <summary>Everybody seen in the last so many sentences and the one being read.</summary>
    public IEnumerable<Seen> Within(int sentences) => seen.Skip(FirstOf(Sentence - sentences));

    private int FirstOf(int sentence)
    {
        var i = seen.Count;
        while (i > 0 && seen[i - 1].Sentence >= sentence)
        {
            i--;
        }

        return i;
    }

    /// <summary>One mention of an actor.</summary>
    /// <param name="Actor">Who; of the kind unnamed for "a resident", whom "he" may mean as well.</param>
    /// <param name="Span">The words.</param>
    /// <param name="Name">For a pronoun, the name it goes back to; else the words themselves.</param>
    /// <param name="Sentence">Number of its sentence.</param>
    /// <param name="Subject">True for the subject of a main clause.</param>
    /// <param name="Plural">True for words that mean several.</param>
    /// <param name="Pronoun">he or she when known, else null.</param>
    public sealed record Seen(Actor Actor, TextSpan Span, TextSpan Name, int Sentence, bool Subject, bool Plural, string? Pronoun)
    {
        /// <summary>True for persons, with a name or without.</summary>
        public bool IsPerson => Actor.Kind is ActorKind.Person or ActorKind.Unnamed;

        /// <summary>True when the pronoun can stand for it.</summary>
        public bool Agrees(string pronoun) => Pronoun is null || string.Equals(Pronoun, pronoun, StringComparison.Ordinal);
    }
}
