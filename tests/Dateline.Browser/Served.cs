using System.Diagnostics;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Dateline.Browser.Served))]

namespace Dateline.Browser;

/// <summary><c>dateline serve --samples</c>, and the Chromium of this machine.</summary>
public sealed class Served : IAsyncLifetime
{
    private Process? server;
    private IPlaywright? playwright;

    /// <summary>Where it is open.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Where pictures of the pages are put, or null.</summary>
    public static string? Pictures => Environment.GetEnvironmentVariable("DATELINE_PICTURES");

    public async ValueTask InitializeAsync()
    {
        server = Process.Start(new ProcessStartInfo("dotnet", $"\"{Environment.GetEnvironmentVariable("DATELINE_APP")}\" serve --samples --port 0") { RedirectStandardOutput = true, UseShellExecute = false })!;
        var line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("dateline serve did not open");
        Address = new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)));
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Environment.GetEnvironmentVariable("DATELINE_CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        server!.Kill(entireProcessTree: true);
        server.Dispose();
    }

    /// <summary>Puts a picture of a whole page where pictures are wanted.</summary>
    public static async Task Picture(IPage page, string name)
    {
        if (Pictures is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name.ToLowerInvariant() + ".png"), FullPage = true });
        }
    }

    /// <summary>A window of its own, which notes what goes wrong in it and who is asked for what.</summary>
    public async Task<Window> Open(int width, ColorScheme scheme, bool withScripts = true)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = Address.ToString(), ColorScheme = scheme, JavaScriptEnabled = withScripts, ViewportSize = new ViewportSize { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        var wrong = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") wrong.Add($"console: {message.Text}"); };
        page.PageError += (_, error) => wrong.Add($"script: {error}");
        page.Dialog += (_, dialog) => { wrong.Add($"dialog: {dialog.Message}"); _ = dialog.DismissAsync(); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) wrong.Add($"asks another host: {request.Url}"); };
        return new Window(context, page, wrong);
    }
}

/// <summary>A window of the browser.</summary>
/// <param name="Context">Its cookies.</param>
/// <param name="Page">What it shows.</param>
/// <param name="Wrong">What went wrong in it.</param>
public sealed record Window(IBrowserContext Context, IPage Page, List<string> Wrong) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
