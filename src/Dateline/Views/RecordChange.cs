using System.Text.Json;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;

namespace Dateline.Views;

/// <summary>How something stands to how it was.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    New,

    /// <summary>It is told, or read, otherwise.</summary>
    Changed,

    /// <summary>It is not there any more.</summary>
    Withdrawn,

    /// <summary>A person decided something.</summary>
    Judged,
}

/// <summary>One thing that changed between two states of a record, or two versions of a page.</summary>
/// <param name="Kind">How.</param>
/// <param name="Report">The report, or the later version: id and source.</param>
/// <param name="Earlier">The earlier version of the page; null where one report was read twice.</param>
/// <param name="EventKind">Kind of the event it is, or is a claim of; null for text and for claims of no event.</param>
/// <param name="Role">The claim's role; "text" for a paragraph; null for an event.</param>
/// <param name="Before">How it was, or null.</param>
/// <param name="After">How it is, or null.</param>
/// <param name="Judgement">What somebody decided, or null.</param>
public sealed record RecordChange(ChangeKind Kind, (string Id, string Source) Report, (string Id, string Source)? Earlier, string? EventKind, string? Role, ToldSide? Before, ToldSide? After, JudgementStanding? Judgement = null);

/// <summary>One side of a change.</summary>
/// <param name="Value">A claim's value, or null.</param>
/// <param name="Words">The value, or an event's kind and status, in words; for a paragraph the paragraph.</param>
/// <param name="Evidence">The exact words.</param>
/// <param name="Factuality">How a claim stands to the facts, or null.</param>
/// <param name="AccordingTo">Who says so, or null.</param>
public sealed record ToldSide(JsonElement? Value, string Words, IReadOnlyList<WordsRef> Evidence, string? Factuality, string? AccordingTo)
{
    /// <summary>A claim.</summary>
    public static ToldSide Of(StoredClaim claim) => new(
        claim.Value,
        ValueKinship.Text(claim.Shown, "value") ?? "",
        [.. claim.Words],
        claim.Factuality,
        ValueKinship.Text(claim.Shown, "according_to"));

    /// <summary>An event.</summary>
    public static ToldSide Of(StoredEvent happening) => new(null, $"{ValueWords.Spaced(happening.Kind)}, {happening.Status}", [.. happening.Mentions.Take(1)], null, null);

    /// <summary>A paragraph.</summary>
    public static ToldSide Of(string paragraph) => new(null, paragraph, [], null, null);
}
