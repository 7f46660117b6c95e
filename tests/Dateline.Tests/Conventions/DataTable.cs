namespace Dateline.Tests.Conventions;

/// <summary>A table of data/ as it lies there: header and cells, with line numbers for messages.</summary>
internal sealed record DataTable(string Name, string[] Header, IReadOnlyList<DataRow> Rows)
{
    private static readonly Lazy<IReadOnlyList<DataTable>> Shipped = new(() => [.. Repository.Files("data", "*.tsv").Select(Read)]);

    /// <summary>Every table, in name order.</summary>
    public static IReadOnlyList<DataTable> All => Shipped.Value;

    public static DataTable Of(string name) => All.Single(table => table.Name == name);

    /// <summary>The values of one column, lists cut at |, empty cells left out.</summary>
    public IEnumerable<(string Where, string Value)> Values(string column)
    {
        var at = Array.IndexOf(Header, column);
        Assert.True(at >= 0, $"{Name}: no column {column}");
        return Rows.Where(row => row.Cells.Length > at).SelectMany(row => row.Cells[at].Split('|').Where(value => value.Length > 0).Select(value => ($"{Name}:{row.Line}", value)));
    }

    private static DataTable Read(string name)
    {
        var lines = File.ReadAllText(Repository.At("data/" + name)).Split('\n')
            .Select((text, index) => new DataRow(index + 1, text.Split('\t')))
            .Where(row => row.Cells[0] is not ['#', ..] && row.Cells is not [""])
            .ToList();
        return new DataTable(name, lines[0].Cells, lines[1..]);
    }
}

/// <summary>One row.</summary>
internal sealed record DataRow(int Line, string[] Cells);
