using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Dateline.Documents;
using System.Data.Common;

namespace Dateline.Ledger.Sql;

/// <summary>Kept readings and the runs that made them, as SQL.</summary>
internal static class SqlReadings
{
    private const string ReadingColumns = """
        g.id, g.blob, g.entry, g.size, g.compressed, g.bytes, b.sha256, b.size, b.compressed, b.bytes, s.media_type, g.profiles_size, g.profiles_compressed, g.profiles, g.sketch, g.samples,
        g.checksum FROM readings g JOIN blobs b ON b.id = g.blob JOIN sightings s ON s.id = g.sighting
        """;

    private const string RunsSql = """
        SELECT u.id, u.program, u.knowledge, u.begun, u.inputs, (SELECT count(*) FROM readings g WHERE g.run = u.id), (SELECT count(*) FROM reports r JOIN readings g ON g.id = r.reading WHERE g.run = u.id)
        FROM runs u ORDER BY u.id
        """;

    /// <summary>Every reading with its document, a document's one after the other.</summary>
    public static IEnumerable<KeptReading> All(SqlSession session) => session.Each($"SELECT {ReadingColumns} ORDER BY g.blob, g.entry, g.id", KeptOf);

    /// <summary>One reading.</summary>
    public static KeptReading Of(SqlSession session, long reading) => session.One($"SELECT {ReadingColumns} WHERE g.id = $1", KeptOf, reading);

    /// <summary>
    /// The readings a record is made of: of each document those made with its first sighting, by the latest run; a document's one after the other.
    /// </summary>
    /// <param name="session">The ledger.</param>
    /// <param name="upTo">The last run to know of.</param>
    public static IEnumerable<ChosenReading> Chosen(SqlSession session, long upTo)
    {
        var rows = session.All(
            "SELECT g.id, g.blob, g.entry, g.run, g.sighting, s.key, b.sha256 FROM readings g JOIN sightings s ON s.id = g.sighting JOIN blobs b ON b.id = g.blob WHERE g.run <= $1 ORDER BY g.blob, g.entry, g.id",
            row => (Reading: new ChosenReading(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetInt64(3), row.GetInt64(4), KeptReading.IdOf(row.GetString(6), row.GetInt32(2))), Key: row.GetString(5)),
            upTo);
        var waiting = new List<(ChosenReading Reading, string Key)>();
        foreach (var row in rows)
        {
            if (waiting.Count > 0 && waiting[0].Reading.Blob != row.Reading.Blob)
            {
                foreach (var chosen in Latest(waiting))
                {
                    yield return chosen;
                }

                waiting.Clear();
            }

            waiting.Add(row);
        }

        foreach (var chosen in Latest(waiting))
        {
            yield return chosen;
        }
    }

    public static IReadOnlyList<RunRow> Runs(SqlSession session) => session.All(
        RunsSql,
        row => new RunRow(row.GetInt64(0), new RunInfo(row.GetString(1), row.GetString(2)), row.GetString(3), InputsOf(row.GetString(4)), row.GetInt64(5), row.GetInt64(6)));

    public static RawDocument Document(SqlSession session, ChosenReading reading) => session.One(
        """
        SELECT b.sha256, b.size, b.compressed, b.bytes, s.media_type, s.source, s.title, s.published, s.published_from, s.outlet, s.url
        FROM blobs b JOIN sightings s ON s.blob = b.id WHERE b.id = $1 AND s.id = $2
        """,
        row => new RawDocument(
            row.GetString(0),
            SqlTransaction.PackedOf(row, 1).Unpack() ?? throw LedgerException.Damaged(null),
            row.GetString(4),
            row.GetString(5),
            new StatedFacts(Text(row, 6), Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10))),
        reading.Blob,
        reading.Sighting);

    /// <summary>Hash of all that is kept of a reading: a byte that changes is found.</summary>
    public static string Checksum(Packed reading, ComparedText compared)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> sizes = stackalloc byte[sizeof(int) * 2];
        BinaryPrimitives.WriteInt32LittleEndian(sizes, reading.Size);
        BinaryPrimitives.WriteInt32LittleEndian(sizes[sizeof(int)..], compared.Profiles.Size);
        hash.AppendData(sizes);
        hash.AppendData(reading.Bytes);
        hash.AppendData(compared.Profiles.Bytes);
        hash.AppendData(compared.Sketch);
        hash.AppendData(compared.Samples);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<ChosenReading> Latest(List<(ChosenReading Reading, string Key)> readings)
    {
        var first = readings.Select(r => r.Key).Min(StringComparer.Ordinal);
        var own = readings.Where(r => string.Equals(r.Key, first, StringComparison.Ordinal)).ToList();
        var run = own.Select(r => r.Reading.Run).DefaultIfEmpty().Max();
        return own.Where(r => r.Reading.Run == run).Select(r => r.Reading);
    }

    private static KeptReading KeptOf(DbDataReader row)
    {
        var bytes = SqlTransaction.PackedOf(row, 3);
        var compared = new ComparedText(SqlTransaction.PackedOf(row, 11), row.GetFieldValue<byte[]>(14), row.GetFieldValue<byte[]>(15));
        var isWhole = row.IsDBNull(16) || string.Equals(row.GetString(16), Checksum(bytes, compared), StringComparison.Ordinal);
        return new KeptReading(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), bytes, compared, row.GetString(6), SqlTransaction.PackedOf(row, 7), row.GetString(10), isWhole);
    }

    private static IReadOnlyList<string> InputsOf(string json) => JsonSerializer.Deserialize(json, LedgerJson.Default.IReadOnlyListString) ?? [];

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}
