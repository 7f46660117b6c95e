using System.Net;

namespace Dateline.Tests.Web;

/// <summary>The pages over the record.</summary>
public sealed class RecordPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task EveryLinkLeadsToWhatItNames()
    {
        var pages = new Dictionary<string, (IReadOnlySet<string> Ids, IReadOnlyList<string> Links)>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/", "/reports?q=missile", "/findings?finding=notice"]);
        var broken = new List<string>();
        while (waiting.TryDequeue(out var address))
        {
            if (pages.ContainsKey(address))
            {
                continue;
            }

            var page = await site.Page(address);
            pages.Add(address, (Links.Ids(page), [.. Links.Of(page).Where(link => !link.StartsWith("http", StringComparison.Ordinal))]));
            broken.AddRange(Links.Repeated(page).Select(id => $"{address}: {id} stands twice"));
            foreach (var link in pages[address].Links.Select(link => link.Split('#')[0]).Where(link => link.Length > 0 && !IsOneOfMany(link)))
            {
                waiting.Enqueue(link);
            }
        }

        broken.AddRange(
            from page in pages
            from link in page.Value.Links
            let parts = link.Split('#')
            let target = parts[0].Length == 0 ? page.Key : parts[0]
            where parts.Length > 1 && pages.TryGetValue(target, out var there) && !there.Ids.Contains(parts[1])
            select $"{page.Key}: {link}");
        Conventions.Complaints.None(broken);
        Assert.True(pages.Count > 100);
    }

    // Tables are all of one making, and so are the samples' pages, which another test looks at, and the stretches of a timeline.
    private static bool IsOneOfMany(string link) =>
        (link.StartsWith("/knowledge/", StringComparison.Ordinal) && !link.Contains("limits", StringComparison.Ordinal)) || link.StartsWith("/sample/", StringComparison.Ordinal) || link.StartsWith("/api/", StringComparison.Ordinal) || link.Contains("from=", StringComparison.Ordinal);

    [Theory]
    [InlineData("kind=missile_test", "missile test")]
    [InlineData("kind=visit", "visit")]
    public async Task AKindShowsItsEvents(string query, string kind)
    {
        var kinds = Links.Elements(await site.Page("/events?" + query), ".events td:nth-child(2) a").Select(link => link.TextContent).ToList();

        Assert.NotEmpty(kinds);
        Assert.All(kinds, shown => Assert.Equal(kind, shown));
    }

    [Theory]
    [InlineData("q=hypersonic", 1, 20)]
    [InlineData("q=nowherefound", 0, 0)]
    [InlineData("actor=IR", 1, 10)]
    [InlineData("from=2025-01-06&to=2025-01-06&kind=missile_test", 1, 3)]
    [InlineData("finding=DL0501", 1, 10)]
    [InlineData("finding=notice&source=Korean%20Central", 1, 10)]
    [InlineData("status=denied&kind=visit", 0, 0)]
    public async Task FiltersChoose(string query, int least, int most) => Assert.InRange((await Events("/events?" + query)).Count, least, most);

    [Theory]
    [InlineData("/events?from=soon")]
    [InlineData("/events?page=99999999999")]
    [InlineData("/events?q=%22")]
    [InlineData("/events?actor=%27%3B--")]
    [InlineData("/events?q=*&kind=%00")]
    public async Task OddQuestionsAreAnswered(string address) => Assert.Contains("<h1>Events</h1>", await site.Page(address), StringComparison.Ordinal);

    [Fact]
    public async Task TheTimelineCountsWhatIsListed()
    {
        var page = await site.Page("/events");
        var bars = Links.Elements(page, ".timeline a").Select(bar => int.Parse(bar.GetAttribute("aria-label")!.Split(": ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var undated = Links.Elements(page, ".events td:first-child").Count(cell => cell.TextContent == "unknown");

        Assert.Equal(Links.Elements(page, ".events tbody tr").Count(), bars.Sum() + undated);
    }

    [Fact]
    public async Task TheMapHasEveryEventOnce()
    {
        var page = await site.Page("/map");
        var drawn = Links.Elements(page, ".map a").Sum(place => int.Parse(place.GetAttribute("aria-label")!.Split(": ")[^1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        var counts = Links.Elements(page, ".count").Single().TextContent.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(int.Parse(counts[0], System.Globalization.CultureInfo.InvariantCulture), drawn + int.Parse(counts[2], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("<path", await site.Page("/assets/world.svg"), StringComparison.Ordinal);
        Assert.DoesNotContain(Links.Elements(page, ".map .spot"), spot => spot.GetAttribute("cx") == "0" && spot.GetAttribute("cy") == "0");
    }

    [Theory]
    [InlineData("/event/ev-000000000000")]
    [InlineData("/report/00")]
    [InlineData("/report/%3Cscript%3E")]
    public async Task WhatIsNotThereIsSaid(string address)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> Events(string address) => [.. Links.Of(await site.Page(address)).Where(link => link.StartsWith("/event/", StringComparison.Ordinal))];
}
