using System.Text.Json;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>A row of <c>dateline diff</c> as JSON.</summary>
public static class RecordChangeJson
{
    /// <summary>One object, in one line.</summary>
    public static ReadOnlyMemory<byte> Write(RecordChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return RecordJson.Object(writer =>
        {
            writer.WriteString("change", JsonNames.Of(change.Kind));
            Report(writer, "report", change.Report.Id.Length == 0 ? null : change.Report);
            Report(writer, "earlier", change.Earlier);
            writer.WriteString("event", change.EventKind);
            writer.WriteString("role", change.Role);
            Side(writer, "before", change.Before);
            Side(writer, "after", change.After);
            writer.WritePropertyName("judgement");
            if (change.Judgement is { } judgement)
            {
                writer.WriteRawValue(JudgementRowJson.Write(judgement).Span, skipInputValidation: true);
            }
            else
            {
                writer.WriteNullValue();
            }
        });
    }

    private static void Report(Utf8JsonWriter writer, string name, (string Id, string Source)? report)
    {
        if (report is not { } known)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("id", known.Id);
        writer.WriteString("source", known.Source);
        writer.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter writer, string name, ToldSide? side)
    {
        if (side is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("words", side.Words);
        writer.WritePropertyName("value");
        if (side.Value is { } value)
        {
            value.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteStartArray("evidence");
        foreach (var words in side.Evidence)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", words.Start);
            writer.WriteNumber("end", words.End);
            writer.WriteString("text", words.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("factuality", side.Factuality);
        writer.WriteString("according_to", side.AccordingTo);
        writer.WriteEndObject();
    }
}
