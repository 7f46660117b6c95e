using System.Collections.Frozen;
using Dateline.Knowledge;

namespace Dateline.Articles.Markup;

/// <summary>The names under which pages state facts about themselves (data/noise/metadata-names.tsv).</summary>
internal sealed class MetadataNames
{
    private readonly FrozenDictionary<(string Carrier, string Name), (string Fact, int Rank)> facts;

    public MetadataNames(KnowledgeFiles files) =>
        facts = files.Table("noise/metadata-names.tsv").Rows.ToFrozenDictionary(
            row => (row["carrier"], row["name"].ToLowerInvariant()),
            row => (row["fact"], (int)(row.Number("rank") ?? 0)));

    /// <summary>The fact that is stated under a name, with the rank of the name among its carrier's; null for one that states none.</summary>
    public (string Fact, int Rank)? Of(string carrier, string name)
    {
        var key = name.ToLowerInvariant();
        if (string.Equals(carrier, "json-ld", StringComparison.Ordinal))
        {
            // "NewsArticle.author.name": the type in front does not matter here.
            var dot = key.IndexOf('.', StringComparison.Ordinal);
            key = dot < 0 ? key : key[(dot + 1)..];
        }

        return facts.TryGetValue((carrier, key), out var fact) ? fact : null;
    }
}
