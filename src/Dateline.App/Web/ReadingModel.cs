using Dateline.Views;

namespace Dateline.App.Web;

/// <summary>One reading on a page: the text on one side, what was read on the other.</summary>
/// <param name="Title">Its title; its source where it has none.</param>
/// <param name="View">The reading arranged for people.</param>
/// <param name="Text">Its text.</param>
/// <param name="Voices">Who speaks, in the order they speak.</param>
/// <param name="VoiceOf">The primary source of each claim; none for the outlet's own voice.</param>
/// <param name="Prefix">What sets its anchors apart from those of other readings on the page.</param>
/// <param name="Entries">The entries of a live blog.</param>
public sealed record ReadingModel(string Title, ReadingView View, MarkedText Text, IReadOnlyList<Voice> Voices, IReadOnlyDictionary<string, Voice> VoiceOf, string Prefix, IReadOnlyList<ReadingModel> Entries)
{
    /// <summary>The event of the record for each event of the report; empty for a report that is not kept.</summary>
    public IReadOnlyDictionary<string, string> Events { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What a person said of a claim.</summary>
    public IReadOnlyDictionary<string, string> Judged { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Arranges a reading.</summary>
    public static ReadingModel Of(Reading reading, string prefix = "")
    {
        var claims = reading.Events.Events.SelectMany(happening => happening.Claims).ToList();
        var marks = claims.SelectMany(claim => Mark.Of(claim.Id, claim.Claim.Evidence))
            .Concat(reading.Events.Events.SelectMany(happening => Mark.Of(happening.Id, happening.Mentions.Select(mention => mention.Trigger))))
            .ToList();
        var voices = new Voices();
        var text = MarkedText.Of(reading.Article, reading.Annotations.Attributions, marks, voices);
        var voiceOf = claims.Where(claim => claim.Claim.AccordingTo.Count > 0).ToDictionary(claim => claim.Id, claim => voices.Of(claim.Claim.AccordingTo[^1].Actor), StringComparer.Ordinal);
        return new ReadingModel(
            Inert.Line(reading.Article.Title ?? reading.Document.Origin),
            ReadingView.Of(reading),
            text,
            [.. voices.All],
            voiceOf,
            prefix,
            [.. reading.Entries.Select((entry, i) => Of(entry, $"n{i + 1}-"))]);
    }
}
