using System.Text.Json;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.Exports.Formats;

/// <summary>One claim, for formats.</summary>
/// <param name="Row">Its row of <c>dateline claims</c>.</param>
/// <param name="Report">The row of <c>dateline reports</c> of its report.</param>
public sealed record ExportClaim(JsonElement Row, JsonElement Report)
{
    /// <summary>Its name by content: <c>st-…</c>.</summary>
    public string Key => Row.GetProperty("key").GetString()!;

    /// <summary>The event of the record, or null.</summary>
    public string? Event => Row.GetProperty("event").GetString();

    /// <summary>Role of the codebook.</summary>
    public string Role => Row.GetProperty("role").GetString()!;

    /// <summary>What is said, in the shape of the contract.</summary>
    public JsonElement Value => Row.GetProperty("value");

    /// <summary>The value in words.</summary>
    public string Words => ValueWords.OneLine(Row.GetProperty("words").GetString() ?? "");

    /// <summary>asserted, denied, unconfirmed …</summary>
    public string Factuality => Row.GetProperty("factuality").GetString()!;

    /// <summary>True when the words only make it follow.</summary>
    public bool IsInferred => Row.GetProperty("inferred").GetBoolean();

    /// <summary>The exact words: start, end (code points of the report's text) and text.</summary>
    public IEnumerable<JsonElement> Evidence => Row.GetProperty("evidence").EnumerateArray();

    /// <summary>The exact words on one line.</summary>
    public string Quote => string.Join(" […] ", Evidence.Select(words => ValueWords.OneLine(words.GetProperty("text").GetString()!)));

    /// <summary>From the relay nearest the page to the primary source; empty for the outlet's own voice.</summary>
    public IEnumerable<JsonElement> Chain => Row.GetProperty("according_to").EnumerateArray();

    /// <summary>The primary source; null for the outlet's own voice.</summary>
    public JsonElement? Primary => Chain.Select(teller => (JsonElement?)teller).LastOrDefault();

    /// <summary>Who says so, the primary source first: "KCNA via Yonhap"; "the outlet itself" for its own voice.</summary>
    public string AccordingTo => string.Join(" via ", Chain.Select(teller => teller.GetProperty("name").GetString()!).Reverse()) is { Length: > 0 } chain ? chain : "the outlet itself";

    /// <summary>The last word of a person on it (accept, correct, reject), or null.</summary>
    public string? Judged => Row.GetProperty("judged") is { ValueKind: JsonValueKind.Object } judged ? ValueKinship.Text(judged, "kind") : null;

    /// <summary>Id of its report.</summary>
    public string ReportId => Row.GetProperty("report").GetProperty("id").GetString()!;

    /// <summary>Its address, else the name it came in under.</summary>
    public string Source => ValueKinship.Text(Report, "url") ?? ValueKinship.Text(Report, "source") ?? "";

    /// <summary>The outlet's name, else the agency's; null when neither is known.</summary>
    public string? Outlet => OutletOf(Report);

    /// <summary>Day of publication, or null.</summary>
    public string? Published => Day(Report);

    internal static IEnumerable<ExportClaim> Of(ReportReading reading, JudgementBook judgements, bool withRejected)
    {
        var report = ExportRecord.Parse(reading.Report.Head);
        return RecordJson.Claims(reading, judgements, withRejected).Select(row => new ExportClaim(ExportRecord.Parse(row), report));
    }

    internal static string? Day(JsonElement report) => report.GetProperty("published") is { ValueKind: JsonValueKind.Object } published ? ValueKinship.Text(published, "date") : null;

    internal static string? OutletOf(JsonElement report) => report.GetProperty("outlet") is { ValueKind: JsonValueKind.Object } outlet ? ValueKinship.Text(outlet, "name")
        : report.GetProperty("agencies").EnumerateArray().Select(agency => ValueKinship.Text(agency, "name")).FirstOrDefault();
}
