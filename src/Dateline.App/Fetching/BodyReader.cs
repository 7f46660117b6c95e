using System.IO.Compression;

namespace Dateline.App.Fetching;

/// <summary>Reads the body of an answer and unfolds it, neither longer nor larger than allowed.</summary>
internal sealed class BodyReader(FetchLimits limits, TimeProvider time)
{
    private const int Part = 1 << 15;

    /// <summary>The body. Throws <see cref="FetchRefusedException"/> when it goes beyond a limit.</summary>
    public async Task<byte[]> ReadAsync(HttpContent content, CancellationToken stop)
    {
        if (content.Headers.ContentLength > limits.Bytes)
        {
            throw TooLarge();
        }

        var stream = await content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        using var sent = new MemoryStream();
        var part = new byte[Part];
        for (var read = await NextAsync(stream, part, stop).ConfigureAwait(false); read > 0; read = await NextAsync(stream, part, stop).ConfigureAwait(false))
        {
            sent.Write(part, 0, read);
            if (sent.Length > limits.Bytes)
            {
                throw TooLarge();
            }
        }

        var packing = content.Headers.ContentEncoding.Where(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        return packing.Count switch
        {
            0 => sent.ToArray(),
            1 => Unfolded(sent.ToArray(), packing[0].ToLowerInvariant()),
            _ => throw new FetchRefusedException("the answer is packed more than once"),
        };
    }

    private async ValueTask<int> NextAsync(Stream stream, byte[] part, CancellationToken stop)
    {
        using var silence = new CancellationTokenSource(limits.Silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, silence.Token);
        try
        {
            return await stream.ReadAsync(part, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped) when (silence.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new FetchRefusedException($"sent nothing for {PageFetcher.Seconds(limits.Silence)} and was left", stopped);
        }
    }

    private byte[] Unfolded(byte[] sent, string packing)
    {
        if (sent.Length == 0)
        {
            return sent;
        }

        using var source = new MemoryStream(sent);
        using Stream unfolding = packing switch
        {
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "deflate" when IsWrapped(sent) => new ZLibStream(source, CompressionMode.Decompress),
            "deflate" => new DeflateStream(source, CompressionMode.Decompress),
            _ => throw new FetchRefusedException($"the answer is packed in a way that was not asked for ({(packing.Length > 20 ? packing[..20] : packing)})"),
        };
        using var whole = new MemoryStream();
        var part = new byte[Part];
        for (var read = unfolding.Read(part); read > 0; read = unfolding.Read(part))
        {
            whole.Write(part, 0, read);
            if (whole.Length > limits.Bytes)
            {
                throw TooLarge();
            }

            if (whole.Length > limits.RatioFrom && whole.Length / limits.Ratio > sent.Length)
            {
                throw new FetchRefusedException($"the answer unfolds to more than {limits.Ratio} times its size");
            }
        }

        return whole.Length > 0 ? whole.ToArray() : throw new InvalidDataException(packing);
    }

    // Deflate should come in a wrapping of its own, and often comes without.
    private static bool IsWrapped(byte[] sent) => sent.Length > 1 && (sent[0] & 15) == 8 && ((sent[0] << 8) + sent[1]) % 31 == 0;

    private FetchRefusedException TooLarge() => new($"is larger than {(limits.Bytes >= 1 << 20 ? $"{limits.Bytes >> 20} MB" : $"{limits.Bytes} bytes")}");
}
