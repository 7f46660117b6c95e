namespace Dateline.Tests.Ledger;

/// <summary>Makes a ledger one that an earlier version of the program might have left.</summary>
internal static class OlderLedger
{
    /// <summary>From version 5 back to 4, where each telling was compared for itself.</summary>
    public const string Fourth = """
        UPDATE blocks SET account = -(SELECT min(m.id) FROM mentions m WHERE m.account = blocks.account);
        UPDATE links SET account = -(SELECT min(m.id) FROM mentions m WHERE m.account = links.account), other = -(SELECT min(m.id) FROM mentions m WHERE m.account = links.other);
        UPDATE blocks SET account = -account;
        UPDATE links SET account = -account, other = -other;
        DROP INDEX mentions_account; ALTER TABLE mentions DROP COLUMN account; DROP TABLE accounts; DROP TABLE beside; DROP INDEX blocks_account;
        ALTER TABLE blocks RENAME COLUMN account TO mention; ALTER TABLE links RENAME COLUMN account TO mention; ALTER TABLE reports DROP COLUMN nearest;
        """;
}
