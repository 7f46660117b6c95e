using System.Buffers;
using Dateline.Exports;

namespace Dateline.App.Output;

/// <summary>One object per line.</summary>
internal sealed class JsonLinesOutput(Stream output, ReadingJsonOptions options) : IReadingOutput
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);

    public void Add(Reading reading)
    {
        buffer.ResetWrittenCount();
        ReadingJson.Write(buffer, reading, options);
        buffer.Write("\n"u8);
        output.Write(buffer.WrittenSpan);
        output.Flush();
    }

    public void AddFailed()
    {
    }

    public void End(RunTotals totals)
    {
    }
}

/// <summary>One object for one input report, an array for several. The first waits until it is known whether there are more.</summary>
internal sealed class JsonOutput(Stream output, ReadingJsonOptions options) : IReadingOutput
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);
    private int inputs;
    private int written;

    public void Add(Reading reading)
    {
        if (++inputs == 2)
        {
            Open();
        }

        buffer.ResetWrittenCount();
        ReadingJson.Write(buffer, reading, options);
        if (inputs > 1)
        {
            WriteItem();
        }
    }

    public void AddFailed()
    {
        if (++inputs == 2)
        {
            Open();
        }
    }

    public void End(RunTotals totals)
    {
        if (inputs > 1)
        {
            output.Write("\n]\n"u8);
        }
        else if (buffer.WrittenCount > 0)
        {
            buffer.Write("\n"u8);
            output.Write(buffer.WrittenSpan);
        }

        output.Flush();
    }

    private void Open()
    {
        output.Write("["u8);
        if (buffer.WrittenCount > 0)
        {
            WriteItem();
        }
    }

    private void WriteItem()
    {
        output.Write(written++ == 0 ? "\n"u8 : ",\n"u8);
        output.Write(buffer.WrittenSpan);
        output.Flush();
    }
}
