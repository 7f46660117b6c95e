using System.Globalization;
using CsvHelper;
using Dateline.Claims;
using Dateline.Exports.Formats;
using Dateline.Knowledge;
using Dateline.Tests.App;
using Parquet;

namespace Dateline.Tests.Exports;

/// <summary>Tables read back by other readers: as many rows as the record has, the same values, nothing that a spreadsheet would run.</summary>
public sealed class TableTests(ExportedSamples samples) : IClassFixture<ExportedSamples>
{
    private static readonly Lazy<IReadOnlyList<IExportFormat>> Formats = new(() => ExportFormats.Of(new Codebook(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder))));

    public static TheoryData<string> CsvTables() => [.. Formats.Value.OfType<ITableFormat>().Where(table => table.Extension == "csv").Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(CsvTables))]
    public void TheHeaderIsThatOfTheCodebookAndNoCellIsAFormula(string format)
    {
        var columns = Table(format).Columns;
        var (header, rows) = Read(format);

        Assert.Equal(columns.Select(column => column.Name), header);
        Assert.NotEmpty(rows);
        Conventions.Complaints.None(
            from row in rows
            from column in columns
            let cell = row[column.Name]
            where column.Type is CellType.Text ? cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal) : !Fits(column.Type, cell)
            select $"{format}: {column.Name}: {cell}");
    }

    [Theory]
    [MemberData(nameof(CsvTables))]
    public void TheCodebookBesideATableDescribesItsColumns(string format)
    {
        var codebook = samples.Codebook(format);

        Assert.Equal("out-" + format, codebook.GetProperty("url").GetString());
        Assert.Equal(Table(format).Columns.Select(column => (column.Name, column.Meaning, CsvCodebook.Type(column.Type))), codebook.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().Select(column => (column.GetProperty("name").GetString()!, column.GetProperty("dc:description").GetString()!, column.GetProperty("datatype").GetString()!)));
        Assert.Contains("CC BY 4.0", codebook.GetProperty("dc:rights").GetString(), StringComparison.Ordinal);
        Assert.Contains("knowledge sha256:", codebook.GetProperty("dc:creator").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFormulaInAReportsNameAndTitleIsShownAsWords()
    {
        var claims = Read("csv-claims").Rows;

        Assert.Contains(claims, row => row["source"] == "'" + ExportedSamples.Formula && row["title"].StartsWith("'@SUM", StringComparison.Ordinal));
        Assert.DoesNotContain("\n=", Bench.RunWhole("reports", "--format", "csv", "--ledger", samples.Ledger).Output, StringComparison.Ordinal);
        Assert.Contains("'@SUM", Bench.RunWhole("reports", "--format", "csv", "--ledger", samples.Ledger).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv-events", "event")]
    [InlineData("acled-like", "event_id")]
    [InlineData("ucdp-like", "id")]
    public void EveryEventIsARowInTheOrderOfTheRecord(string format, string id) =>
        Assert.Equal(samples.Events.Select(row => row.GetProperty("id").GetString()), Read(format).Rows.Select(row => row[id]));

    [Fact]
    public void EveryClaimIsARowWithItsValueAndWords()
    {
        var rows = Read("csv-claims").Rows;

        Assert.Equal(samples.Claims.Select(row => row.GetProperty("key").GetString()), rows.Select(row => row["claim"]));
        foreach (var (row, json) in rows.Zip(samples.Claims))
        {
            Assert.Equal(json.GetProperty("value").TryGetProperty("low", out var low) && low.ValueKind is System.Text.Json.JsonValueKind.Number ? low.GetRawText() : "", row["low"]);
            Assert.Equal(json.GetProperty("inferred").GetBoolean() ? "true" : "false", row["inferred"]);
            Assert.Equal(json.GetProperty("factuality").GetString(), row["factuality"]);
        }
    }

    [Fact]
    public void DisputedFiguresHaveNoBestAndAllOfThemAreShown()
    {
        var launch = Read("launch-table").Rows.Single(row => row["reports"] == "6");

        Assert.Equal(("disputed", "1100", "", "1500"), (launch["distance_status"], launch["distance_km_low"], launch["distance_km_best"], launch["distance_km_high"]));
        Assert.Contains("about 1,100 km | 1,500 km", launch["distance"], StringComparison.Ordinal);
        Assert.Equal(("2025-01-06T12:00", "UTC+09:00", "2025-01-06T03:00:00Z"), (launch["time_local"], launch["time_zone"], launch["time_utc"]));
    }

    [Fact]
    public void WhatIsNotKnownIsEmpty()
    {
        var id = samples.Event(row => row.GetProperty("time").ValueKind is System.Text.Json.JsonValueKind.Null).GetProperty("id").GetString();

        var acled = Read("acled-like").Rows.Single(row => row["event_id"] == id);
        Assert.Equal(("", "", "", ""), (acled["event_date"], acled["event_date_end"], acled["year"], acled["time_precision"]));
        var ucdp = Read("ucdp-like").Rows.Single(row => row["id"] == id);
        Assert.Equal(("", "", ""), (ucdp["date_start"], ucdp["date_prec"], ucdp["year"]));
    }

    [Fact]
    public void ACountryIsNoSpot()
    {
        var country = Read("csv-events").Rows.First(row => row["place_precision"] == "country");

        Assert.Equal(("", ""), (country["latitude"], country["longitude"]));
        Assert.NotEqual("", country["country"]);
    }

    [Theory]
    [InlineData("parquet-events", "csv-events")]
    [InlineData("parquet-claims", "csv-claims")]
    public async Task ParquetHoldsTheCellsOfTheCsv(string format, string csv)
    {
        using var bytes = new MemoryStream(samples.Bytes(format));
        await using var reader = await ParquetReader.CreateAsync(bytes, cancellationToken: TestContext.Current.CancellationToken);
        var rows = Read(csv).Rows;

        Assert.Contains("knowledge sha256:", reader.CustomMetadata["run"], StringComparison.Ordinal);
        Assert.Equal(rows.Count, reader.Metadata!.NumRows);
        using var group = reader.OpenRowGroupReader(0);
        foreach (var column in Table(format).Columns)
        {
            var field = reader.Schema.GetDataFields().Single(field => field.Name == column.Name);
            var cells = await Cells(group, field, column.Type, rows.Count);
            for (var i = 0; i < rows.Count; i++)
            {
                var expected = rows[i][column.Name];
                Assert.Equal(column.Type is CellType.Text ? expected.TrimStart('\'') : expected, column.Type is CellType.Text ? cells[i].TrimStart('\'') : cells[i]);
            }
        }
    }

    private static async Task<string[]> Cells(ParquetRowGroupReader group, Parquet.Schema.DataField field, CellType type, int count)
    {
        var stop = TestContext.Current.CancellationToken;
        switch (type)
        {
            case CellType.Number:
                var numbers = new double?[count];
                await group.ReadAsync<double>(field, numbers, cancellationToken: stop);
                return Array.ConvertAll(numbers, cell => cell?.ToString(CultureInfo.InvariantCulture) ?? "");
            case CellType.Whole:
                var wholes = new long?[count];
                await group.ReadAsync<long>(field, wholes, cancellationToken: stop);
                return Array.ConvertAll(wholes, cell => cell?.ToString(CultureInfo.InvariantCulture) ?? "");
            case CellType.Truth:
                var truths = new bool?[count];
                await group.ReadAsync<bool>(field, truths, cancellationToken: stop);
                return Array.ConvertAll(truths, cell => cell is { } known ? known ? "true" : "false" : "");
            case CellType.Day:
                var days = new DateTime?[count];
                await group.ReadAsync<DateTime>(field, days, cancellationToken: stop);
                return Array.ConvertAll(days, cell => cell?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
            default:
                var words = new string?[count];
                await group.ReadAsync(field, words.AsMemory(), cancellationToken: stop);
                return Array.ConvertAll(words, cell => cell ?? "");
        }
    }

    private static ITableFormat Table(string format) => (ITableFormat)Formats.Value.Single(table => table.Name == format);

    private (IReadOnlyList<string> Header, List<Dictionary<string, string>> Rows) Read(string format)
    {
        using var csv = new CsvReader(new StringReader(samples.Text(format)), CultureInfo.InvariantCulture);
        Assert.True(csv.Read() && csv.ReadHeader());
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!, StringComparer.Ordinal));
        }

        return (csv.HeaderRecord!, rows);
    }

    private static bool Fits(CellType type, string cell) => cell.Length == 0 || type switch
    {
        CellType.Number => decimal.TryParse(cell, CultureInfo.InvariantCulture, out _),
        CellType.Whole => long.TryParse(cell, CultureInfo.InvariantCulture, out _),
        CellType.Truth => cell is "true" or "false",
        _ => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
    };
}
