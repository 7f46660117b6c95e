using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dateline.App;
using Dateline.App.Web;
using Dateline.Documents;
using Dateline.Documents.Fetching;
using Dateline.Knowledge;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Web;

/// <summary>The server over a ledger of the samples, asked as a browser without scripts would ask.</summary>
public class Site : IAsyncLifetime
{
    private static readonly Lazy<KnowledgeFiles> Shipped = new(() => KnowledgeFiles.ReadOver(null));

    private readonly string folder = Directory.CreateTempSubdirectory("dateline-").FullName;
    private ReadingDesk? desk;
    private WebServer? server;

    /// <summary>Where it listens, and whom it lets in.</summary>
    internal virtual WebBinding Binding => new(0);

    /// <summary>What it touches.</summary>
    internal Surroundings Around { get; private set; } = null!;

    /// <summary>Where it is open.</summary>
    public string Address => server!.Address;

    /// <summary>Asks the server; keeps cookies, follows where it is sent.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What the server answers.</summary>
    public IReadOnlyList<string> Routes => [.. server!.Routes];

    /// <summary>The ledger.</summary>
    public string Ledger => Path.Combine(folder, "ledger.db");

    public async ValueTask InitializeAsync()
    {
        Around = new Surroundings
        {
            Input = () => Stream.Null,
            InputIsPiped = false,
            Output = Stream.Null,
            OutputIsTerminal = false,
            Width = 100,
            Error = TextWriter.Null,
            Variable = _ => null,
            Knowledge = _ => Shipped.Value,
            Pipeline = _ => Samples.Pipeline.Read,
            Fetcher = _ => new OneReport(),
        };
        desk = new ReadingDesk(Around, Ledger, null);
        desk.Keep([.. ShippedSamples.Names.Select(name => ShippedSamples.Open(name)!)]);
        server = WebServer.Create(Around, desk, Binding);
        await server.StartAsync(CancellationToken.None);
        Client = new HttpClient { BaseAddress = new Uri(server.Address), Timeout = TimeSpan.FromMinutes(1) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server!.DisposeAsync();
        desk!.Dispose();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Keeps a report.</summary>
    public void Keep(RawDocument document) => desk!.Keep([document]);

    /// <summary>A page that is there.</summary>
    public async Task<string> Page(string address)
    {
        using var answer = await Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address}: {answer.StatusCode}: {page}");
        return page;
    }

    /// <summary>Sends a form with the token of the first page.</summary>
    public async Task<HttpResponseMessage> Send(string address, params (string Name, string Value)[] fields)
    {
        var token = (await Page("/")).Split("name=\"token\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent(fields.Append(("token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await Client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    /// <summary>An internet of one report.</summary>
    private sealed class OneReport : IPageFetcher
    {
        public Task<FetchedPage> FetchAsync(FetchRequest request, CancellationToken stop)
        {
            var bytes = Encoding.UTF8.GetBytes("KYIV, May 6 - A drone strike on a depot in Belgorod killed nine people on Monday, the governor said.");
            var fetch = new Fetch(request.Address, request.Address, 200, DateTimeOffset.UnixEpoch, [KeyValuePair.Create("Content-Type", "text/plain")], Convert.ToHexStringLower(SHA256.HashData(bytes)));
            return Task.FromResult(request.Address.Contains("there.example", StringComparison.Ordinal) ? new FetchedPage(fetch, bytes, null) : new FetchedPage(null, default, "cannot be found"));
        }

        public void Dispose()
        {
            // Nothing is open.
        }
    }
}
