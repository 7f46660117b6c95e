using Dateline.Documents;

namespace Dateline.Ledger;

/// <summary>A document that was read, ready to be kept: everything costly is done before the one writer gets it.</summary>
/// <param name="Document">The bytes and how they came in.</param>
/// <param name="Run">What read it.</param>
/// <param name="Bytes">The bytes, packed.</param>
/// <param name="Reports">The page first, then the dated entries of a live blog in their order.</param>
public sealed record PreparedDocument(RawDocument Document, RunInfo Run, Packed Bytes, IReadOnlyList<PreparedReport> Reports)
{
    /// <summary>How it came in.</summary>
    public Sighting Sighting { get; } = Sighting.Of(Document);
}

/// <summary>One report of a document.</summary>
/// <param name="Entry">0 for the document itself, 1, 2 … for the dated entries of a live blog.</param>
/// <param name="Reading">What it was read into, as <see cref="StoredReading"/> reads it, packed.</param>
/// <param name="Compared">What is compared with other reports.</param>
/// <param name="Index">What it is found by.</param>
public sealed record PreparedReport(int Entry, Packed Reading, ComparedText Compared, ReportIndex Index);

/// <summary>What a report is found by; made of its stored reading alone, so that it can be made again.</summary>
/// <param name="Id"><c>sha256:…</c> of the bytes, with <c>#n</c> for an entry of a live blog.</param>
/// <param name="Source">The source as shown.</param>
/// <param name="Day">Day of publication (ISO 8601), or null.</param>
/// <param name="Findings">What the checks say of it, as <see cref="FindingBits"/>.</param>
/// <param name="Head">The report's row of <c>dateline reports</c> as JSON, without what only other reports tell (copies).</param>
/// <param name="Title">The title's words, for the full text index.</param>
/// <param name="Words">The words that are read, for the full text index.</param>
/// <param name="Events">Its events, in the order of the reading.</param>
public sealed record ReportIndex(
    string Id,
    string Source,
    string? Day,
    int Findings,
    byte[] Head,
    string Title,
    string Words,
    IReadOnlyList<EventIndex> Events);

/// <summary>One event of a report, as other reports' events are compared with it.</summary>
/// <param name="Number">e1, e2 …</param>
/// <param name="Key">Its own key, by content: the report, the kind and where the words stand.</param>
/// <param name="Words">Words it is found by in the full text index: kind, actors, places, weapons.</param>
public sealed record EventIndex(string Number, string Key, string Words);
