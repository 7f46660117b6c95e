using Dateline.Ledger.Sql;

namespace Dateline.Ledger.Postgres;

/// <summary>The tables, and the checks made when a ledger on a server is opened. Text is ordered by its bytes, as everywhere in the program.</summary>
internal static class PostgresSchema
{
    private const int Version = 3;

    // Two that make the same ledger at once take turns.
    private const string Make = """
        CREATE TABLE IF NOT EXISTS ledger(version INTEGER NOT NULL, writes BIGINT NOT NULL);
        INSERT INTO ledger(version, writes) SELECT 3, 0 WHERE NOT EXISTS (SELECT 1 FROM ledger);

        CREATE TABLE IF NOT EXISTS blobs(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, sha256 TEXT COLLATE "C" NOT NULL UNIQUE, size INTEGER NOT NULL, compressed BOOLEAN NOT NULL, bytes BYTEA NOT NULL);
        CREATE TABLE IF NOT EXISTS runs(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, program TEXT COLLATE "C" NOT NULL, knowledge TEXT COLLATE "C" NOT NULL, begun TEXT COLLATE "C" NOT NULL, inputs TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS sightings(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, blob BIGINT NOT NULL REFERENCES blobs, run BIGINT NOT NULL REFERENCES runs, key TEXT COLLATE "C" NOT NULL,
          media_type TEXT NOT NULL, source TEXT COLLATE "C" NOT NULL, title TEXT, published TEXT, published_from TEXT, outlet TEXT, url TEXT COLLATE "C");
        CREATE UNIQUE INDEX IF NOT EXISTS sightings_key ON sightings(blob, md5(key));
        CREATE TABLE IF NOT EXISTS readings(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, blob BIGINT NOT NULL REFERENCES blobs, entry INTEGER NOT NULL, run BIGINT NOT NULL REFERENCES runs,
          sighting BIGINT NOT NULL REFERENCES sightings, size INTEGER NOT NULL, compressed BOOLEAN NOT NULL, bytes BYTEA NOT NULL,
          profiles_size INTEGER NOT NULL, profiles_compressed BOOLEAN NOT NULL, profiles BYTEA NOT NULL, sketch BYTEA NOT NULL, samples BYTEA NOT NULL, checksum TEXT COLLATE "C",
          UNIQUE(blob, entry, run, sighting));
        CREATE TABLE IF NOT EXISTS judgements(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT COLLATE "C" NOT NULL UNIQUE, at TEXT COLLATE "C" NOT NULL, by TEXT, json TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS imports(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT COLLATE "C" NOT NULL, source TEXT NOT NULL, licence TEXT NOT NULL, url TEXT, at TEXT NOT NULL, file TEXT NOT NULL,
          sha256 TEXT NOT NULL, map TEXT NOT NULL, size INTEGER NOT NULL, compressed BOOLEAN NOT NULL, bytes BYTEA NOT NULL);
        CREATE TABLE IF NOT EXISTS outside(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, import BIGINT NOT NULL REFERENCES imports, line INTEGER NOT NULL, kind TEXT COLLATE "C", first_day TEXT COLLATE "C",
          last_day TEXT COLLATE "C", json TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS outside_kind ON outside(import, kind, first_day);

        CREATE TABLE IF NOT EXISTS reports(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, blob BIGINT NOT NULL REFERENCES blobs, entry INTEGER NOT NULL, reading BIGINT NOT NULL REFERENCES readings,
          public_id TEXT COLLATE "C" NOT NULL UNIQUE, source TEXT COLLATE "C" NOT NULL, day TEXT COLLATE "C", findings INTEGER NOT NULL, copy_group TEXT COLLATE "C", nearest DOUBLE PRECISION, head BYTEA NOT NULL,
          UNIQUE(blob, entry));
        CREATE INDEX IF NOT EXISTS reports_copy_group ON reports(copy_group) WHERE copy_group IS NOT NULL;
        CREATE TABLE IF NOT EXISTS samples(hash BIGINT NOT NULL, day INTEGER NOT NULL, report BIGINT NOT NULL, PRIMARY KEY(hash, day, report));
        CREATE TABLE IF NOT EXISTS copies(report BIGINT NOT NULL, other BIGINT NOT NULL, relation INTEGER NOT NULL, shared DOUBLE PRECISION NOT NULL, PRIMARY KEY(report, other));
        CREATE TABLE IF NOT EXISTS events(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, public_id TEXT COLLATE "C" NOT NULL, kind TEXT COLLATE "C" NOT NULL, status TEXT COLLATE "C" NOT NULL, first_day TEXT COLLATE "C",
          last_day TEXT COLLATE "C", size INTEGER NOT NULL, compressed BOOLEAN NOT NULL, bytes BYTEA NOT NULL, rejected BOOLEAN NOT NULL DEFAULT FALSE);
        CREATE INDEX IF NOT EXISTS events_public_id ON events(public_id);
        CREATE INDEX IF NOT EXISTS events_day ON events(first_day);
        CREATE TABLE IF NOT EXISTS mentions(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, report BIGINT NOT NULL REFERENCES reports, number TEXT COLLATE "C" NOT NULL, key TEXT COLLATE "C" NOT NULL,
          alias TEXT COLLATE "C" NOT NULL, event BIGINT REFERENCES events, account BIGINT);
        CREATE INDEX IF NOT EXISTS mentions_report ON mentions(report);
        CREATE INDEX IF NOT EXISTS mentions_event ON mentions(event);
        CREATE INDEX IF NOT EXISTS mentions_alias ON mentions(alias);
        CREATE INDEX IF NOT EXISTS mentions_account ON mentions(account);
        CREATE TABLE IF NOT EXISTS accounts(id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT COLLATE "C" NOT NULL UNIQUE);
        CREATE TABLE IF NOT EXISTS blocks(key BIGINT NOT NULL, account BIGINT NOT NULL, PRIMARY KEY(key, account));
        CREATE INDEX IF NOT EXISTS blocks_account ON blocks(account);
        CREATE TABLE IF NOT EXISTS links(account BIGINT NOT NULL, other BIGINT NOT NULL, points INTEGER NOT NULL, PRIMARY KEY(account, other));
        CREATE TABLE IF NOT EXISTS beside(account BIGINT NOT NULL, other BIGINT NOT NULL, reports INTEGER NOT NULL, PRIMARY KEY(account, other));
        CREATE TABLE IF NOT EXISTS terms(
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, facet TEXT COLLATE "C" NOT NULL, value TEXT COLLATE "C" NOT NULL, name TEXT COLLATE "C" NOT NULL, folded TEXT COLLATE "C" NOT NULL,
          UNIQUE(facet, value, name));
        CREATE TABLE IF NOT EXISTS event_terms(event BIGINT NOT NULL REFERENCES events, term BIGINT NOT NULL REFERENCES terms, PRIMARY KEY(event, term));
        CREATE INDEX IF NOT EXISTS event_terms_term ON event_terms(term, event);
        CREATE TABLE IF NOT EXISTS words(report BIGINT PRIMARY KEY, terms TSVECTOR NOT NULL);
        CREATE INDEX IF NOT EXISTS words_terms ON words USING GIN(terms);
        CREATE OR REPLACE FUNCTION instr(words TEXT, part TEXT) RETURNS INTEGER LANGUAGE SQL IMMUTABLE PARALLEL SAFE AS 'SELECT strpos($1, $2)';
        """;

    // From versions 1 and 2, which compared telling by telling: each is an account of its own until the record is made anew.
    private const string Third = """
        DO $$ BEGIN IF (SELECT version FROM ledger) < 3 AND to_regclass('accounts') IS NULL THEN
          CREATE TABLE accounts(id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name TEXT COLLATE "C" NOT NULL UNIQUE);
          INSERT INTO accounts(id, name) SELECT m.id, r.public_id || '/' || m.number FROM mentions m JOIN reports r ON r.id = m.report;
          PERFORM setval(pg_get_serial_sequence('accounts', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM accounts), false);
          ALTER TABLE mentions ADD COLUMN account BIGINT;
          UPDATE mentions SET account = id;
          CREATE INDEX mentions_account ON mentions(account);
          ALTER TABLE blocks RENAME COLUMN mention TO account;
          CREATE INDEX blocks_account ON blocks(account);
          ALTER TABLE links RENAME COLUMN mention TO account;
          CREATE TABLE beside(account BIGINT NOT NULL, other BIGINT NOT NULL, reports INTEGER NOT NULL, PRIMARY KEY(account, other));
          INSERT INTO beside SELECT a.id, b.id, 1 FROM mentions a JOIN mentions b ON b.report = a.report AND b.id <> a.id;
          ALTER TABLE reports ADD COLUMN nearest DOUBLE PRECISION;
          UPDATE reports r SET nearest = (SELECT max(c.shared) FROM copies c WHERE c.report = r.id AND c.relation >= 2);
        END IF; END $$;
        """;

    /// <summary>Tables of the record, those that name others first.</summary>
    public static IReadOnlyList<string> Record { get; } = "samples copies blocks links beside words event_terms terms mentions accounts events reports".Split(' ');

    /// <summary>Opens a ledger.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="isWriter">Makes the tables when there are none.</param>
    public static PostgresSession Open(PostgresAddress address, bool isWriter)
    {
        var session = new PostgresSession(address);
        try
        {
            Prepare(session, address, isWriter);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static void Prepare(PostgresSession session, PostgresAddress address, bool isWriter)
    {
        var isThere = session.Value("SELECT to_regclass(quote_ident(current_schema()) || '.ledger')::text") is not null;
        if (!isThere && !isWriter)
        {
            throw new LedgerException($"{address.Shown}: there is no ledger in this database; dateline add INPUT… --ledger {address.Shown} makes one") { IsWrongUse = true };
        }

        if (!isThere)
        {
            session.Script("SELECT pg_advisory_xact_lock(hashtext('dateline'));" + (address.Schema is { } schema ? $"CREATE SCHEMA IF NOT EXISTS {schema};" : "") + Make);
        }

        var version = session.Number("SELECT version FROM ledger");
        if (version > Version)
        {
            throw new LedgerException($"{address.Shown}: was made by a newer version of this program (ledger version {version}; this one knows up to {Version}); use that one") { IsWrongUse = true };
        }

        if (version < Version && isWriter)
        {
            session.Script("SELECT pg_advisory_xact_lock(hashtext('dateline'));" + Third);

            // Whoever comes second finds every term there.
            FindingTerms.Fill(session);
            session.Run("UPDATE ledger SET version = $1", Version);
        }
    }
}
