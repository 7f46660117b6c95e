using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Dateline.Exports.Formats;

/// <summary>A table as Parquet, some thousand rows at a time; empty cells are null. Its metadata says run, licence and filter.</summary>
internal sealed class ParquetTable<TRow>(string name, string summary, IReadOnlyList<ExportColumn<TRow>> columns, Func<ExportRecord, IEnumerable<TRow>> rows) : ITableFormat
{
    private const int Group = 2_000; // rows written at a time

    public string Name => name;

    public string Summary => summary;

    public string MediaType => "application/vnd.apache.parquet";

    public string Extension => "parquet";

    public IReadOnlyList<ExportColumn> Columns => columns;

    public void Write(ExportRecord record, Stream output) => WriteAsync(record, output).GetAwaiter().GetResult();

    private async Task WriteAsync(ExportRecord record, Stream output)
    {
        var fields = columns.Select(column => new DataField(column.Name, TypeOf(column.Type), isNullable: true)).ToArray();
        using var counted = new CountedStream(output);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), counted).ConfigureAwait(false);
        writer.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["run"] = record.RunLine, ["licence"] = record.LicenceLine, ["filter"] = record.FilterLine };
        foreach (var chunk in rows(record).Chunk(Group))
        {
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < fields.Length; i++)
            {
                await WriteAsync(group, fields[i], columns[i], chunk).ConfigureAwait(false);
            }

            group.CompleteValidate();
        }
    }

    private static async Task WriteAsync(ParquetRowGroupWriter group, DataField field, ExportColumn<TRow> column, TRow[] chunk)
    {
        switch (column.Type)
        {
            case CellType.Number:
                await group.WriteAsync<double>(field, Array.ConvertAll(chunk, row => column.Cell(row) is { } cell ? (double?)Convert.ToDouble(cell, CultureInfo.InvariantCulture) : null)).ConfigureAwait(false);
                break;
            case CellType.Whole:
                await group.WriteAsync<long>(field, Array.ConvertAll(chunk, row => column.Cell(row) is { } cell ? (long?)Convert.ToInt64(cell, CultureInfo.InvariantCulture) : null)).ConfigureAwait(false);
                break;
            case CellType.Truth:
                await group.WriteAsync<bool>(field, Array.ConvertAll(chunk, row => (bool?)column.Cell(row))).ConfigureAwait(false);
                break;
            case CellType.Day:
                await group.WriteAsync<DateTime>(field, Array.ConvertAll(chunk, row => column.Cell(row) is string day ? (DateTime?)DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) : null)).ConfigureAwait(false);
                break;
            default:
                await group.WriteAsync(field, Array.ConvertAll(chunk, row => (string?)column.Cell(row))!).ConfigureAwait(false);
                break;
        }
    }

    private static Type TypeOf(CellType type) => type switch
    {
        CellType.Number => typeof(double),
        CellType.Whole => typeof(long),
        CellType.Truth => typeof(bool),
        CellType.Day => typeof(DateTime),
        _ => typeof(string),
    };
}
