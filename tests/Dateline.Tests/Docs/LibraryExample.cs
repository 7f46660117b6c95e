using Dateline.Documents;
using Dateline.Knowledge;

namespace Dateline.Tests.Docs;

/// <summary>The program of docs/library.md, line for line, so that it compiles and says what the page says.</summary>
internal static class LibraryExample
{
    public static void Run(TextWriter Console)
    {
        // <page>
        var pipeline = new Pipeline(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder)); // once; it may read many reports, also at once
        var text = "SEOUL, Jan. 6, 2025 - North Korea fired a missile that flew 1,100 km, South Korea's military said Monday.";
        var reading = pipeline.Read(RawDocument.Of(System.Text.Encoding.UTF8.GetBytes(text), "text/plain", "my report"), ReadOptions.Default);
        foreach (var happening in reading.Events.Events)
        {
            foreach (var numbered in happening.Claims)
            {
                var words = string.Join(" … ", numbered.Claim.Evidence.Select(span => span.In(reading.Article.Text)));
                var speaker = numbered.Claim.AccordingTo is [.., var primary] ? primary.Actor.Name : "the outlet itself";
                Console.WriteLine($"{happening.Kind} {numbered.Claim.Role}: {words} ({speaker})");
            }
        }
        // </page>
    }
}
