using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dateline.App.Web;
using Dateline.Tests.App;

namespace Dateline.Tests.Web;

/// <summary>A server that other machines can reach: not without a password, and then only for those who know it.</summary>
public sealed class GateTests(GateTests.Guarded site) : IClassFixture<GateTests.Guarded>, IDisposable
{
    private const string Password = "correct horse battery";

    // Another machine's name for this one.
    private readonly HttpClient client = Client(site.Address, "desk.example");

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("a password is needed", "--address", "0.0.0.0")]
    [InlineData("a password is needed", "--address", "::", "--behind-proxy")]
    [InlineData("in plain words", "--address", "0.0.0.0", "--password-file", "long.txt")]
    [InlineData("12 characters", "--address", "0.0.0.0", "--password-file", "short.txt", "--behind-proxy")]
    [InlineData("12 characters", "--password-file", "empty.txt")]
    [InlineData("is no certificate", "--address", "0.0.0.0", "--password-file", "long.txt", "--certificate", "long.txt")]
    [InlineData("gone.txt", "--password-file", "gone.txt")]
    [InlineData("is no address", "--address", "everywhere")]
    public void ItDoesNotOpen(string because, params string[] options)
    {
        using var bench = new Bench();
        bench.File("long.txt", Password);
        bench.File("short.txt", "short");
        bench.File("empty.txt", "");

        var outcome = Bench.RunWhole(["serve", "--samples", "--port", "0", .. options.Select(option => option.EndsWith(".txt", StringComparison.Ordinal) ? bench[option] : option)]);

        Assert.Equal(2, outcome.Status);
        Assert.Contains(because, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodySeesAnythingWithoutThePassword()
    {
        foreach (var route in site.Routes.Where(route => !route.Contains("/assets/", StringComparison.Ordinal) && !route.Contains("/sign-in", StringComparison.Ordinal)))
        {
            var (method, path) = (route.Split(' ')[0], route.Split(' ')[1].Split('{')[0]);
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var isForProgram = path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/mcp", StringComparison.Ordinal);

            Assert.True(answer.StatusCode == (method == "GET" && !isForProgram ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized), $"{route}: {answer.StatusCode}");
            Assert.Equal(isForProgram, answer.Headers.WwwAuthenticate.Count > 0);
        }

        using var style = await client.GetAsync(new Uri("/assets/style.css", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    [Fact]
    public async Task APersonSignsInAndOut()
    {
        using var asked = await client.GetAsync(new Uri("/events?kind=strike", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/sign-in?to=%2Fevents%3Fkind%3Dstrike", asked.Headers.Location!.ToString());

        using var wrong = await Send(client, "/sign-in", ("password", Password + "!"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);

        using var right = await Send(client, "/sign-in", ("password", Password), ("to", "/events?kind=strike"));
        Assert.Equal("/events?kind=strike", right.Headers.Location!.ToString());
        var cookie = right.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("dateline-session=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);

        using var browser = Client(site.Address, "desk.example", cookie.Split(';')[0]);
        using var page = await browser.GetAsync(new Uri("/events", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, "/review") { Headers = { { "Origin", "https://evil.example" }, { "Sec-Fetch-Site", "cross-site" } } };
        using var forged = await browser.SendAsync(elsewhere, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        using var tokenless = await browser.PostAsync(new Uri("/review", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("do", "accept")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);

        using var left = await Send(browser, "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        using var after = await browser.GetAsync(new Uri("/events", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    public async Task SigningInLeadsNowhereElse(string to)
    {
        using var answer = await Send(client, "/sign-in", ("password", Password), ("to", to));

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task AProgramSendsThePassword()
    {
        using var program = Client(site.Address, "desk.example");
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Password);

        using var answer = await program.GetAsync(new Uri("/api/status", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task WhatIsEncryptedIsReadByThoseWhoTrustTheCertificate()
    {
        using var bench = new Bench();
        using var secret = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("desk.example");
        var request = new CertificateRequest("CN=desk.example", secret, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        using var own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        bench.File("own.pem", own.ExportCertificatePem());
        bench.File("own.key", secret.ExportPkcs8PrivateKeyPem());
        bench.File("word.txt", Password);
        var around = site.Around;
        Assert.Null(WebRun.BindingOf(new WebSettings("none.db", 0, Samples: false, null) { Address = "127.0.0.1", PasswordFile = bench["word.txt"], Certificate = bench["own.pem"], Key = bench["own.key"] }, around, out var binding));
        using var desk = new ReadingDesk(around, bench["none.db"], null);
        await using var server = WebServer.Create(around, desk, binding);
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var browser = Client(server.Address, "desk.example", null, own);

        using var answer = await Send(browser, "/sign-in", ("password", Password));

        Assert.StartsWith("https://", server.Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotEmpty(answer.Headers.GetValues("Strict-Transport-Security"));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public void WhoeverGuessesIsShutOutForAWhile()
    {
        var gate = new Gate(Password, TimeProvider.System);
        for (var i = 0; i < 10; i++)
        {
            Assert.False(gate.IsShut);
            Assert.False(gate.Opens("guess"));
        }

        Assert.True(gate.IsShut);
    }

    private static HttpClient Client(string address, string host, string? cookie = null, X509Certificate2? trusted = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        if (trusted is not null)
        {
            handler.SslOptions.TargetHost = host;
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(trusted);
        }

        var made = new HttpClient(handler) { BaseAddress = new UriBuilder(address) { Host = "127.0.0.1" }.Uri, DefaultRequestHeaders = { Host = host } };
        if (cookie is not null)
        {
            made.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return made;
    }

    // A form with the token of the page that asks for the password.
    private static async Task<HttpResponseMessage> Send(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        using var page = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var token = (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("name=\"token\" value=\"")[1].Split('"')[0];
        using var form = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Append(("token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))) };
        var own = client.DefaultRequestHeaders.TryGetValues("Cookie", out var kept) ? kept : [];
        form.Headers.Add("Cookie", string.Join("; ", own.Append(page.Headers.GetValues("Set-Cookie").Single().Split(';')[0])));
        return await client.SendAsync(form, TestContext.Current.CancellationToken);
    }

    /// <summary>A server on all addresses of this machine.</summary>
    public sealed class Guarded : Site
    {
        private readonly Gate gate = new(Password, TimeProvider.System);

        internal override WebBinding Binding => new(0) { Address = IPAddress.Any, Gate = gate };
    }
}
