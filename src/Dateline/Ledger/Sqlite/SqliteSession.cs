using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dateline.Ledger.Sqlite;

/// <summary>One connection with its prepared statements. Every error of SQLite leaves it as a <see cref="LedgerException"/>. For one thread.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>Opens a file that is there; nothing is read yet. What another program holds is waited for a second, no statement is ever cut short.</summary>
    public SqliteSession(string path, SqliteOpenMode mode)
    {
        this.path = path;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());
        Guard(() =>
        {
            connection.Open();
            return 0;
        });
    }

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
    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
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

    /// <summary>Every row, one at a time; the same statement must not be asked again meanwhile.</summary>
    public IEnumerable<T> Each<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
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

    /// <summary>Runs a script of several statements, without values.</summary>
    public void Script(string sql) => Guard(() =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    });

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i + 1}") });
            }

            prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.InWords(error, path);
        }
        catch (InvalidOperationException error)
        {
            throw new LedgerException($"{path}: {error.Message}", error);
        }
    }
}
