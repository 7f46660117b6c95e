using System.Text.Json;
using Dateline.Articles;
using Dateline.Documents;
using Xunit;

namespace Dateline.Tests.Articles;

/// <summary>Runs Specs/markup.jsonl: a web page, and the blocks and facts it must give. Only the facts a row names are compared.</summary>
public sealed class MarkupSpecs
{
    public static TheoryData<string> Rows() => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", "markup.jsonl")).Where(l => l.Length > 0)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void PageIsReadAsTheRowSays(string row)
    {
        using var json = JsonDocument.Parse(row);
        var spec = json.RootElement;
        var document = RawDocument.Of(System.Text.Encoding.UTF8.GetBytes(spec.GetProperty("html").GetString()!), MediaTypes.Html, "spec");
        var article = BlockSpecs.Reader.Read(document, DocumentText.Of(document));
        foreach (var fact in spec.EnumerateObject())
        {
            var expected = fact.Value.ValueKind == JsonValueKind.Array ? string.Join('\n', fact.Value.EnumerateArray().Select(v => v.GetString())) : fact.Value.GetString();
            if (Fact(article, fact.Name) is { } value)
            {
                Assert.Equal(fact.Name + "=" + expected, fact.Name + "=" + value);
            }
        }
    }

    private static string? Fact(Article article, string name) => name switch
    {
        "updated" => article.Updated is { } u ? BlockSpecs.Format(u) : "none",
        "section" => article.Section ?? "none",
        "url" => article.Address ?? "none",
        "flags" => string.Join(' ', article.Flags.Where(f => f != "partial" || article.Flags.Count == 1)),
        "blocks" => string.Join('\n', article.Blocks.Select(b => BlockSpecs.Describe(b, article.Text))),
        "main" => string.Join(' ', article.Blocks.Where(b => b.Kind == BlockKind.Body).Select(b => b.Span.In(article.Text))),
        "entries" => string.Join('\n', BlockSpecs.Reader.Entries(article).Select(Entry)),
        _ => BlockSpecs.Fact(article, name),
    };

    private static string Entry(Article entry) =>
        BlockSpecs.Format(entry.Published!) + " | " + entry.Title + " | " + string.Join(' ', entry.Blocks.Where(b => b.Kind == BlockKind.Body).Select(b => b.Span.In(entry.Text)));
}
