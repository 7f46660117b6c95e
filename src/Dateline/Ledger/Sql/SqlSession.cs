using System.Data.Common;
using System.Globalization;

namespace Dateline.Ledger.Sql;

/// <summary>
/// One connection with its prepared statements; what the databases say differently is asked here. Statements are written so that all of them
/// take them; values are $1, $2 … Every error of the database leaves it as a <see cref="LedgerException"/>. For one thread.
/// </summary>
internal abstract class SqlSession(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>How the words of reports are looked up.</summary>
    public abstract ISqlWords Words { get; }

    /// <summary>Runs a statement without rows; returns how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Prepare(sql, values);
        return Guard(command.ExecuteNonQuery);
    }

    /// <summary>The first cell of the first row; null when there is no row or the cell is null.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Prepare(sql, values);
        return Guard(command.ExecuteScalar) is { } value and not DBNull ? value : null;
    }

    /// <summary>A whole number; 0 when there is none.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) => Value(sql, values) is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;

    /// <summary>Every row, read before anything else is asked.</summary>
    public List<T> All<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var command = Prepare(sql, values);
        return Guard(() =>
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        });
    }

    /// <summary>The row that must be there.</summary>
    /// <exception cref="LedgerException">It is not: what is kept is damaged.</exception>
    public T One<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values) => All(sql, read, values) is [var row, ..] ? row : throw LedgerException.Damaged(null);

    /// <summary>Every row, one at a time or some at a time; the same statement must not be asked again meanwhile.</summary>
    public abstract IEnumerable<T> Each<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values);

    /// <summary>Runs a script of several statements, without values.</summary>
    public void Script(string sql) => Guard(() =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    });

    /// <summary>Begins to look at the record as it is now.</summary>
    public abstract void BeginRead();

    /// <summary>Begins to write; null, or why that cannot be yet.</summary>
    public abstract LedgerException? TryBeginWrite();

    /// <summary>Keeps what was written.</summary>
    public virtual void Commit() => Run("COMMIT");

    /// <summary>Takes back what was written, or lets go of what was looked at.</summary>
    public virtual void RollBack()
    {
        try
        {
            Run("ROLLBACK");
        }
        catch (LedgerException)
        {
            // A full disk or a damaged file has rolled it back already; where nothing was written there is nothing to take back.
        }
    }

    /// <summary>A number that is another one after somebody else has written.</summary>
    public abstract long DataVersion();

    /// <summary>Bytes the ledger takes.</summary>
    public abstract long Bytes();

    /// <summary>Makes the tables of the record again, empty.</summary>
    public abstract void EmptyRecord();

    /// <summary>The rows of a list of numbers in JSON, as table expression with a column <c>value</c>.</summary>
    public abstract string NumbersOf(string parameter);

    /// <summary>The address in the head of a report (table r).</summary>
    public abstract string UrlOfHead { get; }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A parameter for the value $number.</summary>
    protected abstract DbParameter Parameter(int number);

    /// <summary>A value as the database takes it.</summary>
    protected virtual object Sent(object? value) => value ?? DBNull.Value;

    /// <summary>The error in words, or null when it is none of the database's.</summary>
    protected abstract LedgerException? InWords(Exception error);

    /// <summary>The statement with its values.</summary>
    protected DbCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(Parameter(i + 1));
            }

            prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = Sent(values[i]);
        }

        return command;
    }

    /// <summary>Does some work of the database.</summary>
    protected T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is DbException or InvalidOperationException && InWords(error) is not null)
        {
            throw InWords(error)!;
        }
    }
}

/// <summary>The words of reports: kept and looked up as each database does.</summary>
internal interface ISqlWords
{
    /// <summary>Keeps the words of a report.</summary>
    void Add(SqlSession session, long report, string title, string body, string events);

    /// <summary>Forgets them.</summary>
    void Remove(SqlSession session, long report);

    /// <summary>What is looked for: every part must stand in a report.</summary>
    /// <param name="parts">Words, or words that stand together; true for those that only begin so.</param>
    string Query(IReadOnlyList<(string Words, bool Begins)> parts);

    /// <summary>A table expression with the columns <c>report</c> and <c>rank</c> (the lowest is the best) of the reports found.</summary>
    /// <param name="query">The parameter that holds the query.</param>
    /// <param name="only">A condition on <c>report</c> with {0} for the column, or empty.</param>
    string Found(string query, string only);
}
