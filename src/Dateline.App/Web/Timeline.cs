using System.Globalization;
using Dateline.Ledger;

namespace Dateline.App.Web;

/// <summary>A stretch of a timeline.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Label">How it is called: 2025-01, week of 2025-01-06.</param>
/// <param name="Events">Events that may have begun in it.</param>
public sealed record TimelineBar(string From, string To, string Label, int Events);

/// <summary>Events over time: by day, week, month or year, whatever gives a picture that fits a page.</summary>
/// <param name="Bars">The stretches, without a gap.</param>
/// <param name="Unit">day, week, month or year.</param>
/// <param name="Undated">Events without a day.</param>
public sealed record Timeline(IReadOnlyList<TimelineBar> Bars, string Unit, int Undated)
{
    private const int Most = 120; // bars on one page
    private const int Week = 7;

    /// <summary>The height of the highest bar.</summary>
    public int Highest => Bars.Count == 0 ? 0 : Bars.Max(bar => bar.Events);

    /// <summary>Arranges events by their first day.</summary>
    public static Timeline Of(IReadOnlyList<EventHead> events)
    {
        var days = events.Select(e => e.First).OfType<string>().Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Order().ToList();
        var undated = events.Count - days.Count;
        if (days.Count == 0)
        {
            return new Timeline([], "day", undated);
        }

        var span = days[^1].DayNumber - days[0].DayNumber;
        var unit = span < Most / 2 ? "day" : span < Most * Week ? "week" : span / 30 < Most ? "month" : "year";
        var counts = days.GroupBy(day => Begin(day, unit)).ToDictionary(group => group.Key, group => group.Count());
        var bars = new List<TimelineBar>();
        for (var begin = Begin(days[0], unit); begin <= days[^1]; begin = Next(begin, unit))
        {
            bars.Add(new TimelineBar(Iso(begin), Iso(Next(begin, unit).AddDays(-1)), Label(begin, unit), counts.GetValueOrDefault(begin)));
        }

        return new Timeline(bars, unit, undated);
    }

    private static DateOnly Begin(DateOnly day, string unit) => unit switch
    {
        "day" => day,
        "week" => day.AddDays(-(((int)day.DayOfWeek + Week - 1) % Week)),
        "month" => new DateOnly(day.Year, day.Month, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private static DateOnly Next(DateOnly begin, string unit) => unit switch
    {
        "day" => begin.AddDays(1),
        "week" => begin.AddDays(Week),
        "month" => begin.AddMonths(1),
        _ => begin.AddYears(1),
    };

    private static string Label(DateOnly begin, string unit) => unit switch
    {
        "week" => "week of " + Iso(begin),
        "month" => Iso(begin)[..7],
        "year" => Iso(begin)[..4],
        _ => Iso(begin),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
