using System.Globalization;
using Dateline.Checks.Tables;
using Dateline.Claims;
using Dateline.Knowledge;
using NodaTime.Text;

namespace Dateline.Ledger.Outside;

/// <summary>A table of somebody else's, read with its map.</summary>
/// <param name="Events">The rows, all of them, whatever could not be read in them.</param>
/// <param name="Problems">What could not be read: line and what; it is unknown in the row.</param>
public sealed record OutsideTable(IReadOnlyList<OutsideEvent> Events, IReadOnlyList<(int Line, string Message)> Problems);

/// <summary>Reads tables of events of somebody else's.</summary>
public sealed class OutsideTableReader
{
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
        MustBeFigures(map);
        var problems = new List<(int, string)>();
        return new OutsideTable([.. OutsideCells.Of(new StringReader(csv), map, problems).Select(cells => new Row(this, map, cells).Event())], problems);
    }

    /// <summary>The rows of a table for the checks, one in memory at a time.</summary>
    /// <param name="csv">The table.</param>
    /// <param name="map">What its columns say.</param>
    /// <param name="problems">What could not be read is added here.</param>
    /// <exception cref="LedgerException">It has no header, or lacks a column that the map names.</exception>
    public IEnumerable<TableRow> Rows(TextReader csv, OutsideMap map, ICollection<(int Line, string Message)> problems)
    {
        ArgumentNullException.ThrowIfNull(map);
        MustBeFigures(map);
        return OutsideCells.Of(csv, map, problems).Select(cells => new TableRow(
            cells.Line,
            cells.Field("id"),
            map.Fields.TryGetValue("day", out var field) && cells.Days(field).First is { } day ? LocalDatePattern.Iso.Parse(day).Value : null,
            cells.Cell("day"),
            cells.Cell("weekday"),
            cells.Field("weapon_class"),
            [.. map.Figures.Where(figure => cells.Words(figure.Value) is not null).Select(figure => (figure.Key, new TableCell(figure.Value.Column ?? figure.Key, $"{cells.Words(figure.Value)} {figure.Value.Unit}".TrimEnd())))],
            [.. cells.Named(map.Words)],
            [.. cells.Named(map.Links).SelectMany(Addresses)]));
    }

    private static IEnumerable<TableCell> Addresses(TableCell cell) =>
        cell.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('/', StringComparison.Ordinal)).Select(word => cell with { Text = word });

    private void MustBeFigures(OutsideMap map)
    {
        if (map.Figures.Keys.FirstOrDefault(role => codebook.Role(role) is not { Value: RoleValue.Quantity }) is { } noFigure)
        {
            throw new LedgerException($"\"{noFigure}\" is no role of the codebook that takes figures; dateline codebook lists them") { IsWrongUse = true };
        }
    }

    /// <summary>One row being read.</summary>
    private sealed class Row(OutsideTableReader reader, OutsideMap map, OutsideCells cells)
    {
        public OutsideEvent Event()
        {
            var (first, end) = cells.Days(map.Fields["day"]);
            var last = map.Fields.TryGetValue("last_day", out var field) && cells.Words(field) is { Length: > 0 } ? cells.Days(field).Last ?? end : end;
            var (latitude, longitude) = (Degrees("latitude", 90), Degrees("longitude", 180));
            return new OutsideEvent(
                cells.Line,
                cells.Field("id"),
                Kind(),
                first,
                last,
                cells.Field("place"),
                Country(cells.Field("country")),
                longitude is null ? null : latitude,
                latitude is null ? null : longitude,
                Actors(),
                map.Figures.Select(figure => (figure.Key, Value: Figure(figure.Key, figure.Value))).Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!, StringComparer.Ordinal),
                cells.Field("note"));
        }

        private string? Kind()
        {
            var kind = cells.Field("kind");
            return kind is null ? cells.Problem<string>("says no kind") : reader.codebook.HasKind(kind) ? kind : cells.Problem<string>($"\"{kind}\" is no kind of the codebook");
        }

        private string? Country(string? name) => name is null ? null : reader.countries.TryGetValue(name, out var code) ? code : cells.Problem<string>($"no country is called \"{name}\"");

        private IReadOnlyList<OutsideActor> Actors()
        {
            if (!map.Fields.TryGetValue("actors", out var field) || cells.Raw(field) is not { } cell)
            {
                return [];
            }

            var names = field.Separator is { Length: > 0 } separator ? cell.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [cell];
            return [.. names.Select(name => OutsideCells.Meaning(field, name)).OfType<string>().Select(name => new OutsideActor(name, reader.countries.GetValueOrDefault(name)))];
        }

        private OutsideFigure? Figure(string role, OutsideField field) =>
            cells.Words(field) is not { } words ? null
            : decimal.TryParse(words, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new OutsideFigure(number, field.Unit)
            : cells.Problem<OutsideFigure>($"{role} \"{words}\" is no number");

        private double? Degrees(string name, double most)
        {
            if (cells.Field(name) is not { } words)
            {
                return null;
            }

            if (double.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most)
            {
                return degrees;
            }

            cells.Problem<string>($"{name} \"{words}\" is no degrees");
            return null;
        }
    }
}
