using System.Text.Json;

namespace Dateline.Exports.Formats;

/// <summary>A JSON writer over a stream that lets go of what it has written as it goes on.</summary>
internal sealed class JsonStream : IDisposable
{
    private const int Full = 1 << 15; // bytes gathered before they are written

    private readonly Stream output;

    public JsonStream(Stream output)
    {
        this.output = output;
        Writer = new Utf8JsonWriter(output, JsonStyle.Options(indented: false));
    }

    /// <summary>The writer.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Between two items: writes them when there are enough.</summary>
    public void Next()
    {
        if (Writer.BytesPending > Full)
        {
            Writer.Flush();
        }
    }

    /// <summary>After a line of JSON lines.</summary>
    public void Line()
    {
        Writer.Flush();
        output.WriteByte((byte)'\n');
        Writer.Reset();
    }

    /// <summary>Ends the document with a line break.</summary>
    public void Dispose()
    {
        Writer.Dispose();
    }

    /// <summary>Words, or null.</summary>
    public void Text(string name, string? words) => Writer.WriteString(name, words);

    /// <summary>A number, or null.</summary>
    public void Number(string name, decimal? number)
    {
        if (number is { } known)
        {
            Writer.WriteNumber(name, known);
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>A list of words.</summary>
    public void Words(string name, IEnumerable<string> words)
    {
        Writer.WriteStartArray(name);
        foreach (var word in words)
        {
            Writer.WriteStringValue(word);
        }

        Writer.WriteEndArray();
    }

    /// <summary>Licence, run and filter of the record, as fields of the object that is open.</summary>
    public void Head(ExportRecord record)
    {
        Writer.WriteString("run", record.RunLine);
        Writer.WriteString("licence", record.LicenceLine);
        Writer.WriteString("filter", record.FilterLine);
    }

    /// <summary>Every role with its values, how they stand and who says so: what other fields cannot hold.</summary>
    public void Roles(ExportEvent happening)
    {
        Writer.WriteStartObject("roles");
        foreach (var (role, values) in happening.Roles)
        {
            Writer.WriteStartArray(role);
            foreach (var value in values)
            {
                Writer.WriteStartObject();
                Writer.WriteString("words", value.Words);
                Writer.WriteString("status", value.Status);
                Writer.WriteBoolean("inferred", value.IsInferred);
                Writer.WriteBoolean("denied", value.IsDenied);
                Words("origins", value.Origins);
                Writer.WriteEndObject();
            }

            Writer.WriteEndArray();
        }

        Writer.WriteEndObject();
    }
}
