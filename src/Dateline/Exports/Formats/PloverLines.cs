using System.Text.Json;

namespace Dateline.Exports.Formats;

/// <summary>PLOVER's types, modes and contexts, one JSON object per line; events of kinds that PLOVER has no type for are left out.</summary>
internal sealed class PloverLines : IExportFormat
{
    public string Name => "plover";

    public string Summary => "PLOVER types, modes and contexts as JSON lines; events that PLOVER has no type for are left out";

    public string MediaType => "application/x-ndjson; charset=utf-8";

    public string Extension => "jsonl";

    /// <summary>"ASSAULT drone"; null where PLOVER has no type.</summary>
    public static string? Code(ExportEvent happening)
    {
        var (type, mode, _) = CodeOf(happening);
        return type is null ? null : mode is null ? type : $"{type} {mode}";
    }

    public void Write(ExportRecord record, Stream output)
    {
        using var json = new JsonStream(output);
        foreach (var happening in record.Events())
        {
            var (type, mode, contexts) = CodeOf(happening);
            if (type is null)
            {
                continue;
            }

            json.Writer.WriteStartObject();
            json.Text("id", happening.Id);
            json.Text("date", happening.When.First == happening.When.Last ? happening.When.First : null);
            json.Text("date_first", happening.When.First);
            json.Text("date_last", happening.When.Last);
            json.Text("date_status", happening.When.Status);
            json.Text("event_type", type);
            json.Text("event_mode", mode);
            json.Words("contexts", contexts);
            json.Text("status", happening.Status);
            Actors(json, "actor", happening.Values("actor"));
            Actors(json, "recipient", happening.Values("recipient"));
            Actors(json, "participant", happening.Values("participant"));
            Location(json, happening.Where);
            json.Number("texts", happening.Number("texts"));
            json.Number("origins", happening.Number("origins"));
            json.Words("sources", happening.Row.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("source").GetString()!));
            json.Head(record);
            json.Writer.WriteEndObject();
            json.Line();
        }
    }

    private static (string? Type, string? Mode, IEnumerable<string> Contexts) CodeOf(ExportEvent happening)
    {
        var plover = happening.Row.GetProperty("plover");
        return plover.ValueKind is not JsonValueKind.Object ? (null, null, [])
            : (Views.ValueKinship.Text(plover, "type"), Views.ValueKinship.Text(plover, "mode") is { Length: > 0 } mode ? mode : null, plover.GetProperty("contexts").EnumerateArray().Select(context => context.GetString()!));
    }

    private static void Actors(JsonStream json, string name, IReadOnlyList<ExportValue> values)
    {
        json.Writer.WriteStartArray(name);
        foreach (var value in values)
        {
            json.Writer.WriteStartObject();
            json.Text("text", value.Words);
            json.Text("id", Views.ValueKinship.Text(value.Value, "id"));
            json.Text("kind", Views.ValueKinship.Text(value.Value, "kind"));
            json.Text("country", Views.ValueKinship.Text(value.Value, "country"));
            json.Text("status", value.Status);
            json.Writer.WriteEndObject();
        }

        json.Writer.WriteEndArray();
    }

    private static void Location(JsonStream json, EventWhere where)
    {
        json.Writer.WriteStartObject("location");
        json.Text("text", where.All);
        json.Text("country", where.CountryCode);
        json.Number("latitude", where.Only?.Latitude);
        json.Number("longitude", where.Only?.Longitude);
        json.Text("precision", where.Precision);
        json.Text("status", where.Status);
        json.Writer.WriteEndObject();
    }
}
