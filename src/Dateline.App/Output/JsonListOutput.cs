using System.Buffers;
using System.Text.Json;
using Dateline.Exports;
using Dateline.Views;

namespace Dateline.App.Output;

/// <summary>A list as one JSON array, or one object per line; or one object alone.</summary>
internal sealed class JsonListOutput(Stream output, bool isIndented, int? limit, bool isList = true) : IListOutput
{
    private const int Full = 1 << 16; // bytes gathered before they are written

    private readonly ArrayBufferWriter<byte> gathered = new(Full * 2);
    private int written;

    public void Begin(IReadOnlyList<RecordColumn> columns)
    {
        if (isIndented && isList)
        {
            gathered.Write("["u8);
        }
    }

    public bool Add(ReadOnlyMemory<byte> json)
    {
        if (written >= limit)
        {
            return false;
        }

        if (isIndented)
        {
            gathered.Write(!isList ? ""u8 : written == 0 ? "\n"u8 : ",\n"u8);
            Indent(json);
        }
        else
        {
            gathered.Write(json.Span);
            gathered.Write("\n"u8);
        }

        if (gathered.WrittenCount > Full)
        {
            Flush();
        }

        return ++written < (limit ?? int.MaxValue);
    }

    public void End(string noun)
    {
        if (isIndented)
        {
            gathered.Write(!isList ? "\n"u8 : written == 0 ? "]\n"u8 : "\n]\n"u8);
        }

        Flush();
    }

    private void Flush()
    {
        output.Write(gathered.WrittenSpan);
        output.Flush();
        gathered.ResetWrittenCount();
    }

    private void Indent(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        using var writer = new Utf8JsonWriter(gathered, JsonStyle.Options(indented: true));
        document.RootElement.WriteTo(writer);
    }
}
