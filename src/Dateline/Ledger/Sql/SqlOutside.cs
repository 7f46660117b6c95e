using System.Text.Json;
using Dateline.Ledger.Outside;

namespace Dateline.Ledger.Sql;

/// <summary>Tables of somebody else's, as SQL.</summary>
internal sealed class SqlOutside(SqlSession session) : IOutsideLedgers
{
    private const string Columns = """
        i.name, i.source, i.licence, i.url, i.at, i.file, i.sha256, (SELECT count(*) FROM outside o WHERE o.import = i.id), (SELECT min(first_day) FROM outside o WHERE o.import = i.id),
        (SELECT max(last_day) FROM outside o WHERE o.import = i.id)
        """;

    public IReadOnlyList<OutsideLedger> All() => session.All(
        $"SELECT {Columns} FROM imports i WHERE i.id = (SELECT max(id) FROM imports other WHERE other.name = i.name) ORDER BY i.name",
        row => new OutsideLedger(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            row.IsDBNull(3) ? null : row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetString(6),
            row.GetInt64(7),
            row.IsDBNull(8) ? null : row.GetString(8),
            row.IsDBNull(9) ? null : row.GetString(9)));

    public IEnumerable<OutsideEvent> Events(string name, string? kind = null, string? from = null, string? to = null) => session
        .All(
            """
            SELECT json FROM outside WHERE import = (SELECT max(id) FROM imports WHERE name = $1) AND (CAST($2 AS TEXT) IS NULL OR kind = $2) AND (CAST($3 AS TEXT) IS NULL OR last_day >= $3) AND (CAST($4 AS TEXT) IS NULL OR first_day <= $4)
            ORDER BY line
            """,
            row => row.GetString(0),
            name,
            kind,
            from,
            to)
        .Select(Open);

    /// <summary>Keeps a table; false when it is there already, read with the same map.</summary>
    public static bool Add(SqlSession session, OutsideImport import)
    {
        var isLast = session.Number("SELECT count(*) FROM imports i WHERE i.id = (SELECT max(id) FROM imports WHERE name = $1) AND i.sha256 = $2 AND i.map = $3", import.Map.Name, import.Sha256, import.MapJson) > 0;
        if (isLast)
        {
            return false;
        }

        // What was imported before and replaced by something else since is imported anew.
        var number = session.Number(
            "INSERT INTO imports(name, source, licence, url, at, file, sha256, map, size, compressed, bytes) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
            import.Map.Name,
            import.Map.Source,
            import.Map.Licence,
            import.Map.Url,
            import.At,
            import.File,
            import.Sha256,
            import.MapJson,
            import.Bytes.Size,
            import.Bytes.IsCompressed,
            import.Bytes.Bytes);
        foreach (var row in import.Events)
        {
            session.Run(
                "INSERT INTO outside(import, line, kind, first_day, last_day, json) VALUES($1, $2, $3, $4, $5, $6)",
                number,
                row.Line,
                row.Kind,
                row.First,
                row.Last,
                JsonSerializer.Serialize(row, OutsideJsonContext.Default.OutsideEvent));
        }

        return true;
    }

    private static OutsideEvent Open(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, OutsideJsonContext.Default.OutsideEvent) ?? throw LedgerException.Damaged(null);
        }
        catch (JsonException error)
        {
            throw LedgerException.Damaged(error);
        }
    }
}
