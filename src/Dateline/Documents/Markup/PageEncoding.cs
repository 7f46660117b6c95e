using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Dateline.Documents.Markup;

/// <summary>
/// Decodes a page: by its byte order mark, by what its bytes are (valid UTF-8 with characters beyond ASCII is UTF-8, whatever is said of it), by what
/// its carrier says, by what the page says of itself, else as the most common old encoding of the web.
/// </summary>
internal static class PageEncoding
{
    private const int Head = 4096;
    private const int Windows1252 = 1252;
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:."u8);

    /// <summary>Decodes the bytes of a page.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="stated">The charset its carrier states, or null.</param>
    public static DocumentText Decode(ReadOnlySpan<byte> bytes, string? stated = null)
    {
        if (ByteOrderMark.Find(bytes) is not null || Utf8.IsValid(bytes))
        {
            return DocumentText.Decode(bytes);
        }

        var named = Named(stated) ?? Named(StatedInside(bytes));
        if (named is null or { CodePage: 65001 })
        {
            var text = Encoding.UTF8.GetString(bytes);
            if (named is not null || IsMostlyUtf8(bytes, text))
            {
                return new DocumentText(text, true);
            }
        }

        var decoded = (named ?? Of(Windows1252)!).GetString(bytes);
        return new DocumentText(decoded, decoded.Contains('\uFFFD', StringComparison.Ordinal));
    }

    // A page that is cut in mid-character, or holds a few foreign bytes, is still what the rest of it is.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes, string text)
    {
        var broken = text.AsSpan().Count('\uFFFD');
        var beyond = 0;
        foreach (var value in bytes)
        {
            beyond += value >= 0xC2 ? 1 : 0;
        }

        return broken * 4 < beyond;
    }

    // charset=… in the first bytes, as <meta charset="…">, <meta http-equiv … content="text/html; charset=…"> and <?xml encoding="…"?> have it
    internal static string? StatedInside(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(Head, bytes.Length)];
        return After(head, "charset="u8) ?? After(head, "encoding="u8);
    }

    private static string? After(ReadOnlySpan<byte> head, ReadOnlySpan<byte> word)
    {
        for (var i = 0; i + word.Length < head.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(head.Slice(i, word.Length), word))
            {
                var rest = head[(i + word.Length)..].TrimStart("\"' "u8);
                var end = rest.IndexOfAnyExcept(NameBytes);
                return Encoding.ASCII.GetString(end < 0 ? rest : rest[..end]);
            }
        }

        return null;
    }

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        try
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

            // A page that says Latin-1 or ASCII means the wider set that contains it, as every browser reads it; one that says UTF-16 in ASCII letters is wrong.
            return found.CodePage is 28591 or 20127 ? Of(Windows1252) : found.IsSingleByte || found.CodePage is 65001 || !found.WebName.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? found : null;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? Of(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage);
}
