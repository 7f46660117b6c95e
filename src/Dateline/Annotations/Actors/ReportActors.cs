using Dateline.Annotations.Names;
using Dateline.Text;

namespace Dateline.Annotations.Actors;

/// <summary>Whom a report has introduced so far: what surnames, bracketed abbreviations and "the ministry" go back to.</summary>
public sealed class ReportActors
{
    private const int RivalDistance = 120; // characters: within one sentence

    private readonly Dictionary<string, List<Introduced>> families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Actor Actor, TextSpan Span)> abbreviations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Actor Actor, TextSpan Span)> organs = new(StringComparer.Ordinal);
    private readonly List<(Actor Actor, TextSpan Span)> named = []; // each actor once, the one named last at the end
    private readonly Dictionary<string, Actor> unknown = new(StringComparer.Ordinal);

    /// <summary>Notes a person under the last part of the name, or the family name when the table gives it.</summary>
    public void Introduce(Actor person, string family, TextSpan span)
    {
        if (family.LastIndexOf('-') is > 0 and var hyphen && hyphen + 1 < family.Length && char.IsUpper(family[hyphen + 1]))
        {
            Introduce(person, family[(hyphen + 1)..], span); // "Berg-Holm" is looked up by its last word
        }

        var key = Folding.Fold(family);
        if (!families.TryGetValue(key, out var list))
        {
            families.Add(key, list = []);
        }

        var at = list.FindIndex(f => f.Actor.IsSameAs(person));
        var times = at >= 0 ? list[at].Times + 1 : 1;
        if (at >= 0)
        {
            list.RemoveAt(at);
        }

        list.Add(new Introduced(person, span, times));
    }

    /// <summary>
    /// The person a name no table has stands for: the one introduced under the same letters ("Ri Hi Yong", "Ri Hi-yong"),
    /// with what the text has said of him so far; else this one.
    /// </summary>
    public Actor Known(Actor person)
    {
        var letters = string.Concat(Folding.Fold(person.Name).Where(char.IsLetter));
        if (unknown.TryGetValue(letters, out var before))
        {
            person = before with { Country = before.Country ?? person.Country, Title = person.Title ?? before.Title };
        }

        unknown[letters] = person;
        return person;
    }

    /// <summary>Notes an organ of a state under its common noun.</summary>
    public void Introduce(string organ, Actor actor, TextSpan span) => organs[organ] = (actor, span);

    /// <summary>Notes any actor that is no person, for "the agency", "the ministry".</summary>
    public void Name(Actor actor, TextSpan span)
    {
        named.RemoveAll(n => n.Actor.IsSameAs(actor));
        named.Add((actor, span));
    }

    /// <summary>
    /// Whom "the group", "the ministry" goes back to: the last actor it fits. Of two named so near that it may be either, the subject
    /// of the sentence before; else null.
    /// </summary>
    internal (Actor Actor, TextSpan Span)? Meant(ActorReference reference, string text, IEnumerable<Discourse.Seen> before)
    {
        (Actor Actor, TextSpan Span)? last = null;
        for (var i = named.Count - 1; i >= 0; i--)
        {
            if (!Fits(reference, named[i], text))
            {
                continue;
            }

            if (last is not { } one)
            {
                last = named[i];
                continue;
            }

            if (one.Span.Start - named[i].Span.End >= RivalDistance || !AreRivals(reference, one, named[i], text))
            {
                break;
            }

            return before.Where(b => b.Subject && (b.Actor.IsSameAs(one.Actor) || b.Actor.IsSameAs(named[i].Actor))).Select(b => b.Actor).ToList() is [var subject]
                ? subject.IsSameAs(one.Actor) ? one : named[i]
                : null;
        }

        return last;
    }

    /// <summary>True for an organisation the report has named.</summary>
    public bool Knows(Actor actor) => named.Exists(n => n.Actor.IsSameAs(actor));

    /// <summary>The actor of the tables that these words, or longer ones that end with them, named before in the report; or null.</summary>
    public Actor? CalledSo(string words, string text)
    {
        foreach (var (actor, span) in named)
        {
            var called = span.Of(text);
            if (actor.Id is not null && called.EndsWith(words, StringComparison.OrdinalIgnoreCase)
                && (called.Length == words.Length || (called[called.Length - words.Length - 1] == ' ' && words.Contains(' ', StringComparison.Ordinal))))
            {
                return actor;
            }
        }

        return null;
    }

    // "the department" is what is called so; international bodies go by their own nouns only, since any group or organisation may be meant
    private static bool Fits(ActorReference reference, (Actor Actor, TextSpan Span) one, string text)
    {
        var actor = one.Actor;
        return (reference.Kinds.Contains(actor.Kind) && (actor.Kind is not (ActorKind.Ministry or ActorKind.Organization)
                || (actor.Kind == ActorKind.Organization && (actor.Id is null || actor.Country is not null || reference.Bodies.Contains(actor.Id, StringComparer.Ordinal)))))
            || IsCalled(reference, one, text);
    }

    private static bool IsCalled(ActorReference reference, (Actor Actor, TextSpan Span) one, string text) =>
        Holds(one.Actor.Name, reference.Noun) || Holds(one.Span.Of(text), reference.Noun);

    // as a word of the name, Organization or Organisation
    private static bool Holds(ReadOnlySpan<char> name, string noun)
    {
        for (var at = 0; at + noun.Length <= name.Length; at++)
        {
            if ((at == 0 || name[at - 1] == ' ') && (at + noun.Length == name.Length || !char.IsLetter(name[at + noun.Length])) && IsWord(name.Slice(at, noun.Length), noun))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(ReadOnlySpan<char> word, string noun)
    {
        for (var i = 0; i < noun.Length; i++)
        {
            var (left, right) = (char.ToLowerInvariant(word[i]), noun[i]);
            if (left != right && !(left is 's' or 'z' && right is 's' or 'z'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreRivals(ActorReference reference, (Actor Actor, TextSpan Span) one, (Actor Actor, TextSpan Span) other, string text) =>
        one.Actor.Kind == other.Actor.Kind || (!IsCalled(reference, one, text) && !IsCalled(reference, other, text));

    /// <summary>Notes an abbreviation given in brackets.</summary>
    public void Abbreviate(string abbreviation, Actor actor, TextSpan span) => abbreviations[Folding.Fold(abbreviation)] = (actor, span);

    /// <summary>The persons introduced under a family name: who was named most often first, of equals the latest.</summary>
    public IReadOnlyList<Introduced> Family(string folded) =>
        families.TryGetValue(folded, out var found) ? [.. found.OrderByDescending(f => f.Times).ThenByDescending(f => f.Span.Start)] : [];

    /// <summary>The one person introduced whose name holds a word ("General Zubair" after Zubair Mahmood Hayat), or null.</summary>
    public Introduced? Holding(string folded)
    {
        Introduced? only = null;
        foreach (var person in families.Values.SelectMany(f => f))
        {
            if (!person.Actor.Name.Split(' ').Any(part => string.Equals(Folding.Fold(part), folded, StringComparison.Ordinal)))
            {
                continue;
            }

            if (only is not null && !only.Actor.IsSameAs(person.Actor))
            {
                return null;
            }

            only = person;
        }

        return only;
    }

    /// <summary>The actor introduced with an abbreviation, or null.</summary>
    public (Actor Actor, TextSpan Span)? Abbreviated(string folded) => abbreviations.TryGetValue(folded, out var found) ? found : null;

    /// <summary>The organ last introduced, or null.</summary>
    public (Actor Actor, TextSpan Span)? Organ(string organ) => organs.TryGetValue(organ, out var found) ? found : null;

    /// <summary>The actor of one of these kinds named last, or null.</summary>
    public (Actor Actor, TextSpan Span)? Last(IEnumerable<ActorKind> of)
    {
        for (var i = named.Count - 1; i >= 0; i--)
        {
            if (of.Contains(named[i].Actor.Kind))
            {
                return named[i];
            }
        }

        return null;
    }

    /// <summary>A person under a family name.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="Span">The last full mention.</param>
    /// <param name="Times">Number of full mentions.</param>
    public sealed record Introduced(Actor Actor, TextSpan Span, int Times);
}
