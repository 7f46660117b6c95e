using System.IO.Compression;
using System.Text;

namespace Dateline.Documents;

/// <summary>A stream whose beginning is known before it is read.</summary>
internal sealed class PeekedStream : IDisposable
{
    private readonly Stream stream;

    /// <summary>Reads the beginning.</summary>
    public PeekedStream(Stream stream)
    {
        this.stream = stream;
        var head = new byte[1 << 16];
        Head = head[..FirstRead(stream, head)];
    }

    /// <summary>A stream as it is, or unpacked when it is one that gzip made.</summary>
    public static PeekedStream Unpacked(Stream stream)
    {
        var peeked = new PeekedStream(stream);
        return peeked.Head is [0x1F, 0x8B, ..] ? new PeekedStream(new GZipStream(peeked.Whole(), CompressionMode.Decompress)) : peeked;
    }

    /// <summary>The first bytes: enough to tell what it is; all of them when it is short.</summary>
    public byte[] Head { get; }

    /// <summary>Everything, or null when it is larger than the limit.</summary>
    public byte[]? ReadToEnd(int limit)
    {
        using var all = new MemoryStream();
        all.Write(Head);
        var part = new byte[1 << 16];
        for (var read = stream.Read(part); read > 0; read = stream.Read(part))
        {
            all.Write(part, 0, read);
            if (all.Length > limit)
            {
                return null;
            }
        }

        return all.ToArray();
    }

    /// <summary>The whole stream as UTF-8, without its byte order mark.</summary>
    public Stream AsUtf8()
    {
        var mark = ByteOrderMark.Find(Head);
        var whole = new HeadedStream(Head[(mark?.Length ?? 0)..], stream);
        return mark is { IsUtf8: false } other ? Encoding.CreateTranscodingStream(whole, other.Encoding, Encoding.UTF8) : whole;
    }

    /// <summary>The whole stream from its beginning; the stream itself where it can go back, as a zip file asks for.</summary>
    public Stream Whole()
    {
        if (!stream.CanSeek)
        {
            return new HeadedStream(Head, stream);
        }

        stream.Seek(0, SeekOrigin.Begin);
        return stream;
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    /// <summary>Fills the head as far as one line end or a whole head: a pipe that is slow must not hold back its first line.</summary>
    private static int FirstRead(Stream stream, byte[] head)
    {
        var length = 0;
        while (length < head.Length && !head.AsSpan(0, length).Contains((byte)'\n'))
        {
            var read = stream.Read(head, length, head.Length - length);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return length;
    }

    /// <summary>Some bytes, then the rest of a stream.</summary>
    private sealed class HeadedStream(byte[] head, Stream rest) : Stream
    {
        private int at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (at == head.Length)
            {
                return rest.Read(buffer);
            }

            var part = head.AsSpan(at, Math.Min(buffer.Length, head.Length - at));
            part.CopyTo(buffer);
            at += part.Length;
            return part.Length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
