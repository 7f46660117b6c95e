using System.Text.Json;
using Dateline.Claims;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.App.Web;

/// <summary>The event that a person is asked about.</summary>
/// <param name="Event">The event.</param>
/// <param name="Reasons">Why it wants a look.</param>
/// <param name="Proposals">Events it may be one with.</param>
public sealed record ReviewedEvent(EventModel Event, IReadOnlyList<string> Reasons, IReadOnlyList<ReviewProposal> Proposals)
{
    /// <summary>Its id.</summary>
    public string Id => Event.Row.Plain("id");
}

/// <summary>The Review page.</summary>
/// <param name="Token">Makes its forms good.</param>
/// <param name="By">Who decides, or null.</param>
/// <param name="Shown">The event to decide about; null when nothing wants a look.</param>
/// <param name="Noted">The judgement that was noted last, or null.</param>
/// <param name="Problem">Why the last line was not noted, or null.</param>
/// <param name="Query">Which events are gone through.</param>
public sealed record ReviewModel(string Token, string? By, ReviewedEvent? Shown, string? Noted, string? Problem, EventsQuery Query)
{
    /// <summary>Judgements there were when this was shown: what comes later was not seen.</summary>
    public int Seen { get; init; }

    /// <summary>The event the last judgement was about, or null.</summary>
    public string? About { get; init; }

    /// <summary>What others decided about the same while a person was deciding.</summary>
    public IReadOnlyList<Judgement> Meanwhile { get => field ??= []; init; }

    /// <summary>A judgement in one line: "reject by Lee at 12:04 UTC: misread".</summary>
    public static string Line(Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        var by = judgement.By is { } name ? " by " + name : " by somebody without a name";
        return Inert.Line($"{ValueWords.Spaced(JudgementKindNames.Of(judgement.Kind))}{by} at {judgement.At.Split('T')[^1][..5]} UTC{(judgement.Why is { } why ? ": " + why : "")}");
    }

    /// <summary>The next event that wants a look; null when none does.</summary>
    /// <param name="reader">The record.</param>
    /// <param name="filter">Which events are gone through.</param>
    /// <param name="at">The event to begin with, or null for the first.</param>
    /// <param name="isAfter">True to begin behind it.</param>
    /// <param name="codebook">Kinds and roles.</param>
    public static ReviewedEvent? Next(ILedgerReader reader, LedgerFilter filter, string? at, bool isAfter, Codebook codebook)
    {
        var queue = new ReviewQueue(reader);
        var candidates = queue.Candidates(filter);
        var begin = at is null ? -1 : candidates.ToList().FindIndex(candidate => string.Equals(candidate.Id, at, StringComparison.Ordinal));

        // Somebody who stays at an event sees it though nothing about it asks for a look any more.
        if (!isAfter && at is not null && reader.Event(at) is { } asked)
        {
            return Of(reader, queue, asked, begin >= 0 ? queue.Item(candidates[begin])?.Reasons ?? [] : [], codebook);
        }

        foreach (var candidate in candidates.Skip(begin + 1))
        {
            if (queue.Item(candidate) is { } item)
            {
                return Of(reader, queue, item.Event, item.Reasons, codebook);
            }
        }

        return null;
    }

    private static ReviewedEvent Of(ILedgerReader reader, ReviewQueue queue, EventRow happening, IReadOnlyList<string> reasons, Codebook codebook)
    {
        var model = EventModel.Of(reader, happening, codebook);
        return new ReviewedEvent(model, reasons, queue.Near(model.Row));
    }
}
