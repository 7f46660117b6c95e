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

    [Theory]
    [InlineData("check")]
    [InlineData("check", "a.txt", "--severity", "bad")]
    public void WrongUseIsTold(params string[] args) => Assert.Equal(2, Bench.Run(args).Status);

    public void Dispose() => bench.Dispose();
}
