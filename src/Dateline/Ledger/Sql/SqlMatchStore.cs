using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dateline.Events.Across;

namespace Dateline.Ledger.Sql;

/// <summary>Tellings, their accounts and what links these, as SQL. What the tellings say lies with the readings.</summary>
internal sealed class SqlMatchStore(SqlSession session, WriterCache cache) : IMatchStore
{
    private const string LinkSql = """
        INSERT INTO links(account, other, points) VALUES($1, $2, $3)
        ON CONFLICT(account, other) DO UPDATE SET points = CASE WHEN excluded.points > links.points THEN excluded.points ELSE links.points END
        """;

    private const string BesideSql = "INSERT INTO beside(account, other, reports) VALUES($1, $2, $3) ON CONFLICT(account, other) DO UPDATE SET reports = beside.reports + excluded.reports";

    private const string ProfilesSql = "SELECT m.number, g.profiles_size, g.profiles_compressed, g.profiles FROM mentions m JOIN reports r ON r.id = m.report JOIN readings g ON g.id = r.reading WHERE m.account = $1 LIMIT 1";

    public IReadOnlyList<(long Account, bool IsNew)> Keep(IReadOnlyList<(EventProfile Telling, string Account)> tellings)
    {
        var kept = new List<(long Account, bool IsNew)>(tellings.Count);
        foreach (var (telling, name) in tellings)
        {
            var account = cache.AccountOf(name) ?? session.Number("SELECT id FROM accounts WHERE name = $1", name);
            var isNew = account == 0;
            if (isNew)
            {
                account = session.Number("INSERT INTO accounts(name) VALUES($1) RETURNING id", name);
                cache.Put(account, telling with { Report = name, Event = "" });
            }

            session.Run("UPDATE mentions SET account = $2 WHERE id = $1", NumberOf(telling.Key), account);
            kept.Add((account, isNew));
        }

        Count([.. tellings.Zip(kept, (t, k) => (t.Telling.Kind, k.Account))], 1);
        return kept;
    }

    public void File(long account, IReadOnlyCollection<string> keys)
    {
        foreach (var key in keys)
        {
            session.Run("INSERT INTO blocks(key, account) VALUES($1, $2) ON CONFLICT DO NOTHING", Hash(key), account);
        }
    }

    public void Forget(string report)
    {
        var told = session.All(
            "SELECT m.id, m.number, m.account FROM mentions m JOIN reports r ON r.id = m.report WHERE r.public_id = $1 AND m.account IS NOT NULL",
            row => (Mention: row.GetInt64(0), Key: report + "/" + row.GetString(1), Account: row.GetInt64(2)),
            report);
        Count(told.ConvertAll(t => (Of(t.Account).Kind, t.Account)), -1);
        foreach (var (mention, key, account) in told)
        {
            session.Run("UPDATE mentions SET account = NULL WHERE id = $1", mention);
            cache.RemoveNumber(key);
            if (session.Number("SELECT count(*) FROM mentions WHERE account = $1", account) == 0)
            {
                Unlink(account);
                session.Run("DELETE FROM blocks WHERE account = $1", account);
                session.Run("DELETE FROM beside WHERE account IN (SELECT other FROM beside WHERE account = $1) AND other = $1", account);
                session.Run("DELETE FROM beside WHERE account = $1", account);
                session.Run("DELETE FROM accounts WHERE id = $1", account);
                cache.RemoveAccount(account);
            }
        }
    }

    public EventProfile Of(long account)
    {
        if (cache.Of(account) is { } known)
        {
            return known;
        }

        var name = session.Value("SELECT name FROM accounts WHERE id = $1", account) as string ?? throw LedgerException.Damaged(null);
        var (number, packed) = session.One(ProfilesSql, row => (row.GetString(0), SqlTransaction.PackedOf(row, 1)), account);
        var found = ComparedText.Open(packed).FirstOrDefault(profile => string.Equals(profile.Event, number, StringComparison.Ordinal)) ?? throw LedgerException.Damaged(null);
        found = found with { Report = name, Event = "" };
        cache.Put(account, found);
        return found;
    }

    public long AccountOf(string key) => session.Number("SELECT account FROM mentions WHERE id = $1", NumberOf(key));

    public IReadOnlyList<string> Tellings(long account) => session.All(
        "SELECT r.public_id, m.number FROM mentions m JOIN reports r ON r.id = m.report WHERE m.account = $1", row => row.GetString(0) + "/" + row.GetString(1), account);

    public IReadOnlyList<EventProfile> TellingsOf(string report) => session
        .All("SELECT g.profiles_size, g.profiles_compressed, g.profiles FROM reports r JOIN readings g ON g.id = r.reading WHERE r.public_id = $1", row => SqlTransaction.PackedOf(row, 0), report)
        .SelectMany(ComparedText.Open)
        .ToList();

    public IReadOnlyCollection<long> AccountsOf(string report) => session.All(
        "SELECT m.account FROM mentions m JOIN reports r ON r.id = m.report WHERE r.public_id = $1 AND m.account IS NOT NULL", row => row.GetInt64(0), report);

    public IReadOnlyCollection<long> Under(IReadOnlyCollection<string> keys)
    {
        var found = new HashSet<long>();
        foreach (var key in keys)
        {
            found.UnionWith(session.All("SELECT account FROM blocks WHERE key = $1", row => row.GetInt64(0), Hash(key)));
        }

        return found;
    }

    public void Link(long a, long b, int points)
    {
        session.Run(LinkSql, a, b, points);
        session.Run(LinkSql, b, a, points);
    }

    public void Unlink(long account)
    {
        session.Run("DELETE FROM links WHERE account IN (SELECT other FROM links WHERE account = $1) AND other = $1", account);
        session.Run("DELETE FROM links WHERE account = $1", account);
    }

    public IReadOnlyList<(long Other, int Points)> Links(long account) => session.All("SELECT other, points FROM links WHERE account = $1", row => (row.GetInt64(0), row.GetInt32(1)), account);

    public IReadOnlyList<(long Other, int Reports)> Beside(long account) =>
        session.All("SELECT other, reports FROM beside WHERE account = $1 AND reports > 0", row => (row.GetInt64(0), row.GetInt32(1)), account);

    /// <summary>The mention of a telling's key.</summary>
    public long NumberOf(string key)
    {
        if (cache.NumberOf(key) is { } known)
        {
            return known;
        }

        var cut = key.LastIndexOf('/');
        return session.Number("SELECT m.id FROM mentions m JOIN reports r ON r.id = m.report WHERE r.public_id = $1 AND m.number = $2", key[..cut], key[(cut + 1)..]);
    }

    private void Count(IReadOnlyList<(string Kind, long Account)> told, int step)
    {
        foreach (var (kind, account) in told)
        {
            foreach (var (other, second) in told)
            {
                if (account != second && string.Equals(kind, other, StringComparison.Ordinal))
                {
                    session.Run(BesideSql, account, second, step);
                }
            }
        }
    }

    // Two keys with one hash only meet for nothing.
    private static long Hash(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
