using System.Text;

namespace Dateline.Knowledge;

/// <summary>Lays a user's folder of knowledge files over the shipped one, row by row.</summary>
internal static class KnowledgeOverlay
{
    /// <summary>The shipped files with the user's rows and files.</summary>
    /// <exception cref="KnowledgeException">A table of the user's folder has no header, a row of another width, or a column the shipped one has not.</exception>
    public static KnowledgeFiles Lay(KnowledgeFiles shipped, KnowledgeFiles own)
    {
        var schemas = TableSchema.Of(shipped);
        return shipped.With(own.Names.Select(name => KeyValuePair.Create(name, IsTable(name) && shipped.Has(name) ? Merge(shipped.Table(name), own.Table(name), schemas(name)) : own.Bytes(name))));
    }

    /// <summary>True for the name of a table.</summary>
    public static bool IsTable(string name) => name.EndsWith(".tsv", StringComparison.Ordinal);

    private static byte[] Merge(Table shipped, Table own, TableSchema schema)
    {
        if (own.Header.FirstOrDefault(column => !shipped.Header.Contains(column, StringComparer.Ordinal)) is { } strange)
        {
            throw new KnowledgeException($"{own.Name}: the shipped table has no column {strange}");
        }

        if (shipped.Header.FirstOrDefault(column => !own.Header.Contains(column, StringComparer.Ordinal)) is { } missing)
        {
            throw new KnowledgeException($"{own.Name}: no column {missing}");
        }

        var written = new Dictionary<string, Table.Row>(StringComparer.Ordinal);
        foreach (var row in own.Rows)
        {
            if (!written.TryAdd(schema.KeyOf(row), row))
            {
                throw new KnowledgeException($"{row.Where}: the same key as {written[schema.KeyOf(row)].Where}");
            }
        }

        var text = new StringBuilder().AppendJoin('\t', shipped.Header).Append('\n');
        foreach (var row in shipped.Rows)
        {
            Write(text, shipped.Header, written.Remove(schema.KeyOf(row), out var instead) ? instead : row);
        }

        foreach (var row in own.Rows.Where(row => written.ContainsKey(schema.KeyOf(row))))
        {
            Write(text, shipped.Header, row);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, IReadOnlyList<string> header, Table.Row row) => text.AppendJoin('\t', header.Select(column => row[column])).Append('\n');
}
