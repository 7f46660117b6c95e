using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dateline.Tests.Exports;

namespace Dateline.Tests.App;

/// <summary>A published site needs no server, leads nowhere that is not there, asks no other host, and gives no text away.</summary>
public sealed class PublishTests(ExportedSamples samples) : IClassFixture<ExportedSamples>, IDisposable
{
    private const int Long = 160; // characters of words in a row that would be text, not evidence

    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void EveryLinkLeadsToAFileAndEveryAnchorToItsPlace()
    {
        var site = Publish("site");
        var pages = Pages(site);

        Assert.True(pages.Count > 100, $"{pages.Count} pages");
        Conventions.Complaints.None(
            from page in pages
            from element in page.Value.QuerySelectorAll("[href], [src]")
            let address = element.GetAttribute("href") ?? element.GetAttribute("src")!
            where !IsThere(site, pages, page.Key, element, address)
            select $"{page.Key}: {address}");
    }

    [Fact]
    public void NothingNeedsAServerOrAnotherHost()
    {
        var pages = Pages(Publish("site"));

        Conventions.Complaints.None(
            from page in pages
            from element in page.Value.QuerySelectorAll("form, [data-live], link[href^='http'], script[src^='http'], img, iframe, [style], script:not([src])")
            select $"{page.Key}: {element.LocalName}");
        Assert.All(pages.Values, page => Assert.Single(page.QuerySelectorAll("h1")));
        Assert.All(pages.Values, page => Assert.DoesNotContain("\u202E", page.Body!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void EventsAndFactsAreThereAndTextsAreNot()
    {
        var site = Publish("site");
        var all = Pages(site);

        Assert.Equal(samples.Events.Count, all.Keys.Count(name => name.StartsWith("event/", StringComparison.Ordinal)));
        Assert.All(samples.Claims.Where(claim => claim.GetProperty("event").ValueKind is System.Text.Json.JsonValueKind.String).Select(claim => claim.GetProperty("event").GetString()!), id => Assert.Contains($"event/{id}.html", all.Keys));
        var whole = Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Conventions.Complaints.None(
            from name in Repository.Files("samples", "*.txt")
            from line in File.ReadLines(Repository.At("samples/" + name))
            where line.Length > Long && whole.Exists(text => text.Contains(line, StringComparison.Ordinal))
            select $"{name}: {line}");
    }

    [Fact]
    public void FoldersOfThisMachineAreNobodysConcern() => Conventions.Complaints.None(
        from file in Directory.EnumerateFiles(Publish("site"), "*", SearchOption.AllDirectories)
        where File.ReadAllText(file).Contains(Repository.Root, StringComparison.Ordinal)
        select file);

    [Fact]
    public void TheSameLedgerGivesTheSameSiteAndWhatIsGoneIsDeleted()
    {
        var (one, other) = (Publish("one"), Publish("other", "--kind", "missile_test"));
        var some = Names(other).Count;
        Publish("other");

        Assert.True(some < Names(one).Count);
        Assert.Equal(Names(one), Names(other));
        Assert.All(Names(one), name => Assert.Equal(File.ReadAllBytes(Path.Combine(one, name)), File.ReadAllBytes(Path.Combine(other, name))));
        Publish("other", "--kind", "missile_test");
        Assert.Equal(some, Names(other).Count);
    }

    [Fact]
    public void AFilterLeavesTheOthersOut()
    {
        var pages = Pages(Publish("site", "--kind", "missile_test"));

        Assert.Equal(samples.Events.Count(row => row.GetProperty("kind").ValueEquals("missile_test")), pages.Keys.Count(name => name.StartsWith("event/", StringComparison.Ordinal)));
        Assert.DoesNotContain("reports.html", pages.Keys);
    }

    // Two filters of the command are more than any address of a list has.
    [Fact]
    public void AFilteredSiteHasItsListsWhole()
    {
        var pages = Pages(Publish("site", "--kind", "missile_test", "--actor", "KP"));

        Conventions.Complaints.None(
            from page in pages
            from element in page.Value.QuerySelectorAll("nav.pages a, table.events td[data-label=what]")
            where element.LocalName == "a" ? !element.HasAttribute("href") : element.QuerySelector("a[href]") is null
            select $"{page.Key}: {element.OuterHtml}");
        Assert.Contains("index.html", pages.Keys);
    }

    [Fact]
    public void ListsOfManyPagesAreWhole()
    {
        const int Many = 130;
        var lines = Enumerable.Range(0, Many).Select(i => $$"""{"id": "r{{i}}", "published": "{{new DateOnly(2024, 1, 1).AddDays(2 * i):yyyy-MM-dd}}", "outlet": "Daily {{i % 7}}", "text": "A drone strike killed {{i + 2}} people in Kharkiv on {{new DateOnly(2024, 1, 1).AddDays(2 * i):MMMM d, yyyy}}, the governor said."}""");
        Assert.Equal(0, Bench.RunWhole("add", bench.File("many.jsonl", string.Join('\n', lines)), "--ledger", bench["many.db"]).Status);
        Assert.Equal(0, Bench.RunWhole("publish", bench["many"], "--ledger", bench["many.db"], "--kind", "strike").Status);
        var (site, pages) = (bench["many"], Pages(bench["many"]));

        var shown = pages.Where(page => page.Key == "index.html" || page.Key.StartsWith("events/all-p", StringComparison.Ordinal)).SelectMany(page => page.Value.QuerySelectorAll("table.events a[href]")).Select(link => link.GetAttribute("href")!.Replace("../", "", StringComparison.Ordinal)).ToList();
        Assert.True(shown.Count > Many / 2, $"{shown.Count} events");
        Assert.Equal(pages.Keys.Where(name => name.StartsWith("event/", StringComparison.Ordinal)).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Conventions.Complaints.None(
            from page in pages
            from element in page.Value.QuerySelectorAll("[href], [src]")
            let address = element.GetAttribute("href") ?? element.GetAttribute("src")!
            where !IsThere(site, pages, page.Key, element, address)
            select $"{page.Key}: {address}");
    }

    [Theory]
    [InlineData("/events?page=201", "events/all-p201.html")]
    [InlineData("/events?kind=strike&page=2000", "events/kind-strike-p2000.html")]
    [InlineData("/findings?page=40", "findings-p40.html")]
    [InlineData("/reports?page=1000", "reports-p1000.html")]
    public void ListsGoOnToTheirEnd(string address, string file) => Assert.Equal(file, Dateline.App.Publishing.StaticAddress.FileOf(address));

    [Fact]
    public void AFolderOfSomethingElseIsNotTouched()
    {
        bench.File("mine/letter.txt", "mine");

        var outcome = Bench.RunWhole("publish", bench["mine"], "--ledger", samples.Ledger);

        Assert.Equal(2, outcome.Status);
        Assert.Contains("was not published here", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(bench["mine/letter.txt"]));
    }

    private string Publish(string name, params string[] more)
    {
        var outcome = Bench.RunWhole(["publish", bench[name], "--ledger", samples.Ledger, .. more]);
        Assert.True(outcome.Status == 0, outcome.Error);
        return bench[name];
    }

    private static List<string> Names(string site) => [.. Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(site, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static Dictionary<string, IHtmlDocument> Pages(string site) =>
        Names(site).Where(name => name.EndsWith(".html", StringComparison.Ordinal)).ToDictionary(name => name, name => new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(site, name))), StringComparer.Ordinal);

    private static bool IsThere(string site, Dictionary<string, IHtmlDocument> pages, string from, IElement element, string address)
    {
        if (address.StartsWith("http", StringComparison.Ordinal))
        {
            return element.LocalName == "a";
        }

        var parts = address.Split('#');
        var file = parts[0].Length == 0 ? from : Path.GetRelativePath(site, Path.GetFullPath(Path.Combine(site, Path.GetDirectoryName(from)!, parts[0]))).Replace('\\', '/');
        return File.Exists(Path.Combine(site, file)) && (parts.Length == 1 || pages[file].GetElementById(parts[1]) is not null);
    }
}
