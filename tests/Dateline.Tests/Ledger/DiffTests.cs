using System.Text.Json;
using Dateline.Tests.App;

namespace Dateline.Tests.Ledger;

/// <summary><c>dateline diff</c>: runs, since a day, versions of a page.</summary>
public sealed class DiffTests : IDisposable
{
    private const string Strike = "KYIV, May 6 - A drone strike on a depot in Kursk killed five people on Monday, the governor said.\n\nThe depot burned for hours.";
    private const string Corrected = "KYIV, May 6 - A drone strike on a depot in Kursk killed seven people on Monday, the governor said.\n\nThe depot burned for hours.\n\nTrains stood still.";

    private readonly Bench bench = new();

    private string File => bench["ledger.db"];

    public void Dispose() => bench.Dispose();

    [Fact]
    public void NothingChangedIsNothing()
    {
        Add("a", Strike, "2024-05-06T10:00+02:00");
        Bench.RunWhole("recode", "--all", "--ledger", File);

        Assert.Empty(Diff("1", "2"));
        Assert.Empty(Diff("1"));
        Assert.Contains("0 changes", Bench.RunWhole("diff", "1", "2", "--ledger", File).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatOtherKnowledgeReadsShowsWithTheWords()
    {
        Add("a", "North Korea fired a ballistic missile that flew 1,500 km on Monday, South Korea's military said.", "2025-01-07");
        var header = System.IO.File.ReadLines(Repository.At("data/units/units.tsv")).First(line => !line.StartsWith('#'));
        var row = System.IO.File.ReadLines(Repository.At("data/units/units.tsv")).First(line => line.StartsWith("km\t", StringComparison.Ordinal)).Replace("1000", "1001", StringComparison.Ordinal);
        bench.File("data/units/units.tsv", $"{header}\n{row}\n");
        Assert.Equal(0, Bench.RunOver("recode", "--data", bench["data"], "--ledger", File).Status);

        var change = Diff("1", "2").Single();

        Assert.Equal(("changed", "distance"), (change.GetProperty("change").GetString(), change.GetProperty("role").GetString()));
        Assert.Equal("1,500 km", change.GetProperty("after").GetProperty("evidence")[0].GetProperty("text").GetString());
        Assert.Equal((1500000, 1501500), (Metres(change, "before"), Metres(change, "after")));
        Assert.Equal("changed", Diff("2", "1").Single().GetProperty("change").GetString());
    }

    [Fact]
    public void ReportsAddedLaterAreNew()
    {
        Add("a", Strike, "2024-05-06");
        Add("b", "North Korea fired a missile on Monday, South Korea's military said.", "2025-01-07");

        var changes = Diff("1", "2");

        Assert.NotEmpty(changes);
        Assert.All(changes, change => Assert.Equal(("new", "b"), (change.GetProperty("change").GetString(), change.GetProperty("report").GetProperty("source").GetString())));
        Assert.All(Diff("2", "1"), change => Assert.Equal("withdrawn", change.GetProperty("change").GetString()));
    }

    [Fact]
    public void SinceADayShowsWhatIsNewAndWhatWasDecided()
    {
        Add("a", Strike, "2024-05-06");
        var id = Json.Lines(Bench.RunWhole("events", "--ledger", File, "--format", "jsonl").Output).First().GetProperty("id").GetString()!;
        Bench.RunWhole("judge", "accept", id, "--ledger", File);

        Assert.Contains(Diff("--since", "2000-01-01"), change => change.GetProperty("change").GetString() == "new");
        Assert.Equal("accept", Diff("--since", "2000-01-01").Single(change => change.GetProperty("change").GetString() == "judged").GetProperty("judgement").GetProperty("kind").GetString());
        Assert.Empty(Diff("--since", "2999-01-01T08:00"));
    }

    [Fact]
    public void VersionsOfAPageShowTheirParagraphsAndFigures()
    {
        Add("second", Corrected, "2024-05-06T18:00+02:00", "https://example.org/story");
        Add("first", Strike, "2024-05-06T10:00+02:00", "https://example.org/story");

        var changes = Diff("--page", "https://example.org/story");

        Assert.All(changes, change => Assert.Equal(("second", "first"), (Source(change, "report"), Source(change, "earlier"))));
        Assert.Equal(["changed", "new"], changes.Where(change => change.GetProperty("role").GetString() == "text").Select(change => change.GetProperty("change").GetString()));
        var figures = changes.Where(change => change.GetProperty("role").GetString() != "text").ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, change => Assert.Equal(("changed", "killed", "five people", "seven people"), (change.GetProperty("change").GetString(), change.GetProperty("role").GetString(), Words(change, "before"), Words(change, "after"))));
    }

    [Fact]
    public void APageIsKnownByTheAddressItStates()
    {
        foreach (var (name, killed, hour) in ((string, string, int)[])[("one", "five", 10), ("two", "seven", 18)])
        {
            var page = $"""
                <html><head><title>Depot burns</title><link rel="canonical" href="https://example.org/depot"><meta property="article:published_time" content="2024-05-06T{hour}:00:00+02:00"></head>
                <body><nav>Home | News</nav><article><h1>Depot burns</h1><p>KYIV, May 6 - A drone strike on a depot in Kursk killed {killed} people on Monday, the governor said.</p>
                <p>The depot burned for hours, and trains in the region stood still for most of the day, officials of the railway said.</p></article><footer>About us</footer></body></html>
                """;
            Assert.Equal(0, Bench.RunWhole("add", bench.File(name + ".html", page), "--ledger", File).Status);
        }

        var changes = Diff("--page", "https://example.org/depot");

        Assert.Contains(changes, change => change.GetProperty("role").GetString() == "text" && change.GetProperty("change").GetString() == "changed");
        Assert.Contains(changes, change => change.GetProperty("role").GetString() == "killed" && Words(change, "after") == "seven people");
        Assert.All(changes, change => Assert.EndsWith("two.html", Source(change, "report"), StringComparison.Ordinal));
        Assert.Equal("nothing is wrong\n", Bench.RunWhole("verify", "--ledger", File).Output);
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("diff", "1", "--since", "2024-01-01")]
    [InlineData("diff", "7")]
    [InlineData("diff", "--since", "soon")]
    [InlineData("diff", "--page", "https://example.org/none")]
    public void WhatCannotBeComparedIsWrongUse(params string[] args)
    {
        Add("a", Strike, "2024-05-06");

        var outcome = Bench.RunWhole([.. args, "--ledger", File]);

        Assert.Equal((2, ""), (outcome.Status, outcome.Output));
        Assert.NotEqual("", outcome.Error);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    public void EveryFormatShowsIt(string format)
    {
        Add("a", Strike, "2024-05-06");

        var outcome = Bench.RunWhole("diff", "--since", "2000-01-01", "--format", format, "--ledger", File);

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.Contains("Kursk", outcome.Output, StringComparison.Ordinal);
    }

    private static string? Source(JsonElement change, string name) => change.GetProperty(name).GetProperty("source").GetString();

    private static string? Words(JsonElement change, string side) => change.GetProperty(side).GetProperty("evidence")[0].GetProperty("text").GetString();

    private static int Metres(JsonElement change, string side) => change.GetProperty(side).GetProperty("value").GetProperty("si_low").GetInt32();

    private void Add(string id, string text, string published, string? url = null)
    {
        var outcome = Bench.RunWhole("add", bench.File(id + ".jsonl", JsonSerializer.Serialize(new { id, published, url, text }) + "\n"), "--ledger", File);
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
    }

    private List<JsonElement> Diff(params string[] args)
    {
        var outcome = Bench.RunWhole(["diff", .. args, "--format", "jsonl", "--ledger", File]);
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        return [.. Json.Lines(outcome.Output)];
    }
}
