using System.Net;
using System.Text.Json;
using Dateline.Tests.App;

namespace Dateline.Tests.Web;

/// <summary>The Review page: what a person decides there is what <c>dateline judge</c> would note.</summary>
public sealed class ReviewPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task DecisionsAreNotedAndUndone()
    {
        var first = Shown(await site.Page("/review"));

        await Decide(("do", "accept"), ("id", first), ("by", "Kim"), ("why", "seen the text"));
        var second = Shown(await site.Page("/review?after=" + first));
        Assert.NotEqual(first, second);
        Assert.DoesNotContain(first, Links.Elements(await site.Page("/review"), "input[name=id]").Select(field => field.GetAttribute("value")), StringComparer.Ordinal);
        Assert.Contains("value=\"Kim\"", await site.Page("/review"), StringComparison.Ordinal);

        await Decide(("do", "undo"), ("id", second), ("judgement", Judgements()[^1].GetProperty("id").GetString()!));
        Assert.Equal(["undone", "holds"], Judgements().TakeLast(2).Select(row => row.GetProperty("state").GetString()));
        Assert.Equal(first, Shown(await site.Page("/review")));
    }

    [Fact]
    public async Task AClaimIsCorrectedAndShownSo()
    {
        var happening = Json.Lines(Bench.RunWhole("events", "--format", "jsonl", "--ledger", site.Ledger, "--kind", "missile_test").Output).First(row => row.GetProperty("roles").TryGetProperty("distance", out _)).GetProperty("id").GetString()!;
        var claim = Json.Lines(Bench.RunWhole("claims", "--format", "jsonl", "--ledger", site.Ledger, "--kind", "missile_test").Output).First(row => row.GetProperty("event").GetString() == happening && row.GetProperty("role").GetString() == "distance");

        using var wrong = await site.Send("/review", ("do", "correct"), ("id", happening), ("claim", claim.GetProperty("key").GetString()!), ("value", "no figure at all"));
        await Decide(("do", "correct"), ("id", happening), ("claim", claim.GetProperty("key").GetString()!), ("value", "1,234 km"), ("by", "Kim"));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("correct by Kim (now 1,234 km)", await site.Page("/event/" + happening), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("note")]
    [InlineData("split")]
    public async Task WhatDecidesNothingIsRefused(string what)
    {
        using var answer = await site.Send("/review", ("do", what), ("id", Shown(await site.Page("/review"))));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task Decide(params (string Name, string Value)[] fields)
    {
        using var answer = await site.Send("/review", fields);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Shown(string page) => Links.Elements(page, ".decide input[name=id]").Single().GetAttribute("value")!;

    private List<JsonElement> Judgements() => [.. Json.Lines(Bench.RunWhole("judge", "list", "--format", "jsonl", "--ledger", site.Ledger).Output)];
}
