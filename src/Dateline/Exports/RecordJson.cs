using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dateline.Ledger;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>Rows of the record as JSON, each one object in one line.</summary>
public static class RecordJson
{
    private const int KeyDigits = 12;

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

    /// <summary>What <c>dateline event</c> prints: the row of the event, and its claims.</summary>
    public static ReadOnlyMemory<byte> Event(EventRow happening, IEnumerable<ReportReading> readings) => Object(writer =>
    {
        using var row = JsonDocument.Parse(Event(happening));
        Copy(writer, row.RootElement, _ => true);
        writer.WriteStartArray("claims");
        foreach (var claim in readings.SelectMany(Claims))
        {
            writer.WriteRawValue(claim.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
    });

    /// <summary>The rows of <c>dateline claims</c> that one report gives.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Claims(ReportReading reading)
    {
        foreach (var claim in StoredReading.Open(reading.Reading).Claims)
        {
            var happening = claim.Event is { } number ? reading.Events.GetValueOrDefault(number) : null;
            if (reading.IsWhole || happening is not null)
            {
                yield return Object(writer => Claim(writer, reading.Report, claim, happening));
            }
        }
    }

    /// <summary>The rows of <c>dateline findings</c> that one report gives.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Findings(ReportReading reading)
    {
        var kept = StoredReading.Open(reading.Reading);
        var eventOf = kept.Claims.Where(claim => claim.Event is not null).ToDictionary(claim => claim.Id, claim => reading.Events.GetValueOrDefault(claim.Event!), StringComparer.Ordinal);
        foreach (var finding in kept.Findings)
        {
            var events = StoredReading.ClaimsOf(finding).Select(id => eventOf.GetValueOrDefault(id)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (reading.IsWhole || events.Count > 0)
            {
                yield return Object(writer =>
                {
                    ReportOf(writer, reading.Report);
                    writer.WriteStartArray("events");
                    events.ForEach(writer.WriteStringValue);
                    writer.WriteEndArray();
                    Copy(writer, finding, _ => true);
                });
            }
        }
    }

    private static void Claim(Utf8JsonWriter writer, ReportRow report, StoredClaim claim, string? happening)
    {
        writer.WriteString("key", KeyOf(report, claim));
        ReportOf(writer, report);
        writer.WriteString("event", happening);
        writer.WriteString("event_in_report", claim.Event);
        Copy(writer, claim.Json, name => name is not ("event" or StoredClaim.ShownName));
        writer.WriteString("words", ValueKinship.Text(claim.Shown, "value"));
    }

    /// <summary>A statement's name: the report, the role, the value and where its words stand.</summary>
    private static string KeyOf(ReportRow report, StoredClaim claim)
    {
        var content = new StringBuilder(report.Id).Append('\n').Append(claim.Event).Append('\n').Append(claim.Role).Append('\n').Append(claim.Value.GetRawText());
        foreach (var words in claim.Evidence)
        {
            content.Append(CultureInfo.InvariantCulture, $"\n{words.GetProperty("start").GetInt32()}-{words.GetProperty("end").GetInt32()}");
        }

        return "st-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..KeyDigits];
    }

    private static void Head(Utf8JsonWriter writer, ReportRow report)
    {
        using var head = JsonDocument.Parse(report.Head);
        Copy(writer, head.RootElement, _ => true);
    }

    private static void ReportOf(Utf8JsonWriter writer, ReportRow report)
    {
        writer.WriteStartObject("report");
        writer.WriteString("id", report.Id);
        writer.WriteString("source", report.Source);
        writer.WriteEndObject();
    }

    private static void Copy(Utf8JsonWriter writer, JsonElement fields, Func<string, bool> isWanted)
    {
        foreach (var field in fields.EnumerateObject())
        {
            if (isWanted(field.Name))
            {
                field.WriteTo(writer);
            }
        }
    }

    private static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> fields)
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
