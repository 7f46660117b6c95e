using Dateline.Claims;

namespace Dateline.Events;

/// <summary>
/// One happening as one report tells it: the mentions brought together and their claims. A computed view; per role a set
/// of claims, never one value.
/// </summary>
/// <param name="Id">e1, e2 … in text order.</param>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="Status">How it stands to the report.</param>
/// <param name="Plover">Type, mode and contexts of PLOVER.</param>
/// <param name="Mentions">The mentions, in text order.</param>
/// <param name="Claims">Its claims, in text order.</param>
/// <param name="Summary">The preferred values by role, in the codebook's order.</param>
/// <param name="Reasons">Why its mentions were joined, one per joined mention.</param>
public sealed record Event(
    string Id,
    string Kind,
    EventStatus Status,
    PloverCode Plover,
    IReadOnlyList<EventMention> Mentions,
    IReadOnlyList<NumberedClaim> Claims,
    IReadOnlyList<RoleSummary> Summary,
    IReadOnlyList<string> Reasons)
{
    /// <summary>Why it is none of the other happenings of its kind: "not e1: another day".</summary>
    public IReadOnlyList<string> Apart { get; init; } = [];
}

/// <summary>The preferred values of one role.</summary>
public sealed record RoleSummary(string Role, IReadOnlyList<NumberedClaim> Claims);

/// <summary>A claim with its number in the report: c1, c2 …</summary>
public sealed record NumberedClaim(string Id, Claim Claim);

/// <summary>PLOVER's code of an event.</summary>
/// <param name="Type">Event type, or null where PLOVER has none.</param>
/// <param name="Mode">Mode, or null.</param>
/// <param name="Contexts">Contexts, in alphabetical order.</param>
public sealed record PloverCode(string? Type, string? Mode, IReadOnlyList<string> Contexts);

/// <summary>A tally tied to the event it counts, when that is told in the report.</summary>
public sealed record NumberedTally(Tally Tally, string? Event);

/// <summary>All that happened, after one report.</summary>
/// <param name="Events">In the order of their first mention, news first.</param>
/// <param name="Loose">Claims that belong to no event.</param>
/// <param name="Tallies">In text order.</param>
public sealed record EventSet(IReadOnlyList<Event> Events, IReadOnlyList<NumberedClaim> Loose, IReadOnlyList<NumberedTally> Tallies);
