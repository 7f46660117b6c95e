using System.Buffers;
using System.Text.Json;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>Judgements as JSON: whole, so that another ledger can take them over.</summary>
public static class JudgementRowJson
{
    /// <summary>A row of <c>dateline judge list</c>, in one line.</summary>
    public static ReadOnlyMemory<byte> Write(JudgementStanding standing) => Write(standing.Judgement, writer =>
    {
        writer.WriteString("state", JsonNames.Of(standing.State));
        writer.WriteString("about", standing.About);
        Words(writer, "events", standing.Events);
        Words(writer, "look", standing.Look);
    });

    /// <summary>A judgement as noted, in one line.</summary>
    public static ReadOnlyMemory<byte> Write(Judgement judgement) => Write(judgement, _ => { });

    /// <summary>A judgement out of a row; null when the row is none.</summary>
    public static Judgement? Read(JsonElement row)
    {
        try
        {
            return row.TryGetProperty("kind", out _) && row.Deserialize(JudgementJson.Default.Judgement) is { IsWhole: true } judgement ? judgement : null;
        }
        catch (Exception error) when (error is JsonException or NullReferenceException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Write(Judgement judgement, Action<Utf8JsonWriter> standing)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 10);
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Options(false)))
        {
            writer.WriteStartObject();
            writer.WriteString("id", judgement.Id);
            writer.WriteString("kind", JudgementKindNames.Of(judgement.Kind));
            writer.WriteString("by", judgement.By);
            writer.WriteString("at", judgement.At);
            writer.WriteString("why", judgement.Why);
            standing(writer);
            foreach (var field in JsonSerializer.SerializeToElement(judgement, JudgementJson.Default.Judgement).EnumerateObject())
            {
                if (field.Name is not ("kind" or "by" or "at" or "why") && !(field.Value.ValueKind is JsonValueKind.Array && field.Value.GetArrayLength() == 0))
                {
                    field.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Words(Utf8JsonWriter writer, string name, IReadOnlyList<string> words)
    {
        writer.WriteStartArray(name);
        foreach (var word in words)
        {
            writer.WriteStringValue(word);
        }

        writer.WriteEndArray();
    }
}
