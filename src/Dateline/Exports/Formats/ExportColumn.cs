namespace Dateline.Exports.Formats;

/// <summary>What the cells of a column hold. An empty cell is always: not known, or nothing told.</summary>
public enum CellType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>true or false.</summary>
    Truth,

    /// <summary>A day, 2025-01-06.</summary>
    Day,
}

/// <summary>A column of a table, as the codebook of an export describes it.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Meaning">What they mean, with the unit.</param>
public record ExportColumn(string Name, CellType Type, string Meaning);

/// <summary>A column with its cells: a string, a decimal, a long or a bool after <see cref="ExportColumn.Type"/> (a day is a string); null for empty.</summary>
internal sealed record ExportColumn<TRow>(string Name, CellType Type, string Meaning, Func<TRow, object?> Cell) : ExportColumn(Name, Type, Meaning);
