using System.Text;
using Dateline.App.Fetching;
using Dateline.Documents.Fetching;

namespace Dateline.App.Watching;

/// <summary>Fetches as a guest should: what robots.txt allows, one request at a time, with a pause between two to one host.</summary>
internal sealed class PoliteFetcher(IPageFetcher fetcher, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RulesHold = TimeSpan.FromHours(24);
    private static readonly TimeSpan SilenceHolds = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Fetches an address when its turn has come.</summary>
    public async Task<FetchedPage> FetchAsync(FetchRequest request, CancellationToken stop)
    {
        if (!Uri.TryCreate(request.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return new FetchedPage(null, default, "is no address that can be fetched (http, https)");
        }

        var host = await HostOfAsync(address, stop).ConfigureAwait(false);
        if (!host.Rules.Allows(address))
        {
            return new FetchedPage(null, default, host.Rules == RobotsRules.Closed ? $"its host's robots.txt cannot be had ({host.Problem}), so nothing is fetched there for now" : "its host asks programs not to fetch it (robots.txt)");
        }

        return await TakeTurnAsync(host, request, stop).ConfigureAwait(false);
    }

    private async Task<Host> HostOfAsync(Uri address, CancellationToken stop)
    {
        var root = address.GetLeftPart(UriPartial.Authority);
        if (!hosts.TryGetValue(root, out var host))
        {
            hosts.Add(root, host = new Host());
        }

        if (time.GetUtcNow() >= host.RulesEnd)
        {
            var page = await TakeTurnAsync(host, new FetchRequest(root + "/robots.txt"), stop).ConfigureAwait(false);
            var status = page.Fetch?.Status ?? 0;
            host.Problem = page.Problem;

            // There is none: everything is allowed. It cannot be had: nothing is, for now.
            host.Rules = page.Problem is null ? RobotsRules.Of(Encoding.UTF8.GetString(page.Bytes.Span), PageFetcher.Robot) : status is >= 400 and < 500 and not 429 ? RobotsRules.Open : RobotsRules.Closed;
            host.RulesEnd = time.GetUtcNow() + (host.Rules == RobotsRules.Closed ? SilenceHolds : RulesHold);
        }

        return host;
    }

    private async Task<FetchedPage> TakeTurnAsync(Host host, FetchRequest request, CancellationToken stop)
    {
        var wait = host.Free - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, stop).ConfigureAwait(false);
        }

        var page = await fetcher.FetchAsync(request, stop).ConfigureAwait(false);
        host.Free = time.GetUtcNow() + (host.Rules.Delay is { } delay && delay > Pause.TotalSeconds ? TimeSpan.FromSeconds(delay) : Pause);
        return page;
    }

    private sealed class Host
    {
        public RobotsRules Rules { get; set; } = RobotsRules.Open;

        public string? Problem { get; set; }

        public DateTimeOffset RulesEnd { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset Free { get; set; } = DateTimeOffset.MinValue;
    }
}
