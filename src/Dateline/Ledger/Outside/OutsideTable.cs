using System.Globalization;
using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Ledger.Outside;

/// <summary>A table of somebody else's, read with its map.</summary>
/// <param name="Events">The rows, all of them, whatever could not be read in them.</param>
/// <param name="Problems">What could not be read: line and what; it is unknown in the row.</param>
public sealed record OutsideTable(IReadOnlyList<OutsideEvent> Events, IReadOnlyList<(int Line, string Message)> Problems);

/// <summary>Reads tables of events of somebody else's.</summary>
public sealed class OutsideTableReader
{
    private const int YearDigits = 4;
    private const int MonthDigits = 7;

    private readonly Codebook codebook;
    private readonly Dictionary<string, string> countries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A reader over kinds, roles and the names of countries.</summary>
    public OutsideTableReader(KnowledgeFiles files, Codebook codebook)
    {
        this.codebook = codebook;
        foreach (var row in files.Table("gazetteer/country-names.tsv").Rows.Concat(files.Table("gazetteer/countries.tsv").Rows))
        {
            countries[row["name"]] = row["code"];
            countries[row["code"]] = row["code"];
        }
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="LedgerException">It has no header, or lacks a column that the map names.</exception>
    public OutsideTable Read(string csv, OutsideMap map)
    {
        var rows = CsvRows.Of(csv, map.Delimiter).ToList();
        if (rows.Count == 0)
        {
            throw new LedgerException("the table is empty; its first line names the columns") { IsWrongUse = true };
        }

        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows[0].Cells.Count; i++)
        {
            columns.TryAdd(rows[0].Cells[i], i);
        }

        if (map.Fields.Values.Concat(map.Figures.Values).Select(field => field.Column).OfType<string>().FirstOrDefault(column => !columns.ContainsKey(column)) is { } missing)
        {
            throw new LedgerException($"the table has no column \"{missing}\", which the map names; it has {string.Join(", ", columns.Keys)}") { IsWrongUse = true };
        }

        if (map.Figures.Keys.FirstOrDefault(role => codebook.Role(role) is not { Value: RoleValue.Quantity }) is { } noFigure)
        {
            throw new LedgerException($"\"{noFigure}\" is no role of the codebook that takes figures; dateline codebook lists them") { IsWrongUse = true };
        }

        var problems = new List<(int, string)>();
        return new OutsideTable([.. rows.Skip(1).Select(row => new Row(this, map, columns, row.Line, row.Cells, problems).Event())], problems);
    }

    /// <summary>One row being read.</summary>
    private sealed class Row(OutsideTableReader reader, OutsideMap map, Dictionary<string, int> columns, int line, IReadOnlyList<string> cells, List<(int Line, string Message)> problems)
    {
        public OutsideEvent Event()
        {
            var (first, end) = Days(map.Fields["day"]);
            var last = map.Fields.TryGetValue("last_day", out var field) && Words(field) is { Length: > 0 } ? Days(field).Last ?? end : end;
            var (latitude, longitude) = (Degrees("latitude", 90), Degrees("longitude", 180));
            return new OutsideEvent(
                line,
                Field("id"),
                Kind(),
                first,
                last,
                Field("place"),
                Country(Field("country")),
                longitude is null ? null : latitude,
                latitude is null ? null : longitude,
                Actors(),
                map.Figures.Select(figure => (figure.Key, Value: Figure(figure.Key, figure.Value))).Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!, StringComparer.Ordinal),
                Field("note"));
        }

        private string? Kind()
        {
            var kind = Field("kind");
            return kind is null ? Problem<string>("says no kind") : reader.codebook.HasKind(kind) ? kind : Problem<string>($"\"{kind}\" is no kind of the codebook");
        }

        private string? Country(string? name) => name is null ? null : reader.countries.TryGetValue(name, out var code) ? code : Problem<string>($"no country is called \"{name}\"");

        private IReadOnlyList<OutsideActor> Actors()
        {
            if (!map.Fields.TryGetValue("actors", out var field) || Raw(field) is not { } cell)
            {
                return [];
            }

            var names = field.Separator is { Length: > 0 } separator ? cell.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [cell];
            return [.. names.Select(name => Meaning(field, name)).OfType<string>().Select(name => new OutsideActor(name, reader.countries.GetValueOrDefault(name)))];
        }

        private OutsideFigure? Figure(string role, OutsideField field) =>
            Words(field) is not { } words ? null
            : decimal.TryParse(words, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new OutsideFigure(number, field.Unit)
            : Problem<OutsideFigure>($"{role} \"{words}\" is no number");

        private double? Degrees(string name, double most)
        {
            if (Field(name) is not { } words)
            {
                return null;
            }

            if (double.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most)
            {
                return degrees;
            }

            Problem<string>($"{name} \"{words}\" is no degrees");
            return null;
        }

        /// <summary>A day, or the first and last of a month or a year told alone.</summary>
        private (string? First, string? Last) Days(OutsideField field)
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

        private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        private string? Field(string name) => map.Fields.TryGetValue(name, out var field) ? Words(field) : null;

        private string? Words(OutsideField field) => Raw(field) is { } raw ? Meaning(field, raw) : null;

        private string? Raw(OutsideField field) => field.Value ?? (columns[field.Column!] is var at && at < cells.Count && cells[at].Length > 0 ? cells[at] : null);

        private static string? Meaning(OutsideField field, string words) => field.Values is { } values && values.TryGetValue(words, out var meaning) ? meaning : words;

        private T? Problem<T>(string message)
            where T : class
        {
            problems.Add((line, message));
            return null;
        }
    }
}
