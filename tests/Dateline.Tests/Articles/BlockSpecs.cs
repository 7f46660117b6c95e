using System.Text.Json;
using Dateline.Articles;
using Dateline.Documents;
using Dateline.Knowledge;
using Xunit;

namespace Dateline.Tests.Articles;

/// <summary>Runs Specs/blocks.jsonl: a page, and the blocks and facts it must give. Only the facts a row names are compared.</summary>
public sealed class BlockSpecs
{
    internal static readonly ArticleReader Reader = new(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));

    private static string SpecFile => Path.Combine(AppContext.BaseDirectory, "Specs", "blocks.jsonl");

    public static TheoryData<string> Rows()
    {
        var rows = new TheoryData<string>();
        foreach (var line in File.ReadLines(SpecFile).Where(l => l.Length > 0))
        {
            rows.Add(line);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Page_is_read_as_the_row_says(string row)
    {
        using var json = JsonDocument.Parse(row);
        var spec = json.RootElement;
        var text = spec.GetProperty("text").GetString()!;
        var article = Reader.Read(RawDocument.Of(ReadOnlyMemory<byte>.Empty, "text/plain", "spec", Stated(spec)), text, false);
        if (spec.TryGetProperty("blocks", out var blocks))
        {
            var expected = blocks.EnumerateArray().Select(b => b.GetString()!).ToList();
            Assert.Equal(expected, article.Blocks.Select(b => Describe(b, text)).ToList());
        }

        foreach (var fact in spec.EnumerateObject())
        {
            if (Fact(article, fact.Name) is { } value)
            {
                Assert.Equal(fact.Name + "=" + fact.Value.GetString(), fact.Name + "=" + value);
            }
        }
    }

    private static StatedFacts Stated(JsonElement spec) => new(
        null,
        spec.TryGetProperty("stated", out var date) ? date.GetString() : null,
        "argument",
        null,
        spec.TryGetProperty("url", out var url) ? url.GetString() : null);

    // "caption:The words" with "=3" behind the kind for a duplicate of block 3.
    internal static string Describe(Block block, string text) =>
        block.Kind.ToString().ToLowerInvariant() + (block.DuplicateOf is { } d ? "=" + d : "") + ":" + block.Span.In(text);

    internal static string? Fact(Article article, string name) => name switch
    {
        "published" => article.Published is { } p ? Format(p) : "none",
        "filed" => article.Filed is { } f ? f.Place + (f.Date is { } d ? " " + Iso(d) : "") : "none",
        "title" => article.Title ?? "none",
        "byline" => article.Byline ?? "none",
        "outlet" => article.Outlet is { } outlet ? Describe(outlet) : "none",
        "agencies" => string.Join(' ', article.Agencies.Select(Describe)),
        "language" => article.Language,
        "flags" => string.Join(' ', article.Flags),
        _ => null,
    };

    // its id; "Printed name?" for one the outlets table does not have
    private static string Describe(Publisher publisher) => publisher.Id ?? publisher.Name + "?";

    internal static string Format(PublicationDate p) =>
        Iso(p.Date) + (p.Time is { } t ? " " + t.ToString("HH:mm", null) : "") + (p.Zone is { } z ? " " + z : "") + (p.From == "text" ? "" : " " + p.From);

    private static string Iso(NodaTime.LocalDate date) => date.ToString("yyyy-MM-dd", null);
}
