using System.Globalization;
using Dateline.Documents.Fetching;

namespace Dateline.App.Watching;

/// <summary>When a feed is asked again.</summary>
/// <param name="every">The usual time between two requests.</param>
internal sealed class WatchSchedule(TimeSpan every)
{
    private const int MostDoublings = 10;
    private const double Spread = 0.2;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(7);

    /// <summary>The moment of the next request: after failures twice as late each time, up to a day; never before the host asks for it.</summary>
    /// <param name="address">The feed.</param>
    /// <param name="failures">How often in a row it could not be had.</param>
    /// <param name="fetch">The last answer, or null.</param>
    /// <param name="now">The time.</param>
    public DateTimeOffset Next(string address, int failures, Fetch? fetch, DateTimeOffset now)
    {
        var usual = every * Math.Pow(2, Math.Min(failures, MostDoublings));
        var wait = usual > Longest && failures > 0 ? (every > Longest ? every : Longest) : usual;
        var spread = wait * ((1 - (Spread / 2)) + (Spread * Fraction(address, now)));
        var asked = Asked(fetch?.Header("Retry-After"), now);
        return now + (asked > spread ? asked : spread);
    }

    /// <summary>What Retry-After asks for: seconds or a date; nothing when it is neither.</summary>
    public static TimeSpan Asked(string? header, DateTimeOffset now)
    {
        var asked = int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment - now
            : TimeSpan.Zero;
        return asked < LongestAsked ? asked : LongestAsked;
    }

    // Feeds of one list are not all asked in one moment; no chance in it, so that a test sees the same.
    private static double Fraction(string address, DateTimeOffset now)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in address)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        hash = (hash ^ (ulong)now.Ticks) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        return ((hash ^ (hash >> 33)) >> 40) / (double)(1 << 24);
    }
}
