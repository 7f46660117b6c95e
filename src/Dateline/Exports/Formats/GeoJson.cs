namespace Dateline.Exports.Formats;

/// <summary>GeoJSON (RFC 7946): a feature per event. No geometry where no spot is known, several points where the place is disputed.</summary>
internal sealed class GeoJson : IExportFormat
{
    public string Name => "geojson";

    public string Summary => "GeoJSON, a feature per event; geometry null where only a country or nothing is known";

    public string MediaType => "application/geo+json";

    public string Extension => "geojson";

    public void Write(ExportRecord record, Stream output)
    {
        using var json = new JsonStream(output);
        json.Writer.WriteStartObject();
        json.Text("type", "FeatureCollection");
        json.Writer.WriteStartObject("dateline");
        json.Head(record);
        json.Writer.WriteEndObject();
        json.Writer.WriteStartArray("features");
        foreach (var happening in record.Events())
        {
            Feature(json, happening);
            json.Next();
        }

        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }

    private static void Feature(JsonStream json, ExportEvent happening)
    {
        json.Writer.WriteStartObject();
        json.Text("type", "Feature");
        json.Text("id", happening.Id);
        Geometry(json, happening.Where.Spots, happening.Where.IsDisputed);
        json.Writer.WriteStartObject("properties");
        json.Text("title", happening.Title);
        json.Text("kind", happening.Kind);
        json.Text("status", happening.Status);
        json.Text("judged", happening.Judged);
        json.Text("date_first", happening.When.First);
        json.Text("date_last", happening.When.Last);
        json.Text("date_precision", happening.When.Precision);
        json.Text("date_status", happening.When.Status);
        json.Text("time_utc", happening.When.Utc);
        json.Text("place", happening.Where.All);
        json.Text("place_precision", happening.Where.Precision);
        json.Text("place_status", happening.Where.Status);
        json.Writer.WriteBoolean("place_inferred", happening.Where.IsInferred);
        json.Number("radius_km", happening.Where.Only?.RadiusKm);
        json.Text("country", happening.Where.CountryCode);
        json.Number("reports", happening.ReportCount);
        json.Number("texts", happening.Number("texts"));
        json.Number("origins", happening.Number("origins"));
        json.Roles(happening);
        json.Writer.WriteEndObject();
        json.Writer.WriteEndObject();
    }

    private static void Geometry(JsonStream json, IReadOnlyList<Spot> spots, bool isDisputed)
    {
        if (spots.Count == 0)
        {
            json.Writer.WriteNull("geometry");
            return;
        }

        json.Writer.WriteStartObject("geometry");
        json.Text("type", isDisputed ? "MultiPoint" : "Point");
        json.Writer.WriteStartArray("coordinates");
        foreach (var spot in spots)
        {
            if (isDisputed)
            {
                json.Writer.WriteStartArray();
            }

            json.Writer.WriteNumberValue(spot.Longitude);
            json.Writer.WriteNumberValue(spot.Latitude);
            if (isDisputed)
            {
                json.Writer.WriteEndArray();
            }
        }

        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }
}
