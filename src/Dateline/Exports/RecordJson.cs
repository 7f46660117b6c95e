using System.Buffers;
using System.Text.Json;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>Rows of the record as JSON, each one object in one line.</summary>
public static class RecordJson
{
    /// <summary>A row of <c>dateline reports</c>.</summary>
    public static ReadOnlyMemory<byte> Report(ReportRow report, IReadOnlyList<CopyRow> copies) => Object(writer =>
    {
        Head(writer, report);
        writer.WriteString("copy_group", report.CopyGroup);
        writer.WriteStartArray("copies");
        foreach (var copy in copies)
        {
            writer.WriteStartObject();
            writer.WriteString("report", copy.Report);
            writer.WriteNumber("shared", copy.Shared);
            writer.WriteString("relation", JsonNames.Of(copy.Relation));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    /// <summary>A report that a search found.</summary>
    /// <param name="report">The report.</param>
    /// <param name="events">The events it tells of.</param>
    /// <param name="words">Its words around what was looked for.</param>
    public static ReadOnlyMemory<byte> Found(ReportRow report, IReadOnlyList<string> events, string words) => Object(writer =>
    {
        Head(writer, report);
        writer.WriteStartArray("events");
        foreach (var happening in events)
        {
            writer.WriteStringValue(happening);
        }

        writer.WriteEndArray();
        writer.WriteString("words", words);
    });

    /// <summary>A row of <c>dateline events</c>.</summary>
    public static ReadOnlyMemory<byte> Event(EventRow happening) => happening.Form.Unpack() ?? throw LedgerException.Damaged(null);

    /// <summary>The same with what its reports' tallies come to among its findings.</summary>
    public static ReadOnlyMemory<byte> Event(EventRow happening, IReadOnlyList<ReadOnlyMemory<byte>> tallies) => Object(writer => Row(writer, happening, tallies));

    private static void Row(Utf8JsonWriter writer, EventRow happening, IReadOnlyList<ReadOnlyMemory<byte>> tallies)
    {
        using var row = JsonDocument.Parse(Event(happening));
        Copy(writer, row.RootElement, name => name is not "findings");
        writer.WriteStartArray("findings");
        foreach (var finding in row.RootElement.GetProperty("findings").EnumerateArray())
        {
            finding.WriteTo(writer);
        }

        foreach (var tally in tallies)
        {
            writer.WriteRawValue(tally.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    /// <summary>What <c>dateline event</c> prints: the row of the event, what its tallies come to, its tellings and its claims, those that people rejected too.</summary>
    public static ReadOnlyMemory<byte> Event(EventRow happening, IReadOnlyList<ReportReading> readings, JudgementBook book, IReadOnlyList<ReadOnlyMemory<byte>> tallies) => Object(writer =>
    {
        Row(writer, happening, tallies);
        writer.WriteStartArray("tellings");
        foreach (var reading in readings)
        {
            Tellings(writer, reading, book);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("claims");
        foreach (var claim in readings.SelectMany(reading => Claims(reading, book, withRejected: true)))
        {
            writer.WriteRawValue(claim.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
    });

    /// <summary>The rows of <c>dateline claims</c> that one report gives.</summary>
    /// <param name="reading">The report.</param>
    /// <param name="book">What people decided.</param>
    /// <param name="withRejected">False leaves out what they rejected.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Claims(ReportReading reading, JudgementBook book, bool withRejected)
    {
        var kept = new ReadingKeys(reading.Report.Id, StoredReading.Open(reading.Reading));
        var judged = book.Of(kept.Report, kept.Reading);
        foreach (var (claim, statement) in kept.Statements)
        {
            var happening = claim.Event is { } number ? reading.Events.GetValueOrDefault(number) : null;
            if ((reading.IsWhole || happening is not null) && (withRejected || !judged.IsRejected(claim)))
            {
                yield return Object(writer => Claim(writer, reading.Report, statement, claim, happening, judged));
            }
        }
    }

    private static void Claim(Utf8JsonWriter writer, ReportRow report, StatementRef statement, StoredClaim claim, string? happening, JudgedReport judged)
    {
        writer.WriteString("key", statement.Key);
        ReportOf(writer, report);
        writer.WriteString("event", happening);
        writer.WriteString("event_in_report", claim.Event);
        var last = judged.LastOnClaim(claim);
        var read = ValueKinship.Text(claim.Shown, "value");
        var corrected = last?.Value is { } value && last.Kind is JudgementKind.Correct ? value : (JsonElement?)null;
        foreach (var field in claim.Json.EnumerateObject().Where(field => field.Name is not ("event" or StoredClaim.ShownName)))
        {
            if (corrected is { } given && field.Name is "value")
            {
                writer.WritePropertyName("value");
                given.WriteTo(writer);
            }
            else
            {
                field.WriteTo(writer);
            }
        }

        writer.WriteString("words", corrected is { } shown ? ValueText.Of(shown) : read);
        writer.WritePropertyName("judged");
        Judged(writer, last);
        if (corrected is not null)
        {
            writer.WritePropertyName("machine_value");
            claim.Value.WriteTo(writer);
            writer.WriteString("machine_words", read);
        }

        writer.WriteStartArray("notes");
        foreach (var note in judged.OnClaim(claim).Where(j => j.Kind is JudgementKind.Note))
        {
            Judged(writer, note);
        }

        writer.WriteEndArray();
    }

    private static void Judged(Utf8JsonWriter writer, Judgement? judgement)
    {
        if (judgement is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            EventRecordJson.Judgement(writer, judgement);
        }
    }

    private static void Tellings(Utf8JsonWriter writer, ReportReading reading, JudgementBook book)
    {
        var kept = new ReadingKeys(reading.Report.Id, StoredReading.Open(reading.Reading));
        var judged = book.Of(kept.Report, kept.Reading);
        foreach (var (own, telling) in kept.Tellings.Where(t => reading.Events.ContainsKey(t.Event.Number)))
        {
            writer.WriteStartObject();
            writer.WriteString("id", EventIds.Of(telling.Key));
            ReportOf(writer, reading.Report);
            writer.WriteString("event_in_report", own.Number);
            writer.WriteString("words", telling.Words);
            writer.WritePropertyName("judged");
            Judged(writer, judged.LastOnEvent(own.Number));
            writer.WriteEndObject();
        }
    }

    private static void Head(Utf8JsonWriter writer, ReportRow report)
    {
        using var head = JsonDocument.Parse(report.Head);
        Copy(writer, head.RootElement, _ => true);
    }

    internal static void ReportOf(Utf8JsonWriter writer, ReportRow report)
    {
        writer.WriteStartObject("report");
        writer.WriteString("id", report.Id);
        writer.WriteString("source", report.Source);
        writer.WriteEndObject();
    }

    internal static void Copy(Utf8JsonWriter writer, JsonElement fields, Func<string, bool> isWanted)
    {
        foreach (var field in fields.EnumerateObject())
        {
            if (isWanted(field.Name))
            {
                field.WriteTo(writer);
            }
        }
    }

    /// <summary>One object in one line.</summary>
    internal static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 10);
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Options(false)))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
