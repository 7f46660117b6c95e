using NodaTime;

namespace Dateline.Checks.Tables;

/// <summary>One row of somebody's own table, as far as the checks look at it.</summary>
/// <param name="Line">Line of the file on which it begins.</param>
/// <param name="Id">The table's own name for it, or null.</param>
/// <param name="Day">First day, or null.</param>
/// <param name="DayCell">The cell the day stands in, as written, or null.</param>
/// <param name="Weekday">The weekday the row names, as written, or null.</param>
/// <param name="WeaponClass">Weapon class of the codebook or range class, or null.</param>
/// <param name="Figures">Figures by role of the codebook, as written, with the unit of the map.</param>
/// <param name="Words">Cells with sentences, by column.</param>
/// <param name="Links">Addresses of what the row is cited from, by column.</param>
public sealed record TableRow(
    int Line,
    string? Id,
    LocalDate? Day,
    TableCell? DayCell,
    TableCell? Weekday,
    string? WeaponClass,
    IReadOnlyList<(string Role, TableCell Cell)> Figures,
    IReadOnlyList<TableCell> Words,
    IReadOnlyList<TableCell> Links);

/// <summary>A cell.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Text">What it holds.</param>
public sealed record TableCell(string Column, string Text);

/// <summary>What a check says of a row.</summary>
/// <param name="Line">The row's line.</param>
/// <param name="Id">The row's name, or null.</param>
/// <param name="Columns">The columns compared.</param>
/// <param name="Words">The words, as they stand in the cells.</param>
/// <param name="Finding">The finding; it has no claims.</param>
public sealed record RowFinding(int Line, string? Id, IReadOnlyList<string> Columns, string Words, Finding Finding);
