using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Checks;
using Dateline.Documents;
using Dateline.Tests.Annotations;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Checks;

/// <summary>
/// What each check finds in short reports, and where it must stay silent. A row holds the check, the text, the day of publication and what is
/// found: "severity: words of the message", or nothing.
/// </summary>
public sealed class CheckSpecs
{
    private const string Spec = "checks.jsonl";
    private const int LeastFiring = 8;
    private const int LeastSilent = 12;

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            rows.AddRange([.. SpecRows.All(Spec).Select(row => (row.GetProperty("check").GetString()!, row.GetProperty("text").GetString()!))]);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Finds(string check, string text)
    {
        var row = SpecRows.All(Spec).First(r => r.GetProperty("check").ValueEquals(check) && r.GetProperty("text").ValueEquals(text));
        var found = Findings(text, row).Where(finding => finding.Check == check).ToList();
        var expected = row.GetProperty("finds").GetString()!;
        if (expected.Length == 0)
        {
            Assert.Empty(found.Select(finding => finding.Message));
            return;
        }

        Assert.Contains(expected[..expected.IndexOf(':', StringComparison.Ordinal)], found.Select(finding => finding.Severity.ToString().ToLowerInvariant()));
        Assert.Contains(found, finding => finding.Message.Contains(expected[(expected.IndexOf(':', StringComparison.Ordinal) + 2)..], StringComparison.Ordinal));
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

    private static IReadOnlyList<Finding> Findings(string text, JsonElement row)
    {
        var stated = StatedFacts.None with { Published = row.GetProperty("published").GetString(), PublishedFrom = "argument" };
        return Samples.Pipeline.Read(RawDocument.Of(Encoding.UTF8.GetBytes(text), "text/plain", "spec", stated), ReadOptions.Default).Findings;
    }
}
