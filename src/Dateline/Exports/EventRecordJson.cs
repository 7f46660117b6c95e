using System.Buffers;
using System.Text.Json;
using Dateline.Annotations.Actors;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>An event of the record as <c>dateline events</c> prints it.</summary>
internal static class EventRecordJson
{
    /// <summary>The event in one line.</summary>
    public static ReadOnlySpan<byte> Write(EventRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 12);
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Options(false)))
        {
            writer.WriteStartObject();
            writer.WriteString("id", record.Id);
            writer.WriteString("kind", record.Kind);
            writer.WriteString("status", record.Status);
            writer.WritePropertyName("plover");
            record.Plover.WriteTo(writer);
            Value(writer, "time", record.Time);
            Value(writer, "place", record.Place);
            writer.WriteStartArray("actors");
            foreach (var (role, actor) in record.Actors)
            {
                ValueFields(writer, actor, role);
            }

            writer.WriteEndArray();
            Counts(writer, record);
            Roles(writer, record);
            Findings(writer, record);
            writer.WriteString("judged", record.Judged switch { JudgementKind.Accept => "accepted", JudgementKind.Reject => "rejected", _ => null });
            writer.WriteStartArray("judgements");
            foreach (var judgement in record.Judgements)
            {
                Judgement(writer, judgement);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    /// <summary>What somebody decided, without what it is about.</summary>
    public static void Judgement(Utf8JsonWriter writer, Judgement judgement)
    {
        writer.WriteStartObject();
        writer.WriteString("id", judgement.Id);
        writer.WriteString("kind", JudgementKindNames.Of(judgement.Kind));
        writer.WriteString("by", judgement.By);
        writer.WriteString("at", judgement.At);
        writer.WriteString("why", judgement.Why);
        writer.WriteEndObject();
    }

    /// <summary>Somebody whom claims go back to.</summary>
    public static void WriteActor(Utf8JsonWriter writer, Actor actor)
    {
        writer.WriteStartObject();
        writer.WriteString("id", actor.Id);
        writer.WriteString("name", actor.Name);
        writer.WriteString("kind", JsonNames.Of(actor.Kind));
        writer.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter writer, EventRecord record)
    {
        writer.WriteStartArray("reports");
        foreach (var (id, source) in record.Reports)
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("source", source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("outlets", record.Outlets);
        writer.WriteNumber("texts", record.Texts);
        writer.WriteNumber("origins", record.Origins.Count);
        writer.WriteStartArray("primary_sources");
        foreach (var origin in record.Origins)
        {
            WriteActor(writer, origin.Actor);
        }

        writer.WriteEndArray();
    }

    private static void Roles(Utf8JsonWriter writer, EventRecord record)
    {
        writer.WriteStartObject("roles");
        foreach (var (role, values) in record.Roles)
        {
            writer.WriteStartArray(role);
            foreach (var told in values)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("value");
                told.Value.WriteTo(writer);
                writer.WriteString("words", told.Words);
                writer.WriteNumber("claims", told.Claims);
                writer.WriteNumber("texts", told.Texts);
                writer.WriteStartArray("origins");
                foreach (var origin in told.Origins)
                {
                    WriteActor(writer, origin.Actor);
                }

                writer.WriteEndArray();
                writer.WriteString("status", JsonNames.Of(told.Status));
                writer.WriteBoolean("inferred", told.IsInferred);
                writer.WriteBoolean("denied", told.IsDenied);
                People(writer, told);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>What people changed in a value; nothing where they did not.</summary>
    private static void People(Utf8JsonWriter writer, ToldValue told)
    {
        if (told.Machine.Count > 0)
        {
            writer.WriteStartArray("machine");
            foreach (var (value, words) in told.Machine)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("value");
                value.WriteTo(writer);
                writer.WriteString("words", words);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (told.Names.Count > 0)
        {
            writer.WriteStartArray("names");
            foreach (var name in told.Names)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }
    }

    private static void Findings(Utf8JsonWriter writer, EventRecord record)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in record.Across)
        {
            writer.WriteStartObject();
            writer.WriteNull("report");
            FindingJson.Fields(writer, finding);
            writer.WriteEndObject();
        }

        foreach (var (report, finding) in record.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("report", report);
            foreach (var field in finding.EnumerateObject())
            {
                field.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter writer, string name, ToldValue? told)
    {
        writer.WritePropertyName(name);
        if (told is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            ValueFields(writer, told, null);
        }
    }

    private static void ValueFields(Utf8JsonWriter writer, ToldValue told, string? role)
    {
        writer.WriteStartObject();
        foreach (var field in told.Value.EnumerateObject())
        {
            field.WriteTo(writer);
        }

        if (role is not null)
        {
            writer.WriteString("role", role);
        }

        writer.WriteEndObject();
    }
}
