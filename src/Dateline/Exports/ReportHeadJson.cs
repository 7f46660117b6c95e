using System.Buffers;
using System.Text.Json;
using Dateline.Annotations.Actors;
using Dateline.Ledger;

namespace Dateline.Exports;

/// <summary>A report's row of <c>dateline reports</c> as JSON.</summary>
internal static class ReportHeadJson
{
    /// <summary>The fields that the report itself gives, in one line.</summary>
    public static byte[] Write(StoredReading reading, string id)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Options(false)))
        {
            var report = reading.Report;
            writer.WriteStartObject();
            writer.WriteString("id", id);
            Copy("source");
            Copy("url");
            Copy("outlet");
            Copy("published");
            Copy("title");
            Copy("agencies");
            Copy("flags");
            writer.WriteStartArray("origins");
            var origins = reading.Claims.Select(claim => claim.Chain.LastOrDefault()).OfType<Actor>().Select(actor => actor with { Title = null, Country = null });
            foreach (var origin in origins.Distinct().OrderBy(o => o.Name, StringComparer.Ordinal).ThenBy(o => o.Id, StringComparer.Ordinal).ThenBy(o => o.Kind))
            {
                EventRecordJson.WriteActor(writer, origin);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();

            void Copy(string name)
            {
                writer.WritePropertyName(name);
                report.GetProperty(name).WriteTo(writer);
            }
        }

        return buffer.WrittenSpan.ToArray();
    }
}
