using System.Text.Json;
using Dateline.Ledger.Judgements;

namespace Dateline.Ledger.Sql;

/// <summary>What people decided, as SQL.</summary>
internal static class SqlJudgements
{
    // Actors of events, and those whose words they are.
    private const string Named = """
        FROM terms t WHERE t.facet IN ('actor', 'source') AND (t.folded = $1 OR t.value = $2)
        """;

    /// <summary>Opens every judgement.</summary>
    /// <exception cref="LedgerException">One of them is damaged.</exception>
    public static IEnumerable<Judgement> All(SqlSession session) => session.All("SELECT json FROM judgements ORDER BY id", row => row.GetString(0)).Select(Open);

    public static bool Add(SqlSession session, Judgement judgement) => session.Run(
        "INSERT INTO judgements(name, at, by, json) VALUES($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        judgement.Id,
        judgement.At,
        judgement.By,
        JsonSerializer.Serialize(judgement, JudgementJson.Default.Judgement)) > 0;

    public static IReadOnlyList<string> ReportsNaming(SqlSession session, IReadOnlyCollection<PersonRef> persons) =>
    [
        .. persons
            .SelectMany(person => session.All(
                $"SELECT DISTINCT r.public_id FROM event_terms x JOIN mentions m ON m.event = x.event JOIN reports r ON r.id = m.report WHERE x.term IN (SELECT t.id {Named})",
                row => row.GetString(0),
                person.Name.ToLowerInvariant(),
                person.Id ?? person.Name))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<PersonRef> PersonsOf(SqlSession session, string name) =>
    [
        .. session
            .All(
                $"SELECT DISTINCT t.value, t.name {Named}",
                row => new PersonRef(row.GetString(0) is { Length: > 0 } id ? id : null, row.GetString(1), null, null),
                name.ToLowerInvariant(),
                name)
            .OrderBy(person => person.Id is null)
            .ThenBy(person => person.Id, StringComparer.Ordinal)
            .ThenBy(person => person.Name, StringComparer.Ordinal),
    ];

    /// <summary>A judgement, or null when what is kept of it is damaged.</summary>
    public static Judgement? TryOpen(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, JudgementJson.Default.Judgement) is { IsWhole: true } judgement ? judgement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Judgement Open(string json) => TryOpen(json) ?? throw LedgerException.Damaged(null);
}
