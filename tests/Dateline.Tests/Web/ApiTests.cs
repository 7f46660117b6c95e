using System.Net;
using System.Text;
using System.Text.Json;
using Dateline.Tests.App;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Web;

/// <summary>The API gives what the commands give.</summary>
public sealed class ApiTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/api/events", "events", "--format", "json")]
    [InlineData("/api/events?kind=missile_test&format=csv", "events", "--kind", "missile_test", "--format", "csv")]
    [InlineData("/api/events?actor=KP&limit=3&format=jsonl", "events", "--actor", "KP", "--limit", "3", "--format", "jsonl")]
    [InlineData("/api/events?finding=warning", "events", "--finding", "warning", "--format", "json")]
    [InlineData("/api/findings?finding=DL0101&format=csv", "findings", "--finding", "DL0101", "--format", "csv")]
    [InlineData("/api/claims", "claims", "--format", "json")]
    [InlineData("/api/claims?from=2025-01-06&to=2025-01-06&format=csv", "claims", "--from", "2025-01-06", "--to", "2025-01-06", "--format", "csv")]
    [InlineData("/api/findings?format=jsonl", "findings", "--format", "jsonl")]
    [InlineData("/api/reports", "reports", "--format", "json")]
    [InlineData("/api/search?q=missile", "search", "missile", "--format", "json")]
    [InlineData("/api/status", "status", "--format", "json")]
    public async Task ItsRowsAreThoseOfTheCommand(string address, params string[] command)
    {
        var expected = Bench.RunWhole([.. command, "--ledger", site.Ledger]).Output;

        // A command prints one object of one ledger as a list of one.
        Assert.Equal(command[0] == "status" ? expected.Trim('[', ']', '\n') : expected.TrimEnd('\n'), (await site.Page(address)).TrimEnd('\n'));
    }

    [Fact]
    public async Task AnEventIsThatOfTheCommand()
    {
        var id = Json.Lines(Bench.RunWhole("events", "--format", "jsonl", "--ledger", site.Ledger).Output).First().GetProperty("id").GetString()!;

        Assert.Equal(Bench.RunWhole("event", id, "--format", "json", "--ledger", site.Ledger).Output, await site.Page("/api/events/" + id));
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public async Task AReadingIsThatOfTheCommand(string name)
    {
        using var content = new StringContent(Samples.Text(name), Encoding.UTF8, "text/plain");
        using var answer = await site.Client.PostAsync(new Uri("/api/read?brief=yes", UriKind.Relative), content, TestContext.Current.CancellationToken);

        var expected = Bench.RunWhole(Encoding.UTF8.GetBytes(Samples.Text(name)), ["read", "--format", "json", "--brief"]).Output;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static TheoryData<string> SampleNames() => [Samples.Names[0], Samples.Names[8]];

    [Fact]
    public async Task EverythingDescribedIsThereAndNothingElse()
    {
        using var document = JsonDocument.Parse(await site.Page("/api/openapi.json"));
        var described = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}")).ToList();

        Assert.Equal(described.Order(StringComparer.Ordinal), site.Routes.Where(route => route.Contains(" /api/", StringComparison.Ordinal) && !route.EndsWith("openapi.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        foreach (var route in described.Where(name => name.StartsWith("GET", StringComparison.Ordinal) && !name.Contains('{', StringComparison.Ordinal) && !name.EndsWith("/stream", StringComparison.Ordinal)))
        {
            await site.Page(route.Split(' ')[1] + "?q=missile");
        }

        Conventions.Complaints.None(References(document.RootElement).Where(name => !Has(document.RootElement, name)));
    }

    [Theory]
    [InlineData("/api/events?from=soon", HttpStatusCode.BadRequest)]
    [InlineData("/api/events?format=xml", HttpStatusCode.BadRequest)]
    [InlineData("/api/search", HttpStatusCode.BadRequest)]
    [InlineData("/api/export/none", HttpStatusCode.NotFound)]
    [InlineData("/api/export/kml?from=soon", HttpStatusCode.BadRequest)]
    [InlineData("/api/export/kml?q=words", HttpStatusCode.BadRequest)]
    [InlineData("/api/export/kml?codebook=yes", HttpStatusCode.BadRequest)]
    [InlineData("/api/stream?q=words", HttpStatusCode.BadRequest)]
    [InlineData("/api/events/ev-none", HttpStatusCode.NotFound)]
    [InlineData("/api/reports/none", HttpStatusCode.NotFound)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    public async Task ComplaintsAreJson(string address, HttpStatusCode expected)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        using var complaint = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEmpty(complaint.RootElement.GetProperty("error").GetString()!);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"ping"}""", HttpStatusCode.OK, """{"jsonrpc":"2.0","id":1,"result":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/initialized"}""", HttpStatusCode.Accepted, "")]
    public async Task MessagesOfTheModelContextProtocolAreAnswered(string message, HttpStatusCode status, string expected)
    {
        using var content = new StringContent(message, Encoding.UTF8, "application/json");
        using var answer = await site.Client.PostAsync(new Uri("/mcp", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal((status, expected), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => field.Name == "$ref" ? [field.Value.GetString()!] : References(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static bool Has(JsonElement document, string reference)
    {
        foreach (var name in reference.Split('/').Skip(1))
        {
            if (!document.TryGetProperty(name, out document))
            {
                return false;
            }
        }

        return true;
    }
}
