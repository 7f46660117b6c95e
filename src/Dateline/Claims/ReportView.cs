using Dateline.Annotations;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Places;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Annotations.Weapons;
using Dateline.Articles;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>A report as the claims room sees it: syntax per sentence and the annotations of each sentence.</summary>
public sealed class ReportView
{
    private readonly Dictionary<string, Attribution> attributionById;
    private readonly CoveringAttributions covering;
    private readonly int[] leadRanks;
    private readonly IReadOnlyList<PlaceMention> places;

    /// <summary>Sorts the annotations by sentence.</summary>
    public ReportView(Article article, IReadOnlyList<SentenceSyntax> sentences, AnnotationSet annotations)
    {
        Article = article;
        Sentences = sentences;
        Annotations = annotations;
        places = OpenPlaces.Read(article.Text, sentences, annotations.Places);
        attributionById = annotations.Attributions.ToDictionary(a => a.Id, StringComparer.Ordinal);
        covering = new CoveringAttributions(annotations.Attributions);
        leadRanks = new int[sentences.Count];
        var rank = 0;
        for (var i = 0; i < leadRanks.Length; i++)
        {
            var isBody = article.Blocks[sentences[i].Sentence.Block].Kind == BlockKind.Body;
            leadRanks[i] = isBody ? rank++ : 0;
        }
    }

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>Its sentences.</summary>
    public IReadOnlyList<SentenceSyntax> Sentences { get; }

    /// <summary>Its annotations.</summary>
    public AnnotationSet Annotations { get; }

    /// <summary>How far down a sentence stands: 0 for headlines and the first sentence of the body, then 1, 2 …</summary>
    public int LeadRank(Text.Sentence sentence) => leadRanks[sentence.Index];

    /// <summary>The canonical text.</summary>
    public string Text => Article.Text;

    /// <summary>Actors inside a span.</summary>
    public IEnumerable<ActorMention> Actors(TextSpan span) => Within(Annotations.Actors, span);

    /// <summary>Weapons inside a span.</summary>
    public IEnumerable<WeaponMention> Weapons(TextSpan span) => Within(Annotations.Weapons, span);

    /// <summary>Places inside a span; names no gazetteer has are places without coordinates.</summary>
    public IEnumerable<PlaceMention> Places(TextSpan span) => Within(places, span);

    /// <summary>Times inside a span.</summary>
    public IEnumerable<TimeExpression> Times(TextSpan span) => Within(Annotations.Times, span);

    /// <summary>Quantities inside a span.</summary>
    public IEnumerable<Quantity> Quantities(TextSpan span) => Within(Annotations.Quantities, span);

    /// <summary>Ordinals inside a span.</summary>
    public IEnumerable<Ordinal> Ordinals(TextSpan span) => Within(Annotations.Ordinals, span);

    /// <summary>The innermost attribution whose content holds the words, or null for the outlet's own voice.</summary>
    public Attribution? AttributionOf(TextSpan words)
    {
        Attribution? best = null;
        var bestLength = int.MaxValue;
        foreach (var index in covering.Of(words))
        {
            var attribution = Annotations.Attributions[index];
            var length = attribution.Content.Sum(c => c.Length);
            if (length < bestLength || (length == bestLength && string.Equals(attribution.Within, best!.Id, StringComparison.Ordinal)))
            {
                (best, bestLength) = (attribution, length);
            }
        }

        return best;
    }

    /// <summary>The chain from the relay nearest the page to the primary source.</summary>
    public IReadOnlyList<Teller> Chain(Attribution? attribution)
    {
        var chain = new List<Teller>();
        for (var at = attribution; at is not null && chain.Count < 8; at = at.Within is { } outer ? attributionById.GetValueOrDefault(outer) : null)
        {
            if (at.Speaker is { } speaker && (chain.Count == 0 || !chain[0].Actor.IsSameAs(speaker)))
            {
                chain.Insert(0, new Teller(speaker, at.Source.Count > 0 ? at.Source[0] : null) { With = at.Joint });
            }

            if (at.Relay is { } relay && chain.Count > 0 && !chain[0].Actor.IsSameAs(relay) && !IsPublisher(relay))
            {
                chain.Insert(0, new Teller(relay, at.RelayWords));
            }
        }

        return chain;
    }

    // what was told to the outlet itself passed through nobody else
    private bool IsPublisher(Actor actor) =>
        Article.Outlet is { } outlet && (outlet.Id is null || actor.Id is null ? string.Equals(outlet.Name, actor.Name, StringComparison.OrdinalIgnoreCase) : string.Equals(outlet.Id, actor.Id, StringComparison.Ordinal));

    private static IEnumerable<T> Within<T>(IReadOnlyList<T> sorted, TextSpan span)
        where T : Annotation
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].Span.Start < span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        List<T>? inside = null;
        for (var i = low; i < sorted.Count && sorted[i].Span.Start < span.End; i++)
        {
            if (sorted[i].Span.End <= span.End)
            {
                (inside ??= []).Add(sorted[i]);
            }
        }

        return inside is null ? Enumerable.Empty<T>() : inside;
    }
}
