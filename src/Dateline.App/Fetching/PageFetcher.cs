using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Dateline.Documents.Fetching;

namespace Dateline.App.Fetching;

/// <summary>
/// Fetches pages and feeds from servers nobody vouches for: http and https only, from addresses of the public internet only (looked at when the
/// connection is made, so that no name can lead elsewhere, and for each redirect anew), within limits of size and time. No cookies, no
/// credentials, no proxy, nothing run. For many threads.
/// </summary>
internal sealed class PageFetcher : IPageFetcher
{
    private const string Accepted = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5";

    private static readonly string UserAgent = $"Dateline/{RunInfo.ProgramVersion} (reads news reports into a record of events)";

    private readonly FetchLimits limits;
    private readonly bool allowPrivate;
    private readonly TimeProvider time;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;
    private readonly Func<IPEndPoint, IPEndPoint> dial;
    private readonly HttpMessageInvoker client;

    /// <summary>Makes one.</summary>
    /// <param name="allowPrivate">True to fetch from this machine and its network too.</param>
    /// <param name="time">The time.</param>
    /// <param name="limits">Limits; the usual ones when null.</param>
    /// <param name="resolve">Finds the addresses of a name; the system's way when null.</param>
    /// <param name="dial">Where a connection to an address really goes, for tests.</param>
    public PageFetcher(bool allowPrivate, TimeProvider time, FetchLimits? limits = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, Func<IPEndPoint, IPEndPoint>? dial = null)
    {
        this.allowPrivate = allowPrivate;
        this.time = time;
        this.limits = limits ?? new FetchLimits();
        this.resolve = resolve ?? Dns.GetHostAddressesAsync;
        this.dial = dial ?? (static point => point);
        client = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                UseCookies = false,
                UseProxy = false,
                PreAuthenticate = false,
                ConnectTimeout = this.limits.Connect,
                MaxResponseHeadersLength = this.limits.HeaderKilobytes,
                MaxResponseDrainSize = 0,
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
                ConnectCallback = ConnectAsync,
            },
            disposeHandler: true);
    }

    /// <summary>The program's own name for itself, as robots.txt would call it.</summary>
    public static string Robot => "dateline";

    /// <inheritdoc/>
    public async Task<FetchedPage> FetchAsync(FetchRequest request, CancellationToken stop)
    {
        using var whole = new CancellationTokenSource(limits.Whole, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop, whole.Token);
        try
        {
            return await FollowAsync(request, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException or FetchRefusedException or InvalidDataException or SocketException or InvalidOperationException or NotSupportedException)
        {
            var problem = whole.IsCancellationRequested ? $"took longer than {Seconds(limits.Whole)} and was left" : Words(error);
            return new FetchedPage(null, default, problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<FetchedPage> FollowAsync(FetchRequest request, CancellationToken stop)
    {
        var at = time.GetUtcNow();
        var address = Checked(request.Address, null);
        for (var redirects = 0; ; redirects++)
        {
            using var response = await SendAsync(address, request, stop).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                && response.Headers.NonValidated.TryGetValues("Location", out var locations))
            {
                if (redirects == limits.Redirects)
                {
                    throw new FetchRefusedException($"was redirected more than {limits.Redirects} times");
                }

                address = Checked(locations.ToString(), address);
                continue;
            }

            return await AnswerAsync(request, address, at, response, stop).ConfigureAwait(false);
        }
    }

    private async Task<FetchedPage> AnswerAsync(FetchRequest request, Uri address, DateTimeOffset at, HttpResponseMessage response, CancellationToken stop)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v))).ToList();
        var status = (int)response.StatusCode;
        var isWhole = status is >= 200 and < 300;
        var bytes = isWhole ? await new BodyReader(limits, time).ReadAsync(response.Content, stop).ConfigureAwait(false) : [];
        var final = address.GetLeftPart(UriPartial.Query);
        var fetch = new Fetch(request.Address, final, status, at, headers, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return new FetchedPage(fetch, bytes, isWhole || status == 304 ? null : string.Create(CultureInfo.InvariantCulture, $"the server answered {status}{(response.ReasonPhrase is { Length: > 0 and < 60 } reason ? " " + reason : "")}"));
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, FetchRequest request, CancellationToken stop)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        Add(message, "User-Agent", UserAgent);
        Add(message, "Accept", Accepted);
        Add(message, "Accept-Language", "en, *;q=0.5");
        Add(message, "Accept-Encoding", "gzip, br, deflate");
        Add(message, "If-None-Match", request.Tag);
        Add(message, "If-Modified-Since", request.Changed);
        using var first = new CancellationTokenSource(limits.FirstByte, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, first.Token);
        try
        {
            return await client.SendAsync(message, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped) when (first.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new FetchRefusedException($"gave no answer within {Seconds(limits.FirstByte)}", stopped);
        }
    }

    private static void Add(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null && value.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static Uri Checked(string address, Uri? from)
    {
        var where = from is null ? "" : "was redirected to ";
        if (!(from is null ? Uri.TryCreate(address, UriKind.Absolute, out var found) : Uri.TryCreate(from, address, out found)))
        {
            throw new FetchRefusedException(where + "no address of the web");
        }

        return found.Scheme is not ("http" or "https") ? throw new FetchRefusedException($"{where}{(from is null ? "is " : "")}an address of another kind ({found.Scheme}); only http and https are fetched")
            : found.UserInfo.Length > 0 ? throw new FetchRefusedException(where + "an address with a user's name in it, which is not fetched")
            : found.Host.Length == 0 ? throw new FetchRefusedException(where + "no address of the web")
            : found;
    }

    // Called when a connection is made: what a name stood for a moment ago does not count.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, stop).ConfigureAwait(false);
        var open = allowPrivate ? addresses : Array.FindAll(addresses, static a => PublicAddresses.Refuse(a) is null);
        if (open.Length == 0)
        {
            throw new FetchRefusedException(addresses.Length == 0 ? $"{host} has no address" : $"{host} is at {addresses[0]}, {PublicAddresses.Refuse(addresses[0])}; --allow-private fetches from there");
        }

        for (var i = 0; ; i++)
        {
            var point = dial(new IPEndPoint(open[i], port));
            var socket = new Socket(point.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(point, stop).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i < open.Length - 1)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    internal static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");

    private string Words(Exception error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case FetchRefusedException:
                    return inner.Message;
                case AuthenticationException:
                    return "its certificate is not trusted: " + inner.Message;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return "there is no such host, or no network";
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return "the server takes no connections";
                case HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }:
                    return "the answer broke off before it was whole";
                case HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                    return $"the header of the answer is longer than {limits.HeaderKilobytes} kB";
                case InvalidDataException or InvalidOperationException { Source: "System.IO.Compression.Brotli" }:
                    return "the answer is packed in a way that cannot be unfolded: " + inner.Message;
                case OperationCanceledException:
                    return $"no connection within {Seconds(limits.Connect)}";
            }
        }

        return "could not be fetched: " + error.Message;
    }
}
