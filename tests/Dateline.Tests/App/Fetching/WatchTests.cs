using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Dateline.App.Fetching;
using Dateline.App.Watching;
using Dateline.Documents.Feeds;
using Dateline.Documents.Fetching;

namespace Dateline.Tests.App.Fetching;

/// <summary><c>dateline watch</c> against a server of its own, in a time in which nobody waits.</summary>
public sealed class WatchTests : IDisposable
{
    private const string Feed = "http://news.example/feed";

    private static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");

    private readonly TinyServer server = new();
    private readonly JumpingTime time = new();
    private readonly Bench bench;

    public WatchTests()
    {
        bench = new Bench { Fetcher = _ => Make(), Time = time };
        server.At("/feed", "200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"v1\"", Rss(("/a", "One"), ("/b", "Two")));
        server.At("/a", "200 OK\r\nContent-Type: text/html", Page(HandMade.Text));
        server.At("/b", "200 OK\r\nContent-Type: text/html", Page("The ship sailed on. Nothing else happened at sea that day."));
    }

    private string File => bench["l.db"];

    public void Dispose()
    {
        bench.Dispose();
        server.Dispose();
    }

    [Fact]
    public void NewPagesAreAddedAndNewEventsTold()
    {
        var outcome = Watch();

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.Equal("/robots.txt /feed /a /b", server.Paths);
        Assert.Matches("^2025-02-26.*missile test  news .*North Korea.*http://news.example/a  ev-[0-9a-f]+\n$", outcome.Output);
        Assert.Equal(["http://news.example/a", "http://news.example/b"], Reports().Select(r => r.GetProperty("source").GetString()).Order(StringComparer.Ordinal));
        Assert.All(Reports(), r => Assert.Equal("Harbor Post", r.GetProperty("outlet").GetProperty("name").GetString()));
        Assert.All(Reports(), r => Assert.Equal(("2025-02-28", "feed"), (r.GetProperty("published").GetProperty("date").GetString(), r.GetProperty("published").GetProperty("from").GetString())));
    }

    [Fact]
    public void WhatHasNotChangedIsNotFetchedAgain()
    {
        Watch();
        server.Requests.Clear();
        server.At("/feed", "304 Not Modified");

        var again = Watch();

        Assert.Equal((0, "", ""), (again.Status, again.Output, again.Error));
        Assert.Equal("/robots.txt /feed", server.Paths);
        Assert.Contains("If-None-Match: \"v1\"", server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedEntriesAreFetchedAgainAndKnownEventsNotToldAgain()
    {
        Watch();
        server.Requests.Clear();
        server.At("/feed", "200 OK\r\nContent-Type: application/rss+xml", Rss(("/a", "One, updated"), ("/b", "Two"), ("/c", "Three")));
        server.At("/a", "200 OK\r\nContent-Type: text/html", Page(HandMade.Text + "<!-- 2 -->"));
        server.At("/c", "200 OK\r\nContent-Type: text/html", Page(HandMade.Text + "<!-- 3 -->"));

        var again = Watch();

        Assert.Equal((0, "", ""), (again.Status, again.Output, again.Error));
        Assert.Equal("/robots.txt /feed /a /c", server.Paths);
        Assert.Equal(4, Reports().Count());
    }

    [Fact]
    public void WhatRobotsTxtForbidsIsLeftAlone()
    {
        server.At("/robots.txt", "200 OK", "User-agent: *\nDisallow: /a\n");

        var outcome = Watch();

        Assert.Equal(1, outcome.Status);
        Assert.Equal("dateline: http://news.example/a: its host asks programs not to fetch it (robots.txt); what the feed says of it was read\n", outcome.Error);
        Assert.Equal("/robots.txt /feed /b", server.Paths);
        Assert.Equal(2, Reports().Count());
    }

    [Fact]
    public void AHostWhoseRobotsTxtCannotBeHadIsLeftAlone()
    {
        server.At("/robots.txt", "503 Busy");

        var outcome = Watch();

        Assert.Equal(1, outcome.Status);
        Assert.Contains("robots.txt cannot be had (the server answered 503 Busy)", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("/robots.txt", server.Paths);
    }

    [Fact]
    public void FeedsAloneAreReadWithEntries()
    {
        var outcome = Watch("--entries");

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.Equal("/robots.txt /feed", server.Paths);
        Assert.Equal(2, Reports().Count());
    }

    [Fact]
    public void WhoAsksToBeLeftAloneIs()
    {
        server.At("/feed", "429 Slow Down\r\nRetry-After: 7200");
        Watch();
        server.Requests.Clear();
        time.Jump(TimeSpan.FromHours(1));

        Assert.Contains("is left alone until 2025-02-28 14:00 UTC", Watch().Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);

        time.Jump(TimeSpan.FromMinutes(61));
        Watch();
        Assert.Equal("/robots.txt /feed", server.Paths);
    }

    [Fact]
    public void EventsGoToACommandAndAnAddressUntilTheyAreTaken()
    {
        server.At("/hook", "500 No");
        var taken = bench["taken.json"];
        string[] hooks = ["--post", $"http://127.0.0.1:{server.Port}/hook", "--exec", $"cat > '{taken}'"];

        var first = Watch(hooks);
        server.At("/hook", "204 Taken");
        var second = Watch(hooks);
        var third = Watch(hooks);

        Assert.Contains("answered 500; tried again", first.Error, StringComparison.Ordinal);
        Assert.Equal((0, "", ""), (second.Status, second.Output, second.Error));
        Assert.Equal("", third.Error);
        Assert.Equal(2, server.Requests.Count(r => r.StartsWith("POST /hook", StringComparison.Ordinal)));
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(taken));
        Assert.Equal("missile_test", json.RootElement.GetProperty("kind").GetString());
        Assert.Single(second.Output.Split('\n'));
    }

    [Fact]
    public void ACommandNeverSeesWordsOfAReportAsItsOwn()
    {
        server.At("/feed", "200 OK\r\nContent-Type: application/rss+xml", Rss(("/a';touch pwned;'", "$(touch pwned) `touch pwned`")));
        server.At("/a';touch%20pwned;'", "200 OK\r\nContent-Type: text/html", Page(HandMade.Text));

        Watch("--exec", "cat > /dev/null");

        Assert.False(System.IO.File.Exists("pwned"));
    }

    [Fact]
    public void AStopBetweenLedgerAndTellingLosesNoEvent()
    {
        Watch();
        var state = WatchState.Load(File + ".watch.json");
        state.Untold.AddRange(Reports().Select(r => r.GetProperty("id").GetString()!));
        state.Save(File + ".watch.json");
        server.At("/feed", "304 Not Modified");

        Assert.Contains("missile test", Watch().Output, StringComparison.Ordinal);
        Assert.Equal("", Watch().Output);
    }

    [Fact]
    public void OnlyEventsThatAreAskedForAreTold()
    {
        Assert.Equal("", Watch("--kind", "troop_deployment").Output);
        Assert.Single(Json.Lines(bench.RunHere(["watch", Feed, "--once", "--ledger", bench["other.db"], "--kind", "missile test", "--format", "jsonl"]).Output));
    }

    [Fact]
    public void AListMayBeAFileOrAnOutline()
    {
        var list = bench.File("feeds.txt", $"# mine\n{Feed}\n\n  {Feed}  \n");
        var outline = bench.File("feeds.opml", $"<opml><body><outline text='News'><outline type='rss' xmlUrl='{Feed}?a=1&amp;b=2' htmlUrl='x'/></outline></body></opml>");
        server.At("/feed?a=1&b=2", "200 OK", Rss(("/b", "Two")));

        bench.RunHere(["watch", list, outline, "--once", "--ledger", File]);

        Assert.Equal("/robots.txt /feed /a /b /feed?a=1&b=2 /b", server.Paths);
        Assert.Equal(2, bench.RunHere(["watch", bench["gone.opml"], "--once"]).Status);
        Assert.Equal(2, bench.RunHere(["watch", bench.File("empty.txt", "# nothing\n"), "--once"]).Status);
    }

    [Fact]
    public void ADamagedStateIsSaidSo()
    {
        bench.File("l.db.watch.json", "{\"feeds\": [");

        var outcome = Watch();

        Assert.Equal(2, outcome.Status);
        Assert.Contains("is damaged", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ABrokenFeedCostsOnlyItself()
    {
        server.At("/broken", "200 OK\r\nContent-Type: application/rss+xml", "<rss><channel><item><title>x</title><link>/b</link><description>The ship");

        var outcome = bench.RunHere(["watch", "http://news.example/gone", "http://leads.example/", "http://news.example/broken", Feed, "--once", "--ledger", File]);

        Assert.Equal(1, outcome.Status);
        Assert.Contains("http://news.example/gone: the server answered 404 Not Found", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("missile test", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ANoticeInPlaceOfAFeedIsNoReport()
    {
        Watch();
        server.Requests.Clear();
        server.At("/feed", "200 OK\r\nContent-Type: text/html", Page("One moment, please. We are looking whether you are a person."));
        var notice = Watch();
        time.Jump(TimeSpan.FromHours(1));
        server.At("/feed", "200 OK\r\nContent-Type: application/rss+xml", Rss());
        var empty = Watch();
        server.At("/feed", "200 OK\r\nContent-Type: application/rss+xml", Rss(("/a", "One"), ("/b", "Two")));
        Watch();

        Assert.Contains("gave a page where a feed was", notice.Error, StringComparison.Ordinal);
        Assert.Equal(0, empty.Status);
        Assert.Equal(2, Reports().Count());
        Assert.DoesNotContain("/a", server.Paths, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASinglePageIsWatchedToo()
    {
        server.At("/page", "200 OK\r\nContent-Type: text/html", Page("The ship sailed on. Nothing else happened at sea that day."));
        var asked = 0;
        using var stop = new CancellationTokenSource();
        server.At("/page", async (_, stream, token) =>
        {
            asked++;
            var body = Page(asked < 3 ? "The ship sailed on. Nothing else happened at sea that day." : HandMade.Text);
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"), token);
            if (asked == 4)
            {
                await stop.CancelAsync();
            }
        });
        var settings = new WatchSettings([], File, bench["s.json"], false, TimeSpan.FromMinutes(15), false, null, null, false, global::Dateline.Ledger.LedgerFilter.All, null, false);
        using var output = new MemoryStream();
        var around = bench.Around(output);
        using var pages = Make();
        using var ledger = new WatchLedger(around, File, around.Knowledge(null), []);
        using var hooks = new EventHooks(null, null);
        var run = new WatchRun(around, settings, new PoliteFetcher(pages, time), ledger, new EventTeller(around, hooks, asJson: false), new WatchState());
        var begun = time.GetUtcNow();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync(["http://news.example/page"], stop.Token));

        Assert.Equal(2, Reports().Count());
        Assert.Single(Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n'));
        Assert.InRange((time.GetUtcNow() - begun).TotalMinutes, 3 * 13, 4 * 17);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/x", false)]
    [InlineData("User-agent: *\nDisallow:", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a/b\nAllow: /a", "/a/b/c", false)]
    [InlineData("User-agent: *\nDisallow: /*.xml$", "/feed.xml", false)]
    [InlineData("User-agent: *\nDisallow: /*.xml$", "/feed.xml?x", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nDisallow: /a", "/x", true)]
    [InlineData("User-agent: other\nUser-agent: dateline\nDisallow: /", "/x", false)]
    [InlineData("User-agent: other\nDisallow: /\n", "/x", true)]
    [InlineData("\uFEFFUSER-AGENT : * # all\nDISALLOW : /a # this", "/a", false)]
    [InlineData("<html>nothing of the kind</html>", "/x", true)]
    [InlineData("", "/x", true)]
    public void RobotsTxtIsReadAsItsRulesSay(string rules, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Of(rules, "dateline").Allows(new Uri("http://news.example" + path)));

    [Fact]
    public void RequestsToOneHostKeepTheirDistance()
    {
        server.At("/robots.txt", "200 OK", "User-agent: *\nCrawl-delay: 10");

        Watch();

        // robots.txt, then the feed after the usual pause, then two pages after ten seconds each
        Assert.Equal([2.0, 10.0, 10.0], Differences());
    }

    [Theory]
    [InlineData(0, null, 13.5, 16.5)]
    [InlineData(1, null, 27, 33)]
    [InlineData(3, null, 108, 132)]
    [InlineData(30, null, 1296, 1584)]
    [InlineData(0, "3600", 60, 60)]
    [InlineData(0, "Fri, 28 Feb 2025 14:00:00 GMT", 120, 120)]
    [InlineData(0, "99999999", 10080, 10080)]
    [InlineData(0, "soon", 13.5, 16.5)]
    public void TheNextRequestComesLaterAfterFailuresAndNeverBeforeItIsWelcome(int failures, string? retryAfter, double least, double most)
    {
        var now = DateTimeOffset.Parse("2025-02-28T12:00:00Z", CultureInfo.InvariantCulture);
        var fetch = retryAfter is null ? null : new Fetch(Feed, Feed, 503, now, [KeyValuePair.Create("Retry-After", retryAfter)], "");

        var wait = (new WatchSchedule(TimeSpan.FromMinutes(15)).Next(Feed, failures, fetch, now) - now).TotalMinutes;

        Assert.InRange(wait, least, most);
    }

    [Fact]
    public void FeedsOfAListAreNotAskedInOneMoment()
    {
        var schedule = new WatchSchedule(TimeSpan.FromMinutes(15));
        Assert.True(Enumerable.Range(0, 50).Select(i => schedule.Next(Feed + i, 0, null, time.GetUtcNow())).Distinct().Count() > 45);
    }

    [Fact]
    public void OutlinesAndListsGiveEachAddressOnce() =>
        Assert.Equal(["http://a.example/1", "http://b.example/?x=1&y=2"], FeedList.Of("<opml version='2.0'><outline xmlUrl='http://a.example/1'><outline XMLURL=\"http://b.example/?x=1&amp;y=2\"/></outline><outline xmlUrl='http://a.example/1'/><outline text='folder'/></opml>"));

    private IEnumerable<double> Differences()
    {
        var begun = new DateTimeOffset(2025, 2, 28, 12, 0, 0, TimeSpan.Zero);
        foreach (var moment in time.Woken)
        {
            yield return (moment - begun).TotalSeconds;
            begun = moment;
        }
    }

    private Outcome Watch(params string[] more) => bench.RunHere(["watch", Feed, "--once", "--ledger", File, .. more]);

    private IEnumerable<JsonElement> Reports() => Json.Lines(Bench.Run("reports", "--ledger", File, "--format", "jsonl").Output);

    private PageFetcher Make() => new(
        allowPrivate: false,
        TimeProvider.System,
        null,
        (host, _) => Task.FromResult<IPAddress[]>([host.StartsWith("leads", StringComparison.Ordinal) ? IPAddress.Loopback : Public]),
        point => point.Address.Equals(Public) ? new IPEndPoint(IPAddress.Loopback, server.Port) : throw new InvalidOperationException("a connection elsewhere was tried"));

    private static string Page(string words) => $"<html><body>{words}</body></html>";

    private static string Rss(params (string Path, string Title)[] entries) =>
        "<rss><channel><title>Harbor Post</title>" + string.Concat(entries.Select(e => $"<item><title>{e.Title}</title><link>{e.Path}</link><pubDate>Fri, 28 Feb 2025 08:30:00 GMT</pubDate></item>")) + "</channel></rss>";
}
