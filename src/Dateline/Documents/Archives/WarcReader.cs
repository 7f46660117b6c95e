using System.Globalization;
using System.Text;

namespace Dateline.Documents.Archives;

/// <summary>One record of a web archive.</summary>
/// <param name="Type">response, resource, request, metadata, warcinfo …</param>
/// <param name="Address">What was asked for, or null.</param>
/// <param name="MediaType">Media type of the content, or null.</param>
/// <param name="Content">Its content: for a response the whole answer of the server. Valid until the next record is read.</param>
public sealed record WarcRecord(string Type, string? Address, string? MediaType, ReadOnlyMemory<byte> Content);

/// <summary>
/// Reads the records of a web archive (WARC 1.0 and 1.1, ISO 28500) from a stream, one at a time. A record of a wrong length is overcome: the next
/// one is looked for. One larger than any report is passed over.
/// </summary>
/// <param name="stream">The archive, unpacked.</param>
/// <param name="largest">Records larger than this are passed over, in bytes.</param>
public sealed class WarcReader(Stream stream, int largest)
{
    private const int LargestHead = 1 << 16;

    private byte[] buffer = new byte[1 << 18];
    private int begin;
    private int end;
    private bool isAtEnd;

    /// <summary>Records passed over because they were larger than any report or had a head that cannot be read.</summary>
    public int Passed { get; private set; }

    /// <summary>The next record, or null at the end.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="InvalidDataException">The stream is packed and damaged.</exception>
    public WarcRecord? Read(Func<string, string?, bool> isWanted)
    {
        while (SkipToRecord())
        {
            if (Head() is not { } head)
            {
                Passed++;
                begin++;
                continue;
            }

            var length = long.TryParse(Field(head, "content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : -1;
            var type = Field(head, "warc-type") ?? "";
            var media = Field(head, "content-type");
            if (length < 0)
            {
                Passed++;
                continue;
            }

            if (length > largest || !isWanted(type, media))
            {
                Passed += length > largest ? 1 : 0;
                Skip(length);
                continue;
            }

            if (!Fill((int)length))
            {
                length = end - begin;
            }

            var record = new WarcRecord(type, Field(head, "warc-target-uri")?.Trim('<', '>'), media, buffer.AsMemory(begin, (int)length));
            begin += (int)length;
            return record;
        }

        return null;
    }

    // To the next "WARC/1" at the beginning of a line.
    private bool SkipToRecord()
    {
        while (Fill(7))
        {
            var here = buffer.AsSpan(begin, end - begin);
            if (here.StartsWith("WARC/1."u8))
            {
                return true;
            }

            var blank = here.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            if (blank > 0)
            {
                begin += blank;
                continue;
            }

            var next = here.IndexOf("\nWARC/1."u8);
            begin = next >= 0 ? begin + next + 1 : blank < 0 ? end : Math.Max(begin + 1, end - 7);
        }

        return false;
    }

    // The lines of the head, without the empty one behind them; null when it has no end.
    private string[]? Head()
    {
        var asked = 1 << 10;
        while (true)
        {
            var whole = Fill(asked);
            var here = buffer.AsSpan(begin, Math.Min(end - begin, LargestHead));
            var (crlf, lf) = (here.IndexOf("\r\n\r\n"u8), here.IndexOf("\n\n"u8));
            var length = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
            if (length >= 0)
            {
                var lines = Encoding.UTF8.GetString(here[..length]).Split('\n', StringSplitOptions.TrimEntries);
                begin += length + (length == crlf ? 4 : 2);
                return lines;
            }

            if (!whole || asked >= LargestHead)
            {
                return null;
            }

            asked *= 2;
        }
    }

    private static string? Field(string[] lines, string name)
    {
        foreach (var line in lines)
        {
            if (line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return line[(name.Length + 1)..].Trim();
            }
        }

        return null;
    }

    private void Skip(long length)
    {
        while (length > 0 && (begin < end || Fill(1)))
        {
            var part = (int)Math.Min(length, end - begin);
            begin += part;
            length -= part;
        }
    }

    // So many bytes in the buffer, unless the stream ends before.
    private bool Fill(int wanted)
    {
        if (end - begin >= wanted)
        {
            return true;
        }

        if (buffer.Length - begin < wanted)
        {
            var place = buffer.Length >= wanted ? buffer : new byte[Math.Max(wanted, Math.Min(buffer.Length * 2L, largest + (1L << 16)))];
            buffer.AsSpan(begin, end - begin).CopyTo(place);
            (buffer, begin, end) = (place, 0, end - begin);
        }

        while (!isAtEnd && end - begin < wanted)
        {
            var read = stream.Read(buffer.AsSpan(end));
            isAtEnd = read == 0;
            end += read;
        }

        return end - begin >= wanted;
    }
}
