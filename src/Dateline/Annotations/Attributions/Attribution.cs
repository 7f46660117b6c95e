using Dateline.Annotations.Actors;
using Dateline.Annotations.Times;

namespace Dateline.Annotations.Attributions;

/// <summary>How the words of a source are given.</summary>
public enum AttributionMode
{
    /// <summary>Quoted.</summary>
    Direct,

    /// <summary>Reported.</summary>
    Indirect,

    /// <summary>Reported with quoted fragments.</summary>
    Mixed,
}

/// <summary>What the source does with its words.</summary>
public enum Stance
{
    /// <summary>Says that it is so.</summary>
    Asserts,

    /// <summary>Says that it is not so.</summary>
    Denies,

    /// <summary>Will not talk about it.</summary>
    DeclinesToComment,

    /// <summary>Neither confirms nor gives it.</summary>
    DoesNotConfirm,

    /// <summary>Says that it does not know, or is trying to find out.</summary>
    DoesNotKnow,

    /// <summary>Judges from what it knows.</summary>
    Assesses,

    /// <summary>Gives a figure as an estimate.</summary>
    Estimates,

    /// <summary>Suspects, believes, presumes.</summary>
    Suspects,

    /// <summary>Claims without showing.</summary>
    Alleges,

    /// <summary>Warns.</summary>
    Warns,

    /// <summary>Threatens.</summary>
    Threatens,

    /// <summary>Promises, vows.</summary>
    Promises,

    /// <summary>Demands, urges, calls for.</summary>
    Demands,

    /// <summary>Praises, hails, welcomes.</summary>
    Praises,

    /// <summary>Condemns, denounces, criticises.</summary>
    Condemns,

    /// <summary>Proposes, offers.</summary>
    Proposes,

    /// <summary>Orders.</summary>
    Orders,

    /// <summary>Passes on somebody else's words.</summary>
    Quotes,
}

/// <summary>How sure the wording is.</summary>
public enum Certainty
{
    /// <summary>Told as fact: confirmed, announced.</summary>
    Fact,

    /// <summary>Said by its source.</summary>
    Claimed,

    /// <summary>Suspected by an authority that watches.</summary>
    SuspectedByAuthorities,

    /// <summary>Suspected by others.</summary>
    Suspected,

    /// <summary>Held possible.</summary>
    Possible,
}

/// <summary>Who said what: source, cue and content in the terms of the Penn Attribution Relations Corpus.</summary>
/// <param name="Id">a1, a2 … in text order.</param>
/// <param name="Span">From the first to the last word of source, cue and content.</param>
/// <param name="Rule">The clause pattern and the cue's row.</param>
/// <param name="Source">Words of the source; empty when the text names none.</param>
/// <param name="Speaker">Whom the source words mean, or null.</param>
/// <param name="Cue">Words that attribute.</param>
/// <param name="Content">What is attributed, outer quotation marks left out, in text order.</param>
/// <param name="Mode">How it is given.</param>
/// <param name="Stance">What the source does.</param>
/// <param name="Certainty">How sure the wording is.</param>
/// <param name="SaidOn">When it was said, or null.</param>
/// <param name="Within">Id of the attribution that relays this one, or null.</param>
public sealed record Attribution(
    string Id,
    TextSpan Span,
    string Rule,
    IReadOnlyList<TextSpan> Source,
    Actor? Speaker,
    IReadOnlyList<TextSpan> Cue,
    IReadOnlyList<TextSpan> Content,
    AttributionMode Mode,
    Stance Stance,
    Certainty Certainty,
    TimeExpression? SaidOn,
    string? Within) : Annotation(Span, Rule)
{
    /// <summary>Who says it jointly with <see cref="Speaker"/> ("Riga and Tallinn said"), in text order; mostly empty.</summary>
    public IReadOnlyList<Actor> Joint { get; init; } = [];

    /// <summary>The medium it was said to or through ("told AFP", "on state television"), or null: the link of the chain before <see cref="Speaker"/>.</summary>
    public Actor? Relay { get; init; }

    /// <summary>The words that name <see cref="Relay"/>, or null.</summary>
    public TextSpan? RelayWords { get; init; }

    /// <summary>True when the words lie in what is attributed.</summary>
    public bool Covers(TextSpan words)
    {
        foreach (var content in Content)
        {
            if (content.Contains(words))
            {
                return true;
            }
        }

        return false;
    }
}
