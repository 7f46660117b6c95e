using System.Text.Json;
using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.App.Web;

/// <summary>A page of the list of reports.</summary>
/// <param name="Words">What was looked for, or null.</param>
/// <param name="Number">The page, from 1 on.</param>
/// <param name="Rows">Rows of <c>dateline reports</c>, without their copies.</param>
/// <param name="Total">Reports there are.</param>
public sealed record ReportsModel(string? Words, int Number, IReadOnlyList<JsonElement> Rows, long Total);

/// <summary>A page of the list of findings.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Rows">Rows of <c>dateline findings</c>.</param>
/// <param name="HasMore">True when there are more behind them.</param>
public sealed record FindingsModel(EventsQuery Query, IReadOnlyList<JsonElement> Rows, bool HasMore);

/// <summary>What the program knows.</summary>
/// <param name="Hash">Hash of all of it.</param>
/// <param name="Kinds">Kinds of events, with the roles that only some kinds have.</param>
/// <param name="Common">Roles of every kind.</param>
/// <param name="Tables">The tables with their number of rows.</param>
public sealed record KnowledgeModel(string Hash, IReadOnlyList<(KindRow Kind, string Roles)> Kinds, string Common, IReadOnlyList<(string Name, int Rows)> Tables)
{
    private const string Ending = ".tsv";

    /// <summary>Arranges it.</summary>
    public static KnowledgeModel Of(KnowledgeFiles knowledge, Codebook codebook) => new(
        knowledge.Hash,
        [.. codebook.Kinds.Select(kind => (kind, Names(codebook.Roles.Where(role => !role.Kinds.Contains("*") && role.Kinds.Contains(kind.Kind)))))],
        Names(codebook.Roles.Where(role => role.Kinds.Contains("*"))),
        [.. knowledge.Names.Where(name => IsTable(knowledge, name)).Select(name => (name, knowledge.Table(name).Rows.Count()))]);

    /// <summary>True for a file of the knowledge that is a table.</summary>
    public static bool IsTable(KnowledgeFiles knowledge, string name) => name.EndsWith(Ending, StringComparison.Ordinal) && knowledge.Has(name);

    private static string Names(IEnumerable<RoleRow> roles) => string.Join(", ", roles.Select(role => Views.ValueWords.Spaced(role.Role)));
}

/// <summary>One table of the knowledge.</summary>
/// <param name="Table">The table.</param>
/// <param name="Words">What its rows must hold, or null.</param>
/// <param name="Rows">The first rows that do.</param>
/// <param name="Total">How many do.</param>
public sealed record TableModel(Table Table, string? Words, IReadOnlyList<Table.Row> Rows, int Total)
{
    private const int Most = 500; // rows on one page

    /// <summary>Looks some words up in a table; all of its rows without words.</summary>
    public static TableModel Of(Table table, string? words)
    {
        var rows = table.Rows.Where(row => words is null || row.Cells.Any(cell => cell.Contains(words, StringComparison.OrdinalIgnoreCase))).ToList();
        return new TableModel(table, words, [.. rows.Take(Most)], rows.Count);
    }
}
