using System.Globalization;
using Dateline.Checks.Tables;

namespace Dateline.Ledger.Outside;

/// <summary>The cells of one row of somebody else's table, read as its map says.</summary>
internal sealed class OutsideCells
{
    private const int YearDigits = 4;
    private const int MonthDigits = 7;

    private readonly OutsideMap map;
    private readonly Dictionary<string, int> columns;
    private readonly IReadOnlyList<string> cells;
    private readonly ICollection<(int Line, string Message)> problems;

    private OutsideCells(OutsideMap map, Dictionary<string, int> columns, int line, IReadOnlyList<string> cells, ICollection<(int Line, string Message)> problems)
    {
        (this.map, this.columns, this.cells, this.problems) = (map, columns, cells, problems);
        Line = line;
    }

    /// <summary>Line of the file on which the row begins.</summary>
    public int Line { get; }

    /// <summary>The rows of a table, one in memory at a time.</summary>
    /// <exception cref="LedgerException">It has no header, or lacks a column that the map names.</exception>
    public static IEnumerable<OutsideCells> Of(TextReader csv, OutsideMap map, ICollection<(int Line, string Message)> problems)
    {
        Dictionary<string, int>? header = null;
        foreach (var (line, row) in CsvRows.Of(csv, map.Delimiter))
        {
            if (header is null)
            {
                header = Header(row, map);
            }
            else
            {
                yield return new OutsideCells(map, header, line, row, problems);
            }
        }

        if (header is null)
        {
            throw new LedgerException("the table is empty; its first line names the header") { IsWrongUse = true };
        }
    }

    private static Dictionary<string, int> Header(IReadOnlyList<string> row, OutsideMap map)
    {
        var header = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Count; i++)
        {
            header.TryAdd(i == 0 ? row[i].TrimStart('\uFEFF') : row[i], i);
        }

        return map.Columns.FirstOrDefault(column => !header.ContainsKey(column)) is { } missing
            ? throw new LedgerException($"the table has no column \"{missing}\", which the map names; it has {string.Join(", ", header.Keys)}") { IsWrongUse = true }
            : header;
    }

    /// <summary>A field of ours, as the map translates it; null when the row does not say.</summary>
    public string? Field(string name) => map.Fields.TryGetValue(name, out var field) ? Words(field) : null;

    /// <summary>A field of ours as it is written, with its column; null when no column says it.</summary>
    public TableCell? Cell(string name) => map.Fields.TryGetValue(name, out var field) && field.Column is { } column && Raw(field) is { } text ? new TableCell(column, text) : null;

    /// <summary>The cells of some columns that hold anything.</summary>
    public IEnumerable<TableCell> Named(IEnumerable<string> names) => names.Select(name => (Name: name, Text: At(name))).Where(cell => cell.Text is not null).Select(cell => new TableCell(cell.Name, cell.Text!));

    /// <summary>What a field means.</summary>
    public string? Words(OutsideField field) => Raw(field) is { } raw ? Meaning(field, raw) : null;

    /// <summary>What a field holds.</summary>
    public string? Raw(OutsideField field) => field.Value ?? At(field.Column!);

    /// <summary>What words mean in a field.</summary>
    public static string? Meaning(OutsideField field, string words) => field.Values is { } values && values.TryGetValue(words, out var meaning) ? meaning : words;

    /// <summary>A day, or the first and last of a month or a year told alone.</summary>
    public (string? First, string? Last) Days(OutsideField field)
    {
        if (Words(field) is not { } words)
        {
            return (null, null);
        }

        if (field.Format is { } format ? DateOnly.TryParseExact(words, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) : DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return (Iso(day), Iso(day));
        }

        if (words.Length is MonthDigits && DateOnly.TryParseExact(words + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year < DateOnly.MaxValue.Year)
        {
            return (Iso(month), Iso(month.AddMonths(1).AddDays(-1)));
        }

        if (words.Length is YearDigits && DateOnly.TryParseExact(words + "-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) && year.Year < DateOnly.MaxValue.Year)
        {
            return (Iso(year), Iso(year.AddYears(1).AddDays(-1)));
        }

        Problem<string>($"\"{words}\" is no day{(field.Format is null ? "; the map's format says how days are written" : " as the map's format writes it")}");
        return (null, null);
    }

    /// <summary>Notes what could not be read; gives null.</summary>
    public T? Problem<T>(string message)
        where T : class
    {
        problems.Add((Line, message));
        return null;
    }

    private string? At(string column) => columns[column] is var at && at < cells.Count && cells[at].Length > 0 ? cells[at] : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
