using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>The units with the names they go by in texts, compiled from data/units/units.tsv.</summary>
public sealed class Units
{
    // Names up to this length are symbols, which differ by case alone (kt, kT; Mt, MT).
    private const int LongestSymbol = 3;

    private readonly PhraseTrie<(Unit Unit, string Name)> trie;
    private readonly HashSet<int> currencySigns = [];
    private readonly UnitTable table;

    /// <summary>Compiles the table.</summary>
    public Units(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer)
    {
        table = new UnitTable(files);
        trie = new PhraseTrie<(Unit, string)>(vocabulary, tokenizer);
        foreach (var row in files.Table("units/units.tsv").Rows)
        {
            var unit = UnitTable.Of(row);
            foreach (var name in row.List("names"))
            {
                var first = trie.Add(name, (unit, name));
                if (unit.Dimension == "currency" && first >= 0)
                {
                    currencySigns.Add(first);
                }
            }
        }
    }

    /// <summary>The unit of a symbol, or null.</summary>
    public Unit? Find(string symbol) => table.Find(symbol);

    /// <summary>True when a sign or code of a currency may begin at a token; these stand before their figure.</summary>
    public bool MayBegin(Token token) => token.Word >= 0 && (token.Kind == TokenKind.Symbol || token.Is(TokenShape.AllCaps) || token.Length == 1) && currencySigns.Contains(token.Word);

    /// <summary>The longest unit name at a token; short names must agree in case.</summary>
    public bool TryRead(string text, Token[] tokens, int at, out Unit unit, out int after)
    {
        (unit, after) = (null!, at);
        if ((uint)at >= (uint)tokens.Length || tokens[at].Word < 0)
        {
            return false;
        }

        foreach (var match in trie.AllAt(tokens, at))
        {
            foreach (var (candidate, name) in match.Values)
            {
                var printed = text.AsSpan(tokens[at].Start, tokens[match.After - 1].End - tokens[at].Start);
                if (name.Length > LongestSymbol || printed.SequenceEqual(name))
                {
                    (unit, after) = (candidate, match.After);
                }
            }
        }

        return unit is not null;
    }
}
