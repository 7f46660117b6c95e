using System.Globalization;
using Dateline.Articles;
using Dateline.Documents;
using Dateline.Documents.Markup;
using Dateline.Knowledge;

namespace Dateline.Evaluation.Pages;

/// <summary>What the steps of reading a page cost, in processor time: other programs on the machine do not count.</summary>
internal static class PageTimes
{
    private const int Rounds = 4;

    /// <summary>Prints milliseconds per page of each step, and pages per second of one core.</summary>
    public static int Print(string folder)
    {
        var pages = PageSet.Read(folder).ToList();
        var reader = new ArticleReader(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
        var sources = pages.ConvertAll(p => PageEncoding.Decode(p.Html).Text);
        var documents = pages.ConvertAll(p => RawDocument.Of(p.Html, MediaTypes.Html, p.Name));
        var texts = documents.ConvertAll(DocumentText.Of);
        for (var i = 0; i < documents.Count; i++)
        {
            reader.Read(documents[i], texts[i]);
        }

        var trim = Measure(pages.Count, i => MarkupTrim.Of(sources[i]));
        var parse = Measure(pages.Count, i => MarkupReader.Read(sources[i]));
        var label = Measure(pages.Count, i => reader.Read(documents[i], texts[i]));
        var whole = Measure(pages.Count, i => reader.Read(documents[i], DocumentText.Of(documents[i])));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"trim {trim:0.00} ms, trim, parse and walk {parse:0.00} ms, label {label:0.00} ms, whole {whole:0.00} ms a page; {1000 / whole:0} pages/s"));
        return 0;
    }

    private static double Measure(int count, Action<int> step)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < count; i++)
            {
                step(i);
            }

            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / count);
        }

        return best;
    }
}
