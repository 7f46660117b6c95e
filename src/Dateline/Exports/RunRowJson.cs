using System.Text.Json;
using Dateline.Ledger;

namespace Dateline.Exports;

/// <summary>A row of <c>dateline runs</c> as JSON.</summary>
public static class RunRowJson
{
    /// <summary>One object, in one line.</summary>
    public static ReadOnlyMemory<byte> Write(RunRow run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return RecordJson.Object(writer =>
        {
            writer.WriteNumber("run", run.Number);
            writer.WriteString("begun", run.Begun);
            writer.WriteString("program", run.By.Program);
            writer.WriteString("knowledge", run.By.Knowledge);
            writer.WriteStartArray("inputs");
            foreach (var input in run.Inputs)
            {
                writer.WriteStringValue(input);
            }

            writer.WriteEndArray();
            writer.WriteNumber("readings", run.Readings);
            writer.WriteNumber("in_record", run.InRecord);
        });
    }
}
