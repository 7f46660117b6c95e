using System.Text.Json;
using Dateline.Tests.App;
using Dateline.Tests.Whole;
using Npgsql;

namespace Dateline.Tests.Ledger;

/// <summary>
/// A ledger on a PostgreSQL server holds what one in a file holds. DATELINE_POSTGRES names the database to use
/// (<c>postgresql://postgres@127.0.0.1:5432/test</c>); each test has a schema of its own there. Without it they are skipped.
/// </summary>
public sealed class PostgresTests : IDisposable
{
    private const string Variable = "DATELINE_POSTGRES";

    private static readonly string[] Lists = ["reports", "events", "claims", "findings"];

    private readonly Bench bench = new();
    private readonly string schema = "test_" + Guid.NewGuid().ToString("N")[..12];

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    private string File => bench["ledger.db"];

    private string Address => $"{Server}?schema={schema}";

    public void Dispose()
    {
        bench.Dispose();
        if (Server is not null)
        {
            var address = new Uri(Server);
            using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = address.Host, Port = address.Port, Database = address.AbsolutePath[1..], Username = address.UserInfo.Split(':')[0], Pooling = false }.ConnectionString);
            connection.Open();
            using var drop = new NpgsqlCommand($"DROP SCHEMA IF EXISTS {schema} CASCADE", connection);
            drop.ExecuteNonQuery();
        }
    }

    [Fact]
    public void TheRecordIsTheSameWhateverTheOrderOfAdding()
    {
        NeedsServer();
        var paths = Paths().ToArray();
        Show(File, ["add", .. paths]);
        new Random(5).Shuffle(paths);
        Show(Address, ["add", .. paths[..9]]);
        Show(Address, ["add", .. paths]);

        foreach (var list in Lists)
        {
            Assert.Equal(Show(File, list, "--format", "json"), Show(Address, list, "--format", "json"));
            Assert.Equal(Show(File, list == "reports" ? [list, "--limit", "3", "--format", "csv"] : [list, "--kind", "missile_test", "--actor", "KP", "--place", "sea", "--from", "2025-01-01", "--format", "csv"]), Show(Address, list == "reports" ? [list, "--limit", "3", "--format", "csv"] : [list, "--kind", "missile_test", "--actor", "KP", "--place", "sea", "--from", "2025-01-01", "--format", "csv"]));
        }

        Assert.Equal("nothing is wrong\n", Show(Address, "verify"));
    }

    [Theory]
    [InlineData("hypersonic")]
    [InlineData("\"Kim Jong Un\"")]
    [InlineData("hyperson*")]
    [InlineData("missile launch")]
    [InlineData("nosuchword")]
    [InlineData("NEAR( xyzzy ' \\ & | ! : * \"")]
    [InlineData("O'Brien")]
    public void TheSameReportsAreFound(string query)
    {
        NeedsServer();
        Show(File, ["add", .. Paths()]);
        Show(Address, ["add", .. Paths()]);

        foreach (var filter in (string[][])[[], ["--kind", "missile_test"]])
        {
            var (one, other) = (Found(File, [query, .. filter]), Found(Address, [query, .. filter]));
            Assert.Equal(one.GetProperty("total").GetInt32(), other.GetProperty("total").GetInt32());
            Assert.Equal(one.GetProperty("facets").GetRawText(), other.GetProperty("facets").GetRawText());
        }
    }

    [Fact]
    public void JudgementsRecodingDifferencesAndTablesAreTheSame()
    {
        NeedsServer();
        var judgements = bench["judgements.jsonl"];
        foreach (var ledger in (string[])[File, Address])
        {
            Show(ledger, ["add", .. Paths()]);
            if (ledger == File)
            {
                var events = Json.Lines(Show(ledger, "events", "--kind", "missile_test", "--format", "jsonl")).Select(row => row.GetProperty("id").GetString()!).ToList();
                Show(ledger, "judge", "reject", events[0]);
                Show(ledger, "judge", "merge", events[1], events[2]);
                Show(ledger, "judge", "undo", Show(ledger, "judge", "accept", events[3]).Split(' ')[0]);
                Show(ledger, "judge", "same-person", "North Korea", "South Korea");
                System.IO.File.WriteAllText(judgements, Show(ledger, "judge", "list", "--format", "jsonl"));
            }
            else
            {
                Show(ledger, "judge", "apply", judgements);
            }

            Show(ledger, "recode", "--all");
            Show(ledger, "import", Repository.At("docs/examples/launches.csv"), "--map", Repository.At("docs/examples/launches.map.json"));
        }

        foreach (var args in (string[][])[["events"], ["claims"], ["events", "--rejected"], ["judge", "list"], ["diff", "1", "2"], ["compare", "launches"]])
        {
            Assert.Equal(Show(File, [.. args, "--format", "json"]), Show(Address, [.. args, "--format", "json"]));
        }

        Assert.Equal("nothing is wrong\n", Show(Address, "verify"));
        Assert.Contains("bytes before", Show(Address, "compact"), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoWritersTakeTurns()
    {
        NeedsServer();
        var outcomes = new Outcome[2];
        Parallel.For(0, 2, i =>
        {
            var lines = bench.File($"{i}.jsonl", string.Concat(Enumerable.Range(i * 150, 200).Select(n => JsonSerializer.Serialize(new { id = $"r{n}", published = "2025-02-28", text = $"The harbour of report {n} was quiet." }) + "\n")));
            outcomes[i] = Bench.Run("add", lines, "--ledger", Address);
        });

        Assert.All(outcomes, outcome => Assert.Equal(0, outcome.Status));
        Assert.Equal(350, Json.Lines(Show(Address, "status", "--format", "jsonl")).Single().GetProperty("reports").GetInt32());
        Assert.Equal("nothing is wrong\n", Show(Address, "verify"));
    }

    [Fact]
    public void VersionsOfAPageAreFound()
    {
        NeedsServer();
        foreach (var (id, killed) in ((string, string)[])[("a", "five"), ("b", "seven")])
        {
            var line = JsonSerializer.Serialize(new { id, url = "https://example.org/x", published = $"2024-05-06T1{(id == "a" ? 0 : 5)}:00+02:00", text = $"KYIV, May 6 - A drone strike on a depot in Kursk killed {killed} people on Monday, the governor said. \0" });
            Bench.RunWhole("add", bench.File(id + ".jsonl", line + "\n"), "--ledger", Address);
        }

        Assert.Contains("killed", Show(Address, "diff", "--page", "https://example.org/x", "--format", "jsonl"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql://nobody@127.0.0.1:1/none", 1, "cannot be reached")]
    [InlineData("postgresql://127.0.0.1", 2, "postgresql://user@host/database")]
    [InlineData("postgresql://127.0.0.1/x?schema=A;B", 2, "small letters")]
    public void WhatCannotBeReachedIsSaid(string address, int status, string message)
    {
        var outcome = Bench.Run("events", "--ledger", address);

        Assert.Equal((status, ""), (outcome.Status, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void NoLedgerIsSaid()
    {
        NeedsServer();

        var outcome = Bench.Run("events", "--ledger", Address);

        Assert.Equal(2, outcome.Status);
        Assert.Contains("there is no ledger in this database", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, Bench.Run("backup", bench["x"], "--ledger", Address).Status);
    }

    private static void NeedsServer() => Assert.SkipWhen(Server is null, $"no PostgreSQL server: {Variable} names none");

    private static IEnumerable<string> Paths() => Samples.Names.Select(name => Repository.At($"samples/{name}.txt"));

    private static JsonElement Found(string ledger, string[] query) => JsonDocument.Parse(Show(ledger, ["search", .. query, "--format", "json"])).RootElement;

    private static string Show(string ledger, params string[] args)
    {
        var outcome = Bench.RunWhole([.. args, "--ledger", ledger]);
        Assert.NotEqual(2, outcome.Status);
        Assert.True(args[0] == "add" || outcome is { Status: 0, Error: "" }, outcome.Error);
        return outcome.Output;
    }
}
