using Dateline.Annotations;
using Dateline.Annotations.Actors;
using Dateline.Text;

namespace Dateline.Events.Across;

/// <summary>The sentences of a report, with what was found in them.</summary>
internal sealed class ToldSentences(string text, IReadOnlyList<Sentence> sentences, AnnotationSet annotations)
{
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
