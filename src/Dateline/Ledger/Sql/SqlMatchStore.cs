using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dateline.Events.Across;

namespace Dateline.Ledger.Sql;

/// <summary>Tellings and their links, as SQL. The tellings themselves lie with the readings.</summary>
internal sealed class SqlMatchStore(SqlSession session, WriterCache cache) : IMatchStore
{
    private const string LinkSql = "INSERT INTO links(mention, other, points) VALUES($1, $2, $3) ON CONFLICT(mention, other) DO UPDATE SET points = excluded.points";

    private const string ProfilesSql = """
        SELECT g.profiles_size, g.profiles_compressed, g.profiles, m.report FROM mentions m JOIN reports r ON r.id = m.report JOIN readings g ON g.id = r.reading WHERE m.id = $1
        """;

    public void Keep(EventProfile profile, IReadOnlyCollection<string> keys)
    {
        var mention = NumberOf(profile.Key);
        cache.Put(mention, profile);
        foreach (var key in keys)
        {
            session.Run("INSERT INTO blocks(key, mention) VALUES($1, $2) ON CONFLICT DO NOTHING", Hash(key), mention);
        }
    }

    public void Forget(string report)
    {
        foreach (var profile in Of(report).ToList())
        {
            var mention = NumberOf(profile.Key);
            foreach (var key in MatchBlocks.Kept(profile))
            {
                session.Run("DELETE FROM blocks WHERE key = $1 AND mention = $2", Hash(key), mention);
            }

            session.Run("DELETE FROM links WHERE mention IN (SELECT other FROM links WHERE mention = $1) AND other = $1", mention);
            session.Run("DELETE FROM links WHERE mention = $1", mention);
            cache.Remove(mention, profile.Key);
        }
    }

    public EventProfile Get(string key) => Get(NumberOf(key));

    public IEnumerable<EventProfile> Under(IReadOnlyCollection<string> keys) =>
        keys.SelectMany(key => session.All("SELECT mention FROM blocks WHERE key = $1", row => row.GetInt64(0), Hash(key))).Distinct().Select(Get);

    public IEnumerable<EventProfile> Of(string report) => session
        .All("SELECT m.id FROM mentions m JOIN reports r ON r.id = m.report WHERE r.public_id = $1 ORDER BY m.id", row => row.GetInt64(0), report)
        .Select(Get);

    public void Link(string a, string b, int points)
    {
        var (first, second) = (NumberOf(a), NumberOf(b));
        session.Run(LinkSql, first, second, points);
        session.Run(LinkSql, second, first, points);
    }

    public IEnumerable<(string Other, int Points)> Links(string key) => session
        .All("SELECT other, points FROM links WHERE mention = $1", row => (Other: row.GetInt64(0), Points: row.GetInt32(1)), NumberOf(key))
        .Select(link => (Get(link.Other).Key, link.Points));

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

    private EventProfile Get(long mention)
    {
        if (cache.Of(mention) is { } known)
        {
            return known;
        }

        var (packed, report) = session.All(ProfilesSql, row => (SqlTransaction.PackedOf(row, 0), row.GetInt64(3)), mention)[0];
        var numbers = session.All("SELECT number, id FROM mentions WHERE report = $1", row => (row.GetString(0), Id: row.GetInt64(1)), report).ToDictionary(m => m.Item1, m => m.Id, StringComparer.Ordinal);
        EventProfile? found = null;
        foreach (var profile in ComparedText.Open(packed))
        {
            var number = numbers[profile.Event];
            found = number == mention ? profile : found;
            cache.Put(number, profile);
        }

        return found ?? throw LedgerException.Damaged(null);
    }

    // Two keys with one hash only meet for nothing.
    private static long Hash(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
