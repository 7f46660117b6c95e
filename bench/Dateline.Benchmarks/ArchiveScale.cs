using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dateline.Documents.Archives;
using Dateline.Knowledge;

namespace Dateline.Benchmarks;

/// <summary>A web archive made for the purpose: how fast its pages are sorted out, against unpacking alone, in one run.</summary>
internal static class ArchiveScale
{
    private const int LargestPage = 100 << 20;
    private const int Rounds = 3;

    // One page in so many speaks of something of ours.
    private const int OurShare = 20;

    private static readonly string[] Plain = ["garden", "recipe", "window", "market", "colour", "village", "music", "reader", "holiday", "engine", "school", "summer", "kitchen", "letter", "picture", "ticket", "river", "bread", "library", "football"];

    /// <summary>Makes an archive of so many megabytes, unpacks it, sorts its pages out, and prints both speeds.</summary>
    public static int Run(int megabytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"dateline-bench-{Environment.ProcessId}.warc.gz");
        try
        {
            var (pages, ours, size) = Make(path, (long)megabytes << 20);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages, {ours} of ours, {size >> 20} MB, packed {new FileInfo(path).Length >> 20} MB"));
            var triage = new PageTriage(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
            for (var round = 0; round < Rounds; round++)
            {
                var unpack = Time(() => Unpack(path));
                var gunzip = Time(() => Gunzip(path));
                var sort = Time(() => Sort(path, triage, ours));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gunzip {size / gunzip / 1e6:F0} MB/s, unpacked here {size / unpack / 1e6:F0} MB/s, sorted out {size / sort / 1e6:F0} MB/s: {gunzip / sort:P0} of gunzip"));
            }

            return 0;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (int Pages, int Ours, long Size) Make(string path, long wanted)
    {
        using var file = File.Create(path);
        var random = new Random(7);
        var (pages, ours, size) = (0, 0, 0L);
        while (size < wanted)
        {
            var isOurs = pages % OurShare == 0;
            var record = Record(pages, Page(random, isOurs));
            using (var packed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
            {
                packed.Write(record);
            }

            (pages, ours, size) = (pages + 1, ours + (isOurs ? 1 : 0), size + record.Length);
        }

        return (pages, ours, size);
    }

    private static string Page(Random random, bool isOurs)
    {
        var page = new StringBuilder("<html><head><title>A page</title></head><body>");
        for (var paragraph = 0; paragraph < 60; paragraph++)
        {
            page.Append("<div class=\"item-").Append(random.Next(1000)).Append("\"><p>");
            for (var word = 0; word < 60; word++)
            {
                page.Append(Plain[random.Next(Plain.Length)]).Append(random.Next(100)).Append(' ');
            }

            page.Append(isOurs && paragraph == 30 ? "The army fired a missile and soldiers were killed.</p></div>" : "</p></div>");
        }

        return page.Append("</body></html>").ToString();
    }

    private static byte[] Record(int number, string page)
    {
        var http = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page);
        var head = string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {http.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. http, .. "\r\n\r\n"u8];
    }

    private static void Unpack(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var part = new byte[1 << 18];
        while (packed.Read(part) > 0)
        {
        }
    }

    private static void Gunzip(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("gunzip", ["-c", path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var part = new byte[1 << 18];
        while (process.StandardOutput.BaseStream.Read(part) > 0)
        {
        }

        process.WaitForExit();
    }

    private static void Sort(string path, PageTriage triage, int ours)
    {
        var archive = new ArchiveReader(triage, LargestPage);
        using var stream = File.OpenRead(path);
        var taken = archive.Read(stream, new byte[] { 0x1F, 0x8B }).Count();
        if (taken != ours)
        {
            throw new InvalidOperationException($"{taken} pages taken of {ours}");
        }
    }

    private static double Time(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }
}
