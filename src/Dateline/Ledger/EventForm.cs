using Dateline.Ledger.Judgements;

namespace Dateline.Ledger;

/// <summary>An event of the record, ready to be kept and found.</summary>
/// <param name="Id"><c>ev-…</c>: after the member that was published first.</param>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="Status">news, background, planned, hypothetical or denied.</param>
/// <param name="First">First day (ISO 8601), or null when unknown.</param>
/// <param name="Last">Last day, or null.</param>
/// <param name="Json">Its row of <c>dateline events</c>.</param>
/// <param name="Terms">What it is found by.</param>
/// <param name="IsRejected">True when people rejected every telling of it.</param>
public sealed record EventForm(string Id, string Kind, string Status, string? First, string? Last, Packed Json, IReadOnlyCollection<EventTerm> Terms, bool IsRejected);

/// <summary>Something an event is found by.</summary>
/// <param name="Facet">One of <see cref="EventFacet"/>.</param>
/// <param name="Value">Id or country code; empty when there is none.</param>
/// <param name="Name">Name as shown; empty for a country.</param>
public readonly record struct EventTerm(string Facet, string Value, string Name);

/// <summary>The facets of an event.</summary>
public static class EventFacet
{
    /// <summary>Who acts in it.</summary>
    public const string Actor = "actor";

    /// <summary>Where it is.</summary>
    public const string Place = "place";

    /// <summary>Outlets and primary sources that tell of it.</summary>
    public const string Source = "source";

    /// <summary>Checks, and severities, of what is found about it.</summary>
    public const string Finding = "finding";

    /// <summary>Countries of those who act.</summary>
    public const string ActorCountry = "actor_country";

    /// <summary>Checks over several reports that say something of it: DL0401 …; without a name.</summary>
    public const string Across = "across";

    /// <summary>Countries of its places.</summary>
    public const string PlaceCountry = "place_country";
}

/// <summary>Makes the rows of the record out of readings; the rooms behind this one give them their shape.</summary>
public interface ILedgerForms
{
    /// <summary>What a report is found by.</summary>
    /// <param name="reading">Its reading.</param>
    /// <param name="text">Its text.</param>
    /// <param name="entry">0, or the number of an entry of a live blog.</param>
    ReportIndex Index(StoredReading reading, string text, int entry);

    /// <summary>An event of the record.</summary>
    /// <param name="members">Its members, in any order; the result is the same.</param>
    /// <param name="judgements">What people decided.</param>
    EventForm Make(IReadOnlyList<EventMember> members, JudgementBook judgements);
}

/// <summary>One report's event as a member of an event of the record.</summary>
/// <param name="Mention">The row.</param>
/// <param name="Reading">Opens the report's reading.</param>
public sealed record EventMember(MentionRow Mention, Func<StoredReading> Reading);
