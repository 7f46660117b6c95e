using System.Globalization;
using System.Text;

namespace Dateline.Documents.Markup;

/// <summary>A page saved with its pictures (MHTML): the part that is the page, with the address it was saved from.</summary>
/// <param name="Page">The bytes of the page, decoded from their transfer form.</param>
/// <param name="Charset">The charset the archive states, or null.</param>
/// <param name="Address">The page's address, or null.</param>
internal sealed record MimeArchive(byte[] Page, string? Charset, string? Address)
{

    /// <summary>True when the bytes begin as such an archive does: header lines, one of which says that parts follow.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        var first = head.IndexOf((byte)'\n');
        return first > 0 && head[..first].Contains((byte)':') && head[0] is >= (byte)'A' and <= (byte)'z'
            && Contains(head, "multipart/related"u8) && Contains(head, "mime-version:"u8);
    }

    /// <summary>The page of an archive, or null when it holds none.</summary>
    public static MimeArchive? Read(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var head = HeaderFields.Read(text, 0, out var at);
        if (head.Parameter("content-type", "boundary") is not { Length: > 0 } boundary)
        {
            return null;
        }

        var mark = "--" + boundary;
        for (var part = text.IndexOf(mark, at, StringComparison.Ordinal); part >= 0;)
        {
            var begin = part + mark.Length;
            var next = text.IndexOf("\n" + mark, begin, StringComparison.Ordinal);
            var fields = HeaderFields.Read(text, HeaderFields.LineAfter(text, begin), out var body);
            if (fields.Value("content-type") is { } type && type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) && body <= text.Length)
            {
                var content = text[body..(next < 0 ? text.Length : Math.Max(body, next))];
                return new MimeArchive(
                    Decoded(content, fields.Value("content-transfer-encoding")),
                    fields.Parameter("content-type", "charset"),
                    fields.Value("content-location") ?? head.Value("snapshot-content-location"));
            }

            part = next < 0 ? -1 : next + 1;
        }

        return null;
    }

    private static bool Contains(ReadOnlySpan<byte> head, ReadOnlySpan<byte> word)
    {
        for (var i = 0; i + word.Length <= head.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(head.Slice(i, word.Length), word))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] Decoded(string content, string? transfer)
    {
        if (transfer is not null && transfer.Equals("base64", StringComparison.OrdinalIgnoreCase))
        {
            var letters = string.Concat(content.Where(c => !char.IsWhiteSpace(c)));
            var bytes = new byte[letters.Length];
            return Convert.TryFromBase64String(letters, bytes, out var written) ? bytes[..written] : Encoding.Latin1.GetBytes(content);
        }

        return transfer is not null && transfer.Equals("quoted-printable", StringComparison.OrdinalIgnoreCase) ? Unquoted(content) : Encoding.Latin1.GetBytes(content);
    }

    // "=E2=80=99" is three bytes, "=" at the end of a line joins it to the next.
    private static byte[] Unquoted(string content)
    {
        var bytes = new byte[content.Length];
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '=')
            {
                bytes[length++] = (byte)content[i];
            }
            else if (i + 2 < content.Length && byte.TryParse(content.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes[length++] = value;
                i += 2;
            }
            else if (i + 1 < content.Length && content[i + 1] is '\n' or '\r')
            {
                i += content[i + 1] == '\r' && i + 2 < content.Length && content[i + 2] == '\n' ? 2 : 1;
            }
            else
            {
                bytes[length++] = (byte)'=';
            }
        }

        return bytes[..length];
    }
}
