using System.Text.Json;

namespace Dateline.Tests.App;

/// <summary><c>dateline check</c>: the list, its filters, and the exit status scripts go by.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string WrongMiles = "North Korea fired a missile on Tuesday, Seoul said. It flew 3,700 km (3,000 miles) before it fell into the sea. It rose to 90 km (60 miles).";

    private readonly Bench bench = new();

    [Fact]
    public void ListsFindingsWithTheirReportAndWords()
    {
        var outcome = Bench.RunWhole("check", bench.File("a.txt", WrongMiles), "--published", "2025-03-12", "--check", "DL0102", "--severity", "warning", "--format", "jsonl");
        Assert.Equal(0, outcome.Status);
        var row = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal("DL0102", row.GetProperty("check").GetString());
        Assert.Equal("warning", row.GetProperty("severity").GetString());
        Assert.Equal("3,700 km (3,000 miles", row.GetProperty("words").GetString());
        Assert.EndsWith("a.txt", row.GetProperty("report").GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Equal("missile_test", Assert.Single(row.GetProperty("events").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData(3, "--fail-on", "warning")]
    [InlineData(3, "--fail-on", "notice")]
    [InlineData(0, "--fail-on", "warning", "--check", "DL0201")]
    [InlineData(0, "--fail-on", "warning", "--kind", "strike")]
    [InlineData(3, "--fail-on", "warning", "--kind", "missile test", "--limit", "1")]
    public void EndsWithThreeWhenSomethingGraveEnoughIsFound(int status, params string[] options) =>
        Assert.Equal(status, Bench.RunWhole(["check", bench.File("a.txt", WrongMiles), "--published", "2025-03-12", .. options]).Status);

    [Fact]
    public void SeverityLeavesLesserOnesOut()
    {
        var all = Bench.RunWhole("check", bench.File("a.txt", WrongMiles), "--published", "2025-03-12", "--format", "csv").Output;
        var grave = Bench.RunWhole("check", bench.File("a.txt", WrongMiles), "--published", "2025-03-12", "--format", "csv", "--severity", "warning").Output;
        Assert.Contains(",warning,", grave, StringComparison.Ordinal);
        Assert.DoesNotContain(",info,", grave, StringComparison.Ordinal);
        Assert.True(all.Length > grave.Length);
    }

    [Fact]
    public void ChecksALedgerByCheckSeverityEventAndSource()
    {
        var ledger = bench["ledger.db"];
        Bench.RunWhole("add", bench.File("a.txt", WrongMiles), "--published", "2025-03-12", "--outlet", "CNN", "--ledger", ledger);
        Bench.RunWhole("add", bench.File("b.txt", "TOKYO -- Japan and Australia held talks in Tokyo on Tuesday. They meet on Friday, March 12, 2025."), "--published", "2025-03-12", "--outlet", "NHK", "--ledger", ledger);

        Assert.Equal(["DL0102"], Checks("--check", "DL0102", "--severity", "warning"));
        Assert.Equal(["DL0102"], Checks("--severity", "warning", "--source", "CNN"));
        Assert.Empty(Checks("--check", "DL0102", "--source", "NHK"));
        Assert.Equal(["DL0102"], Checks("--severity", "warning", "--kind", "missile test"));
        var id = JsonDocument.Parse(Bench.RunWhole("events", "--kind", "missile_test", "--format", "jsonl", "--ledger", ledger).Output).RootElement.GetProperty("id").GetString()!;
        Assert.Equal(["DL0102"], Checks("--severity", "warning", "--event", id));
        Assert.Equal(3, Bench.RunWhole("check", "--ledger", ledger, "--fail-on", "warning").Status);
        Assert.Equal(0, Bench.RunWhole("check", "--ledger", ledger, "--fail-on", "warning", "--check", "DL0301").Status);
        Assert.Equal(2, Bench.RunWhole("check", "--ledger", ledger, "--event", "ev-0").Status);
        Assert.Equal(2, Bench.RunWhole("check", "--ledger", bench["none.db"]).Status);

        IEnumerable<string?> Checks(params string[] options) => Json.Lines(Bench.RunWhole(["check", "--ledger", ledger, "--format", "jsonl", .. options]).Output).Select(row => row.GetProperty("check").GetString());
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "a.txt", "--severity", "bad")]
    public void WrongUseIsTold(params string[] args) => Assert.Equal(2, Bench.Run(args).Status);

    public void Dispose() => bench.Dispose();
}
