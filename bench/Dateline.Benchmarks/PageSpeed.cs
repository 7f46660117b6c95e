using System.Globalization;
using System.IO.Compression;
using Dateline.Articles;
using Dateline.Documents;
using Dateline.Documents.Markup;
using Dateline.Knowledge;

namespace Dateline.Benchmarks;

/// <summary><c>pages FOLDER</c>: what reading a web page costs on one core, in time of the processor: from bytes to labelled blocks.</summary>
internal static class PageSpeed
{
    private const int Rounds = 5;

    /// <summary>Prints milliseconds per page of the steps, pages per second, and what one page in a hundred takes longer than.</summary>
    /// <param name="folder">Holds pages, *.html or *.html.gz, in whatever folders.</param>
    public static int Run(string folder)
    {
        var pages = Directory.EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Document).ToList();
        if (pages.Count == 0)
        {
            Console.Error.WriteLine($"no pages in {folder}");
            return 1;
        }

        var reader = new ArticleReader(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
        var sources = pages.ConvertAll(p => PageEncoding.Decode(p.Bytes.Span).Text);
        var texts = pages.ConvertAll(DocumentText.Of);
        var trim = Measure(pages.Count, i => MarkupTrim.Of(sources[i]));
        var walk = Measure(pages.Count, i => MarkupReader.Read(sources[i]));
        var label = Measure(pages.Count, i => reader.Read(pages[i], texts[i]));
        var whole = Measure(pages.Count, i => reader.Read(pages[i], DocumentText.Of(pages[i])));
        Array.Sort(whole);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages of {pages.Average(p => p.Bytes.Length) / 1024:0} KB: trim {trim.Average():0.00} ms, with parsing and walk {walk.Average():0.00} ms, labels {label.Average():0.00} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"whole {whole.Average():0.00} ms, {1000 / whole.Average():0} pages/s on one core; median {whole[whole.Length / 2]:0.0} ms, p99 {whole[whole.Length * 99 / 100]:0.0} ms, longest {whole[^1]:0.0} ms"));
        return 0;
    }

    private static RawDocument Document(string path)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var whole = new MemoryStream();
        content.CopyTo(whole);
        return RawDocument.Of(whole.ToArray(), MediaTypes.Html, Path.GetFileName(path));
    }

    // Per page the best of some rounds: what else runs on the machine only adds.
    private static double[] Measure(int count, Action<int> step)
    {
        var best = new double[count];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < count; i++)
            {
                var before = Environment.CpuUsage.TotalTime;
                step(i);
                best[i] = Math.Min(best[i], (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            }
        }

        return best;
    }
}
