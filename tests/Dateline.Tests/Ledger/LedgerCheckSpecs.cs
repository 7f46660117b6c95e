using System.Globalization;
using System.Text.Json;
using Dateline.Tests.Annotations;
using Dateline.Tests.App;

namespace Dateline.Tests.Ledger;

/// <summary>
/// What the checks over several reports find, and where they must stay silent. A row holds the check, the reports, perhaps an outside table, and what is
/// found: "severity: words of the message", or nothing. The order of arrival makes no difference.
/// </summary>
public sealed class LedgerCheckSpecs
{
    private const string Spec = "ledger-checks.jsonl";
    private const int LeastFiring = 8;
    private const int LeastSilent = 12;

    private const string Map = """
        { "name": "own", "source": "ours", "licence": "none", "fields": { "kind": "kind", "day": "day", "actors": "who" } }
        """;

    public static TheoryData<string> Rows => [.. SpecRows.All(Spec).Select(row => row.GetProperty("row").GetString()!)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Finds(string name)
    {
        var row = SpecRows.All(Spec).First(r => r.GetProperty("row").ValueEquals(name));
        var reports = row.GetProperty("reports").EnumerateArray().Select((report, i) => Line(report, i)).ToList();
        var found = Findings(row, reports);
        var expected = row.GetProperty("finds").GetString()!;
        if (expected.Length == 0)
        {
            Assert.Empty(found.Select(finding => finding.Message));
            return;
        }

        var colon = expected.IndexOf(':', StringComparison.Ordinal);
        Assert.True(found.Exists(finding => finding.Severity == expected[..colon] && finding.Message.Contains(expected[(colon + 2)..], StringComparison.Ordinal)), string.Join('\n', found));
        Assert.Equal(found, Findings(row, [.. Enumerable.Reverse(reports)]));
    }

    [Fact]
    public void Every_check_has_rows_that_fire_and_rows_that_stay_silent()
    {
        foreach (var rows in SpecRows.All(Spec).GroupBy(row => row.GetProperty("check").GetString()))
        {
            Assert.True(rows.Count(row => row.GetProperty("finds").GetString()!.Length > 0) >= LeastFiring, string.Create(CultureInfo.InvariantCulture, $"{rows.Key} fires in too few rows"));
            Assert.True(rows.Count(row => row.GetProperty("finds").GetString()!.Length == 0) >= LeastSilent, string.Create(CultureInfo.InvariantCulture, $"{rows.Key} stays silent in too few rows"));
        }
    }

    private static string Line(JsonElement report, int number) => JsonSerializer.Serialize(new
    {
        id = string.Create(CultureInfo.InvariantCulture, $"r{number + 1}"),
        text = report.GetProperty("text").GetString(),
        published = report.GetProperty("published").GetString(),
        outlet = report.GetProperty("outlet").GetString(),
    });

    private static List<(string Severity, string Message)> Findings(JsonElement row, List<string> reports)
    {
        using var bench = new Bench();
        var ledger = bench["ledger.db"];
        foreach (var (report, i) in reports.Select((report, i) => (report, i)))
        {
            Assert.Equal(0, Bench.RunWhole("add", bench.File(string.Create(CultureInfo.InvariantCulture, $"{i}.jsonl"), report), "--ledger", ledger).Status);
        }

        if (row.TryGetProperty("table", out var table))
        {
            Assert.Equal(0, Bench.RunWhole("import", bench.File("t.csv", table.GetString()!), "--map", bench.File("m.json", Map), "--ledger", ledger).Status);
        }

        var check = row.GetProperty("check").GetString();
        return [.. Json.Lines(Bench.RunWhole("findings", "--ledger", ledger, "--format", "jsonl").Output).Where(f => f.GetProperty("check").GetString() == check && IsWanted(check!, f)).Select(f => (f.GetProperty("severity").GetString()!, f.GetProperty("message").GetString()!))];
    }

    // What these two say of one report alone has rows of its own.
    private static bool IsWanted(string check, JsonElement finding) => check is not ("DL0501" or "DL0502") || finding.GetProperty("report").ValueKind == JsonValueKind.Null;
}
