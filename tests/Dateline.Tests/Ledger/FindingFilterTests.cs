using Dateline.Ledger.Sqlite;
using Dateline.Tests.App;

namespace Dateline.Tests.Ledger;

/// <summary>Events are found by what the checks say of them, in a ledger of an earlier version too.</summary>
public sealed class FindingFilterTests : IDisposable
{
    private readonly Bench bench = new();

    private string File => bench["ledger.db"];

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("notice")]
    [InlineData("DL0501")]
    public void TheFilterFindsTheEventsThatHaveSuchAFinding(string finding)
    {
        Add();

        var all = Rows("events").Where(row => row.GetProperty("findings").EnumerateArray().Any(found => found.GetProperty("check").ValueEquals(finding) || found.GetProperty("severity").ValueEquals(finding))).ToList();

        Assert.NotEmpty(all);
        Assert.Equal(all.Select(row => row.GetRawText()), Rows("events", "--finding", finding).Select(row => row.GetRawText()));
        Assert.All(Rows("findings", "--finding", finding), row => Assert.True(row.GetProperty("check").ValueEquals(finding) || row.GetProperty("severity").ValueEquals(finding)));
    }

    [Fact]
    public void AnEventIsFoundByItsIdInEveryList()
    {
        Add();
        var id = Rows("events")[3].GetProperty("id").GetString()!;

        Assert.Equal(id, Assert.Single(Rows("events", "--event", id)).GetProperty("id").GetString());
        Assert.All(Rows("claims", "--event", id), row => Assert.Equal(id, row.GetProperty("event").GetString()));
        Assert.Empty(Rows("events", "--event", "ev-none"));
    }

    [Fact]
    public void ALedgerOfAnEarlierVersionIsBroughtUpToDate()
    {
        Add();
        var before = Rows("events", "--finding", "notice").Select(row => row.GetRawText()).ToList();
        using (var session = new SqliteSession(File, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            session.Script(OlderLedger.Fourth + "DELETE FROM event_terms WHERE term IN (SELECT id FROM terms WHERE facet = 'finding'); DELETE FROM terms WHERE facet = 'finding'; PRAGMA user_version = 3");
        }

        Assert.Equal(before, Rows("events", "--finding", "notice").Select(row => row.GetRawText()));
        Assert.Equal("nothing is wrong\n", Bench.RunWhole("verify", "--ledger", File).Output);
    }

    private void Add() => Assert.Equal(0, Bench.RunWhole(["add", .. Repository.Files("samples", "*.txt").Select(file => Repository.At("samples/" + file)), "--ledger", File]).Status);

    private List<System.Text.Json.JsonElement> Rows(string list, params string[] more) => [.. Json.Lines(Bench.RunWhole([list, "--format", "jsonl", "--ledger", File, .. more]).Output)];
}
