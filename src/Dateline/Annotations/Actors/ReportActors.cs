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
    private readonly Dictionary<ActorKind, (Actor Actor, TextSpan Span)> kinds = [];
    private readonly Dictionary<ActorKind, (Actor Actor, TextSpan Span)> rivals = [];
    private readonly Dictionary<string, Actor> unknown = new(StringComparer.Ordinal);

    /// <summary>Notes a person under the last part of the name, or the family name when the table gives it.</summary>
    public void Introduce(Actor person, string family, TextSpan span)
    {
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
        if (kinds.TryGetValue(actor.Kind, out var before) && !before.Actor.IsSameAs(actor))
        {
            rivals[actor.Kind] = before;
        }

        kinds[actor.Kind] = (actor, span);
    }

    /// <summary>True when another actor of its kind was named so near that "the party" may be either.</summary>
    public bool IsRivalled(Actor actor, TextSpan span) => rivals.TryGetValue(actor.Kind, out var other) && !other.Actor.IsSameAs(actor) && span.Start - other.Span.End < RivalDistance;

    /// <summary>Notes an abbreviation given in brackets.</summary>
    public void Abbreviate(string abbreviation, Actor actor, TextSpan span) => abbreviations[Folding.Fold(abbreviation)] = (actor, span);

    /// <summary>The persons introduced under a family name: who was named most often first, of equals the latest.</summary>
    public IReadOnlyList<Introduced> Family(string folded) =>
        families.TryGetValue(folded, out var found) ? [.. found.OrderByDescending(f => f.Times).ThenByDescending(f => f.Span.Start)] : [];

    /// <summary>The actor introduced with an abbreviation, or null.</summary>
    public (Actor Actor, TextSpan Span)? Abbreviated(string folded) => abbreviations.TryGetValue(folded, out var found) ? found : null;

    /// <summary>The organ last introduced, or null.</summary>
    public (Actor Actor, TextSpan Span)? Organ(string organ) => organs.TryGetValue(organ, out var found) ? found : null;

    /// <summary>The actor of one of these kinds named last, or null.</summary>
    public (Actor Actor, TextSpan Span)? Last(IEnumerable<ActorKind> of)
    {
        (Actor Actor, TextSpan Span)? last = null;
        foreach (var kind in of)
        {
            if (kinds.TryGetValue(kind, out var named) && (last is null || named.Span.Start > last.Value.Span.Start))
            {
                last = named;
            }
        }

        return last;
    }

    /// <summary>A person under a family name.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="Span">The last full mention.</param>
    /// <param name="Times">Number of full mentions.</param>
    public sealed record Introduced(Actor Actor, TextSpan Span, int Times);
}
