using System.Net;
using Dateline.App.Web;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Exports.Formats;
using Dateline.Knowledge;
using Dateline.Tests.App;

namespace Dateline.Tests.Web;

/// <summary>The exports of the pages and the API are those of the command; new events come as they are kept.</summary>
public sealed class ExportPageTests(Site site) : IClassFixture<Site>
{
    private const string News = "SEOUL, May 9, 2025 - South Korea fired three missiles from Anheung on Thursday, the army said.\n";

    public static TheoryData<string> Names() => [.. ExportFormats.Of(new Codebook(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder))).Where(format => !format.Name.StartsWith("parquet", StringComparison.Ordinal)).Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AnExportIsThatOfTheCommand(string format)
    {
        using var answer = await site.Client.GetAsync(new Uri($"/api/export/{format}?actor=KP&licence=CC%20BY%204.0", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("attachment; filename=\"dateline-" + format, answer.Content.Headers.ContentDisposition!.ToString().Replace("filename=dateline", "filename=\"dateline", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Bench.RunWhole("export", format, "--actor", "KP", "--licence", "CC BY 4.0", "--ledger", site.Ledger).Output, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ACodebookIsThatOfTheCommand() =>
        Assert.Equal(Bench.RunWhole("export", "launch-table", "--codebook", "--ledger", site.Ledger).Output.Replace("\"url\": \"launch", "\"url\": \"dateline-launch", StringComparison.Ordinal).TrimEnd(), await site.Page("/api/export/launch-table?codebook=yes"));

    [Fact]
    public async Task ThePagesLeadToEveryFormatWithTheirFilters()
    {
        var events = await site.Page("/events?kind=missile_test&finding=notice");
        foreach (var name in Names())
        {
            Assert.Contains($"/api/export/{name.Data}?kind=missile_test&amp;finding=notice", events, StringComparison.Ordinal);
        }

        var id = Json.Lines(Bench.RunWhole("events", "--format", "jsonl", "--ledger", site.Ledger).Output).First().GetProperty("id").GetString()!;
        Assert.Contains($"/api/export/kml?event={id}&amp;rejected=yes", await site.Page("/event/" + id), StringComparison.Ordinal);
        Assert.Single((await site.Page($"/api/export/acled-like?event={id}")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));
        Assert.DoesNotContain("/api/export/", await site.Page("/events?q=missile"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewEventsComeAsTheyAreKeptAndOnlyOnce()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var answer = await site.Client.GetAsync(new Uri("/api/stream?kind=missile_test", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(": ", await lines.ReadLineAsync(limit.Token), StringComparison.Ordinal);

        site.Keep(RawDocument.Of(System.Text.Encoding.UTF8.GetBytes("PARIS, May 8, 2025 - The ministers of France and Chile met in Paris on Wednesday, the ministry said.\n"), "text/plain", "talks"));
        site.Keep(RawDocument.Of(System.Text.Encoding.UTF8.GetBytes(News), "text/plain", "news"));

        var message = new List<string>();
        while (message.Count < 3)
        {
            if (await lines.ReadLineAsync(limit.Token) is { Length: > 0 } line && line[0] != ':')
            {
                message.Add(line);
            }
        }

        var row = Json.Parse(message[2]["data: ".Length..]);
        Assert.Equal(("id: " + row.GetProperty("id").GetString(), "event: event"), (message[0], message[1]));
        Assert.Equal(("missile_test", "news"), (row.GetProperty("kind").GetString(), row.GetProperty("reports")[0].GetProperty("source").GetString()));
    }
}
