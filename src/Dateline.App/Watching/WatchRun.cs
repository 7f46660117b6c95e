using System.Text;
using System.Text.Json;
using Dateline.App.Commands;
using Dateline.Documents;
using Dateline.Documents.Feeds;
using Dateline.Documents.Fetching;
using Dateline.Ledger;

namespace Dateline.App.Watching;

/// <summary>What a watch is asked to do.</summary>
/// <param name="Feeds">Addresses, files with addresses, OPML.</param>
/// <param name="Ledger">The ledger.</param>
/// <param name="StateFile">What it must know after it was stopped.</param>
/// <param name="Once">True to ask every feed once and end.</param>
/// <param name="Every">Time between two requests for one feed.</param>
/// <param name="EntriesOnly">True to read what feeds hold, and fetch no pages.</param>
/// <param name="Exec">A command for new events, or null.</param>
/// <param name="Post">An address for new events, or null.</param>
/// <param name="AsJson">True to show events as JSON lines.</param>
/// <param name="Filter">Which events are told.</param>
/// <param name="DataFolder">Knowledge of one's own, or null.</param>
/// <param name="AllowPrivate">True to fetch from this machine and its network too.</param>
internal sealed record WatchSettings(
    IReadOnlyList<string> Feeds,
    string Ledger,
    string StateFile,
    bool Once,
    TimeSpan Every,
    bool EntriesOnly,
    string? Exec,
    string? Post,
    bool AsJson,
    LedgerFilter Filter,
    string? DataFolder,
    bool AllowPrivate);

/// <summary>
/// Asks feeds and pages again and again, adds what is new or changed, and tells new events. What was done is written down step by step, so that
/// a stop at any place loses no report and no event; at worst the last events are told once more.
/// </summary>
internal sealed class WatchRun(Surroundings around, WatchSettings settings, PoliteFetcher fetcher, WatchLedger ledger, EventTeller teller, WatchState state)
{
    private const int Batch = 20; // reports added together: few enough that news is told soon
    private const int MostAtOnce = 200; // entries of one feed read in one go; the others wait for the next

    private readonly WatchSchedule schedule = new(settings.Every);
    private readonly DocumentReader reader = new(() => Stream.Null, mayRepeat: true);

    /// <summary>True when something could not be had.</summary>
    public bool Complained { get; private set; }

    /// <summary>Asks every feed once.</summary>
    public async Task OnceAsync(IReadOnlyList<string> addresses, CancellationToken stop)
    {
        await TellAsync(stop).ConfigureAwait(false);
        foreach (var address in addresses)
        {
            var feed = Feed(address);
            if (feed.Failures > 0 && feed.Next > around.Time.GetUtcNow())
            {
                Complain(address, $"is left alone until {Moment(feed.Next)}, since it could not be had");
                continue;
            }

            await PollAsync(address, feed, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Asks feeds when their time has come, until stopped.</summary>
    public async Task RunAsync(IReadOnlyList<string> addresses, CancellationToken stop)
    {
        await TellAsync(stop).ConfigureAwait(false);
        while (true)
        {
            var next = addresses.MinBy(a => Feed(a).Next)!;
            var wait = Feed(next).Next - around.Time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, around.Time, stop).ConfigureAwait(false);
            }

            await PollAsync(next, Feed(next), stop).ConfigureAwait(false);
        }
    }

    private async Task PollAsync(string address, WatchedFeed feed, CancellationToken stop)
    {
        var page = await fetcher.FetchAsync(new FetchRequest(address, feed.Tag, feed.Changed), stop).ConfigureAwait(false);
        feed.Failures = page.Problem is null ? 0 : feed.Failures + 1;
        if (page.Problem is { } problem)
        {
            Complain(address, problem);
        }
        else if (page is { IsUnchanged: false, Fetch: { } fetch })
        {
            var isWhole = await TakeAsync(address, feed, fetch, page.Bytes, stop).ConfigureAwait(false);

            // Entries that wait are asked for again: the feed must come whole.
            (feed.Tag, feed.Changed) = isWhole ? (fetch.Header("ETag"), fetch.Header("Last-Modified")) : (null, null);
        }

        feed.Next = schedule.Next(address, feed.Failures, page.Fetch, around.Time.GetUtcNow());
        Save();
    }

    private async Task<bool> TakeAsync(string address, WatchedFeed feed, Fetch fetch, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        if (reader.EntriesOf(fetch, bytes) is { } entries)
        {
            return await TakeEntriesAsync(feed, entries, stop).ConfigureAwait(false);
        }

        if (feed.Entries.Count > 0)
        {
            // A notice of the host's in its place; as a report it would be none.
            Complain(address, "gave a page where a feed was");
            feed.Failures = 1;
            return false;
        }

        await AddAsync([.. reader.Of(fetch, bytes)], stop).ConfigureAwait(false);
        return true;
    }

    // Reads the entries that are new or say something else; true when all of them were read.
    private async Task<bool> TakeEntriesAsync(WatchedFeed feed, IReadOnlyList<FeedNews> entries, CancellationToken stop)
    {
        var fresh = entries.Where(e => !feed.Entries.TryGetValue(e.Key, out var known) || !string.Equals(known, e.Fingerprint, StringComparison.Ordinal)).ToList();
        var isWhole = fresh.Count <= MostAtOnce;
        foreach (var part in fresh.Take(MostAtOnce).Chunk(Batch))
        {
            var inputs = new List<Input>(part.Length);
            foreach (var entry in part)
            {
                inputs.AddRange(await InputsOfAsync(entry, stop).ConfigureAwait(false));
            }

            await AddAsync(inputs, stop).ConfigureAwait(false);
            foreach (var entry in part)
            {
                feed.Entries[entry.Key] = entry.Fingerprint;
            }

            Save();
        }

        // A feed that is suddenly empty, or cut off, will be back.
        if (entries.Count < feed.Entries.Count / 2)
        {
            return isWhole;
        }

        var listed = entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in feed.Entries.Keys.Where(k => !listed.Contains(k)).ToList())
        {
            feed.Entries.Remove(gone);
        }

        return isWhole;
    }

    // The page an entry announces, with the date the feed states; the entry itself where there is none or it cannot be had.
    private async Task<IEnumerable<Input>> InputsOfAsync(FeedNews entry, CancellationToken stop)
    {
        if (settings.EntriesOnly || entry.Address is not { } address)
        {
            return [entry.Input];
        }

        var page = await fetcher.FetchAsync(new FetchRequest(address), stop).ConfigureAwait(false);
        if (page is not { Problem: null, Fetch: { } fetch })
        {
            Complain(address, page.Problem + (entry.Input.Document is null ? "" : "; what the feed says of it was read"));
            return entry.Input.Document is null ? [] : [entry.Input];
        }

        var inputs = reader.Of(fetch, page.Bytes).ToList();
        return inputs.Exists(i => i.Document is not null) ? inputs.Select(i => Dated(i, entry)) : [entry.Input];
    }

    // What the feed states of it: when it was published, and by whom, where the page does not say.
    private static Input Dated(Input page, FeedNews entry) =>
        page.Document is { Stated.Published: null } document && entry.Input.Document?.Stated is { Published: { } published } stated
            ? page with { Document = document with { Stated = document.Stated with { Published = published, PublishedFrom = "feed", Outlet = document.Stated.Outlet ?? stated.Outlet } } }
            : page;

    private async Task AddAsync(IReadOnlyList<Input> inputs, CancellationToken stop)
    {
        foreach (var input in inputs)
        {
            if (input.Problem is { } problem)
            {
                Complain(input.Source, problem);
            }
        }

        // Written down before it is in the ledger, and struck out when its events were told.
        var prepared = ledger.Prepare(inputs.Select(i => i.Document).OfType<RawDocument>(), Complain);
        state.Untold.AddRange(prepared.Reports);
        Save();
        ledger.Add(prepared);
        await TellAsync(stop).ConfigureAwait(false);
    }

    private async Task TellAsync(CancellationToken stop)
    {
        if (state.Untold.Count > 0)
        {
            var rows = ledger.NewEvents(state.Untold, settings.Filter);
            state.Outgoing.AddRange(rows.Select(row => new OutgoingEvent { Id = row.Id, Json = Encoding.UTF8.GetString(row.Json), Exec = settings.Exec is not null, Post = settings.Post is not null }));
            teller.Show(rows);
            state.Untold.Clear();
            Save();
        }

        if (state.Outgoing.Count > 0)
        {
            Complained |= await teller.HandOverAsync(state.Outgoing, stop).ConfigureAwait(false);
            Save();
        }
    }

    private WatchedFeed Feed(string address)
    {
        if (!state.Feeds.TryGetValue(address, out var feed))
        {
            state.Feeds.Add(address, feed = new WatchedFeed { Next = around.Time.GetUtcNow() });
        }

        return feed;
    }

    private void Save() => state.Save(settings.StateFile);

    private void Complain(string source, string problem)
    {
        Complained = true;
        DatelineCommand.Say(around, $"{source}: {problem}");
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
