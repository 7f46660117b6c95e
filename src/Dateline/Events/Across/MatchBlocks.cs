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
    private const int LongSpan = 93; // days; a longer one dates nothing
    private const int Small = 10;

    /// <summary>The keys a telling is kept under.</summary>
    public static IEnumerable<string> Kept(EventProfile profile)
    {
        var span = Span(profile);
        if (span is not null)
        {
            return [.. span.Length <= ShortSpan ? Days(profile, 'd', span.First, span.Last) : Months(profile, span.First, span.Last), .. Marks(profile, 'f')];
        }

        return profile.NewsOn is { } day ? [Day(profile, 'p', day), .. Marks(profile, 'u')] : Marks(profile, 'u');
    }

    /// <summary>The keys under which tellings it could be one event with are kept.</summary>
    public static IEnumerable<string> Sought(EventProfile profile, KindSameness kind)
    {
        if (Span(profile) is { } span)
        {
            var (first, last) = (span.First.PlusDays(-1), span.Last.PlusDays(1));
            return [.. Days(profile, 'd', first, last), .. Months(profile, first, last), .. Days(profile, 'p', first, last.PlusDays(kind.Late)), .. Marks(profile, 'u')];
        }

        if (profile.NewsOn is { } day)
        {
            var first = day.PlusDays(-kind.Late - 1);
            return [.. Days(profile, 'p', day.PlusDays(-kind.Late), day.PlusDays(kind.Late)), .. Days(profile, 'd', first, day.PlusDays(1)), .. Months(profile, first, day), .. Marks(profile, 'u')];
        }

        return [.. Marks(profile, 'f'), .. Marks(profile, 'u')];
    }

    private static DaySpan? Span(EventProfile profile) => profile.Days is { Length: <= LongSpan } span ? span : null;

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

    // figures, quoted words and spots, for those whose day nobody states
    private static IEnumerable<string> Marks(EventProfile profile, char prefix) =>
        profile.Figures.Select(f => (f.Role, Value: f.Low ?? f.High)).Where(f => f.Value >= Small).Select(f => string.Create(CultureInfo.InvariantCulture, $"{profile.Kind}|{prefix}{f.Role}{f.Value:G29}"))
            .Concat(profile.Quotes.Select(q => string.Create(CultureInfo.InvariantCulture, $"{profile.Kind}|{prefix}q{q}")))
            .Concat(profile.Places.Where(p => p.IsSpot).Select(p => $"{profile.Kind}|{prefix}s{p.Id}"))
            .Distinct(StringComparer.Ordinal);
}
