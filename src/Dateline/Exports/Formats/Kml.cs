using System.Globalization;
using System.Xml;

namespace Dateline.Exports.Formats;

/// <summary>KML 2.2: a placemark per event; one without a shape where no spot is known, several points where the place is disputed.</summary>
internal sealed class Kml : IExportFormat
{
    private const string Space = "http://www.opengis.net/kml/2.2";

    public string Name => "kml";

    public string Summary => "KML for maps and globes, a placemark per event with its days";

    public string MediaType => "application/vnd.google-earth.kml+xml";

    public string Extension => "kml";

    public void Write(ExportRecord record, Stream output)
    {
        using var xml = XmlStream.Over(output);
        xml.WriteStartDocument();
        xml.WriteStartElement("kml", Space);
        xml.WriteStartElement("Document");
        xml.Element("name", "Dateline: " + record.FilterLine);
        xml.Element("description", $"{record.RunLine}. {record.LicenceLine}");
        foreach (var happening in record.Events())
        {
            Placemark(xml, happening);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Placemark(XmlWriter xml, ExportEvent happening)
    {
        xml.WriteStartElement("Placemark");
        xml.WriteAttributeString("id", happening.Id);
        xml.Element("name", happening.Title);
        xml.Element("description", string.Join('\n', EventLines.Of(happening)));
        if (happening.When is { First: { } first, Last: { } last })
        {
            xml.WriteStartElement("TimeSpan");
            xml.Element("begin", first);
            xml.Element("end", last);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("ExtendedData");
        Data(xml, "kind", happening.Kind);
        Data(xml, "status", happening.Status);
        Data(xml, "date_precision", happening.When.Precision);
        Data(xml, "date_status", happening.When.Status);
        Data(xml, "place_precision", happening.Where.Precision);
        Data(xml, "place_status", happening.Where.Status);
        Data(xml, "origins", happening.Number("origins").ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        Shape(xml, happening.Where.Spots, happening.Where.IsDisputed && happening.Where.Spots.Count > 0);
        xml.WriteEndElement();
    }

    private static void Shape(XmlWriter xml, IReadOnlyList<Spot> spots, bool isDisputed)
    {
        if (isDisputed)
        {
            xml.WriteStartElement("MultiGeometry");
        }

        foreach (var spot in spots)
        {
            xml.WriteStartElement("Point");
            xml.Element("coordinates", string.Create(CultureInfo.InvariantCulture, $"{spot.Longitude},{spot.Latitude}"));
            xml.WriteEndElement();
        }

        if (isDisputed)
        {
            xml.WriteEndElement();
        }
    }

    private static void Data(XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteStartElement("Data");
            xml.WriteAttributeString("name", name);
            xml.Element("value", value);
            xml.WriteEndElement();
        }
    }
}
