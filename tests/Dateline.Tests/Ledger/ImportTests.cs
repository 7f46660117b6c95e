using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Ledger.Outside;
using Dateline.Tests.App;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Ledger;

/// <summary>Tables of somebody else's stand beside the record and are compared with it.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Map = """
        { "name": "own", "source": "ours", "licence": "none", "fields": { "kind": { "value": "strike" }, "day": "day", "place": "where", "country": "land", "actors": { "column": "who", "separator": ";" } },
          "figures": { "killed": { "column": "dead" } } }
        """;

    private readonly Bench bench = new();

    private string File => bench["ledger.db"];

    public void Dispose() => bench.Dispose();

    [Fact]
    public void TheExampleComparesWithTheSamples()
    {
        Bench.RunWhole(["add", .. Samples.Names.Select(name => Repository.At($"samples/{name}.txt")), "--ledger", File]);
        var before = Record();

        Assert.Equal("launches: 7 rows imported\n", Show("import", Repository.At("docs/examples/launches.csv"), "--map", Repository.At("docs/examples/launches.map.json")));
        Assert.Equal("launches: there already\n", Show("import", Repository.At("docs/examples/launches.csv"), "--map", Repository.At("docs/examples/launches.map.json")));

        var rows = Json.Lines(Show("compare", "launches", "--format", "jsonl")).ToList();
        Assert.Equal(["4"], Ids(rows, "only_outside"));
        Assert.Equal(["1", "2", "3", "5", "6", "7"], Ids(rows, "meets"));
        Assert.Equal(0, rows.Single(row => Id(row) == "5").GetProperty("distance_km").GetDouble(), 5.0);
        Assert.Equal("distance", rows.Single(row => Id(row) == "7").GetProperty("differs").EnumerateArray().Single().GetProperty("field").GetString());
        Assert.Equal(before, Record());
        var table = Json.Lines(Show("imports", "--format", "jsonl")).Single();
        Assert.Equal(("launches", 7, "Apache-2.0", "2024-01-24", "2025-01-14"), (table.GetProperty("name").GetString(), table.GetProperty("rows").GetInt32(), table.GetProperty("licence").GetString(), table.GetProperty("first").GetString(), table.GetProperty("last").GetString()));
        Assert.Equal("nothing is wrong\n", Show("verify"));
    }

    // Events and claims; findings may count what an outside table lists.
    private string Record()
    {
        var events = JsonNode.Parse(Show("events", "--format", "json"))!.AsArray();
        foreach (var row in events)
        {
            row!.AsObject().Remove("findings");
        }

        return events.ToJsonString() + Show("claims", "--format", "json");
    }

    [Fact]
    public void EachMeetsOneAtMostAndOnlyWhatFits()
    {
        Strike("a", "Kursk", 5, "2024-05-06");
        Strike("b", "Belgorod", 9, "2024-05-06");
        Import("day,where,land,who,dead\n2024-05-06,Kursk,Russia,Ukraine,4\n2024-05-06,Kursk,RU,,5\n2024-05-07,,,,\n2024-05-06,,Yemen,,\n2023-01-01,,,,\n");

        var rows = Json.Lines(Show("compare", "own", "--format", "jsonl")).ToList();

        Assert.Equal(2, rows.Count(row => row.GetProperty("standing").GetString() == "meets"));
        Assert.Equal(3, rows.Count(row => row.GetProperty("standing").GetString() == "only_outside"));
        Assert.DoesNotContain(rows, row => row.GetProperty("standing").GetString() == "only_ours");
        Assert.Single(Json.Lines(Show("compare", "own", "--only", "only_outside", "--from", "2024-05-06", "--days", "0", "--format", "jsonl")), row => row.GetProperty("outside").GetProperty("country").GetString() == "YE");
    }

    [Fact]
    public void WhatBothSayOtherwiseIsListed()
    {
        Strike("a", "Kursk", 5, "2024-05-06");
        Import("day,where,land,who,dead\n2024-05-07,Kursk,Russia,Ukraine,14\n");

        var row = Json.Lines(Show("compare", "own", "--format", "jsonl")).Single();

        Assert.Equal(["day", "killed"], row.GetProperty("differs").EnumerateArray().Select(difference => difference.GetProperty("field").GetString()));
        Assert.Equal(("14", "5 people"), (row.GetProperty("differs")[1].GetProperty("outside").GetString(), row.GetProperty("differs")[1].GetProperty("ours").GetString()));
        Assert.Equal(1, row.GetProperty("days").GetInt32());
    }

    [Fact]
    public void WhatCannotBeReadIsSaidAndTheRowIsKept()
    {
        var outcome = Bench.RunWhole("import", bench.File("t.csv", "day,where,land,who,dead\nsoon,X,Nowhereland,,many\n"), "--map", bench.File("m.json", Map), "--ledger", File);

        Assert.Equal((1, "own: 1 row imported\n"), (outcome.Status, outcome.Output));
        Assert.Equal(3, outcome.Error.Trim().Split('\n').Length);
        Assert.All(outcome.Error.Trim().Split('\n'), line => Assert.Contains("t.csv:2: ", line, StringComparison.Ordinal));
        Assert.Equal("only_outside", Json.Lines(Show("compare", "own", "--format", "jsonl")).Single().GetProperty("standing").GetString());
    }

    [Fact]
    public void TheLastTableOfANameCounts()
    {
        Import("day,where,land,who,dead\n2024-05-07,,,,\n");
        Import("day,where,land,who,dead\n2024-05-07,,,,\n2024-05-08,,,,\n");

        Assert.Equal(2, Json.Lines(Show("imports", "--format", "jsonl")).Single().GetProperty("rows").GetInt32());

        Import("day,where,land,who,dead\n2024-05-07,,,,\n");
        Assert.Equal(1, Json.Lines(Show("imports", "--format", "jsonl")).Single().GetProperty("rows").GetInt32());
    }

    [Theory]
    [InlineData("{", "is no JSON")]
    [InlineData("[]", "type")]
    [InlineData("""{"name":"x","source":"y","licence":"z","fields":{"kind":"k"}}""", "day")]
    [InlineData("""{"name":"x","source":"y","fields":{"kind":"day","day":"day"}}""", "licence")]
    [InlineData("""{"name":"x","source":"y","licence":"z","fields":{"kind":"day","day":"nocolumn"}}""", "no column \"nocolumn\"")]
    [InlineData("""{"name":"x","source":"y","licence":"z","fields":{"kind":"day","day":"day","colour":"day"}}""", "no field colour")]
    [InlineData("""{"name":"x","source":"y","licence":"z","fields":{"kind":{"column":"day","value":"x"},"day":"day"}}""", "either")]
    [InlineData("""{"name":"x","source":"y","licence":"z","fields":{"kind":"day","day":{"column":"day","format":"%"}}}""", "no format of days")]
    [InlineData("""{"name":"x","source":"y","licence":"z","fields":{"kind":"day","day":"day"},"figures":{"actor":"day"}}""", "no role")]
    public void AMapThatIsNoneIsWrongUse(string map, string message)
    {
        var outcome = Bench.RunWhole("import", bench.File("t.csv", "day,where,land,who,dead\n"), "--map", bench.File("m.json", map), "--ledger", File);

        Assert.Equal((2, ""), (outcome.Status, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "1:a|b;2:1|2")]
    [InlineData("a,b\r\n\"1,\"\"x\"\"\n2\",  3 \r\n\r\n4,\"\"", "1:a|b;2:1,\"x\"\n2|3;5:4|")]
    [InlineData("", "")]
    [InlineData("\"open", "1:open")]
    [InlineData("a\"b,c", "1:a\"b|c")]
    public void CellsAreReadAsTheStandardSays(string csv, string rows) =>
        Assert.Equal(rows, string.Join(';', CsvRows.Of(csv, ',').Select(row => $"{row.Line}:{string.Join('|', row.Cells)}")));

    [Theory]
    [InlineData("2024-02", null, "2024-02-01", "2024-02-29")]
    [InlineData("2024", null, "2024-01-01", "2024-12-31")]
    [InlineData("3.4.2024", "d.M.yyyy", "2024-04-03", "2024-04-03")]
    [InlineData("April 3, 2024", "MMMM d, yyyy", "2024-04-03", "2024-04-03")]
    public void DaysAreReadAsTheMapSays(string written, string? format, string first, string last)
    {
        var map = Map.Replace("\"day\": \"day\"", "\"day\": " + JsonSerializer.Serialize(new { column = "day", format }), StringComparison.Ordinal);
        Assert.Equal(0, Bench.RunWhole("import", bench.File("t.csv", $"day,where,land,who,dead\n\"{written}\",,,,\n"), "--map", bench.File("m.json", map), "--ledger", File).Status);

        var row = Json.Lines(Show("compare", "own", "--format", "jsonl")).Single().GetProperty("outside");

        Assert.Equal((first, last), (row.GetProperty("first").GetString(), row.GetProperty("last").GetString()));
    }

    private static string? Id(JsonElement row) => row.GetProperty("outside") is { ValueKind: JsonValueKind.Object } outside ? outside.GetProperty("id").GetString() : null;

    private static IEnumerable<string?> Ids(IEnumerable<JsonElement> rows, string standing) => rows.Where(row => row.GetProperty("standing").GetString() == standing).Select(Id).Order(StringComparer.Ordinal);

    private void Strike(string id, string place, int killed, string published) => Bench.RunWhole(
        "add", bench.File(id + ".txt", $"KYIV - A drone strike on a depot in {place} killed {killed} people on Monday, the governor said."), "--published", published, "--ledger", File);

    private void Import(string csv) => Assert.Equal((0, ""), Bench.RunWhole("import", bench.File("t.csv", csv), "--map", bench.File("m.json", Map), "--ledger", File) is var outcome ? (outcome.Status, outcome.Error) : default);

    private string Show(params string[] args)
    {
        var outcome = Bench.RunWhole([.. args, "--ledger", File]);
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        return outcome.Output;
    }
}
