using Dateline.Annotations;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Claims;
using Dateline.Text;

namespace Dateline.Events.Across;

/// <summary>The sentences of a report, with what was found in them.</summary>
internal sealed class ToldSentences(string text, IReadOnlyList<Sentence> sentences, AnnotationSet annotations)
{
    private const int Most = 12;

    private readonly Dictionary<int, Sentence> byIndex = sentences.ToDictionary(s => s.Index);
    private readonly TextSpan[] found =
    [
        .. annotations.Times.Cast<Annotation>()
            .Concat(annotations.Places.Where(p => p.Place is not null))
            .Concat(annotations.Actors.Where(a => a.Actor.Id is not null || a.Actor.Kind is ActorKind.Person || a.Actor.Country is not null))
            .Concat(annotations.Weapons)
            .Select(a => a.Span).Order(),
    ];

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The sentences in which an event is mentioned, each once, in text order.</summary>
    public IEnumerable<Sentence> Of(Event happening) =>
        happening.Mentions.Select(m => m.Sentence).Distinct().Order().Select(i => byIndex.GetValueOrDefault(i)).OfType<Sentence>();

    /// <summary>The sentences in which it is mentioned, and for news the report's first one.</summary>
    public IReadOnlyList<Sentence> Around(Event happening) => happening.Status is EventStatus.News && sentences.Count > 0 ? [.. Of(happening).Prepend(sentences[0]).DistinctBy(s => s.Index)] : [.. Of(happening)];

    /// <summary>Places smaller than a country and named weapons in some sentences, by their rows or names, in ordinal order.</summary>
    public IReadOnlyList<string> Things(IReadOnlyList<Sentence> around) =>
    [
        .. annotations.Places.Where(p => p.Place is { Precision: not PlacePrecision.Country } && IsIn(around, p)).Select(p => p.Place!.Id)
            .Concat(annotations.Weapons.Where(w => w.System is not null && IsIn(around, w)).Select(w => w.SystemId ?? Folding.Fold(w.System)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>Persons of the tables in some sentences, in ordinal order.</summary>
    public IReadOnlyList<string> Persons(IReadOnlyList<Sentence> around) =>
        [.. annotations.Actors.Where(a => a.Actor is { Kind: ActorKind.Person, Id: not null } && IsIn(around, a)).Select(a => a.Actor.Id!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most)];

    private static bool IsIn(IReadOnlyList<Sentence> around, Annotation found)
    {
        foreach (var sentence in around)
        {
            if (sentence.Span.Contains(found.Span.Start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a position within a time, a place, an actor or a weapon that is known by itself; an unknown name tells more.</summary>
    public bool IsFound(int position)
    {
        foreach (var span in found)
        {
            if (span.Start > position)
            {
                return false;
            }

            if (position < span.End)
            {
                return true;
            }
        }

        return false;
    }
}
