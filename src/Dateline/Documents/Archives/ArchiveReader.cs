using System.IO.Compression;

namespace Dateline.Documents.Archives;

/// <summary>One page of an archive, or what is wrong with it.</summary>
/// <param name="Address">Its address, or null.</param>
/// <param name="Bytes">The server's answer, or the page itself; null when only a problem is told.</param>
/// <param name="MediaType">What the bytes are.</param>
/// <param name="Problem">What is wrong, or null.</param>
public sealed record ArchivedPage(string? Address, byte[]? Bytes, string MediaType, string? Problem);

/// <summary>
/// The pages of web archives: WARC plain or packed (gzip, one member per record or one in all), and WACZ, which is a zip of them. Streams;
/// nothing is written to disk. Pages in which nothing of ours can stand are left out when a triage is given.
/// </summary>
/// <param name="triage">Tells from the bytes of a page whether it is worth reading; null reads all.</param>
/// <param name="largest">Pages larger than this are passed over, in bytes.</param>
public sealed class ArchiveReader(PageTriage? triage, int largest)
{
    private const int Okay = 200;

    /// <summary>Pages left out by the triage.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Records passed over because they were larger than any report or had a head that cannot be read.</summary>
    public int Passed { get; private set; }

    /// <summary>Pages handed over.</summary>
    public int Taken { get; private set; }

    /// <summary>True when the bytes, unpacked, begin as an archive does: a WARC record or a zip file.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith("WARC/1."u8) || head.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The pages, in the archive's order. What breaks off is told as a last page with a problem.</summary>
    public IEnumerable<ArchivedPage> Read(Stream stream, ReadOnlyMemory<byte> head) => head.Span.StartsWith("PK\u0003\u0004"u8) ? ReadZip(stream) : ReadWarc(stream);

    private IEnumerable<ArchivedPage> ReadZip(Stream stream)
    {
        using var zip = Opened(() => new ZipArchive(stream, ZipArchiveMode.Read), out var problem);
        var archives = zip is null ? null : Opened(() => zip.Entries.Where(IsWarc).OrderBy(entry => entry.FullName, StringComparer.Ordinal).ToList(), out problem);
        if (archives is not { Count: > 0 })
        {
            yield return Broken(archives is null ? "is no zip file that can be read: " + problem : "holds no web archive (a WACZ file has some under archive/)");
            yield break;
        }

        foreach (var entry in archives)
        {
            using var packed = Opened(entry.Open, out problem);
            if (packed is null)
            {
                yield return Broken($"{entry.FullName} cannot be unpacked: {problem}");
                continue;
            }

            var isPacked = entry.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            foreach (var page in ReadWarc(isPacked ? new GZipStream(packed, CompressionMode.Decompress) : packed))
            {
                yield return page;
            }
        }
    }

    /// <summary>What is opened, or null with the reason. Damage of a zip file shows at its end, in its directory and at each entry.</summary>
    private static T? Opened<T>(Func<T> open, out string problem)
        where T : class
    {
        try
        {
            problem = "";
            return open();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            problem = error.Message;
            return null;
        }
    }

    private static bool IsWarc(ZipArchiveEntry entry) => entry.Name.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<ArchivedPage> ReadWarc(Stream stream)
    {
        using (stream)
        {
            var records = new WarcReader(stream, largest);
            while (true)
            {
                ArchivedPage? page;
                try
                {
                    page = Next(records);
                }
                catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException)
                {
                    page = Broken($"breaks off after {Taken + LeftOut} pages: {error.Message}");
                }

                if (page?.Bytes is null)
                {
                    Passed += records.Passed;
                }

                if (page is null)
                {
                    yield break;
                }

                yield return page;
                if (page.Bytes is null)
                {
                    yield break;
                }
            }
        }
    }

    private ArchivedPage? Next(WarcReader records)
    {
        while (records.Read(static (type, media) => type is "response" or "resource" && IsPage(media)) is { } record)
        {
            var (content, mediaType) = (record.Content, HttpMessage.KeptAs);
            if (record.Type is "response")
            {
                if (HttpMessage.Read(record.Content) is not { Status: Okay } message || !IsPage(message.MediaType))
                {
                    continue;
                }

                content = message.Body;
            }
            else
            {
                mediaType = record.MediaType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true ? MediaTypes.Text : MediaTypes.Html;
            }

            if (triage?.IsWorthReading(content.Span) == false)
            {
                LeftOut++;
                continue;
            }

            Taken++;
            return new ArchivedPage(record.Address, record.Content.ToArray(), mediaType, null);
        }

        return null;
    }

    private static bool IsPage(string? media) => media is null
        || media.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
        || media.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)
        || media.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase)
        || media.StartsWith(HttpMessage.KeptAs, StringComparison.OrdinalIgnoreCase);

    private static ArchivedPage Broken(string problem) => new(null, null, MediaTypes.Html, problem);
}
