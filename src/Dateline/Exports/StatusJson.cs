using System.Buffers;
using System.Text.Json;
using Dateline.Ledger;

namespace Dateline.Exports;

/// <summary>What a ledger holds, as JSON.</summary>
public static class StatusJson
{
    /// <summary>One object, in one line.</summary>
    public static ReadOnlyMemory<byte> Write(LedgerCounts counts)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Options(false)))
        {
            writer.WriteStartObject();
            writer.WriteNumber("documents", counts.Documents);
            writer.WriteNumber("document_bytes", counts.DocumentBytes);
            writer.WriteNumber("sightings", counts.Sightings);
            writer.WriteNumber("reports", counts.Reports);
            writer.WriteString("published_first", counts.First);
            writer.WriteString("published_last", counts.Last);
            writer.WriteNumber("events", counts.Events);
            writer.WriteNumber("rejected", counts.Rejected);
            writer.WriteNumber("mentions", counts.Mentions);
            writer.WriteNumber("judgements", counts.Judgements);
            writer.WriteNumber("ledger_bytes", counts.Bytes);
            writer.WriteStartArray("read_by");
            foreach (var (run, reports) in counts.Runs)
            {
                writer.WriteStartObject();
                writer.WriteString("program", run.Program);
                writer.WriteString("knowledge", run.Knowledge);
                writer.WriteNumber("reports", reports);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
