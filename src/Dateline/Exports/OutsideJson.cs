using System.Text.Json;
using Dateline.Ledger.Outside;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>Outside tables and how they compare with the record, as JSON.</summary>
public static class OutsideJson
{
    /// <summary>A row of <c>dateline imports</c>, in one line.</summary>
    public static ReadOnlyMemory<byte> Write(OutsideLedger table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return RecordJson.Object(writer =>
        {
            writer.WriteString("name", table.Name);
            writer.WriteString("source", table.Source);
            writer.WriteString("licence", table.Licence);
            writer.WriteString("url", table.Url);
            writer.WriteString("imported", table.At);
            writer.WriteString("file", table.File);
            writer.WriteString("sha256", table.Sha256);
            writer.WriteNumber("rows", table.Rows);
            writer.WriteString("first", table.First);
            writer.WriteString("last", table.Last);
        });
    }

    /// <summary>A row of <c>dateline compare</c>, in one line.</summary>
    public static ReadOnlyMemory<byte> Write(OutsideMeeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return RecordJson.Object(writer =>
        {
            writer.WriteString("standing", JsonNames.Of(meeting.Kind));
            writer.WritePropertyName("outside");
            if (meeting.Outside is { } row)
            {
                JsonSerializer.Serialize(writer, row, OutsideJsonContext.Default.OutsideEvent);
            }
            else
            {
                writer.WriteNullValue();
            }

            writer.WritePropertyName("event");
            Event(writer, meeting.Event);
            writer.WritePropertyName("days");
            Number(writer, meeting.Days);
            writer.WritePropertyName("distance_km");
            Number(writer, meeting.Kilometres is { } km ? Math.Round(km, 1) : null);
            writer.WriteStartArray("differs");
            foreach (var difference in meeting.Differs)
            {
                writer.WriteStartObject();
                writer.WriteString("field", difference.Field);
                writer.WriteString("outside", difference.Outside);
                writer.WriteString("ours", difference.Ours);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    // The row of the event without its claims by role and its findings: dateline event ID has them.
    private static void Event(Utf8JsonWriter writer, JsonElement? row)
    {
        if (row is not { } happening)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var field in happening.EnumerateObject().Where(field => field.Name is not ("roles" or "findings" or "judgements")))
        {
            field.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, double? number)
    {
        if (number is { } known)
        {
            writer.WriteNumberValue(known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
