using System.Text.Json;
using Dateline.Views;

namespace Dateline.Exports.Formats;

/// <summary>
/// JSON-LD in the words of schema.org: an Event per event, a Claim per claim with the report it appears in; a ClaimReview only where a person
/// judged the claim, and then of what a person judges here: whether the words say so, not whether it is true.
/// </summary>
internal sealed class JsonLd : IExportFormat
{
    private const string Type = "@type";
    private const string Id = "@id";

    public string Name => "jsonld";

    public string Summary => "JSON-LD of schema.org: events and claims; a ClaimReview only for what a person judged";

    public string MediaType => "application/ld+json";

    public string Extension => "jsonld";

    public void Write(ExportRecord record, Stream output)
    {
        using var json = new JsonStream(output);
        json.Writer.WriteStartObject();
        json.Text("@context", "https://schema.org");
        json.Writer.WriteStartArray("@graph");
        json.Writer.WriteStartObject();
        json.Text(Type, "Dataset");
        json.Text("name", "Dateline: " + record.FilterLine);
        json.Text("version", record.RunLine);
        json.Text("license", record.Licence);
        json.Text("usageInfo", ExportRecord.Rights);
        json.Writer.WriteEndObject();
        foreach (var happening in record.Events())
        {
            Event(json, happening);
            foreach (var claim in happening.Claims)
            {
                Claim(json, claim);
                Review(json, claim);
                json.Next();
            }
        }

        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }

    private static void Event(JsonStream json, ExportEvent happening)
    {
        json.Writer.WriteStartObject();
        json.Text(Type, "Event");
        json.Text(Id, EventLines.Urn(happening.Id));
        json.Text("identifier", happening.Id);
        json.Text("name", happening.Title);
        json.Text("additionalType", happening.Kind);
        json.Text("description", string.Join('\n', EventLines.Of(happening)));
        if (happening.When.First is { } first)
        {
            json.Text("startDate", happening.When.Utc ?? first);
            json.Text("endDate", happening.When.Last);
        }

        if (happening.Where.Words.Length > 0)
        {
            json.Writer.WriteStartObject("location");
            json.Text(Type, "Place");
            json.Text("name", happening.Where.Words);
            if (happening.Where.Only is { } spot)
            {
                json.Writer.WriteStartObject("geo");
                json.Text(Type, "GeoCoordinates");
                json.Number("latitude", spot.Latitude);
                json.Number("longitude", spot.Longitude);
                json.Writer.WriteEndObject();
            }

            if (happening.Where.CountryCode is { } country)
            {
                json.Writer.WriteStartObject("address");
                json.Text(Type, "PostalAddress");
                json.Text("addressCountry", country);
                json.Writer.WriteEndObject();
            }

            json.Writer.WriteEndObject();
        }

        json.Writer.WriteEndObject();
    }

    private static void Claim(JsonStream json, ExportClaim claim)
    {
        json.Writer.WriteStartObject();
        json.Text(Type, "Claim");
        json.Text(Id, EventLines.Urn(claim.Key));
        json.Text("name", $"{ValueWords.Spaced(claim.Role)}: {claim.Words}");
        json.Text("text", claim.Quote);
        json.Text("creativeWorkStatus", claim.Factuality);
        json.Writer.WriteStartObject("about");
        json.Text(Id, claim.Event is { } happening ? EventLines.Urn(happening) : null);
        json.Writer.WriteEndObject();
        if (claim.Primary is { } primary)
        {
            json.Writer.WriteStartObject("author");
            json.Text(Type, ValueKinship.Text(primary, "kind") == "person" ? "Person" : "Organization");
            json.Text("name", ValueKinship.Text(primary, "name"));
            json.Text("identifier", ValueKinship.Text(primary, "id"));
            json.Writer.WriteEndObject();
        }

        json.Writer.WriteStartObject("appearance");
        json.Text(Type, "NewsArticle");
        json.Text(Id, EventLines.Urn(claim.ReportId));
        json.Text("headline", ValueKinship.Text(claim.Report, "title"));
        json.Text("datePublished", claim.Published);
        json.Text("url", ValueKinship.Text(claim.Report, "url"));
        if (claim.Outlet is { } outlet)
        {
            json.Writer.WriteStartObject("publisher");
            json.Text(Type, "Organization");
            json.Text("name", outlet);
            json.Writer.WriteEndObject();
        }

        json.Writer.WriteEndObject();
        json.Writer.WriteEndObject();
    }

    private static void Review(JsonStream json, ExportClaim claim)
    {
        if (claim.Row.GetProperty("judged") is not { ValueKind: JsonValueKind.Object } judged)
        {
            return;
        }

        json.Writer.WriteStartObject();
        json.Text(Type, "ClaimReview");
        json.Text(Id, EventLines.Urn(ValueKinship.Text(judged, "id")!));
        json.Writer.WriteStartObject("itemReviewed");
        json.Text(Id, EventLines.Urn(claim.Key));
        json.Writer.WriteEndObject();
        json.Text("claimReviewed", $"{ValueWords.Spaced(claim.Role)}: {claim.Words}");
        json.Text("reviewAspect", "whether the words of the report say so");
        json.Text("datePublished", ValueKinship.Text(judged, "at"));
        json.Text("reviewBody", ValueKinship.Text(judged, "why"));
        json.Writer.WriteStartObject("author");
        json.Text(Type, "Person");
        json.Text("name", ValueKinship.Text(judged, "by") ?? "a person who gives no name");
        json.Writer.WriteEndObject();
        json.Writer.WriteStartObject("reviewRating");
        json.Text(Type, "Rating");
        json.Text("alternateName", ValueKinship.Text(judged, "kind"));
        json.Writer.WriteEndObject();
        json.Writer.WriteEndObject();
    }
}
