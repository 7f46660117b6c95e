using Dateline.Ledger.Sql;
using Microsoft.Data.Sqlite;

namespace Dateline.Ledger.Sqlite;

/// <summary>The tables, and the checks made when a file is opened.</summary>
internal static class SqliteSchema
{
    /// <summary>Version of the tables; kept in the file.</summary>
    public const int Version = 5;

    // "DTLN" in ASCII: marks the file as a ledger.
    private const int Application = 0x44544C4E;

    /// <summary>What is never changed or deleted: bytes, how they came in, what read them and what it read, what people decided.</summary>
    private const string Evidence = """
        CREATE TABLE blobs(id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, compressed INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE TABLE runs(id INTEGER PRIMARY KEY, program TEXT NOT NULL, knowledge TEXT NOT NULL, begun TEXT NOT NULL, inputs TEXT NOT NULL);
        CREATE TABLE sightings(
          id INTEGER PRIMARY KEY, blob INTEGER NOT NULL REFERENCES blobs, run INTEGER NOT NULL REFERENCES runs, key TEXT NOT NULL, media_type TEXT NOT NULL, source TEXT NOT NULL,
          title TEXT, published TEXT, published_from TEXT, outlet TEXT, url TEXT, UNIQUE(blob, key));
        CREATE TABLE readings(
          id INTEGER PRIMARY KEY, blob INTEGER NOT NULL REFERENCES blobs, entry INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES runs, sighting INTEGER NOT NULL REFERENCES sightings,
          size INTEGER NOT NULL, compressed INTEGER NOT NULL, bytes BLOB NOT NULL,
          profiles_size INTEGER NOT NULL, profiles_compressed INTEGER NOT NULL, profiles BLOB NOT NULL, sketch BLOB NOT NULL, samples BLOB NOT NULL,
          checksum TEXT, UNIQUE(blob, entry, run, sighting));
        """;

    /// <summary>What people decided: never changed or deleted either. The kind and the rest stand in the JSON, which the name is made of.</summary>
    private const string Judgements = """
        CREATE TABLE judgements(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, at TEXT NOT NULL, by TEXT, json TEXT NOT NULL);
        """;

    /// <summary>Tables of somebody else's: never changed or deleted either.</summary>
    private const string Outside = """
        CREATE TABLE imports(
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, source TEXT NOT NULL, licence TEXT NOT NULL, url TEXT, at TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, map TEXT NOT NULL,
          size INTEGER NOT NULL, compressed INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE TABLE outside(
          id INTEGER PRIMARY KEY, import INTEGER NOT NULL REFERENCES imports, line INTEGER NOT NULL, kind TEXT, first_day TEXT, last_day TEXT, json TEXT NOT NULL);
        CREATE INDEX outside_kind ON outside(import, kind, first_day);
        """;

    /// <summary>From version 1, which had no judgements, to 2.</summary>
    private const string Second = """
        DROP TABLE judgements; ALTER TABLE readings ADD COLUMN checksum TEXT; ALTER TABLE events ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;
        """;

    /// <summary>From version 4, which compared telling by telling, to 5: each is an account of its own until the record is made anew.</summary>
    private const string Fifth = """
        CREATE TABLE accounts(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        INSERT INTO accounts(id, name) SELECT m.id, r.public_id || '/' || m.number FROM mentions m JOIN reports r ON r.id = m.report;
        ALTER TABLE mentions ADD COLUMN account INTEGER REFERENCES accounts;
        UPDATE mentions SET account = id;
        CREATE INDEX mentions_account ON mentions(account);
        ALTER TABLE blocks RENAME COLUMN mention TO account;
        CREATE INDEX blocks_account ON blocks(account);
        ALTER TABLE links RENAME COLUMN mention TO account;
        CREATE TABLE beside(account INTEGER NOT NULL, other INTEGER NOT NULL, reports INTEGER NOT NULL, PRIMARY KEY(account, other)) WITHOUT ROWID;
        ALTER TABLE reports ADD COLUMN nearest REAL;
        UPDATE reports SET nearest = (SELECT max(c.shared) FROM copies c WHERE c.report = reports.id AND c.relation >= 2);
        INSERT INTO beside SELECT a.id, b.id, 1 FROM mentions a JOIN mentions b ON b.report = a.report AND b.id <> a.id;
        """;

    /// <summary>What is made of the evidence and can be made again at will.</summary>
    private const string Derived = """
        CREATE TABLE reports(
          id INTEGER PRIMARY KEY, blob INTEGER NOT NULL REFERENCES blobs, entry INTEGER NOT NULL, reading INTEGER NOT NULL REFERENCES readings, public_id TEXT NOT NULL UNIQUE,
          source TEXT NOT NULL, day TEXT, findings INTEGER NOT NULL, copy_group TEXT, nearest REAL, head BLOB NOT NULL, UNIQUE(blob, entry));
        CREATE INDEX reports_copy_group ON reports(copy_group) WHERE copy_group IS NOT NULL;
        CREATE TABLE samples(hash INTEGER NOT NULL, day INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY(hash, day, report)) WITHOUT ROWID;
        CREATE TABLE copies(report INTEGER NOT NULL, other INTEGER NOT NULL, relation INTEGER NOT NULL, shared REAL NOT NULL, PRIMARY KEY(report, other)) WITHOUT ROWID;
        CREATE TABLE mentions(
          id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports, number TEXT NOT NULL, key TEXT NOT NULL, alias TEXT NOT NULL, event INTEGER REFERENCES events, account INTEGER REFERENCES accounts);
        CREATE INDEX mentions_report ON mentions(report);
        CREATE INDEX mentions_event ON mentions(event);
        CREATE INDEX mentions_alias ON mentions(alias);
        CREATE INDEX mentions_account ON mentions(account);
        CREATE TABLE accounts(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE blocks(key INTEGER NOT NULL, account INTEGER NOT NULL, PRIMARY KEY(key, account)) WITHOUT ROWID;
        CREATE INDEX blocks_account ON blocks(account);
        CREATE TABLE links(account INTEGER NOT NULL, other INTEGER NOT NULL, points INTEGER NOT NULL, PRIMARY KEY(account, other)) WITHOUT ROWID;
        CREATE TABLE beside(account INTEGER NOT NULL, other INTEGER NOT NULL, reports INTEGER NOT NULL, PRIMARY KEY(account, other)) WITHOUT ROWID;
        CREATE TABLE events(
          id INTEGER PRIMARY KEY, public_id TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, first_day TEXT, last_day TEXT,
          size INTEGER NOT NULL, compressed INTEGER NOT NULL, bytes BLOB NOT NULL, rejected INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX events_public_id ON events(public_id);
        CREATE INDEX events_day ON events(first_day);
        CREATE TABLE terms(id INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, UNIQUE(facet, value, name));
        CREATE TABLE event_terms(event INTEGER NOT NULL REFERENCES events, term INTEGER NOT NULL REFERENCES terms, PRIMARY KEY(event, term)) WITHOUT ROWID;
        CREATE INDEX event_terms_term ON event_terms(term, event);
        CREATE VIRTUAL TABLE words USING fts5(title, body, events, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
        """;

    private const string Drop = """
        DROP TABLE IF EXISTS samples; DROP TABLE IF EXISTS copies; DROP TABLE IF EXISTS blocks; DROP TABLE IF EXISTS links; DROP TABLE IF EXISTS beside; DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS event_terms; DROP TABLE IF EXISTS terms; DROP TABLE IF EXISTS mentions; DROP TABLE IF EXISTS accounts;
        DROP TABLE IF EXISTS events; DROP TABLE IF EXISTS reports;
        """;

    /// <summary>Opens a ledger.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isWriter">Makes the file when there is none.</param>
    public static SqliteSession Open(string path, bool isWriter)
    {
        if (!File.Exists(path) && !isWriter)
        {
            throw new LedgerException($"{path}: there is no such ledger; dateline add INPUT… --ledger {path} makes one") { IsWrongUse = true };
        }

        if (Directory.Exists(path))
        {
            throw new LedgerException($"{path}: is a folder, not a ledger") { IsWrongUse = true };
        }

        var session = new SqliteSession(path, isWriter ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite);
        try
        {
            Prepare(session, path, isWriter);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Makes the derived tables again, empty.</summary>
    public static void Empty(SqliteSession session) => session.Script(Drop + Derived);

    private static void Prepare(SqliteSession session, string path, bool isWriter)
    {
        session.Script("PRAGMA busy_timeout = 1000");
        if (session.Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            if (!isWriter)
            {
                throw new LedgerException($"{path}: is empty, not a ledger; dateline add INPUT… --ledger {path} makes it one") { IsWrongUse = true };
            }

            Make(session);
        }

        if (session.Number("PRAGMA application_id") != Application)
        {
            throw new LedgerException($"{path}: is a database of another program, not a ledger; name another file with --ledger") { IsWrongUse = true };
        }

        var version = session.Number("PRAGMA user_version");
        if (version > Version)
        {
            throw new LedgerException($"{path}: was made by a newer version of this program (ledger version {version}; this one knows up to {Version}); use that one") { IsWrongUse = true };
        }

        if (version < Version)
        {
            Upgrade(session);
        }

        // A transaction is on the disk when it is acknowledged, and a reader sees the last whole one while the next is written.
        session.Script("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA journal_size_limit = 67108864");
        if (!isWriter)
        {
            session.Script("PRAGMA query_only = ON");
        }
    }

    private static void Upgrade(SqliteSession session)
    {
        session.Script("BEGIN IMMEDIATE");
        if (session.Number("PRAGMA user_version") is var version && version < Version)
        {
            session.Script((version < 2 ? Second + Judgements : "") + (version < 3 ? Outside : "") + Fifth + System.FormattableString.Invariant($"PRAGMA user_version = {Version};"));
            FindingTerms.Fill(session);
        }

        session.Script("COMMIT");
    }

    // Two programs may make the same file at once: the second waits and finds it made.
    private static void Make(SqliteSession session)
    {
        session.Script("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL");
        session.Script("BEGIN IMMEDIATE");
        if (session.Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            session.Script(Evidence + Judgements + Outside + Derived + System.FormattableString.Invariant($"PRAGMA application_id = {Application}; PRAGMA user_version = {Version};"));
        }

        session.Script("COMMIT");
    }
}
