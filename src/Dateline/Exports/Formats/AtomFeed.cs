using System.Xml;

namespace Dateline.Exports.Formats;

/// <summary>Atom (RFC 4287): an entry per event. What has to be a moment is the day the last report of the event was published, never the moment of the export.</summary>
internal sealed class AtomFeed : IExportFormat
{
    public string Name => "atom";

    public string Summary => "Atom feed, an entry per event; updated is the day its last report was published";

    public string MediaType => "application/atom+xml";

    public string Extension => "atom";

    public void Write(ExportRecord record, Stream output)
    {
        using var xml = XmlStream.Over(output);
        xml.WriteStartDocument();
        xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
        xml.Element("title", "Dateline: " + record.FilterLine);
        xml.Element("id", "urn:x-dateline:feed:" + Uri.EscapeDataString(record.FilterLine));
        xml.Element("updated", Moment(record.LastDay));
        xml.WriteStartElement("author");
        xml.Element("name", "Dateline");
        xml.WriteEndElement();
        xml.Element("generator", "Dateline", ("version", RunInfo.ProgramVersion));
        xml.Element("subtitle", record.RunLine);
        xml.Element("rights", record.LicenceLine);
        foreach (var happening in record.Events())
        {
            Entry(xml, happening);
        }

        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Entry(XmlWriter xml, ExportEvent happening)
    {
        xml.WriteStartElement("entry");
        xml.Element("id", EventLines.Urn(happening.Id));
        xml.Element("title", happening.Title);
        xml.Element("updated", Moment(happening.LastTold));
        xml.Element("category", null, ("term", happening.Kind));
        xml.Element("category", null, ("term", happening.Status), ("scheme", "urn:x-dateline:status"));
        foreach (var address in happening.Reports.Select(report => Views.ValueKinship.Text(report, "url")).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            xml.Element("link", null, ("rel", "related"), ("href", address));
        }

        xml.Element("content", string.Join('\n', EventLines.Of(happening)), ("type", "text"));
        xml.WriteEndElement();
    }

    private static string Moment(string? day) => (day ?? ExportRecord.NoDay) + "T00:00:00Z";
}
