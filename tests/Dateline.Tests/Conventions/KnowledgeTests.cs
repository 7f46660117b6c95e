using System.Globalization;
using Dateline.Knowledge;

namespace Dateline.Tests.Conventions;

/// <summary>What every table under data/ must keep to: docs/knowledge.md.</summary>
public sealed class KnowledgeTests
{
    private const string Sources = "sources.tsv";

    // A column, then the columns it may name; without a table, a value that stands for itself.
    private static readonly string[][] References =
    [
        ["actors/offices.tsv person", "actors/persons.tsv id"],
        ["actors/offices.tsv org", "actors/organizations.tsv id", "gazetteer/countries.tsv code"],
        ["actors/organizations.tsv country", "gazetteer/countries.tsv code"],
        ["actors/organizations.tsv part_of", "actors/organizations.tsv id"],
        ["actors/organization-names.tsv id", "actors/organizations.tsv id"],
        ["actors/persons.tsv country", "gazetteer/countries.tsv code"],
        ["actors/person-names.tsv id", "actors/persons.tsv id"],
        ["gazetteer/country-names.tsv code", "gazetteer/countries.tsv code"],
        ["gazetteer/places.tsv country", "gazetteer/countries.tsv code"],
        ["gazetteer/place-names.tsv id", "gazetteer/places.tsv id"],
        ["lexicon/references.tsv country", "gazetteer/countries.tsv code", "*"],
        ["lexicon/references.tsv needs", "gazetteer/countries.tsv code"],
        ["ontology/roles.tsv kinds", "ontology/kinds.tsv kind", "*"],
        ["ontology/plover-modes.tsv kind", "ontology/kinds.tsv kind"],
        ["outlets/outlets.tsv country", "gazetteer/countries.tsv code"],
        ["patterns/frames.tsv kind", "ontology/kinds.tsv kind"],
        ["patterns/casualty-words.tsv role", "ontology/roles.tsv role"],
        ["patterns/measures.tsv role", "ontology/roles.tsv role"],
        ["patterns/noun-roles.tsv role", "ontology/roles.tsv role"],
        ["units/units.tsv si_unit", "units/units.tsv symbol", "1", "bit/s"],
        ["weapons/system-names.tsv id", "weapons/systems.tsv id"],
        ["weapons/systems.tsv class", "weapons/classes.tsv class"],
        ["weapons/systems.tsv range_class", "weapons/classes.tsv range_class"],
        ["weapons/systems.tsv country", "gazetteer/countries.tsv code"],
        ["weapons/limits.tsv class", "weapons/classes.tsv class", "weapons/classes.tsv range_class"],
        ["weapons/limits.tsv unit", "units/units.tsv symbol", "magnitude"],
    ];

    private static readonly string[] Keys =
    [
        "actors/organizations.tsv id", "actors/persons.tsv id", "gazetteer/countries.tsv code", "gazetteer/places.tsv id",
        "ontology/kinds.tsv kind", "ontology/roles.tsv role", "outlets/outlets.tsv id", "patterns/frames.tsv id", "sources.tsv key", "weapons/systems.tsv id",
    ];

    public static TheoryData<string> Tables => [.. DataTable.All.Select(table => table.Name)];

    public static TheoryData<string> ReferenceNames => [.. References.Select(reference => reference[0])];

    public static TheoryData<string> KeyNames => [.. Keys];

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

    [Theory]
    [MemberData(nameof(Tables))]
    public void EveryRowHasASourceThatIsListed(string name)
    {
        var table = DataTable.Of(name);
        if (name == Sources)
        {
            Complaints.None(from row in table.Rows from cell in row.Cells where cell.Length == 0 select $"{name}:{row.Line}: an empty cell");
            return;
        }

        var listed = DataTable.Of(Sources).Values("key").Select(key => key.Value).ToHashSet(StringComparer.Ordinal);
        var at = Array.IndexOf(table.Header, "source");
        Assert.True(at >= 0, $"{name}: no column source");
        Complaints.None(from row in table.Rows
                        from key in row.Cells[at].Split('|')
                        where !listed.Contains(key.Split(':')[0])
                        select $"{name}:{row.Line}: source \"{key}\" does not stand in data/{Sources}");
    }

    [Theory]
    [MemberData(nameof(KeyNames))]
    public void KeysAreUnique(string column) => Complaints.None(
        from value in Column(column)
        group value.Where by value.Value into same
        where same.Count() > 1
        select $"{string.Join(", ", same)}: \"{same.Key}\" again");

    [Theory]
    [MemberData(nameof(ReferenceNames))]
    public void WhatIsReferredToExists(string column)
    {
        var targets = References.Single(reference => reference[0] == column)[1..];
        var known = targets.SelectMany(target => !target.Contains(' ', StringComparison.Ordinal) ? [target] : Column(target).Select(value => value.Value)).ToHashSet(StringComparer.Ordinal);
        Complaints.None(from value in Column(column) where !known.Contains(value.Value) select $"{value.Where}: \"{value.Value}\" is not in {string.Join(" or ", targets)}");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void DatesAreDates(string name)
    {
        var table = DataTable.Of(name);
        foreach (var column in table.Header.Intersect(["from", "to", "checked"], StringComparer.Ordinal).Where(_ => table.Header.Contains("checked")))
        {
            Complaints.None(from value in table.Values(column) where !IsDate(value.Value, mayBeShort: column != "checked") select $"{value.Where}: {column} \"{value.Value}\"");
        }

        if (table.Header.Contains("from") && table.Header.Contains("checked"))
        {
            var (begins, ends) = (Array.IndexOf(table.Header, "from"), Array.IndexOf(table.Header, "to"));
            Complaints.None(from row in table.Rows
                            where row.Cells[begins].Length > 0 && row.Cells[ends].Length > 0 && string.CompareOrdinal(row.Cells[begins], row.Cells[ends]) > 0
                            select $"{name}:{row.Line}: ends before it begins");
        }
    }

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

    private static IEnumerable<(string Where, string Value)> Column(string name)
    {
        var parts = name.Split(' ');
        return DataTable.Of(parts[0]).Values(parts[1]);
    }

    private static double? Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A day, or where allowed a month or a year, as ISO 8601 writes them.</summary>
    private static bool IsDate(string date, bool mayBeShort) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (mayBeShort && DateOnly.TryParseExact(date, ["yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
