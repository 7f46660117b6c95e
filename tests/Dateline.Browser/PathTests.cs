using Microsoft.Playwright;

namespace Dateline.Browser;

/// <summary>The whole way of a report: pasted, read, kept, found, reviewed, taken away; in a browser with and without scripts.</summary>
public sealed class PathTests(Served served)
{
    [Theory]
    [InlineData(true, ColorScheme.Light, 1200, "Anheung")]
    [InlineData(true, ColorScheme.Dark, 380, "Goheung")]
    [InlineData(true, ColorScheme.Dark, 1200, "Boryeong")]
    [InlineData(true, ColorScheme.Light, 380, "Gunsan")]
    [InlineData(false, ColorScheme.Light, 1200, "Taean")]
    public async Task AReportIsReadKeptFoundReviewedAndTakenAway(bool withScripts, ColorScheme scheme, int width, string town)
    {
        await using var window = await served.Open(width, scheme, withScripts);
        var page = window.Page;
        await page.GotoAsync("/");
        await page.FillAsync("#text", $"SEOUL, May 7, 2025 - South Korea fired two missiles from {town} on Tuesday, the army said. They flew 300 km, the army said.");
        await page.ClickAsync("form.read button");
        Assert.Contains("300 km", await page.InnerTextAsync(".found"), StringComparison.Ordinal);
        Assert.Contains("Nothing has been stored", await page.InnerTextAsync(".tools"), StringComparison.Ordinal);

        await Served.Picture(page, $"path-read-{width}-{scheme}");
        await page.ClickAsync("form[action='/keep'] button");
        await page.GotoAsync($"/events?q={town}");
        await page.ClickAsync("table.events a[href^='/event/']");
        Assert.Contains("300 km", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        var id = new Uri(page.Url).AbsolutePath.Split('/')[^1];

        await page.ClickAsync(".exports summary");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".exports a[href*='/api/export/launch-table?']:not([href*='codebook'])"));
        var file = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("dateline-launch-table.csv", download.SuggestedFilename);
        Assert.Single(file.Skip(1), line => line.StartsWith(id, StringComparison.Ordinal));

        await Served.Picture(page, $"path-event-{width}-{scheme}");
        await page.GotoAsync($"/review?event={id}");
        await Served.Picture(page, $"path-review-{width}-{scheme}");
        await page.FillAsync("#by", "Kim");
        await page.FillAsync("#why", "looked at");
        await page.ClickAsync("button[value='note']");
        Assert.Contains("Noted as", await page.InnerTextAsync(".noted"), StringComparison.Ordinal);
        await page.ClickAsync(".noted button");
        await page.GotoAsync($"/event/{id}");
        Assert.DoesNotContain("looked at", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(window.Wrong);
    }

    [Fact]
    public async Task WordsOfAReportRunNothing()
    {
        await using var window = await served.Open(1200, ColorScheme.Light);
        await window.Page.GotoAsync("/");
        await window.Page.FillAsync("#text", "SEOUL, May 7, 2025 - <script>alert(1)</script> The army <img src=x onerror=alert(2)> fired two missiles on Tuesday, “<svg onload=alert(3)>” said \u202Eeht ymra. " + new string('x', 20_000));
        await window.Page.ClickAsync("form.read button");

        Assert.Contains("<script>alert(1)</script>", await window.Page.InnerTextAsync(".text"), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("() => document.querySelectorAll('.text script, .text img, .text svg').length"));
        Assert.Empty(window.Wrong);
    }

    [Fact]
    public async Task WhatOthersKeepIsCountedAboveTheList()
    {
        await using var reader = await served.Open(1200, ColorScheme.Light);
        await using var keeper = await served.Open(1200, ColorScheme.Light);
        await reader.Page.RunAndWaitForResponseAsync(() => reader.Page.GotoAsync("/events?kind=missile_test"), answer => answer.Url.Contains("/api/stream", StringComparison.Ordinal));
        await keeper.Page.GotoAsync("/");
        await keeper.Page.FillAsync("#text", "SEOUL, May 9, 2025 - South Korea test-fired a ballistic missile from Sokcho on Thursday, the army said.");
        await keeper.Page.ClickAsync("form.read button");
        await keeper.Page.ClickAsync("form[action='/keep'] button");

        await reader.Page.ClickAsync(".follow a");
        Assert.Contains("Sokcho", await reader.Page.InnerTextAsync("table.events"), StringComparison.Ordinal);
        Assert.Empty(reader.Wrong);
    }

    [Fact]
    public async Task KeysDecide()
    {
        await using var window = await served.Open(1200, ColorScheme.Light);
        await window.Page.GotoAsync("/review");
        var first = await window.Page.InnerTextAsync("h1");
        await window.Page.RunAndWaitForRequestFinishedAsync(() => window.Page.Keyboard.PressAsync("k"), new PageRunAndWaitForRequestFinishedOptions { Predicate = request => request.Url.Contains("after=", StringComparison.Ordinal) });
        await window.Page.WaitForLoadStateAsync();

        Assert.NotEqual(first, await window.Page.InnerTextAsync("h1"));
    }
}
