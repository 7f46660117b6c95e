using System.Text.Json;
using Dateline.Ledger.Sqlite;
using Dateline.Tests.App;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Ledger;

/// <summary>The record of the samples: the same whatever the order of adding, and what it says.</summary>
public sealed class RecordTests : IDisposable
{
    private static readonly string[] Lists = ["reports", "events", "claims", "findings"];

    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheOrderOfAddingNeverShows(int seed)
    {
        var straight = Add("straight.db", [.. Paths()]);
        var paths = Paths().ToArray();
        new Random(seed).Shuffle(paths);
        var half = paths.Length / 2;
        Add("shuffled.db", paths[..half]);
        var shuffled = Add("shuffled.db", paths[half..]);

        foreach (var list in Lists)
        {
            Assert.Equal(List(straight, list), List(shuffled, list));
        }
    }

    [Fact]
    public void OneByOneAndAllTogetherAreTheSame()
    {
        var together = Add("together.db", [.. Paths()]);
        var single = "";
        foreach (var path in Paths().Reverse())
        {
            single = Add("single.db", path);
        }

        foreach (var list in Lists)
        {
            Assert.Equal(List(together, list), List(single, list));
        }
    }

    [Fact]
    public void FiveReportsOfOneLaunchAndTheOneThatRecallsItAreOneEvent()
    {
        var ledger = Add("ledger.db", [.. Paths()]);

        var launch = Rows(ledger, "events").Single(row => row.GetProperty("reports").GetArrayLength() > 3);

        Assert.Equal("missile_test", launch.GetProperty("kind").GetString());
        Assert.Equal(["01", "02", "03", "04", "05", "06"], launch.GetProperty("reports").EnumerateArray().Select(report => Path.GetFileName(report.GetProperty("source").GetString()!)[..2]).Order(StringComparer.Ordinal));
        Assert.Equal(4, launch.GetProperty("texts").GetInt32());
        var copies = Rows(ledger, "reports").Where(row => row.GetProperty("copy_group").GetString() is not null).Select(row => Path.GetFileName(row.GetProperty("source").GetString()!)[..2]);
        Assert.Equal(["01", "02", "03"], copies.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryMembersNameFindsTheEvent()
    {
        var six = Paths().First(path => path.Contains("06-", StringComparison.Ordinal));
        var ledger = Add("ledger.db", six);
        var alone = Rows(ledger, "events").Single(row => row.GetProperty("time").ToString().Contains("2025-01-06", StringComparison.Ordinal)).GetProperty("id").GetString()!;
        Add("ledger.db", [.. Paths()]);

        var found = Bench.Run("event", alone, "--ledger", ledger, "--format", "json");

        Assert.Equal(0, found.Status);
        using var json = JsonDocument.Parse(found.Output);
        Assert.Equal(6, json.RootElement.GetProperty("reports").GetArrayLength());
        Assert.Equal(2, Bench.Run("event", "ev-000000000000", "--ledger", ledger).Status);
    }

    [Fact]
    public void EntriesOfALiveBlogAreReportsOfTheirOwn()
    {
        var ledger = Add("ledger.db", Paths().First(path => path.Contains("09-", StringComparison.Ordinal)));

        var ids = Rows(ledger, "reports").Select(row => row.GetProperty("id").GetString()!).ToList();

        Assert.Equal(9, ids.Count);
        Assert.Single(ids, id => !id.Contains('#', StringComparison.Ordinal));
        Assert.Equal(1, JsonDocument.Parse(Bench.Run("status", "--ledger", ledger, "--format", "jsonl").Output).RootElement.GetProperty("documents").GetInt32());
    }

    [Fact]
    public void ClaimsAreWhatReadPrints()
    {
        var path = Paths().First(path => path.Contains("03-", StringComparison.Ordinal));
        var ledger = Add("ledger.db", path);
        var read = Json.Lines(Bench.RunWhole("read", path, "--format", "jsonl", "--brief").Output).Single();

        var kept = Rows(ledger, "claims").ToList();

        Assert.Equal(read.GetProperty("claims").GetArrayLength(), kept.Count);
        foreach (var (own, other) in read.GetProperty("claims").EnumerateArray().Zip(kept))
        {
            Assert.All(own.EnumerateObject().Where(field => field.Name != "event"), field => Assert.Equal(field.Value.GetRawText(), other.GetProperty(field.Name).GetRawText()));
            Assert.Equal(own.GetProperty("event").GetString(), other.GetProperty("event_in_report").GetString());
        }
    }

    [Fact]
    public void BytesInAreBytesOut()
    {
        var path = Add("ledger.db", [.. Paths()]);
        using var ledger = SqliteLedger.OpenToRead(path);

        var kept = ledger.Upkeep.Documents().ToDictionary(document => document.Sha256, document => document.Bytes.Unpack()!, StringComparer.Ordinal);

        Assert.Equal(Paths().Count(), kept.Count);
        Assert.All(Paths(), sample => Assert.Contains(kept.Values, bytes => bytes.AsSpan().SequenceEqual(File.ReadAllBytes(sample))));
    }

    [Theory]
    [InlineData(new[] { "--kind", "missile test" }, "missile_test")]
    [InlineData(new[] { "--actor", "KP", "--kind", "troop_deployment" }, "troop_deployment")]
    [InlineData(new[] { "--place", "moscow", "--from", "2025-01-17", "--kind", "agreement" }, "agreement")]
    [InlineData(new[] { "--from", "2024-05-01", "--to", "2024-05-31", "--kind", "satellite_launch" }, "satellite_launch")]
    [InlineData(new[] { "--report", "16-satellite", "--status", "news", "--actor", "KP" }, "satellite_launch")]
    public void FiltersShowWhatFits(string[] filter, string kind)
    {
        var ledger = Add("ledger.db", [.. Paths()]);

        var events = Json.Lines(Bench.Run(["events", "--ledger", ledger, "--format", "jsonl", .. filter]).Output).ToList();

        Assert.NotEmpty(events);
        Assert.All(events, row => Assert.Equal(kind, row.GetProperty("kind").GetString()));
        var claims = Json.Lines(Bench.Run(["claims", "--ledger", ledger, "--format", "jsonl", .. filter]).Output).ToList();
        Assert.Equal(events.Select(row => row.GetProperty("id").GetString()).Order(StringComparer.Ordinal), claims.Select(row => row.GetProperty("event").GetString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("hypersonic", 4)]
    [InlineData("\"Kim Jong Un\"", 2)]
    [InlineData("hyperson*", 4)]
    [InlineData("nosuchword", 0)]
    [InlineData("NEAR( xyzzy \" ^ : *", 0)]
    public void WordsAreFound(string query, int reports)
    {
        var ledger = Add("ledger.db", [.. Paths()]);

        var outcome = Bench.Run("search", query, "--ledger", ledger, "--format", "json");

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.True(json.RootElement.GetProperty("total").GetInt32() >= reports, outcome.Output);
        Assert.Equal(reports == 0, json.RootElement.GetProperty("total").GetInt32() == 0);
    }

    [Theory]
    [InlineData("events", "table")]
    [InlineData("events", "csv")]
    [InlineData("claims", "table")]
    [InlineData("claims", "csv")]
    [InlineData("findings", "table")]
    [InlineData("search", "table")]
    [InlineData("search", "csv")]
    public void EveryListHasEveryFormat(string command, string format)
    {
        var ledger = Add("ledger.db", [.. Paths().Take(3)]);

        var outcome = Bench.Run([command, .. command == "search" ? ["missile"] : Array.Empty<string>(), "--ledger", ledger, "--format", format]);

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.NotEqual("", outcome.Output);
    }

    private static IEnumerable<string> Paths() => Samples.Names.Select(name => Repository.At($"samples/{name}.txt"));

    private static string List(string ledger, string command) => Bench.Run(command, "--ledger", ledger, "--format", "json").Output;

    private static IEnumerable<JsonElement> Rows(string ledger, string command) => Json.Lines(Bench.Run(command, "--ledger", ledger, "--format", "jsonl").Output);

    private string Add(string name, params string[] paths)
    {
        Assert.NotEqual(2, Bench.RunWhole(["add", .. paths, "--ledger", bench[name]]).Status);
        return bench[name];
    }
}
