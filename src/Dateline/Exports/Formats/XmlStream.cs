using System.Text;
using System.Xml;

namespace Dateline.Exports.Formats;

/// <summary>XML over a stream; what XML cannot hold is left out of words.</summary>
internal static class XmlStream
{
    public static XmlWriter Over(Stream output) => XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n", CloseOutput = false });

    /// <summary>An element with words.</summary>
    public static void Element(this XmlWriter xml, string name, string? words, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        if (words is null && attributes.Length == 0)
        {
            return;
        }

        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, Clean(value));
        }

        if (words is not null)
        {
            xml.WriteString(Clean(words));
        }

        xml.WriteEndElement();
    }

    private static string Clean(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsAllowed(words, i))
            {
                return new string([.. words.Where((_, at) => IsAllowed(words, at))]);
            }
        }

        return words;
    }

    private static bool IsAllowed(string words, int at) => XmlConvert.IsXmlChar(words[at])
        || (char.IsHighSurrogate(words[at]) && at + 1 < words.Length && char.IsLowSurrogate(words[at + 1]))
        || (char.IsLowSurrogate(words[at]) && at > 0 && char.IsHighSurrogate(words[at - 1]));
}
