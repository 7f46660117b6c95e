using System.Buffers;
using System.IO.Compression;

namespace Dateline.Ledger;

/// <summary>Bytes as the ledger keeps them: compressed where that makes them smaller. Unpacked they are the same, byte for byte.</summary>
/// <param name="Bytes">What is kept.</param>
/// <param name="Size">Number of bytes when unpacked.</param>
/// <param name="IsCompressed">True when <paramref name="Bytes"/> is a Brotli stream.</param>
public readonly record struct Packed(byte[] Bytes, int Size, bool IsCompressed)
{
    private const int Largest = 1 << 29; // bytes: more than any report or its reading; a damaged size must not take all memory
    private const int Quality = 5; // of 11: the highest that costs less than the reading of a report by far
    private const int Window = 18; // 2^18 bytes, longer than nearly all reports

    /// <summary>Packs some bytes.</summary>
    public static Packed Of(ReadOnlySpan<byte> bytes)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes, room, out var written, Quality, Window) && written < bytes.Length
                ? new Packed(room[..written], bytes.Length, true)
                : new Packed(bytes.ToArray(), bytes.Length, false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <summary>The bytes as they were, or null when what is kept is damaged.</summary>
    public byte[]? Unpack()
    {
        if (!IsCompressed)
        {
            return Bytes.Length == Size ? Bytes : null;
        }

        if (Size is < 0 or > Largest)
        {
            return null;
        }

        var bytes = new byte[Size];
        return BrotliDecoder.TryDecompress(Bytes, bytes, out var written) && written == Size ? bytes : null;
    }

    /// <summary>The first bytes, as many as there is room for; how many, or 0 when what is kept is damaged. The rest is not looked at.</summary>
    public int UnpackFirst(Span<byte> room)
    {
        if (!IsCompressed)
        {
            var some = Bytes.AsSpan(0, Math.Min(Bytes.Length, room.Length));
            some.CopyTo(room);
            return some.Length;
        }

        using var decoder = new BrotliDecoder();
        return decoder.Decompress(Bytes, room, out _, out var written) is OperationStatus.Done or OperationStatus.DestinationTooSmall ? written : 0;
    }
}
