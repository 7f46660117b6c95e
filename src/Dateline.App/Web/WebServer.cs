using System.Globalization;
using System.Net;
using Dateline.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.App.Web;

/// <summary>The web server, with nothing read from settings files or the environment. Off the loopback address, or where a password is wanted, it lets in only those who know it.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    /// <summary>The largest report that is taken, in bytes.</summary>
    public const int LargestReport = 8 << 20;

    private const int LargestRequest = LargestReport * 3 / 2; // a report may come back as base64
    private readonly WebApplication application;

    private WebServer(WebApplication application) => this.application = application;

    /// <summary>Its address once it is started: http://127.0.0.1:8417/</summary>
    public string Address => application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => address + "/").First();

    /// <summary>What it answers: <c>GET /events</c>.</summary>
    internal IEnumerable<string> Routes => ((IEndpointRouteBuilder)application).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText}"));

    /// <summary>Makes a server that is not started yet.</summary>
    public static WebServer Create(Surroundings around, ReadingDesk desk, WebBinding binding)
    {
        if (binding.Gate is null && !IPAddress.IsLoopback(binding.Address))
        {
            throw new ArgumentException("off this machine nobody is let in without a password", nameof(binding));
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(binding.Address, binding.Port, listen =>
            {
                if (binding.Certificate is { } certificate)
                {
                    listen.UseHttps(certificate);
                }
            });
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging();
        builder.Services.AddRazorComponents();
        // Keys live as long as the server: a form is good for one run of it.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery(options =>
        {
            options.FormFieldName = "token";
            options.Cookie.Name = "dateline-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.Configure<FormOptions>(options =>
        {
            options.ValueLengthLimit = LargestRequest;
            options.MultipartBodyLengthLimit = LargestRequest;
        });
        var server = builder.Build();
        server.Use(next => context => Guard(context, binding.Gate is not null, next));
        server.Use(next => context => Answer(around, context, next));
        var gate = binding.Gate is null ? null : new GateRoutes(binding.Gate);
        if (gate is not null)
        {
            server.Use(next => context => gate.Guard(context, next));
        }

        server.UseRouting();
        Web.Routes.Map(server, desk, around);
        gate?.Map(server);
        server.UseEndpoints(_ => { });
        return new WebServer(server);
    }

    /// <summary>Begins to listen.</summary>
    public Task StartAsync(CancellationToken stop) => application.StartAsync(stop);

    /// <summary>Ends it.</summary>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    /// <summary>
    /// Lets nothing in that came by another name (a page elsewhere whose name was pointed at this machine), and nothing be posted from another page. Where a
    /// password is asked for any name will do: a page elsewhere has no session under its own.
    /// </summary>
    private static Task Guard(HttpContext context, bool isGuarded, RequestDelegate next)
    {
        var request = context.Request;
        Headers(context.Response.Headers, request.IsHttps);
        if (!isGuarded && !IsThisMachine(request.Host.Host))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return context.Response.WriteAsync($"This server answers only to the names of this machine: http://127.0.0.1:{context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture)}/\n", context.RequestAborted);
        }

        if (HttpMethods.IsPost(request.Method) && !IsFromHere(request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsync("Nothing can be sent here from a page of another site.\n", context.RequestAborted);
        }

        return next(context);
    }

    private static void Headers(IHeaderDictionary headers, bool isEncrypted)
    {
        if (isEncrypted)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin"; // with no-referrer browsers send forms of our own pages without their origin
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
    }

    /// <summary>True for the names by which a machine calls itself.</summary>
    internal static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    // A browser that keeps the origin to itself ("null") still says that the page was one of ours. Something in front may encrypt what comes here plain, so that the schemes differ.
    private static bool IsFromHere(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0 || (origin == "null" && site == "same-origin") || string.Equals(origin, $"http://{request.Host}", StringComparison.OrdinalIgnoreCase) || string.Equals(origin, $"https://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Errors as pages that say what to do; what is wrong with this program is said on standard error too.</summary>
    private static async Task Answer(Surroundings around, HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound, ContentLength: null, ContentType: null })
            {
                await Web.Routes.Complain(context, StatusCodes.Status404NotFound, "There is no such page here.");
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
        }
        catch (BadHttpRequestException error)
        {
            await Web.Routes.Complain(context, error.StatusCode, error.StatusCode == StatusCodes.Status413PayloadTooLarge ? "That is larger than any report that is taken here." : "The request could not be read.");
        }
        catch (LedgerException error)
        {
            await Web.Routes.Complain(context, StatusCodes.Status500InternalServerError, error.Message);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            Commands.DatelineCommand.Say(around, $"{context.Request.Path}: {error.GetType().Name}: {error.Message}");
            await Web.Routes.Complain(context, StatusCodes.Status500InternalServerError, "This page could not be made because of an error in this program; standard error says more.");
        }
    }
}
