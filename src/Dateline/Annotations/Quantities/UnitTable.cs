using Dateline.Knowledge;

namespace Dateline.Annotations.Quantities;

/// <summary>One unit of data/units/units.tsv.</summary>
/// <param name="Symbol">km, s, USD, %.</param>
/// <param name="Dimension">length, time, mass, speed, currency, share …</param>
/// <param name="Factor">How many SI units it is, or null (currencies).</param>
/// <param name="SiUnit">m, s, kg, m/s …, or null.</param>
public sealed record Unit(string Symbol, string Dimension, decimal? Factor, string? SiUnit);

/// <summary>The units by symbol, without the names they go by in texts: data/units/units.tsv.</summary>
public sealed class UnitTable
{
    private readonly Dictionary<string, Unit> symbols = new(StringComparer.Ordinal);

    /// <summary>Loads the table.</summary>
    public UnitTable(KnowledgeFiles files)
    {
        foreach (var row in files.Table("units/units.tsv").Rows)
        {
            var unit = Of(row);
            symbols[unit.Symbol] = unit;
        }
    }

    /// <summary>The unit of a symbol, or null.</summary>
    public Unit? Find(string? symbol) => symbol is null ? null : symbols.GetValueOrDefault(symbol);

    /// <summary>The units of one dimension, in the table's order.</summary>
    public IEnumerable<Unit> Of(string dimension) => symbols.Values.Where(unit => unit.Dimension == dimension);

    /// <summary>The unit of a row.</summary>
    internal static Unit Of(Table.Row row) => new(row["symbol"], row["dimension"], row.Number("factor"), row.Optional("si_unit"));
}
