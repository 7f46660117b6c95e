using System.Text.Json;

namespace Dateline.Ledger.Sql;

/// <summary>Brings a ledger up to date that was made before events could be found by what the checks say of them.</summary>
internal static class FindingTerms
{
    /// <summary>The check and the severity of every finding of an event, from its row of <c>dateline events</c>.</summary>
    public static IEnumerable<EventTerm> Of(JsonElement happening) => happening.GetProperty("findings").EnumerateArray()
        .SelectMany(finding => new[] { finding.GetProperty("check").GetString()!, finding.GetProperty("severity").GetString()! })
        .Distinct(StringComparer.Ordinal)
        .Select(value => new EventTerm(EventFacet.Finding, value, ""));

    /// <summary>Gives every event of the record its terms.</summary>
    public static void Fill(SqlSession session)
    {
        foreach (var (number, form) in session.All("SELECT id, size, compressed, bytes FROM events ORDER BY id", row => (row.GetInt64(0), SqlTransaction.PackedOf(row, 1))))
        {
            using var json = JsonDocument.Parse(form.Unpack() ?? throw LedgerException.Damaged(null));
            foreach (var term in Of(json.RootElement))
            {
                SqlTransaction.AddTerm(session, number, term);
            }
        }
    }
}
