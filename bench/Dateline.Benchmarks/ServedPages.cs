using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dateline.Benchmarks;

/// <summary>How long the server of <c>./dateline serve</c> takes for each page of a ledger, and how large the pages are; the first asking is left out (it compiles the page).</summary>
internal static partial class ServedPages
{
    private const int Rounds = 7;
    private const double MostMilliseconds = 300;
    private const int MostBytesOfEvents = 200_000;

    private static readonly string[] Always = ["/", "/events", "/events?page=20", "/events?kind=strike", "/events?finding=warning", "/events?q=missile", "/map", "/map?kind=strike", "/reports", "/reports?page=200", "/reports?q=missile", "/sources", "/findings", "/findings?finding=warning", "/findings?page=20", "/review", "/knowledge", "/api", "/api/status"];

    /// <summary>Asks for every page; exit status 1 when one is slower or larger than it may be.</summary>
    public static int Run(string ledger)
    {
        using var program = ProgramMeasures.Begin($"serve --ledger \"{ledger}\" --port 0");
        try
        {
            var line = program.StandardOutput.ReadLine() ?? throw new InvalidOperationException("dateline serve did not open");
            using var client = new HttpClient { BaseAddress = new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal))), Timeout = TimeSpan.FromMinutes(5) };
            var failed = Always.Concat(Found(client)).Count(address => !IsQuick(client, address));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pages over {MostMilliseconds:F0} ms or events over {MostBytesOfEvents / 1000} kB: {failed}; peak resident memory {ProgramMeasures.Peak(program.Id)}"));
            return failed == 0 ? 0 : 1;
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The pages that tell most: the event of most reports, the source of most events, and a report.</summary>
    private static List<string> Found(HttpClient client)
    {
        var most = new PriorityQueue<string, int>();
        using var events = new StreamReader(client.GetStreamAsync(new Uri("/api/events?format=jsonl", UriKind.Relative)).GetAwaiter().GetResult());
        while (events.ReadLine() is { } row)
        {
            using var json = JsonDocument.Parse(row);
            most.Enqueue(json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("reports").GetArrayLength());
            if (most.Count > 3)
            {
                most.Dequeue();
            }
        }

        var found = most.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => "/event/" + item.Element).ToList();
        foreach (var (page, link) in ((string, string)[])[("/sources", "/source?"), ("/reports", "/report/")])
        {
            found.AddRange(Link().Matches(client.GetStringAsync(new Uri(page, UriKind.Relative)).GetAwaiter().GetResult()).Select(match => match.Groups["address"].Value.Replace("&amp;", "&", StringComparison.Ordinal)).Where(address => address.StartsWith(link, StringComparison.Ordinal)).Take(2));
        }

        return found;
    }

    private static bool IsQuick(HttpClient client, string address)
    {
        var taken = new List<double>();
        var bytes = 0;
        for (var i = 0; i <= Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = client.GetAsync(new Uri(address, UriKind.Relative)).GetAwaiter().GetResult();
            bytes = answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync().GetAwaiter().GetResult().Length;
            if (i > 0)
            {
                taken.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        taken.Sort();
        var (middle, isSmall) = (taken[Rounds / 2], bytes <= MostBytesOfEvents || !address.StartsWith("/events", StringComparison.Ordinal));
        var isGood = middle <= MostMilliseconds && isSmall;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isGood ? " " : "!")} {middle,7:F0} ms (best {taken[0]:F0}, worst {taken[^1]:F0}) {bytes / 1000.0,7:F0} kB  {address}"));
        return isGood;
    }

    [GeneratedRegex("href=\"(?<address>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
