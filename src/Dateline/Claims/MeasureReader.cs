using Dateline.Annotations.Quantities;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>
/// Says which role a figure with a unit fills: by its dimension and the words near it, from patterns/measures.tsv. A
/// capability (range) and a comparison are never a flown distance.
/// </summary>
public sealed class MeasureReader
{
    private const int Before = 12;
    private const int After = 8;

    private readonly List<Row> rows = [];

    /// <summary>Loads the table.</summary>
    public MeasureReader(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector)
    {
        foreach (var row in files.Table("patterns/measures.tsv").Rows)
        {
            rows.Add(new Row(row.Where, row["role"], row["dimension"], Trie(row.List("near")), Trie(row.List("unless")), row.List("near").Length == 0));
        }

        PhraseTrie<bool> Trie(IEnumerable<string> words)
        {
            var trie = new PhraseTrie<bool>(vocabulary, tokenizer);
            foreach (var form in words.SelectMany(w => inflector.Verb(w)).Distinct(StringComparer.Ordinal))
            {
                trie.Add(form, true);
            }

            return trie;
        }
    }

    /// <summary>The role of a figure and the row that gave it, or null when no row fits.</summary>
    public (string Role, string Where)? RoleOf(SentenceSyntax syntax, Quantity quantity)
    {
        var tokens = syntax.Sentence.Tokens;
        var first = syntax.Sentence.TokenAt(quantity.Span.Start);
        var last = syntax.Sentence.TokenAt(quantity.Span.End - 1);
        (string, string)? best = null;
        var bestDistance = int.MaxValue;
        foreach (var row in rows)
        {
            if (!string.Equals(row.Dimension, quantity.Dimension, StringComparison.Ordinal) || Nearest(tokens, row.Unless, first, last, 5, 4) < int.MaxValue)
            {
                continue;
            }

            var distance = row.Always ? Before : Nearest(tokens, row.Near, first, last, Before, After);
            if (distance < bestDistance)
            {
                (best, bestDistance) = ((row.Role, row.Where), distance);
            }
        }

        return best;
    }

    // Tokens to the nearest of the words; behind the figure counts double, for English says the cue first.
    private static int Nearest(TokenList tokens, PhraseTrie<bool> words, int first, int last, int before, int after)
    {
        var best = int.MaxValue;
        for (var i = Math.Max(0, first - before); i < Math.Min(tokens.Count, last + after + 1); i++)
        {
            if (words.LongestAt(tokens, i) is not { } match)
            {
                continue;
            }

            var distance = i < first ? first - match.After : i > last ? 2 * (i - last) : 0;
            best = Math.Min(best, Math.Max(0, distance));
        }

        return best;
    }

    private sealed record Row(string Where, string Role, string Dimension, PhraseTrie<bool> Near, PhraseTrie<bool> Unless, bool Always);
}
