using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Dateline.Tests.Documents;

/// <summary>Makes web archives.</summary>
internal static class MadeArchive
{
    /// <summary>A server's answer with one further field.</summary>
    public static byte[] Answer(string field, byte[] body) => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{field}\r\n\r\n"), .. body];

    /// <summary>The record of a page.</summary>
    public static byte[] Response(string address, string page) => Record("response", address, "application/http; msgtype=response", Answer("Server: x", Encoding.UTF8.GetBytes(page)));

    /// <summary>A record of any type.</summary>
    public static byte[] Record(string type, string? address, string media, ReadOnlySpan<byte> content)
    {
        var head = $"WARC/1.0\r\nWARC-Type: {type}\r\n{(address is null ? "" : $"WARC-Target-URI: {address}\r\n")}Content-Type: {media}\r\nContent-Length: {content.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
        return [.. Encoding.UTF8.GetBytes(head), .. content, .. "\r\n\r\n"u8];
    }

    /// <summary>An archive of records, each a gzip member of its own when packed.</summary>
    public static byte[] Warc(bool isPacked, params byte[][] records)
    {
        using var stream = new MemoryStream();
        foreach (var record in records)
        {
            if (isPacked)
            {
                using var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
                packed.Write(record);
            }
            else
            {
                stream.Write(record);
            }
        }

        return stream.ToArray();
    }
}
