using System.Globalization;
using Dateline.Knowledge;

namespace Dateline.Tests.Conventions;

/// <summary>What every table under data/ must keep to: docs/knowledge.md.</summary>
public sealed class KnowledgeTests
{
    private const string Sources = "sources.tsv";

    public static TheoryData<string> Tables => [.. DataTable.All.Select(table => table.Name)];

    [Fact]
    public void TheShippedFolderIsTheOneInTheRepository() =>
        Assert.Equal(KnowledgeFiles.Read(Repository.At("data")).Hash, KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder).Hash);

    [Theory]
    [MemberData(nameof(Tables))]
    public void IsATableAsTheFormatSays(string name)
    {
        var text = File.ReadAllText(Repository.At("data/" + name));
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\uFEFF', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.True(text.IsNormalized(), "not in Unicode normal form C");
        var table = DataTable.Of(name);
        Assert.Equal(table.Header.Distinct(StringComparer.Ordinal), table.Header);
        Assert.All(table.Header, column => Assert.Matches("^[a-z][a-z_]*$", column));
        Complaints.None(from row in table.Rows where row.Cells.Length != table.Header.Length select $"{name}:{row.Line}: {row.Cells.Length} cells, the header has {table.Header.Length}");
        Complaints.None(from row in table.Rows from cell in row.Cells where cell != cell.Trim() select $"{name}:{row.Line}: blanks around \"{cell}\"");
        Complaints.None(from row in table.Rows
                        group row by string.Join('\t', row.Cells) into same
                        where same.Count() > 1
                        select $"{name}: lines {string.Join(", ", same.Select(row => row.Line))} are the same");
        Assert.NotEmpty(Table.Parse(name, text).Rows);
    }

    [Fact]
    public void EverySourceIsDescribed() => Complaints.None(
        from row in DataTable.Of(Sources).Rows from cell in row.Cells where cell.Length == 0 select $"{Sources}:{row.Line}: an empty cell");

    [Theory]
    [MemberData(nameof(Tables))]
    public void EveryTableNamesItsSources(string name) => Assert.Contains(DataTable.Of(name).Header, column => column == "source" || name == Sources);

    /// <summary>Keys, references between tables, sources, dates and terms of office: what <c>dateline knowledge check</c> checks.</summary>
    [Fact]
    public void TheProgramsOwnCheckFindsNoError() =>
        Complaints.None(from complaint in KnowledgeCheck.Run(KnowledgeFiles.Read(Repository.At("data"))) where complaint.IsError select $"{complaint.Where}: {complaint.Message}");

    [Theory]
    [InlineData("gazetteer/countries.tsv")]
    [InlineData("gazetteer/places.tsv")]
    public void CoordinatesLieOnEarthAndAreNeverZeroZero(string name)
    {
        var table = DataTable.Of(name);
        var (latitude, longitude) = (Array.IndexOf(table.Header, "latitude"), Array.IndexOf(table.Header, "longitude"));
        Complaints.None(from row in table.Rows
                        let pair = (Latitude: Number(row.Cells[latitude]), Longitude: Number(row.Cells[longitude]))
                        where !(pair is ( >= -90 and <= 90, >= -180 and <= 180) and not (0, 0))
                        where row.Cells[latitude].Length > 0 || row.Cells[longitude].Length > 0
                        select $"{name}:{row.Line}: {row.Cells[latitude]}, {row.Cells[longitude]}");
    }

    [Theory]
    [InlineData("weapons/limits.tsv", "low", "high")]
    [InlineData("lexicon/vague-quantities.tsv", "low", "high")]
    public void LimitsAreInOrder(string name, string low, string high)
    {
        var table = DataTable.Of(name);
        Complaints.None(from row in table.Rows
                        let ends = (Number(row.Cells[Array.IndexOf(table.Header, low)]), Number(row.Cells[Array.IndexOf(table.Header, high)]))
                        where ends is ({ } first, { } last) && first > last
                        select $"{name}:{row.Line}: {ends.Item1} is more than {ends.Item2}");
    }

    private static double? Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
