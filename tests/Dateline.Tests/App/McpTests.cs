using System.Text;
using System.Text.Json;
using Dateline.Tests.Whole;

namespace Dateline.Tests.App;

/// <summary><c>dateline mcp</c>: messages in, answers out.</summary>
public sealed class McpTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void ItIntroducesItselfAndNamesItsTools()
    {
        var answers = Answers(
            Request(1, "initialize", """{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"x","version":"1"}}"""),
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            Request(2, "tools/list", "{}"));

        Assert.Equal(["1", "2"], answers.Select(answer => answer.GetProperty("id").GetRawText()));
        Assert.Equal("2025-03-26", answers[0].GetProperty("result").GetProperty("protocolVersion").GetString());
        var tools = answers[1].GetProperty("result").GetProperty("tools").EnumerateArray().ToList();
        Assert.Equal(["read_report", "find_events", "get_event", "get_claims", "search_reports"], tools.Select(tool => tool.GetProperty("name").GetString()));
        Assert.All(tools, tool => Assert.Equal("object", tool.GetProperty("inputSchema").GetProperty("type").GetString()));
    }

    [Fact]
    public void AReportIsRead()
    {
        var (text, isWrong) = Call("read_report", new { text = Samples.Text(Samples.Names[0]) });

        using var reading = JsonDocument.Parse(text);
        Assert.False(isWrong);
        Assert.NotEmpty(reading.RootElement.GetProperty("claims").EnumerateArray());
    }

    [Fact]
    public void TheLedgerIsLookedInto()
    {
        Bench.RunWhole("add", Repository.At($"samples/{Samples.Names[0]}.txt"), "--ledger", bench["ledger.db"]);

        var happening = Json.Lines(Call("find_events", new { kind = "missile_test", actor = "KP" }).Text).First();
        using var whole = JsonDocument.Parse(Call("get_event", new { id = happening.GetProperty("id").GetString() }).Text);
        var claims = Json.Lines(Call("get_claims", new { limit = 3 }).Text).ToList();
        using var found = JsonDocument.Parse(Call("search_reports", new { words = "hypersonic" }).Text);

        Assert.NotEmpty(whole.RootElement.GetProperty("claims").EnumerateArray());
        Assert.Equal(3, claims.Count);
        Assert.All(claims, claim => Assert.NotEmpty(claim.GetProperty("evidence").EnumerateArray()));
        Assert.Equal(1, found.RootElement.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("find_events", "there is no ledger yet")]
    [InlineData("read_report", "the report is empty")]
    [InlineData("no_such_tool", "there is no tool")]
    public void WhatIsWrongIsSaid(string tool, string words)
    {
        var (text, isWrong) = Call(tool, new { });

        Assert.True(isWrong);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":7}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":7,"method":"resources/list"}""", -32601)]
    public void BrokenMessagesAreAnswered(string message, int code) => Assert.Equal(code, Answers(message)[0].GetProperty("error").GetProperty("code").GetInt32());

    [Fact]
    public void AnAnswerIsNotAnswered() => Assert.Empty(Answers("""{"jsonrpc":"2.0","id":1,"result":{}}"""));

    private (string Text, bool IsWrong) Call(string tool, object arguments)
    {
        var result = Answers(Request(1, "tools/call", JsonSerializer.Serialize(new { name = tool, arguments })))[0].GetProperty("result");
        return (result.GetProperty("content")[0].GetProperty("text").GetString()!, result.GetProperty("isError").GetBoolean());
    }

    private List<JsonElement> Answers(params string[] messages)
    {
        var outcome = Bench.RunWhole(Encoding.UTF8.GetBytes(string.Join('\n', messages)), ["mcp", "--ledger", bench["ledger.db"]]);
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        return [.. Json.Lines(outcome.Output)];
    }

    private static string Request(int id, string method, string parameters) => "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}";
}
