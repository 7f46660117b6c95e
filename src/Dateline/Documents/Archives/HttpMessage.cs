using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Dateline.Documents.Archives;

/// <summary>An answer of a web server as it was kept, head and body: what it says of the body, and the body with its transfer and content codings undone.</summary>
/// <param name="Status">200, 404 …; 0 when there is no status line.</param>
/// <param name="MediaType">text/html, in lower case, or null when none is stated.</param>
/// <param name="Charset">The charset stated, or null.</param>
/// <param name="Body">The body decoded.</param>
/// <param name="IsCut">True when the body ends before it should, inflates beyond all measure, or is broken; what was decoded is kept.</param>
public sealed record HttpMessage(int Status, string? MediaType, string? Charset, ReadOnlyMemory<byte> Body, bool IsCut)
{
    /// <summary>Media type such messages are kept under.</summary>
    public const string KeptAs = "application/http";

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private const int LargestHead = 1 << 18;
    private const int LargestBody = 100 << 20;

    // Text is not packed closer than this by the codings of the web; what is was made to fill a memory.
    private const int MostInflation = 1000;
    private const int AlwaysAllowed = 1 << 20;

    /// <summary>Reads a message; null when the bytes do not begin as one.</summary>
    public static HttpMessage? Read(ReadOnlyMemory<byte> bytes)
    {
        var text = bytes.Span;
        if (!text.StartsWith("HTTP/"u8))
        {
            return null;
        }

        var (headLength, bodyAt) = HeadOf(text);
        if (headLength < 0)
        {
            return null;
        }

        var head = Encoding.Latin1.GetString(text[..headLength]);
        var fields = HeaderFields.Read(head, HeaderFields.LineAfter(head, 0), out _, LargestHead);
        var status = head.Split(' ', 3) is [_, var code, ..] && int.TryParse(code.AsSpan(0, Math.Min(code.Length, 3)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var body = bytes[bodyAt..];
        var isCut = false;
        if (fields.Value("transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true && TryUnchunk(body.Span, out var joined, out var isWhole))
        {
            (body, isCut) = (joined, !isWhole);
        }

        foreach (var coding in (fields.Value("content-encoding") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            (body, var isBroken) = Inflated(body, coding);
            isCut |= isBroken;
        }

        var type = fields.Value("content-type");
        return new HttpMessage(status, type?.Split(';')[0].Trim().ToLowerInvariant(), HeaderFields.ParameterOf(type, "charset"), body, isCut);
    }

    // The head ends at the first empty line, whichever line ends it has.
    private static (int Length, int BodyAt) HeadOf(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, LargestHead)];
        var (crlf, lf) = (head.IndexOf("\r\n\r\n"u8), head.IndexOf("\n\n"u8));
        return crlf >= 0 && (lf < 0 || crlf < lf) ? (crlf, crlf + 4) : lf >= 0 ? (lf, lf + 2) : (-1, -1);
    }

    // Many archives keep the body unchunked under a head that still says it is chunked: then it is taken as it is.
    private static bool TryUnchunk(ReadOnlySpan<byte> body, out byte[] joined, out bool isWhole)
    {
        using var whole = new MemoryStream(body.Length);
        (joined, isWhole) = ([], false);
        for (var any = false; !body.IsEmpty; any = true)
        {
            var end = body.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            var digits = line.IndexOfAnyExcept(HexDigits);
            var hex = digits < 0 ? line : line[..digits];
            if (hex.IsEmpty || hex.Length > 8 || !int.TryParse(Encoding.ASCII.GetString(hex), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0 || end < 0)
            {
                joined = whole.ToArray();
                return any;
            }

            body = body[(end + 1)..];
            if (size == 0)
            {
                isWhole = true;
                break;
            }

            var part = body[..Math.Min(size, body.Length)];
            whole.Write(part);
            body = body[part.Length..].TrimStart("\r\n"u8);
        }

        joined = whole.ToArray();
        return true;
    }

    private static (ReadOnlyMemory<byte> Body, bool IsBroken) Inflated(ReadOnlyMemory<byte> body, string coding)
    {
        using var packed = new MemoryStream(body.ToArray(), writable: false);
        var isPlain = body.Span is not [0x1F, 0x8B, ..];
        using Stream? stream = coding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => isPlain ? null : new GZipStream(packed, CompressionMode.Decompress),
            "deflate" => body.Span is [0x78, ..] ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (stream is null)
        {
            return (body, false);
        }

        using var whole = new MemoryStream();
        var most = Math.Min(LargestBody, Math.Max(AlwaysAllowed, (long)body.Length * MostInflation));
        var part = new byte[1 << 16];
        try
        {
            for (var read = stream.Read(part); read > 0; read = stream.Read(part))
            {
                whole.Write(part, 0, read);
                if (whole.Length > most)
                {
                    return (whole.ToArray(), true);
                }
            }

            return (whole.ToArray(), false);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException or IOException)
        {
            return (whole.ToArray(), true);
        }
    }
}
