namespace Dateline.Knowledge;

/// <summary>What tells the rows of one table apart, and what its columns refer to: a row of tables.tsv.</summary>
/// <param name="Key">Columns whose cells are unique together; empty for a table nobody described: there the whole row counts.</param>
/// <param name="References">Per column, the columns of other tables whose values it may name, and the values that stand for themselves.</param>
internal sealed record TableSchema(IReadOnlyList<string> Key, IReadOnlyList<TableSchema.Reference> References)
{
    /// <summary>The table of schemas.</summary>
    public const string Name = "tables.tsv";

    private static readonly TableSchema Open = new([], []);

    /// <summary>The schemas of a folder, by table.</summary>
    public static Func<string, TableSchema> Of(KnowledgeFiles files)
    {
        var known = new Dictionary<string, TableSchema>(StringComparer.Ordinal) { [Name] = new TableSchema(["table"], []) };
        if (files.Has(Name))
        {
            foreach (var row in files.Table(Name).Rows)
            {
                known[row["table"]] = new TableSchema(row.List("key"), [.. row.List("references").Select(text => ReferenceOf(row, text))]);
            }
        }

        return table => known.GetValueOrDefault(table, Open);
    }

    /// <summary>The key of a row: its key cells, or all cells but source and date.</summary>
    public string KeyOf(Table.Row row) =>
        string.Join('\t', Key.Count > 0 ? Key.Select(column => row[column]) : row.Table.Header.Where(column => column is not ("source" or "checked")).Select(column => row[column]));

    private static Reference ReferenceOf(Table.Row row, string text)
    {
        var sides = text.Split('=');
        if (sides.Length != 2)
        {
            throw row.Wrong("references", "has a part that is not column=table:column");
        }

        var targets = sides[1].Split(',');
        var columns = targets.Where(target => target.Contains(':', StringComparison.Ordinal)).Select(target => target.Split(':')).Select(target => (target[0], target[1]));
        return new Reference(sides[0], [.. columns], [.. targets.Where(target => !target.Contains(':', StringComparison.Ordinal))]);
    }

    /// <summary>What one column may name.</summary>
    internal sealed record Reference(string Column, IReadOnlyList<(string Table, string Column)> Targets, IReadOnlyList<string> Values);
}
