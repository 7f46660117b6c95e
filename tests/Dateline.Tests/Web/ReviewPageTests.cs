using System.Net;
using System.Text.Json;
using Dateline.Tests.App;

namespace Dateline.Tests.Web;

/// <summary>The Review page: what a person decides there is what <c>dateline judge</c> would note.</summary>
public sealed class ReviewPageTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Reviewers = ["Kim", "Lee"];
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

    [Fact]
    public async Task TwoAtOnceLoseNothingAndAreToldOfEachOther()
    {
        using var kim = Browser();
        using var lee = Browser();
        var (kims, lees) = (await Page(kim, "/review"), await Page(lee, "/review"));
        Assert.Equal(Shown(kims), Shown(lees));

        var first = await Send(kim, kims, ("do", "reject"), ("by", "Kim"), ("why", "a drill"));
        var second = await Send(lee, lees, ("do", "accept"), ("by", "Lee"), ("why", "seen the photographs"));

        Assert.DoesNotContain("While you were deciding", first, StringComparison.Ordinal);
        Assert.Contains("reject by Kim", Links.Elements(second, "[role=alert]").Single().TextContent, StringComparison.Ordinal);
        Assert.Equal(["Kim reject", "Lee accept"], Judgements().Select(row => $"{row.GetProperty("by").GetString()} {row.GetProperty("kind").GetString()}").Where(row => row is "Kim reject" or "Lee accept").Order(StringComparer.Ordinal));
        var happening = await Page(kim, "/event/" + Shown(kims));
        Assert.Contains("reject by Kim: a drill", happening, StringComparison.Ordinal);
        Assert.Contains("accept by Lee: seen the photographs", happening, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatManyDecideAtTheSameMomentIsAllKept()
    {
        const int Each = 6;
        using var kim = Browser();
        using var lee = Browser();
        var pages = (Kim: await Page(kim, "/review"), Lee: await Page(lee, "/review"));

        await Task.WhenAll(Enumerable.Range(0, Each).SelectMany(i => new[]
        {
            Send(kim, pages.Kim, ("do", "note"), ("by", "Kim"), ("why", $"note {i}")),
            Send(lee, pages.Lee, ("do", "note"), ("by", "Lee"), ("why", $"note {i}")),
        }));

        var noted = Judgements().Where(row => row.GetProperty("kind").GetString() == "note").Select(row => $"{row.GetProperty("by").GetString()} {row.GetProperty("why").GetString()}").ToList();
        Assert.Equal(Reviewers.SelectMany(by => Enumerable.Range(0, Each).Select(i => $"{by} note {i}")), noted.Where(row => row.Contains(" note ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    // Somebody with cookies of their own.
    private HttpClient Browser() => new() { BaseAddress = new Uri(site.Address), Timeout = TimeSpan.FromMinutes(1) };

    private static async Task<string> Page(HttpClient browser, string address) => await browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    // What the form of the page that was shown sends.
    private static async Task<string> Send(HttpClient browser, string shown, params (string Name, string Value)[] fields)
    {
        var hidden = Links.Elements(shown, "form.decide input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!));
        using var form = new FormUrlEncodedContent(hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await browser.PostAsync(new Uri("/review", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, page);
        return page;
    }

    private async Task Decide(params (string Name, string Value)[] fields)
    {
        using var answer = await site.Send("/review", fields);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Shown(string page) => Links.Elements(page, ".decide input[name=id]").Single().GetAttribute("value")!;

    private List<JsonElement> Judgements() => [.. Json.Lines(Bench.RunWhole("judge", "list", "--format", "jsonl", "--ledger", site.Ledger).Output)];
}
