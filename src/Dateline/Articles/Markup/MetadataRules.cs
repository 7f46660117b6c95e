using Dateline.Documents.Markup;

namespace Dateline.Articles.Markup;

/// <summary>What a page states about itself, sorted by how far each statement is believed.</summary>
internal sealed class MetadataRules
{
    private const int NoType = 60;
    private const int PageType = 40;
    private const string JsonLinked = "json-ld";
    private readonly List<(PageFact Fact, int Rank)> facts = [];

    public MetadataRules(MarkupPage page, MetadataNames names)
    {
        foreach (var entry in page.Entries)
        {
            if (names.Of(entry.Carrier, entry.Name) is { } known && Rank(entry, known, names) is { } rank)
            {
                facts.Add((new PageFact(known.Fact, entry.Value, entry.Carrier + " " + entry.Name, entry.At), rank));
            }
        }
    }

    /// <summary>Everything stated, in the order of the page.</summary>
    public IReadOnlyList<PageFact> All => [.. facts.Select(f => f.Fact)];

    /// <summary>What is stated of one thing, the most believed first.</summary>
    public IEnumerable<PageFact> Of(string name) => facts.Where(f => string.Equals(f.Fact.Name, name, StringComparison.Ordinal)).OrderBy(f => f.Rank).Select(f => f.Fact);

    // Structured data of the article itself first, then the page's head, then what stands in its text, then data about other things.
    private static int? Rank(MetadataEntry entry, (string Fact, int Rank) known, MetadataNames names)
    {
        if (!string.Equals(entry.Carrier, JsonLinked, StringComparison.Ordinal))
        {
            return known.Rank + entry.Carrier switch { "link" => 0, "carrier" => 5, "meta" => 100, "html" => 400, _ => 300 };
        }

        var dot = entry.Name.IndexOf('.', StringComparison.Ordinal);
        var type = dot <= 0 ? null : names.Of("json-ld-type", entry.Name[..dot]);
        var of = type is null ? (dot == 0 ? NoType : (int?)null) : type.Value.Fact is "page" ? PageType : 0;
        return of is null ? null : (of >= PageType ? 200 : 0) + of + (type?.Rank ?? 0) + (known.Rank * 10);
    }
}
