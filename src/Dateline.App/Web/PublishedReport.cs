using System.Text.Json;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;

namespace Dateline.App.Web;

/// <summary>What may be published of a report: its facts and the short words behind them, never its text.</summary>
/// <param name="Row">Its row of <c>dateline reports</c>.</param>
/// <param name="Claims">Its claims, those of events first.</param>
/// <param name="Copies">Reports whose text stands in it or the other way round.</param>
public sealed record PublishedReport(JsonElement Row, IReadOnlyList<EventClaim> Claims, IReadOnlyList<CopyRow> Copies)
{
    /// <summary>Its title, else the name it came in under.</summary>
    public string Title => Row.Text("title") is { Length: > 0 } title ? title : Row.Text("source");

    /// <summary>Its address on the web, or null: nothing else is made a link.</summary>
    public string? Link => Row.Plain("url") is { Length: > 0 } url && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ? url : null;

    /// <summary>Arranges a report.</summary>
    public static PublishedReport Of(ILedgerReader reader, ReportReading reading, JudgementBook book)
    {
        var claims = RecordJson.Claims(reading, book, withRejected: false).Select(row => JsonDocument.Parse(row).RootElement).Select(row => new EventClaim("w-" + row.Plain("id"), row, null)).ToList();
        return new PublishedReport(JsonDocument.Parse(reading.Report.Head).RootElement, [.. claims.Where(claim => claim.Json.Plain("event").Length > 0), .. claims.Where(claim => claim.Json.Plain("event").Length == 0)], reader.CopiesOf(reading.Report));
    }
}
