using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Dateline.App.Fetching;
using Dateline.Documents.Fetching;

namespace Dateline.Tests.App.Fetching;

/// <summary>Servers that mean no good, or know no better: refused or bounded, with a message that says why.</summary>
public sealed class FetchTests : IDisposable
{
    private static readonly FetchLimits Small = new()
    {
        Bytes = 200_000,
        Ratio = 20,
        RatioFrom = 10_000,
        Redirects = 3,
        HeaderKilobytes = 8,
        Connect = TimeSpan.FromSeconds(5),
    };

    private static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");

    private readonly TinyServer server = new();

    // Names in which the digits of an address stand lead there; connections to the public address come to the server of the test.
    private readonly PageFetcher fetcher;

    public FetchTests() => fetcher = Make(Small);

    public void Dispose()
    {
        fetcher.Dispose();
        server.Dispose();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("2001:0:4136:e378::1")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("4000::1")]
    public async Task AnAddressThatIsNotPublicIsRefused(string address)
    {
        Assert.NotNull(PublicAddresses.Refuse(IPAddress.Parse(address)));

        var page = await Fetch($"http://leads-to-{address.Replace(':', '_')}.example/");

        Assert.Contains("--allow-private", page.Problem, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("100.63.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("64:ff9b::5db8:d822")]
    [InlineData("2002:5db8:d822::1")]
    [InlineData("2606:2800:220:1::1")]
    public void APublicAddressIsNot(string address) => Assert.Null(PublicAddresses.Refuse(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://017700000001:{0}/")]
    [InlineData("http://[::ffff:7f00:1]:{0}/")]
    public async Task HoweverItIsWritten(string address)
    {
        var page = await Fetch(string.Format(CultureInfo.InvariantCulture, address, server.Port));

        Assert.Contains("--allow-private", page.Problem, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1/secret", "this machine")]
    [InlineData("http://leads-to-169.254.169.254.example/latest", "link-local")]
    [InlineData("//[::1]/x", "this machine")]
    [InlineData("file:///etc/passwd", "only http and https")]
    [InlineData("ftp://news.example/", "only http and https")]
    [InlineData("http://somebody:word@news.example/", "user's name")]
    [InlineData("http://", "no address")]
    public async Task ARedirectIsLookedAtAgain(string target, string why)
    {
        server.At("/", "302 Found\r\nLocation: " + target);

        var page = await Fetch("http://news.example/");

        Assert.Contains(why, page.Problem, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task RedirectsAreFollowedAFewTimes()
    {
        server.At("/a", "301 Moved\r\nLocation: /b");
        server.At("/b", "308 Moved\r\nLocation: http://other.example/c?d=1#e");
        server.At("/c?d=1", "200 OK\r\nContent-Type: text/html\r\nX-One: 1", "<p>x");
        server.At("/round", "302 Found\r\nLocation: /round");

        var page = await Fetch("http://news.example/a");

        Assert.Equal((null, "http://news.example/a", "http://other.example/c?d=1", "1"), (page.Problem, page.Fetch!.Address, page.Fetch.FinalAddress, page.Fetch.Header("x-one")));
        Assert.Contains("redirected more than 3 times", (await Fetch("http://news.example/round")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfANameWithSeveralAddressesThePublicOnesAreTaken()
    {
        server.At("/", "200 OK", "x");
        using var mixed = new PageFetcher(false, TimeProvider.System, Small, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, Public]), Dial);

        Assert.Null((await mixed.FetchAsync(new FetchRequest("http://mixed.example/"), TestContext.Current.CancellationToken)).Problem);
    }

    [Fact]
    public async Task ANameIsLookedUpForEachConnection()
    {
        server.At("/", "302 Found\r\nLocation: /again");
        var answers = new Queue<IPAddress>([Public, IPAddress.Loopback]);
        using var rebound = new PageFetcher(false, TimeProvider.System, Small, (_, _) => Task.FromResult<IPAddress[]>([answers.Dequeue()]), Dial);

        Assert.Contains("this machine", (await rebound.FetchAsync(new FetchRequest("http://rebound.example/"), TestContext.Current.CancellationToken)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BodiesAreBounded()
    {
        server.At("/stated", "200 OK\r\nContent-Length: 99999999", "x");
        server.At("/endless", async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), stop);
            while (!stop.IsCancellationRequested)
            {
                await stream.WriteAsync(new byte[10_000], stop);
            }
        });
        server.At("/header", $"200 OK\r\nX-Long: {new string('x', 20_000)}", "x");

        Assert.Contains("is larger than 200000 bytes", (await Fetch("http://news.example/stated")).Problem, StringComparison.Ordinal);
        Assert.Contains("is larger than 200000 bytes", (await Fetch("http://news.example/endless")).Problem, StringComparison.Ordinal);
        Assert.Contains("header of the answer is longer", (await Fetch("http://news.example/header")).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task BombsAreNotUnfolded(string packing)
    {
        server.At("/bomb", $"200 OK\r\nContent-Encoding: {packing}", Packed(packing, new byte[150_000]));
        server.At("/good", $"200 OK\r\nContent-Encoding: {packing}", Packed(packing, "good"u8.ToArray()));
        server.At("/cut", $"200 OK\r\nContent-Encoding: {packing}", [.. Enumerable.Repeat((byte)255, 20)]);

        Assert.Contains("unfolds to more than 20 times", (await Fetch("http://news.example/bomb")).Problem, StringComparison.Ordinal);
        Assert.Equal("good"u8.ToArray(), (await Fetch("http://news.example/good")).Bytes.ToArray());
        Assert.Contains("cannot be unfolded", (await Fetch("http://news.example/cut")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PackingsWithoutEndOrNameAreRefused()
    {
        server.At("/twice", "200 OK\r\nContent-Encoding: gzip, gzip", Packed("gzip", Packed("gzip", [1])));
        server.At("/odd", "200 OK\r\nContent-Encoding: zstd", "x");

        Assert.Contains("packed more than once", (await Fetch("http://news.example/twice")).Problem, StringComparison.Ordinal);
        Assert.Contains("was not asked for (zstd)", (await Fetch("http://news.example/odd")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlowServersAreLeft()
    {
        server.At("/silent", async (_, _, stop) => await Task.Delay(5000, stop));
        server.At("/stuck", async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx"u8.ToArray(), stop);
            await Task.Delay(5000, stop);
        });
        server.At("/drops", async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"u8.ToArray(), stop);
            while (!stop.IsCancellationRequested)
            {
                await stream.WriteAsync("x"u8.ToArray(), stop);
                await Task.Delay(60, stop);
            }
        });

        var brief = TimeSpan.FromMilliseconds(200);
        using var first = Make(Small with { FirstByte = brief });
        using var silence = Make(Small with { Silence = brief });
        using var whole = Make(Small with { Whole = 2 * brief });
        var pages = await Task.WhenAll(
            first.FetchAsync(new FetchRequest("http://news.example/silent"), TestContext.Current.CancellationToken),
            silence.FetchAsync(new FetchRequest("http://news.example/stuck"), TestContext.Current.CancellationToken),
            whole.FetchAsync(new FetchRequest("http://news.example/drops"), TestContext.Current.CancellationToken));

        Assert.Equal(["gave no answer within 0.2 s", "sent nothing for 0.2 s and was left", "took longer than 0.4 s and was left"], pages.Select(p => p.Problem));
    }

    [Fact]
    public async Task WrongLengthsAndBrokenAnswersAreSaid()
    {
        server.At("/short", "200 OK\r\nContent-Length: 1000", "x");
        server.At("/long", "200 OK\r\nContent-Length: 3", "abcdef");
        server.At("/chunks", "200 OK\r\nTransfer-Encoding: chunked", "ffffffffffffffff\r\nabc\r\n0\r\n\r\n");
        server.At("/noise", async (_, stream, stop) => await stream.WriteAsync(new byte[100], stop));
        server.At("/closed", (_, _, _) => Task.CompletedTask);

        Assert.Contains("broke off", (await Fetch("http://news.example/short")).Problem, StringComparison.Ordinal);
        Assert.Equal("abc"u8.ToArray(), (await Fetch("http://news.example/long")).Bytes.ToArray());
        Assert.NotNull((await Fetch("http://news.example/chunks")).Problem);
        Assert.NotNull((await Fetch("http://news.example/noise")).Problem);
        Assert.NotNull((await Fetch("http://news.example/closed")).Problem);
        Assert.Equal("the server answered 404 Not Found", (await Fetch("http://news.example/gone")).Problem);
    }

    [Fact]
    public async Task AsksHonestlyAndOnlyForWhatHasChanged()
    {
        server.At("/", "304 Not Modified");

        var page = await fetcher.FetchAsync(new FetchRequest("http://news.example/", "\"v1\"", "Fri, 28 Feb 2025 08:30:00 GMT"), TestContext.Current.CancellationToken);

        Assert.True(page.IsUnchanged);
        Assert.Null(page.Problem);
        var head = server.Requests.Single();
        Assert.Contains("User-Agent: Dateline/", head, StringComparison.Ordinal);
        Assert.Contains("If-None-Match: \"v1\"", head, StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Fri, 28 Feb 2025 08:30:00 GMT", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", head, StringComparison.Ordinal);
    }

    [Fact]
    public void AddressesAreReadBesideOtherInputsAndKeptWithTheirHeaders()
    {
        using var bench = new Bench { Fetcher = _ => Make(new FetchLimits()) };
        server.At("/a.html", "200 OK\r\nContent-Type: text/html; charset=windows-1252\r\nETag: \"v1\"", Encoding.Latin1.GetBytes("<html><title>T</title><p>The missile flew over Malm\u00f6 on Friday, the ministry said."));
        server.At("/feed", "200 OK\r\nContent-Type: application/rss+xml", "<rss><channel><title>Harbor Post</title><item><title>Ship fires</title><link>/b</link><description>A navy ship fired.</description></item></channel></rss>");
        server.At("/null", "200 OK\r\nContent-Type: text/plain", "ab\0cd");
        var good = bench.File("good.txt", HandMade.Text);
        string[] inputs = ["http://news.example/a.html", "http://news.example/null", "http://news.example/gone", "http://leads-to-10.0.0.1.example/", "http://news.example/feed", good];

        var read = bench.RunHere(["read", .. inputs, "--published", "2025-02-28", "--format", "jsonl"]);
        var added = bench.RunHere(["add", .. inputs, "--published", "2025-02-28", "--ledger", bench["l.db"]]);
        var again = bench.RunHere(["add", .. inputs, "--published", "2025-02-28", "--ledger", bench["l.db"]]);

        Assert.Equal(["http://news.example/a.html", "http://news.example/b", good], Json.Lines(read.Output).Select(r => r.GetProperty("report").GetProperty("source").GetString()));
        Assert.Contains("Malmö", read.Output.Replace("\\u00F6", "ö", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
        Assert.Equal(
            """
            dateline: http://news.example/null: is not text (binary data)
            dateline: http://news.example/gone: the server answered 404 Not Found
            dateline: http://leads-to-10.0.0.1.example/: leads-to-10.0.0.1.example is at 10.0.0.1, a private network; --allow-private fetches from there

            """,
            read.Error);
        Assert.StartsWith("3 reports added, 3 inputs failed", added.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 reports added, 3 there already", again.Output, StringComparison.Ordinal);
        Assert.Equal(["http://news.example/a.html 200 ETag: \"v1\"", "http://news.example/feed 200 "], Kept(bench["l.db"]));
    }

    private static List<string> Kept(string ledger)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT final_address, status, headers FROM fetches ORDER BY sighting";
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
        {
            rows.Add($"{row.GetString(0)} {row.GetInt64(1)} {row.GetString(2).Split('\n').FirstOrDefault(h => h.StartsWith("ETag", StringComparison.Ordinal))}");
        }

        return rows;
    }

    private Task<FetchedPage> Fetch(string address) => fetcher.FetchAsync(new FetchRequest(address), TestContext.Current.CancellationToken);

    private PageFetcher Make(FetchLimits limits) => new(allowPrivate: false, TimeProvider.System, limits, Resolve, Dial);

    private static Task<IPAddress[]> Resolve(string host, CancellationToken stop)
    {
        const string Leads = "leads-to-";
        return Task.FromResult<IPAddress[]>([host.StartsWith(Leads, StringComparison.Ordinal) ? IPAddress.Parse(host[Leads.Length..^".example".Length].Replace('_', ':')) : Public]);
    }

    private IPEndPoint Dial(IPEndPoint point) => point.Address.Equals(Public) ? new IPEndPoint(IPAddress.Loopback, server.Port) : throw new InvalidOperationException($"a connection to {point} was tried");

    private static byte[] Packed(string packing, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream packer = packing switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Optimal),
        })
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }
}
