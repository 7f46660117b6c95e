using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dateline.Documents;
using Dateline.Documents.Archives;
using Dateline.Tests.Annotations;
using Dateline.Tests.App;
using static Dateline.Tests.Documents.MadeArchive;

namespace Dateline.Tests.Documents;

/// <summary>Web archives: which pages come out of them, whatever their packing, and what is wrong with broken ones.</summary>
public sealed class ArchiveTests : IDisposable
{
    private const int Largest = 1 << 20;
    private const string Launch = "<html><head><title>Missile fired</title></head><body><h1>Missile fired</h1><p>North Korea fired a ballistic missile on Tuesday, South Korea's military said. The army watched the launch of the missile.</p></body></html>";
    private const string Garden = "<html><body><p>Roses want sun, water and patience; a garden rewards who waits for it.</p></body></html>";

    private readonly Bench bench = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PagesComeOutOfPlainAndPackedArchives(bool isPacked)
    {
        var archive = Warc(isPacked, Response("https://example.org/a", Launch), Response("https://example.org/b", Garden));
        Assert.Equal(["https://example.org/a", "https://example.org/b"], Read(archive).Select(page => page.Address));
        Assert.Equal(["https://example.org/a"], Read(archive, new PageTriage(SpecRows.Files)).Select(page => page.Address));
    }

    [Fact]
    public void AZipOfArchivesIsReadInTheOrderOfItsNames()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "archive/b.warc", Warc(false, Response("https://example.org/b", Launch)));
            Put(zip, "archive/../../a.warc.gz", Warc(true, Response("https://example.org/a", Launch)));
            Put(zip, "pages/pages.jsonl", "{}"u8.ToArray());
        }

        Assert.Equal(["https://example.org/a", "https://example.org/b"], Read(stream.ToArray()).Select(page => page.Address).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OnlyAnsweredPagesAreTaken()
    {
        var archive = Warc(
            false,
            Record("warcinfo", null, "application/warc-fields", "software: x"u8),
            Record("request", "https://example.org/a", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8),
            Record("response", "https://example.org/missing", "application/http; msgtype=response", Encoding.UTF8.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + Launch)),
            Record("response", "https://example.org/picture", "application/http; msgtype=response", Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + Launch)),
            Record("resource", "https://example.org/kept", "text/html", Encoding.UTF8.GetBytes(Launch)));
        var page = Assert.Single(Read(archive));
        Assert.Equal(("https://example.org/kept", MediaTypes.Html), (page.Address, page.MediaType));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void CodingsOfTheBodyAreUndone(string coding)
    {
        var body = Encoding.UTF8.GetBytes(Launch);
        using var packed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            stream.Write(body);
        }

        var message = HttpMessage.Read(Answer($"Content-Encoding: {coding}", packed.ToArray()))!;
        Assert.Equal(Launch, Encoding.UTF8.GetString(message.Body.Span));
        Assert.False(message.IsCut);
        Assert.True(HttpMessage.Read(Answer($"Content-Encoding: {coding}", packed.ToArray()[..40]))!.Body.Length < Launch.Length);
    }

    [Theory]
    [InlineData("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "hello world", false)]
    [InlineData("5;x=y\r\nhello\r\n0\r\n\r\n", "hello", false)]
    [InlineData("5\r\nhello\r\n6\r\n wo", "hello wo", true)]
    [InlineData("<p>never chunked</p>", "<p>never chunked</p>", false)]
    [InlineData("FFFFFFFF\r\nhello", "FFFFFFFF\r\nhello", false)]
    public void ChunksAreJoined(string body, string joined, bool isCut)
    {
        var message = HttpMessage.Read(Answer("Transfer-Encoding: chunked", Encoding.UTF8.GetBytes(body)))!;
        Assert.Equal((joined, isCut), (Encoding.UTF8.GetString(message.Body.Span), message.IsCut));
    }

    [Fact]
    public void WhatInflatesBeyondMeasureIsCutOff()
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
            {
                stream.Write(zeros);
            }
        }

        var message = HttpMessage.Read(Answer("Content-Encoding: br", packed.ToArray()))!;
        Assert.True(message.IsCut);
        Assert.True(message.Body.Length < 2 << 20);
    }

    [Fact]
    public void ACharsetOfTheHeadCounts()
    {
        var page = Encoding.Latin1.GetBytes("<html><body><p>The general said the caf\u00E9 was hit by a drone, and the army fired a missile on Monday.</p></body></html>");
        byte[] answer = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n\r\n"u8, .. page];
        Assert.Contains("caf\u00E9", DocumentText.Of(RawDocument.Of(answer, HttpMessage.KeptAs, "x")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 99999999")]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 7")]
    [InlineData("Content-Length: x")]
    [InlineData("X-Other: 1")]
    public void ARecordOfAWrongLengthDoesNotHideTheNext(string length)
    {
        var broken = Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n{length}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>short</p>\r\n\r\n");
        byte[] archive = [.. broken, .. Response("https://example.org/next", Launch)];
        var pages = Read(archive);
        Assert.True(length.EndsWith("99999999", StringComparison.Ordinal) ? pages.Count <= 1 : pages[^1].Address == "https://example.org/next");
    }

    [Fact]
    public void ATruncatedArchiveGivesWhatItHasAndSaysSo()
    {
        var archive = Warc(true, Response("https://example.org/a", Launch), Response("https://example.org/b", Launch));
        for (var length = 2; length < archive.Length; length += 7)
        {
            Assert.True(Read(archive[..length]).Count(page => page.Bytes is not null) <= 2);
        }

        var damaged = archive.ToArray();
        damaged[archive.Length / 2] ^= 0xFF;
        Assert.NotEmpty(Read(damaged));
    }

    [Fact]
    public void AnythingCanBeCalledAnArchive()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var noise = new byte[random.Next(400)];
            random.NextBytes(noise);
            foreach (var head in (byte[][])["WARC/1.0\r\n"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "WARC/1.1\r\nContent-Length: 10\r\n\r\n"u8.ToArray()])
            {
                Assert.True(Read([.. head, .. noise]).Count < 3);
            }
        }
    }

    [Fact]
    public void TheCommandReadsTheSamePagesFromAPackedArchive()
    {
        var path = bench.File("a.warc.gz", Warc(true, [.. Enumerable.Range(0, 30).Select(i => Response(string.Create(CultureInfo.InvariantCulture, $"https://example.org/{i}"), i % 3 == 0 ? Launch : Garden))]));
        var outcome = Bench.RunWhole("read", path, "--format", "jsonl", "--brief");
        Assert.Equal(0, outcome.Status);
        var readings = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(10, readings.Count);
        Assert.All(readings, reading => Assert.Equal("missile_test", reading.GetProperty("events")[0].GetProperty("kind").GetString()));
        Assert.Equal("https://example.org/3", readings[1].GetProperty("report").GetProperty("url").GetString());
        Assert.Contains("20 pages left out", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(30, Bench.RunWhole("read", path, "--format", "jsonl", "--brief", "--all-pages").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    // What the triage leaves out is never read: no report of the samples may be among it.
    [Fact]
    public void TheTriageTakesEverySampleWithNews()
    {
        var triage = new PageTriage(SpecRows.Files);
        foreach (var name in Whole.Samples.Names.Where(name => !name.Contains("football", StringComparison.Ordinal)))
        {
            Assert.True(triage.IsWorthReading(File.ReadAllBytes(Repository.At($"samples/{name}.txt"))), name);
        }
    }

    public void Dispose() => bench.Dispose();

    private static List<ArchivedPage> Read(byte[] archive, PageTriage? triage = null)
    {
        using var stream = PeekedStream.Unpacked(new MemoryStream(archive));
        return [.. new ArchiveReader(triage, Largest).Read(stream.Whole(), stream.Head)];
    }

    private static void Put(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
