using System.Net;
using Dateline.Ledger.Sqlite;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Web;

/// <summary>The Read page, and what guards the server.</summary>
public sealed class ReadPageTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "'; DROP TABLE reports; --", "javascript:alert(1)", "</textarea></title><b>", "&lt;b&gt;",
    ];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public async Task EveryValueIsOneClickFromItsWords(string name)
    {
        var page = await site.Page("/sample/" + name);

        var ids = Links.Ids(page);
        Complaints(Links.Of(page).Where(link => link.StartsWith('#')).Where(link => !ids.Contains(link[1..])));
        Complaints(ids.Where(id => id.StartsWith('c') && char.IsAsciiDigit(id[^1])).Where(id => !ids.Contains("w-" + id)));
        Complaints(Links.Repeated(page));
    }

    public static TheoryData<string> SampleNames() => [.. Samples.Names];

    [Fact]
    public async Task APastedTextIsReadAndNotKept()
    {
        var before = Reports();

        using var answer = await site.Send("/read", ("text", Samples.Text("04-broadcaster-launch")), ("published", "2025-01-06"), ("outlet", "Some Paper"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("missile test", page, StringComparison.Ordinal);
        Assert.Contains("Nothing has been stored so far.", page, StringComparison.Ordinal);
        Assert.Contains("class=\"v1\"", page, StringComparison.Ordinal);
        Assert.Equal(before, Reports());
    }

    [Fact]
    public async Task WhatSomebodyAsksForIsKept()
    {
        var before = Reports();
        var sent = Convert.ToBase64String("KYIV, May 6 - A drone strike on a depot in Kursk killed five people on Monday, the governor said."u8);

        using var answer = await site.Send("/keep", ("sent", sent), ("name", "note.txt"), ("published", "2024-05-06"));

        Assert.Equal(before + 1, Reports());
    }

    [Fact]
    public async Task AnAddressIsFetchedAndKeptAsItCame()
    {
        var before = Reports();
        using var answer = await site.Send("/read", ("address", "https://there.example/strike"), ("published", "2024-05-06"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var fetched = Links.Elements(page, "input[name=fetched]").Single().GetAttribute("value")!;
        Assert.Contains("Belgorod", page, StringComparison.Ordinal);
        Assert.Equal(before, Reports());

        using var kept = await site.Send("/keep", ("fetched", fetched));

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(before + 1, Reports());
    }

    [Theory]
    [InlineData("https://nowhere.example/")]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("-")]
    public async Task WhatIsNoAddressIsNotRead(string address)
    {
        using var answer = await site.Send("/read", ("address", address));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("root:", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    public async Task NothingIsNoReport(string text)
    {
        using var answer = await site.Send("/read", ("text", text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostileWordsAreInert()
    {
        var text = string.Join("\n\n", Hostile.Select(words => $"The army {words} said on Monday that \"{words}\" fired two missiles near {words} \u202Eesrever\u202C."));

        using var answer = await site.Send("/read", ("text", text), ("outlet", Hostile[2]), ("published", "2025-01-06"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', WebUtility.HtmlDecode(page));
        Assert.Contains("U&#x2B;202E", page.Replace("U+202E", "U&#x2B;202E", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "same-origin", HttpStatusCode.OK)]
    [InlineData("null", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("null", "", HttpStatusCode.Forbidden)]
    public async Task ABrowserThatKeepsTheOriginToItselfMaySendOurOwnForms(string origin, string fetchSite, HttpStatusCode expected)
    {
        var token = (await site.Page("/")).Split("name=\"token\" value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/read") { Content = new MultipartFormDataContent { { new StringContent(token), "token" }, { new StringContent("A drone struck a ship on Monday, the army said."), "text" } } };
        request.Headers.Add("Origin", origin);
        if (fetchSite.Length > 0)
        {
            request.Headers.Add("Sec-Fetch-Site", fetchSite);
        }

        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task AFormOfAnotherPageIsRefused()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", "x")]);
        using var bare = await site.Client.PostAsync(new Uri("/read", UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/keep") { Content = new StringContent("") };
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var foreign = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Theory]
    [InlineData("elsewhere.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.elsewhere.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task OnlyTheNamesOfThisMachineAreAnswered(string host, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;

        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task EveryAnswerForbidsWhatItDoesNotNeed()
    {
        foreach (var address in new[] { "/", "/no-such-page", "/assets/style.css" })
        {
            using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task NothingIsAskedOfAnotherHost()
    {
        var page = await site.Page("/sample/" + Samples.Names[0]);

        Complaints(Links.Sources(page).Where(address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)));
        Assert.DoesNotContain("http", await site.Page("/assets/style.css"), StringComparison.Ordinal);
        Assert.DoesNotContain("http", await site.Page("/assets/script.js"), StringComparison.Ordinal);
        Assert.DoesNotContain(" style=\"", page, StringComparison.Ordinal);
    }

    private static void Complaints(IEnumerable<string> complaints) => Conventions.Complaints.None(complaints);

    private long Reports()
    {
        using var ledger = SqliteLedger.OpenToRead(site.Ledger);
        using var reader = ledger.Read();
        return reader.Count().Reports;
    }
}
