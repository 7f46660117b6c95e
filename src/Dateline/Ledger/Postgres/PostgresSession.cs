using System.Data.Common;
using System.Globalization;
using System.Text;
using Dateline.Ledger.Sql;
using Npgsql;

namespace Dateline.Ledger.Postgres;

/// <summary>A connection to a PostgreSQL server.</summary>
internal sealed class PostgresSession : SqlSession
{
    private const int Together = 200; // rows fetched at a time
    private const int Writer = 0x44544C4E; // the lock of the one writer: "DTLN" in ASCII
    private const int Tries = 5; // before it is said that somebody else writes
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200); // between two tries

    private readonly NpgsqlConnection connection;
    private readonly PostgresAddress address;
    private long ownWrites;
    private bool isBegun;
    private bool isWriting;
    private int cursors;

    /// <summary>Connects.</summary>
    public PostgresSession(PostgresAddress address)
        : this(address, new NpgsqlConnection(address.ConnectionString))
    {
    }

    private PostgresSession(PostgresAddress address, NpgsqlConnection connection)
        : base(connection)
    {
        this.connection = connection;
        this.address = address;
        Guard(() =>
        {
            connection.Open();
            return 0;
        });
    }

    public override ISqlWords Words { get; } = new PostgresWords();

    public override string UrlOfHead => "(convert_from(r.head, 'UTF8')::json ->> 'url')";

    /// <summary>A cursor, some rows at a time: between two of them anything else may be asked.</summary>
    public override IEnumerable<T> Each<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var cursor = string.Create(CultureInfo.InvariantCulture, $"rows{++cursors}");
        var declare = connection.CreateCommand();
        declare.CommandText = $"DECLARE {cursor} NO SCROLL CURSOR FOR {sql}";
        for (var i = 0; i < values.Length; i++)
        {
            declare.Parameters.Add(new NpgsqlParameter { Value = Sent(values[i]) });
        }

        return Stream();

        IEnumerable<T> Stream()
        {
            var isOwn = !isBegun;
            if (isOwn)
            {
                BeginRead();
            }

            using (declare)
            {
                Guard(declare.ExecuteNonQuery);
            }

            using var fetch = connection.CreateCommand();
            fetch.CommandText = string.Create(CultureInfo.InvariantCulture, $"FETCH {Together} FROM {cursor}");
            while (Fetch(fetch, read) is { Count: > 0 } rows)
            {
                foreach (var row in rows)
                {
                    yield return row;
                }
            }

            Script("CLOSE " + cursor);
            if (isOwn)
            {
                RollBack();
            }
        }
    }

    public override void BeginRead()
    {
        Run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        isBegun = true;
    }

    public override LedgerException? TryBeginWrite()
    {
        for (var i = 0; i < Tries; i++)
        {
            Run("BEGIN");
            if (Value("SELECT pg_try_advisory_xact_lock($1, hashtext(current_schema()))", Writer) is true)
            {
                (isBegun, isWriting) = (true, true);
                ownWrites++;
                Run("UPDATE ledger SET writes = writes + 1");
                return null;
            }

            RollBack();
            Thread.Sleep(Pause);
        }

        return new LedgerException($"{address.Shown}: another program is writing to this ledger and did not finish in time; what was added before is safe; try again when it has ended");
    }

    public override void Commit()
    {
        base.Commit();
        (isBegun, isWriting) = (false, false);
    }

    public override void RollBack()
    {
        base.RollBack();
        ownWrites -= isWriting ? 1 : 0;
        (isBegun, isWriting) = (false, false);
    }

    public override long DataVersion() => Number("SELECT writes FROM ledger") - ownWrites;

    public override long Bytes() => Number("SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relkind = 'r'");

    // Rows are deleted, not tables: who reads meanwhile sees the old record.
    public override void EmptyRecord()
    {
        foreach (var table in PostgresSchema.Record)
        {
            Run("DELETE FROM " + table);
        }
    }

    public override string NumbersOf(string parameter) => $"(SELECT CAST(value AS BIGINT) AS value FROM json_array_elements_text(CAST({parameter} AS json)) AS numbers(value))";

    protected override DbParameter Parameter(int number) => new NpgsqlParameter();

    // What no text of PostgreSQL may hold: the character 0, and halves of pairs.
    protected override object Sent(object? value)
    {
        if (value is not string text)
        {
            return base.Sent(value);
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
            }
        }

        return text;
    }

    protected override LedgerException? InWords(Exception error) => PostgresErrors.InWords(error, address.Shown);

    private List<T> Fetch<T>(NpgsqlCommand fetch, Func<DbDataReader, T> read) => Guard(() =>
    {
        using var reader = fetch.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    });
}
