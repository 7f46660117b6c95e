using System.Buffers;
using System.Text.Json;
using Dateline.Checks;
using Dateline.Checks.Tables;

namespace Dateline.Exports;

/// <summary>A finding as JSON: within a reading, and as a row of <c>dateline check</c>.</summary>
public static class FindingJson
{
    /// <summary>One row per finding that is wanted: its report, the kinds of the events it is about, and the finding, each one JSON object in one line.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Rows(Reading reading, Func<Finding, bool> isWanted)
    {
        var positions = new CodePointMap(reading.Article.Text);
        foreach (var finding in reading.Findings.Where(isWanted))
        {
            var output = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(output, JsonStyle.Options(indented: false)))
            {
                writer.WriteStartObject();
                writer.WriteStartObject("report");
                writer.WriteString("id", "sha256:" + reading.Document.Sha256);
                writer.WriteString("source", reading.Document.Origin);
                writer.WriteEndObject();
                var page = new JsonPage(writer, reading.Article.Text, positions);
                page.Words("events", [.. reading.Events.Events.Where(e => e.Claims.Any(c => finding.Claims.Contains(c.Id, StringComparer.Ordinal))).Select(e => e.Kind).Distinct(StringComparer.Ordinal)]);
                Fields(page, finding);
                writer.WriteString("words", finding.Span is { } span ? span.In(reading.Article.Text) : null);
                writer.WriteEndObject();
            }

            yield return output.WrittenMemory;
        }
    }

    /// <summary>A row of <c>dateline check --table</c>: the table, the row, the columns compared with their words, and the finding.</summary>
    public static ReadOnlyMemory<byte> Row(string table, RowFinding found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return RecordJson.Object(writer =>
        {
            writer.WriteString("table", table);
            writer.WriteNumber("line", found.Line);
            writer.WriteString("id", found.Id);
            new JsonPage(writer, "", new CodePointMap("")).Words("columns", found.Columns);
            writer.WriteString("words", found.Words);
            Fields(writer, found.Finding);
        });
    }

    /// <summary>The fields of a finding that is about no words of one report.</summary>
    internal static void Fields(Utf8JsonWriter writer, Finding finding) => Fields(new JsonPage(writer, "", new CodePointMap("")), finding with { Span = null });

    /// <summary>The fields of a finding.</summary>
    internal static void Fields(JsonPage page, Finding finding)
    {
        var writer = page.Writer;
        writer.WriteString("check", finding.Check);
        page.Name("severity", finding.Severity);
        writer.WriteString("message", finding.Message);
        page.Words("claims", finding.Claims);
        writer.WriteStartObject("computed");
        foreach (var (name, value) in finding.Computed)
        {
            page.Any(name, value);
        }

        writer.WriteEndObject();
        page.Span("span", finding.Span);
    }
}
