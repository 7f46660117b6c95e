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
    private const int LeadSentences = 4; // with the title
    private const int Opening = 3; // what is told in one of these is what the report is about

    private readonly Dictionary<int, Sentence> byIndex = sentences.ToDictionary(s => s.Index);
    private readonly (TextSpan Span, int Surname)[] found =
    [
        .. annotations.Times.Cast<Annotation>()
            .Concat(annotations.Places.Where(p => p.Place is not null))
            .Concat(annotations.Actors.Where(a => a.Actor.Id is not null || a.Actor.Kind is ActorKind.Person || a.Actor is { Country: not null, Kind: not ActorKind.Organization }))
            .Concat(annotations.Weapons)
            .Select(a => (a.Span, Surname: IsToldOf(a, annotations) ? SurnameOf(text, a.Span) : -1)).OrderBy(a => a.Span),
    ];

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>Where its first sentences end.</summary>
    public int LeadEnd => sentences.Count == 0 ? 0 : sentences[Math.Min(Opening, sentences.Count) - 1].Span.End;

    /// <summary>The sentences in which an event is mentioned, each once, in text order.</summary>
    public IEnumerable<Sentence> Of(Event happening) =>
        happening.Mentions.Select(m => m.Sentence).Distinct().Order().Select(i => byIndex.GetValueOrDefault(i)).OfType<Sentence>();

    /// <summary>The sentences in which it is mentioned, and for news the report's first one.</summary>
    public IReadOnlyList<Sentence> Around(Event happening) => happening.Status is EventStatus.News && sentences.Count > 0 ? [.. Of(happening).Prepend(sentences[0]).DistinctBy(s => s.Index)] : [.. Of(happening)];

    /// <summary>The same, with the first sentences of a report that opens with it.</summary>
    public IEnumerable<Sentence> Lead(Event happening) =>
        happening.Status is EventStatus.News && sentences.Count > 0 && happening.Mentions.Any(m => m.Sentence <= sentences[Math.Min(Opening, sentences.Count) - 1].Index) ? Of(happening).Concat(sentences.Take(LeadSentences)).DistinctBy(s => s.Index) : Of(happening);

    /// <summary>Places smaller than a country and named weapons in some sentences, by their rows or names, in ordinal order.</summary>
    public IReadOnlyList<string> Things(IReadOnlyList<Sentence> around) =>
    [
        .. annotations.Places.Where(p => p.Place is { Precision: not PlacePrecision.Country } && IsIn(around, p)).Select(p => p.Place!.Id)
            .Concat(annotations.Weapons.Where(w => w.System is not null && IsIn(around, w)).Select(w => w.SystemId ?? Folding.Fold(w.System)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>Persons of the tables in some sentences, and bodies that are no state's, in ordinal order.</summary>
    public IReadOnlyList<string> Persons(IReadOnlyList<Sentence> around) =>
        [.. annotations.Actors.Where(a => a.Actor is { Kind: ActorKind.Person or ActorKind.Organization, Id: not null } && IsIn(around, a)).Select(a => a.Actor.Id!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most)];

    // A person no table has, and who is not heard but told of: one killed, freed, arrested.
    private static bool IsToldOf(Annotation found, AnnotationSet annotations) =>
        found is ActorMention { Actor: { Kind: ActorKind.Person, Id: null } person } && !annotations.Attributions.Any(a => a.Speaker is { } speaker && speaker.IsSameAs(person));

    private static int SurnameOf(string text, TextSpan name) => text.LastIndexOf(' ', name.End - 1, name.End - name.Start) + 1 is > 0 and var after ? after : name.Start;

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

    /// <summary>True for a position within a time, a place, an actor or a weapon that is known by itself; an unknown name tells more, and so does the surname of a person told of.</summary>
    public bool IsFound(int position)
    {
        foreach (var (span, surname) in found)
        {
            if (span.Start > position)
            {
                return false;
            }

            if (position < span.End)
            {
                return position != surname;
            }
        }

        return false;
    }
}
