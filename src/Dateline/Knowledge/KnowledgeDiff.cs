namespace Dateline.Knowledge;

/// <summary>One row or file that two folders of knowledge do not have alike.</summary>
/// <param name="Table">The table, or the file.</param>
/// <param name="Key">The cells that tell the row apart, or empty for a whole file.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Cells">For a changed row, the columns that differ, before and after; for an added one, its cells.</param>
public sealed record KnowledgeChange(string Table, string Key, KnowledgeChangeKind Kind, IReadOnlyList<(string Column, string Before, string After)> Cells);

/// <summary>What a user's folder does to a row.</summary>
public enum KnowledgeChangeKind
{
    /// <summary>The shipped folder has no such row or file.</summary>
    Added,

    /// <summary>The row or file takes the place of the shipped one.</summary>
    Changed,
}

/// <summary>What a folder laid over the shipped one adds and changes.</summary>
public static class KnowledgeDiff
{
    /// <summary>The differences, by table, in the order of its rows.</summary>
    public static IEnumerable<KnowledgeChange> Between(KnowledgeFiles shipped, KnowledgeFiles laid)
    {
        var schemas = TableSchema.Of(shipped);
        foreach (var name in laid.Names)
        {
            if (!shipped.Has(name))
            {
                yield return new KnowledgeChange(name, "", KnowledgeChangeKind.Added, []);
            }
            else if (!laid.Bytes(name).AsSpan().SequenceEqual(shipped.Bytes(name)))
            {
                if (!KnowledgeOverlay.IsTable(name))
                {
                    yield return new KnowledgeChange(name, "", KnowledgeChangeKind.Changed, []);
                    continue;
                }

                foreach (var change in Rows(shipped.Table(name), laid.Table(name), schemas(name)))
                {
                    yield return change;
                }
            }
        }
    }

    private static IEnumerable<KnowledgeChange> Rows(Table shipped, Table laid, TableSchema schema)
    {
        var before = shipped.Rows.GroupBy(schema.KeyOf, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.First(), StringComparer.Ordinal);
        foreach (var row in laid.Rows)
        {
            var key = schema.KeyOf(row);
            if (!before.TryGetValue(key, out var old))
            {
                yield return new KnowledgeChange(laid.Name, key, KnowledgeChangeKind.Added, [.. laid.Header.Select(column => (column, "", row[column]))]);
            }
            else if (!old.Cells.SequenceEqual(row.Cells, StringComparer.Ordinal))
            {
                var cells = laid.Header.Where(column => !string.Equals(old[column], row[column], StringComparison.Ordinal)).Select(column => (column, old[column], row[column]));
                yield return new KnowledgeChange(laid.Name, key, KnowledgeChangeKind.Changed, [.. cells]);
            }
        }
    }
}
