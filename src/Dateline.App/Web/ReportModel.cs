using System.Globalization;
using System.Text.Json;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;

namespace Dateline.App.Web;

/// <summary>A report of the record on its page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reading">What it says.</param>
/// <param name="Copies">Reports whose text stands in it or the other way round.</param>
/// <param name="IsOther">True when another version of the program or other knowledge had read it for the record.</param>
public sealed record ReportModel(string Id, ReadingModel Reading, IReadOnlyList<CopyRow> Copies, bool IsOther)
{
    /// <summary>Arranges a kept report: its bytes are read again, which gives what is kept unless the program or its knowledge has changed.</summary>
    /// <param name="kept">What the record is made of.</param>
    /// <param name="read">Its document, read now.</param>
    /// <param name="book">What people decided.</param>
    /// <param name="copies">Its copies.</param>
    public static ReportModel Of(ReportReading kept, Reading read, JudgementBook book, IReadOnlyList<CopyRow> copies)
    {
        var entry = kept.Report.Id.Split('#') is [_, var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
        var run = StoredReading.Open(kept.Reading).Json.GetProperty("run");
        var own = entry == 0 ? read with { Entries = [] } : read.Entries[entry - 1];
        var isOther = run.Plain("program") != read.Run.Program || run.Plain("knowledge") != read.Run.Knowledge;
        var judged = isOther ? [] : RecordJson.Claims(kept, book, withRejected: true).Select(row => JsonDocument.Parse(row).RootElement).Where(row => row.GetProperty("judged").ValueKind is JsonValueKind.Object).ToDictionary(row => row.Plain("id"), Judged, StringComparer.Ordinal);
        return new ReportModel(kept.Report.Id, ReadingModel.Of(own) with { Events = isOther ? new Dictionary<string, string>(StringComparer.Ordinal) : kept.Events, Judged = judged }, copies, isOther);
    }

    /// <summary>What a person said of a claim: "rejected by Kim: misread".</summary>
    internal static string Judged(JsonElement claim)
    {
        var judged = claim.GetProperty("judged");
        var (by, why) = (judged.Text("by"), judged.Text("why"));
        return judged.Spaced("kind") + (by.Length > 0 ? " by " + by : "") + (why.Length > 0 ? ": " + why : "") + (claim.Text("machine_words").Length > 0 ? $" (now {claim.Text("words")})" : "");
    }
}
