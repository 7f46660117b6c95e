namespace Dateline.Ledger;

/// <summary>Which part of the record is asked for. Null asks for everything; several together ask for what fits all.</summary>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="Status">news, background, planned, hypothetical or denied.</param>
/// <param name="Actor">Id, country code or part of the name of somebody who acts in it.</param>
/// <param name="Place">Id, country code or part of the name of a place of it.</param>
/// <param name="From">First day (ISO 8601); what ended before is left out, and what has no day.</param>
/// <param name="To">Last day.</param>
/// <param name="Source">Part of the name, or the id, of an outlet, an agency or a primary source that tells of it.</param>
/// <param name="Report">Id, or part of the source, of a report that tells of it.</param>
/// <param name="Rejected">True to have those too that people rejected.</param>
public sealed record LedgerFilter(string? Kind, string? Status, string? Actor, string? Place, string? From, string? To, string? Source, string? Report, bool Rejected = false)
{
    /// <summary>True for only those of which a check over several reports says something.</summary>
    public bool Across { get; init; }

    /// <summary>A check (DL0101) or a severity (warning) that a finding about it has.</summary>
    public string? Finding { get; init; }

    /// <summary>Id of the event, or one that it had before.</summary>
    public string? Event { get; init; }

    /// <summary>Everything.</summary>
    public static LedgerFilter All { get; } = new(null, null, null, null, null, null, null, null);

    /// <summary>True when nothing is filtered but what was rejected.</summary>
    public bool IsAll => this with { Rejected = false } == All;
}
