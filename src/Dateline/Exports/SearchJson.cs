using System.Buffers;
using System.Text.Json;
using Dateline.Ledger;

namespace Dateline.Exports;

/// <summary>What a search found, as one JSON object.</summary>
public static class SearchJson
{
    /// <summary>Total, reports and facets.</summary>
    /// <param name="query">What was looked for.</param>
    /// <param name="result">What was found.</param>
    /// <param name="reports">The rows of the reports shown.</param>
    public static ReadOnlyMemory<byte> Write(string query, SearchResult result, IEnumerable<ReadOnlyMemory<byte>> reports)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 12);
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Options(false)))
        {
            writer.WriteStartObject();
            writer.WriteString("query", query);
            writer.WriteNumber("total", result.Total);
            writer.WriteStartArray("reports");
            foreach (var report in reports)
            {
                writer.WriteRawValue(report.Span, skipInputValidation: true);
            }

            writer.WriteEndArray();
            writer.WriteNumber("counted", result.Counted);
            writer.WriteStartObject("facets");
            foreach (var facet in result.Facets.GroupBy(f => f.Facet, StringComparer.Ordinal))
            {
                writer.WriteStartArray(facet.Key);
                foreach (var (_, value, count) in facet)
                {
                    writer.WriteStartObject();
                    writer.WriteString("value", value);
                    writer.WriteNumber("reports", count);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
