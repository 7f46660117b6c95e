using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>A stretch of days that an expression was found to mean, or the reason why it was not found.</summary>
/// <param name="First">First day, inclusive, or null.</param>
/// <param name="Last">Last day, inclusive, or null.</param>
/// <param name="Value">TIMEX3 value, with X where unknown.</param>
/// <param name="Precision">How finely it is told.</param>
/// <param name="Anchor">What it was counted from, or why it could not be.</param>
/// <param name="Direction">Which way it was looked for.</param>
internal readonly record struct Period(LocalDate? First, LocalDate? Last, string Value, TimePrecision Precision, string Anchor, TimeDirection Direction)
{
    public bool IsDay => First is not null && First == Last;

    public static Period Unknown(string value, TimePrecision precision, string why) => new(null, null, value, precision, why, TimeDirection.None);

    public static Period Of(LocalDate first, LocalDate last, string value, TimePrecision precision, string anchor, TimeDirection direction = TimeDirection.None) =>
        new(first, last, value, precision, anchor, direction);

    public static Period OfDay(LocalDate day, string anchor, TimeDirection direction = TimeDirection.None) =>
        new(day, day, TimexValue.Day(day), TimePrecision.Day, anchor, direction);

    public static Period OfMonth(int year, int month, string anchor, TimeDirection direction = TimeDirection.None)
    {
        var first = new LocalDate(year, month, 1);
        return new(first, first.PlusMonths(1).PlusDays(-1), TimexValue.Month(year, month), TimePrecision.Month, anchor, direction);
    }

    public static Period OfYear(int year, string anchor, TimeDirection direction = TimeDirection.None) =>
        new(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), TimexValue.Year(year), TimePrecision.Year, anchor, direction);

    /// <summary>The unit of the calendar that holds a day.</summary>
    public static Period Holding(LocalDate day, CalendarUnit unit, string anchor, TimeDirection direction)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return unit switch
        {
            CalendarUnit.Week or CalendarUnit.Fortnight => Of(monday, monday.PlusDays(6), TimexValue.Week(day), TimePrecision.Week, anchor, direction),
            CalendarUnit.Weekend => Of(monday.PlusDays(5), monday.PlusDays(6), TimexValue.Week(day) + "-WE", TimePrecision.Week, anchor, direction),
            CalendarUnit.Month => OfMonth(day.Year, day.Month, anchor, direction),
            CalendarUnit.Quarter => OfQuarter(day.Year, ((day.Month - 1) / 3) + 1, anchor, direction),
            CalendarUnit.Year => OfYear(day.Year, anchor, direction),
            CalendarUnit.Decade => OfYears(day.Year / 10 * 10, 10, anchor, direction),
            CalendarUnit.Century => OfYears(((day.Year - 1) / 100 * 100) + 1, 100, anchor, direction),
            _ => OfDay(day, anchor, direction),
        };
    }

    public static Period OfQuarter(int year, int quarter, string anchor, TimeDirection direction = TimeDirection.None)
    {
        var first = new LocalDate(year, (quarter * 3) - 2, 1);
        return Of(first, first.PlusMonths(3).PlusDays(-1), TimexValue.Year(year) + "-Q" + quarter, TimePrecision.Quarter, anchor, direction);
    }

    public static Period OfYears(int first, int years, string anchor, TimeDirection direction = TimeDirection.None)
    {
        var value = TimexValue.Year(first)[..(years == 10 ? 3 : 2)];
        return Of(new LocalDate(first, 1, 1), new LocalDate(first + years - 1, 12, 31), value, TimePrecision.Year, anchor, direction);
    }
}
