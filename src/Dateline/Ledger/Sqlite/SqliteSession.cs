using System.Data.Common;
using System.Globalization;
using Dateline.Ledger.Sql;
using Microsoft.Data.Sqlite;

namespace Dateline.Ledger.Sqlite;

/// <summary>A connection to an SQLite file.</summary>
internal sealed class SqliteSession : SqlSession
{
    private readonly string path;

    /// <summary>Opens a file that is there; nothing is read yet. What another program holds is waited for a second, no statement is ever cut short.</summary>
    public SqliteSession(string path, SqliteOpenMode mode)
        : this(path, new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString()))
    {
    }

    private SqliteSession(string path, SqliteConnection connection)
        : base(connection)
    {
        this.path = path;
        Guard(() =>
        {
            connection.Open();
            return 0;
        });
    }

    public override ISqlWords Words { get; } = new SqliteWords();

    public override string UrlOfHead => "json_extract(CAST(r.head AS TEXT), '$.url')";

    public override IEnumerable<T> Each<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var command = Prepare(sql, values);
        return Stream();

        IEnumerable<T> Stream()
        {
            using var reader = Guard(command.ExecuteReader);
            while (Guard(reader.Read))
            {
                yield return Guard(() => read(reader));
            }
        }
    }

    public override void BeginRead() => Run("BEGIN");

    public override LedgerException? TryBeginWrite()
    {
        try
        {
            Run("BEGIN IMMEDIATE");
            return null;
        }
        catch (LedgerException error) when (SqliteErrors.IsBusy(error))
        {
            return error;
        }
    }

    public override long DataVersion() => Number("PRAGMA data_version");

    public override long Bytes() => new FileInfo(path).Length;

    public override void EmptyRecord() => SqliteSchema.Empty(this);

    public override string NumbersOf(string parameter) => $"json_each({parameter})";

    protected override DbParameter Parameter(int number) => new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${number}") };

    protected override LedgerException? InWords(Exception error) => error switch
    {
        SqliteException sqlite => SqliteErrors.InWords(sqlite, path),
        InvalidOperationException => new LedgerException($"{path}: {error.Message}", error),
        _ => null,
    };
}
