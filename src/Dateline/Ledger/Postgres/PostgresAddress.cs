using Npgsql;

namespace Dateline.Ledger.Postgres;

/// <summary>Where a ledger lies on a server: <c>postgresql://user@host:5432/database?schema=name</c>. The password may stand in it, in PGPASSWORD or in ~/.pgpass.</summary>
/// <param name="ConnectionString">For the driver.</param>
/// <param name="Shown">Without user and password, for messages.</param>
/// <param name="Schema">The schema, or null for the user's own.</param>
internal sealed record PostgresAddress(string ConnectionString, string Shown, string? Schema)
{
    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    /// <summary>True for the address of a server.</summary>
    public static bool Is(string name) => Array.Exists(Schemes, scheme => name.StartsWith(scheme, StringComparison.Ordinal));

    /// <summary>Reads an address.</summary>
    /// <exception cref="LedgerException">It is none.</exception>
    public static PostgresAddress Parse(string name)
    {
        if (!Uri.TryCreate(name, UriKind.Absolute, out var address) || address.AbsolutePath.Length < 2)
        {
            throw new LedgerException("the address of a ledger on a server is postgresql://user@host/database") { IsWrongUse = true };
        }

        var asked = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        var user = address.UserInfo.Split(':', 2);
        var schema = asked.GetValueOrDefault("schema");
        if (schema is not null && !schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            throw new LedgerException("the schema of a ledger has small letters, digits and _ only") { IsWrongUse = true };
        }

        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = asked.GetValueOrDefault("host") ?? address.Host,
            Port = address.Port > 0 ? address.Port : 5432,
            Database = Uri.UnescapeDataString(address.AbsolutePath[1..]),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            SearchPath = schema,
            Pooling = false,
            CommandTimeout = 0,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            ApplicationName = "dateline",
        };
        return new PostgresAddress(connection.ConnectionString, $"postgresql://{connection.Host}/{connection.Database}{(schema is null ? "" : "?schema=" + schema)}", schema);
    }
}
