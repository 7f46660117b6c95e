namespace Dateline.Documents;

/// <summary>Cuts a stream of bytes into lines without holding more than one line; the line end is left out.</summary>
internal sealed class LineReader(Stream stream, int limit)
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool atEnd;

    /// <summary>Number of the line last read, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>True when the line last read was longer than the limit; its bytes were passed over.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Makes this the end: nothing more is read.</summary>
    public void Stop() => (start, end, atEnd) = (0, 0, true);

    /// <summary>The next line, or false at the end.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        TooLong = false;
        var searched = 0;
        while (true)
        {
            var found = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = Take(searched + found, 1);
                return true;
            }

            searched = end - start;
            if (searched > limit)
            {
                TooLong = true;
                (start, end, searched) = (0, 0, 0);
            }

            if (!atEnd && Fill())
            {
                continue;
            }

            line = Take(searched, 0);
            return searched > 0 || TooLong;
        }
    }

    private ReadOnlySpan<byte> Take(int length, int lineEnd)
    {
        var line = buffer.AsSpan(start, length);
        start += length + lineEnd;
        Line++;
        return line is [.., (byte)'\r'] ? line[..^1] : line;
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        atEnd = read == 0;
        return !atEnd;
    }
}
