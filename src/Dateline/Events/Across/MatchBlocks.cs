using System.Globalization;
using NodaTime;

namespace Dateline.Events.Across;

/// <summary>
/// Where tellings of one event meet without every pair being compared: each is kept under a few keys, and looks under a few. Two that
/// could be of one event always share one, whichever comes first.
/// </summary>
internal static class MatchBlocks
{
    private const int ShortSpan = 9; // days kept one by one; a longer span is kept by its months
    private const int Night = 2;
    private const int Small = 10;
    private const int MostNames = 6;
    private const int MostAround = 4;

    /// <summary>The keys a telling is kept under.</summary>
    public static IEnumerable<string> Kept(EventProfile profile)
    {
        var span = Span(profile);
        if (profile.IsOnNewsDay)
        {
            return [Day(profile, 'd', span!.First), Day(profile, 'p', span.First), .. Dated(profile)];
        }

        if (span is not null)
        {
            return [.. span.Length <= ShortSpan ? Days(profile, 'd', span.First, span.Last) : Months(profile, span.First, span.Last), .. Dated(profile)];
        }

        return profile.NewsOn is { } day ? [Day(profile, 'p', day), .. Undated(profile)] : Undated(profile);
    }

    /// <summary>The keys under which tellings it could be one event with are kept.</summary>
    public static IEnumerable<string> Sought(EventProfile profile, KindSameness kind)
    {
        if (!profile.IsOnNewsDay && Span(profile) is { } span)
        {
            var (first, last) = (span.First.PlusDays(-1), span.Last.PlusDays(1));
            return [.. Days(profile, 'd', first, last), .. Months(profile, first, last), .. Days(profile, 'p', first, last.PlusDays(kind.Late)), .. Undated(profile)];
        }

        if (profile.NewsOn is { } day)
        {
            var first = day.PlusDays(-kind.Late - 1);
            return
            [
                .. Days(profile, 'p', day.PlusDays(-kind.Late), day.PlusDays(kind.Late)), .. Days(profile, 'd', first, day.PlusDays(1)), .. Months(profile, first, day),
                .. IsFixed(profile) ? Undated(profile) : [.. Dated(profile), .. Undated(profile)],
            ];
        }

        return [.. Dated(profile), .. Undated(profile)];
    }

    // News is of the days before it was printed; a plan, and a weekday that may be any, are not.
    private static bool IsFixed(EventProfile profile) => profile.Status is Claims.EventStatus.News && profile.PartDays.Count == 0;

    private static IEnumerable<string> Dated(EventProfile profile) => Marks(profile, 'f').Concat(PartDays(profile, 'f'));

    private static IEnumerable<string> Undated(EventProfile profile) => Marks(profile, 'u').Concat(PartDays(profile, 'u'));

    private static DaySpan? Span(EventProfile profile) => profile.Days is { Length: <= ProfileMaker.LongSpan } span ? span : null;

    private static IEnumerable<string> Days(EventProfile profile, char prefix, LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            yield return Day(profile, prefix, day);
        }
    }

    private static IEnumerable<string> Months(EventProfile profile, LocalDate first, LocalDate last)
    {
        for (var month = new LocalDate(first.Year, first.Month, 1); month <= last; month = month.PlusMonths(1))
        {
            yield return Day(profile, 'm', month);
        }
    }

    private static string Day(EventProfile profile, char prefix, LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{profile.Kind}|{prefix}{day.Year}-{day.Month}-{day.Day}");

    // Weekdays with the persons, bodies and places, and days of a year nobody states. The day a report names and the day it names without a year meet here.
    private static IEnumerable<string> PartDays(EventProfile profile, char prefix)
    {
        foreach (var part in profile.Days is { Length: <= Night } span ? [new PartDay(span.First.DayOfWeek, span.First.Month, span.First.Day)] : profile.PartDays)
        {
            if (part.Month > 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{profile.Kind}|{prefix}y{part.Month}-{part.Day}");
            }

            foreach (var party in profile.Parties)
            {
                if (!party.IsState && part.Weekday is not IsoDayOfWeek.None)
                {
                    yield return $"{profile.Kind}|{prefix}w{part.Weekday:D}{party.Name}";
                }
            }

            for (var i = 0; i < profile.Around.Count && i < MostAround && part.Weekday is not IsoDayOfWeek.None; i++)
            {
                yield return $"{profile.Kind}|{prefix}w{part.Weekday:D}{profile.Around[i]}";
            }
        }
    }

    // figures, quoted words, names and spots, for those whose day nobody states
    private static IEnumerable<string> Marks(EventProfile profile, char prefix) =>
        profile.Figures.Select(f => (f.Role, Value: f.Low ?? f.High)).Where(f => f.Value >= Small).Select(f => string.Create(CultureInfo.InvariantCulture, $"{profile.Kind}|{prefix}{f.Role}{f.Value:G29}"))
            .Concat(profile.Quotes.Select(q => string.Create(CultureInfo.InvariantCulture, $"{profile.Kind}|{prefix}q{q}")))
            .Concat(profile.Places.Where(p => p.IsSpot).Select(p => $"{profile.Kind}|{prefix}s{p.Id}"))
            .Concat(profile.Names.Take(MostNames).Select(n => $"{profile.Kind}|{prefix}n{n}"))
            .Concat(profile.Title.Take(MostNames).Select(n => $"{profile.Kind}|{prefix}t{n}"))
            .Concat(profile.Beside.Take(MostNames).Select(b => $"{profile.Kind}|{prefix}b{b}"))
            .Distinct(StringComparer.Ordinal);
}
