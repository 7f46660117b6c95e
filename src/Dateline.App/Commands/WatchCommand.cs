using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text.Json;
using Dateline.App.Watching;
using Dateline.Documents.Feeds;

namespace Dateline.App.Commands;

/// <summary><c>dateline watch</c>: its arguments, options and help.</summary>
internal static class WatchCommand
{
    private const string More = """
        FEEDS are addresses of feeds, sitemaps or single pages, files with one address a line (# begins a comment), or OPML. Each is asked for changes every
        --every; of new or changed entries the page is fetched and added to the ledger (--entries: what the feed itself holds). Each new event, one
        that no report in the ledger told before, is one line on standard output, and goes as JSON to the command of --exec (on its standard
        input) and to the address of --post; what they do not take is tried again.

        It asks as a guest should: only for what has changed, 2 s between two requests to one host, as robots.txt and Retry-After say, later and later
        when something fails. What it must know lies beside the ledger; stopped at any place (Ctrl-C), it goes on from there.

        Examples:
          dateline watch https://example.org/feed.xml
          dateline watch feeds.opml --kind missile_test --exec 'notify-send "$DATELINE_EVENT"'
          dateline watch feeds.txt --once --format jsonl

        Exit status:
          0 all asked (--once); 1 something could not be had (each is named on standard error, the others are read), or the ledger failed;
          2 wrong use; 130 stopped
        """;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var feeds = new Argument<string[]>("FEEDS") { Description = "Addresses, files with addresses, OPML", Arity = ArgumentArity.OneOrMore };
        var once = new Option<bool>("--once") { Description = "Ask every feed once, then end" };
        var every = new Option<string>("--every") { HelpName = "TIME", Description = "Time between two requests for one feed: 15m, 6h, 1d; at least 1m", DefaultValueFactory = _ => "15m" };
        every.Validators.Add(result =>
        {
            if (Time(result.GetValueOrDefault<string>()) is not { } time || time < Shortest)
            {
                result.AddError("--every takes a time such as 15m, 6h or 1d, at least 1m");
            }
        });
        var entries = new Option<bool>("--entries") { Description = "Read what feeds hold; fetch no pages" };
        var exec = new Option<string?>("--exec") { HelpName = "CMD", Description = "A command run for each new event, with its JSON on standard input" };
        var post = new Option<string?>("--post") { HelpName = "ADDRESS", Description = "An address each new event is posted to as JSON" };
        post.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var found) && found.Scheme is "http" or "https"))
            {
                result.AddError($"--post \"{address}\" is no address (http, https)");
            }
        });
        var state = new Option<string?>("--state") { HelpName = "FILE", Description = "What it must know after a stop; LEDGER.watch.json when not given, dateline.watch.json for a ledger on a server" };
        var format = CommandOptions.Choice<OutputOfWatch>("--format", "text|jsonl", "How new events are shown: a line of words (when not given), or the row of dateline events as JSON");
        var (options, input) = (new LedgerOptions(), new InputOptions());
        var command = new Command("watch", "Asks feeds for news, adds it to a ledger and tells new events")
        {
            feeds, options.File, once, every, entries, exec, post, format, options.Kind, options.Status, options.Actor, options.Place, state, input.AllowPrivate, input.Data,
        };
        command.SetAction((parsed, stop) =>
        {
            var file = parsed.GetValue(options.File)!;
            return RunAsync(
                around,
                new WatchSettings(
                    parsed.GetValue(feeds)!,
                    file,
                    parsed.GetValue(state) ?? (file.Contains("://", StringComparison.Ordinal) ? "dateline" : file) + ".watch.json",
                    parsed.GetValue(once),
                    Time(parsed.GetValue(every))!.Value,
                    parsed.GetValue(entries),
                    parsed.GetValue(exec),
                    parsed.GetValue(post),
                    parsed.GetValue(format) is OutputOfWatch.Jsonl,
                    Ledger.LedgerFilter.All with { Kind = parsed.GetValue(options.Kind)?.Trim().Replace(' ', '_'), Status = parsed.GetValue(options.Status), Actor = parsed.GetValue(options.Actor), Place = parsed.GetValue(options.Place) },
                    parsed.GetValue(input.Data),
                    parsed.GetValue(input.AllowPrivate)),
                stop);
        });
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }

    private static async Task<int> RunAsync(Surroundings around, WatchSettings settings, CancellationToken stop)
    {
        var addresses = Addresses(around, settings.Feeds);
        if (addresses is null)
        {
            return ExitStatus.WrongUse;
        }

        using var pages = around.Fetcher(settings.AllowPrivate);
        if (pages is null || Locked(around, settings.StateFile) is not { } held)
        {
            return ExitStatus.WrongUse;
        }

        await using (held.ConfigureAwait(false))
        {
            if (Loaded(around, settings.StateFile) is not { } state)
            {
                return ExitStatus.WrongUse;
            }

            using var ledger = new WatchLedger(around, settings.Ledger, around.Knowledge(settings.DataFolder), settings.Feeds);
            using var hooks = new EventHooks(settings.Exec, settings.Post);
            var run = new WatchRun(around, settings, new PoliteFetcher(pages, around.Time), ledger, new EventTeller(around, hooks, settings.AsJson), state);
            await (settings.Once ? run.OnceAsync(addresses, stop) : run.RunAsync(addresses, stop)).ConfigureAwait(false);
            return run.Complained ? ExitStatus.SomeInputFailed : ExitStatus.Done;
        }
    }

    // What is no address is a file of addresses.
    private static List<string>? Addresses(Surroundings around, IReadOnlyList<string> feeds)
    {
        var addresses = new List<string>();
        foreach (var feed in feeds)
        {
            if (feed.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || feed.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                addresses.Add(feed);
                continue;
            }

            try
            {
                addresses.AddRange(FeedList.Of(File.ReadAllText(feed)));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                DatelineCommand.Say(around, $"{feed}: is neither an address (http, https) nor a file that can be read");
                return null;
            }
        }

        if (addresses.Count == 0)
        {
            DatelineCommand.Say(around, "there is no address in the lists named");
            return null;
        }

        return [.. addresses.Distinct(StringComparer.Ordinal)];
    }

    private static WatchState? Loaded(Surroundings around, string file)
    {
        try
        {
            return WatchState.Load(file);
        }
        catch (JsonException)
        {
            DatelineCommand.Say(around, $"{file}: is damaged, or no state of a watch; without it all feeds are read anew, and nothing is added twice");
            return null;
        }
    }

    // Two watches over one state would tell everything twice.
    private static FileStream? Locked(Surroundings around, string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            DatelineCommand.Say(around, $"{file}: another watch uses it, or it cannot be written; --state names another file");
            return null;
        }
    }

    private static TimeSpan? Time(string? written)
    {
        if (written is not { Length: > 1 } || !int.TryParse(written.AsSpan(0, written.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 10_000)
        {
            return null;
        }

        return written[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }

    private enum OutputOfWatch
    {
        Text,
        Jsonl,
    }
}
