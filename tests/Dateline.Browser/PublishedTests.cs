using System.Diagnostics;
using Microsoft.Playwright;

namespace Dateline.Browser;

/// <summary>A published site opened from its folder, without any server: nobody stumbles, every link leads somewhere, nothing is asked elsewhere.</summary>
public sealed class PublishedTests(Served served, PublishedTests.Site site) : IClassFixture<PublishedTests.Site>
{
    [Theory]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    [InlineData(380, ColorScheme.Light)]
    public async Task NobodyStumbles(int width, ColorScheme scheme)
    {
        await using var window = await served.Open(width, scheme);
        var wrong = new List<string>();
        foreach (var file in site.Kinds)
        {
            await window.Page.GotoAsync(site.Address(file));
            wrong.AddRange((await window.Page.EvaluateAsync<string[]>(PageTests.Stumbles)).Select(found => $"{file}: {found}"));
            await Served.Picture(window.Page, $"published-{file.Split('/')[0].Split('.')[0]}-{width}-{scheme}");
        }

        // A script of a folder may ask for files beside it; a browser calls each of them another origin.
        Assert.Empty(wrong.Concat(window.Wrong.Where(line => !line.Contains("file://", StringComparison.Ordinal))).ToList());
    }

    [Fact]
    public async Task EveryLinkIsWalked()
    {
        await using var window = await served.Open(1200, ColorScheme.Light, withScripts: false);
        var waiting = new Queue<string>([site.Address("index.html")]);
        var seen = new HashSet<string>(waiting, StringComparer.Ordinal);
        var broken = new List<string>();
        while (waiting.TryDequeue(out var address))
        {
            await window.Page.GotoAsync(address);
            foreach (var link in await window.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(a => a.href.baseVal === undefined ? a.href : new URL(a.href.baseVal, document.baseURI).href).concat([...document.querySelectorAll('link[href], script[src], img[src]')].map(e => e.href || e.src))"))
            {
                var plain = link.Split('#')[0];
                if (!plain.StartsWith("file:", StringComparison.Ordinal) || !seen.Add(plain))
                {
                    continue;
                }

                if (!File.Exists(Uri.UnescapeDataString(new Uri(plain).AbsolutePath)))
                {
                    broken.Add($"{address}: {link}");
                }
                else if (plain.EndsWith(".html", StringComparison.Ordinal))
                {
                    waiting.Enqueue(plain);
                }
            }
        }

        Assert.Empty(broken);
        Assert.Equal(site.Pages, seen.Count(address => address.EndsWith(".html", StringComparison.Ordinal)));
    }

    /// <summary>The samples, published.</summary>
    public sealed class Site : IAsyncLifetime
    {
        private static readonly string[] Single = ["index.html", "map.html", "reports.html", "sources.html", "findings.html", "knowledge.html"];
        private static readonly string[] Many = ["event", "report", "source", "events"];
        private readonly string folder = Directory.CreateTempSubdirectory("dateline-site-").FullName;

        /// <summary>A page of each kind.</summary>
        public IEnumerable<string> Kinds => Single.Concat(Many.Select(kind => $"{kind}/{Path.GetFileName(Directory.EnumerateFiles(Path.Combine(folder, "site", kind)).Order(StringComparer.Ordinal).First())}"));

        /// <summary>Pages there are.</summary>
        public int Pages => Directory.EnumerateFiles(Path.Combine(folder, "site"), "*.html", SearchOption.AllDirectories).Count();

        /// <summary>The address of a file.</summary>
        public string Address(string file) => new Uri(Path.Combine(folder, "site", file)).AbsoluteUri;

        public async ValueTask InitializeAsync()
        {
            var ledger = Path.Combine(folder, "samples.db");
            await Run("add", Environment.GetEnvironmentVariable("DATELINE_SAMPLES") ?? "samples", "--ledger", ledger);
            await Run("publish", Path.Combine(folder, "site"), "--ledger", ledger);
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        private static async Task Run(params string[] arguments)
        {
            using var program = Process.Start(new ProcessStartInfo("dotnet", [Environment.GetEnvironmentVariable("DATELINE_APP")!, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
