using System.Text.Json;

namespace Dateline.Exports.Formats;

/// <summary>Web Annotations (W3C): every claim as a note on the exact words of its report.</summary>
internal sealed class WebAnnotations : IExportFormat
{
    public string Name => "annotations";

    public string Summary => "W3C Web Annotations, a note per claim on the exact words of its report";

    public string MediaType => "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

    public string Extension => "jsonld";

    public void Write(ExportRecord record, Stream output)
    {
        using var json = new JsonStream(output);
        json.Writer.WriteStartObject();
        json.Text("@context", "http://www.w3.org/ns/anno.jsonld");
        json.Text("id", "urn:x-dateline:annotations:" + Uri.EscapeDataString(record.FilterLine));
        json.Text("type", "AnnotationPage");
        json.Number("startIndex", 0);
        json.Writer.WriteStartArray("items");
        foreach (var claim in record.Claims())
        {
            Note(json, record, claim);
            json.Next();
        }

        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }

    private static void Note(JsonStream json, ExportRecord record, ExportClaim claim)
    {
        json.Writer.WriteStartObject();
        json.Text("id", EventLines.Urn(claim.Key));
        json.Text("type", "Annotation");
        json.Text("motivation", "describing");
        json.Writer.WriteStartObject("creator");
        json.Text("type", "Software");
        json.Text("name", record.RunLine);
        json.Writer.WriteEndObject();
        json.Text("rights", record.LicenceLine);
        json.Writer.WriteStartArray("body");
        Body(json, "describing", $"{claim.Role}: {claim.Words}");
        Body(json, "describing", "according to " + claim.AccordingTo);
        Body(json, "tagging", claim.Factuality);
        Body(json, "tagging", "role:" + claim.Role);
        if (claim.Event is { } happening)
        {
            Body(json, "linking", EventLines.Urn(happening));
        }

        json.Writer.WriteEndArray();
        json.Writer.WriteStartArray("target");
        foreach (var words in claim.Evidence)
        {
            Target(json, claim, words);
        }

        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }

    private static void Body(JsonStream json, string purpose, string words)
    {
        json.Writer.WriteStartObject();
        json.Text("type", "TextualBody");
        json.Text("value", words);
        json.Text("format", "text/plain");
        json.Text("language", "en");
        json.Text("purpose", purpose);
        json.Writer.WriteEndObject();
    }

    /// <summary>The report by its address, or by its hash where it has none; the words, and where they stand in its text.</summary>
    private static void Target(JsonStream json, ExportClaim claim, JsonElement words)
    {
        json.Writer.WriteStartObject();
        json.Text("type", "SpecificResource");
        json.Text("source", Views.ValueKinship.Text(claim.Report, "url") ?? EventLines.Urn(claim.ReportId));
        json.Writer.WriteStartArray("selector");
        json.Writer.WriteStartObject();
        json.Text("type", "TextQuoteSelector");
        json.Text("exact", words.GetProperty("text").GetString());
        json.Writer.WriteEndObject();
        json.Writer.WriteStartObject();
        json.Text("type", "TextPositionSelector");
        json.Number("start", words.GetProperty("start").GetInt64());
        json.Number("end", words.GetProperty("end").GetInt64());
        json.Writer.WriteEndObject();
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }
}
