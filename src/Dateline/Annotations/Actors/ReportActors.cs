using Dateline.Annotations.Names;
using Dateline.Text;

namespace Dateline.Annotations.Actors;

/// <summary>Whom a report has introduced so far: what surnames, bracketed abbreviations and "the ministry" go back to.</summary>
public sealed class ReportActors
{
    private readonly Dictionary<string, List<(Actor Actor, TextSpan Span)>> families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Actor Actor, TextSpan Span)> abbreviations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Actor Actor, TextSpan Span)> organs = new(StringComparer.Ordinal);

    /// <summary>Notes a person under the last part of the name, or the family name when the table gives it.</summary>
    public void Introduce(Actor person, string family, TextSpan span)
    {
        var key = Folding.Fold(family);
        if (!families.TryGetValue(key, out var list))
        {
            families.Add(key, list = []);
        }

        list.RemoveAll(f => f.Actor.IsSameAs(person));
        list.Add((person, span));
    }

    /// <summary>Notes an organ of a state under its common noun.</summary>
    public void Introduce(string organ, Actor actor, TextSpan span) => organs[organ] = (actor, span);

    /// <summary>Notes an abbreviation given in brackets.</summary>
    public void Abbreviate(string abbreviation, Actor actor, TextSpan span) => abbreviations[Folding.Fold(abbreviation)] = (actor, span);

    /// <summary>The persons introduced under a family name, latest last.</summary>
    public IReadOnlyList<(Actor Actor, TextSpan Span)> Family(string folded) => families.TryGetValue(folded, out var found) ? found : [];

    /// <summary>The actor introduced with an abbreviation, or null.</summary>
    public (Actor Actor, TextSpan Span)? Abbreviated(string folded) => abbreviations.TryGetValue(folded, out var found) ? found : null;

    /// <summary>The organ last introduced, or null.</summary>
    public (Actor Actor, TextSpan Span)? Organ(string organ) => organs.TryGetValue(organ, out var found) ? found : null;
}
