using System.Text.Json;
using Dateline.Tests.App;

namespace Dateline.Tests.Ledger;

/// <summary><c>dateline add</c> and what the record then holds, on hand-made readings.</summary>
public sealed class AddTests : IDisposable
{
    private readonly Bench bench = new();

    private string File => bench["ledger.db"];

    public void Dispose() => bench.Dispose();

    [Fact]
    public void AddingTwiceChangesNothing()
    {
        var report = bench.File("a.txt", HandMade.Text);
        Assert.StartsWith("1 report added; ", Add(report, "--published", "2025-02-28").Output, StringComparison.Ordinal);
        var before = Record();

        var again = Add(report, "--published", "2025-02-28");

        Assert.Equal((0, ""), (again.Status, again.Error));
        Assert.StartsWith("0 reports added, 1 there already; ", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, Record());
    }

    [Fact]
    public void TheSameBytesUnderAnotherNameAreASightingNotAReport()
    {
        var first = bench.File("b.txt", HandMade.Text);
        var second = bench.File("a.txt", HandMade.Text);
        Add(first);

        Assert.Contains("1 known under another name", Add(second).Output, StringComparison.Ordinal);

        var status = Json.Lines(Bench.Run("status", "--ledger", File, "--format", "jsonl").Output).Single();
        Assert.Equal((1, 2), (status.GetProperty("reports").GetInt32(), status.GetProperty("sightings").GetInt32()));
        Assert.Equal(second, Reports().Single().GetProperty("source").GetString());
    }

    [Fact]
    public void TheSightingThatStatesMostIsReadWhicheverCameFirst()
    {
        var report = bench.File("a.txt", HandMade.Text);
        var other = bench.File("b.txt", HandMade.Text);
        Add(report);
        Add(other, "--published", "2025-02-28", "--outlet", "The Daily");
        var one = Record();
        System.IO.File.Delete(File);

        Add(other, "--published", "2025-02-28", "--outlet", "The Daily");
        Add(report);

        Assert.Equal(one, Record());
        Assert.Equal("2025-02-28", Reports().Single().GetProperty("published").GetProperty("date").GetString());
    }

    [Fact]
    public void OneNameMayStandForSeveralReports()
    {
        var lines = bench.File("reports.jsonl", "{\"id\":\"a\",\"text\":\"One.\",\"published\":\"2025-02-28\"}\n{\"id\":\"a\",\"text\":\"Two.\",\"published\":\"2025-02-28\"}\n");

        Assert.StartsWith("2 reports added", Add(lines).Output, StringComparison.Ordinal);

        Assert.Equal(["a", "a"], Reports().Select(report => report.GetProperty("source").GetString()));
    }

    [Fact]
    public void ABadInputCostsOnlyItself()
    {
        var outcome = Add(bench.File("bad.txt", "ab\0cd"), bench.File("good.txt", HandMade.Text), "--published", "2025-02-28");

        Assert.Equal(1, outcome.Status);
        Assert.Contains("bad.txt: is not text", outcome.Error, StringComparison.Ordinal);
        Assert.StartsWith("1 report added, 1 input failed; ", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.db", null, "there is no such ledger")]
    [InlineData("text.db", "This is a letter, and no database at all; it is long enough for a header.", "is no ledger")]
    [InlineData("empty.db", "", "is empty, not a ledger")]
    public void WhatIsNoLedgerIsSaidSo(string name, string? content, string message)
    {
        var file = content is null ? bench[name] : bench.File(name, content);

        var outcome = Bench.Run("reports", "--ledger", file);

        Assert.Equal((2, ""), (outcome.Status, outcome.Output));
        Assert.Contains($"{file}: {message}", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("table")]
    public void AnEmptyLedgerListsNothing(string format)
    {
        Add(bench.File("bad.txt", ""));

        var outcome = Bench.Run("reports", "--ledger", File, "--format", format);

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.DoesNotContain("sha256", outcome.Output, StringComparison.Ordinal);
    }

    private Outcome Add(params string[] args) => Bench.Run(["add", .. args, "--ledger", File]);

    private string Record() => Bench.Run("reports", "--ledger", File, "--format", "json").Output;

    private IEnumerable<JsonElement> Reports() => Json.Lines(Bench.Run("reports", "--ledger", File, "--format", "jsonl").Output);
}
