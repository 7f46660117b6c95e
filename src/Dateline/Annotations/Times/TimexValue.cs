using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Dateline.Annotations.Times;

/// <summary>Writes TIMEX3 values.</summary>
internal static class TimexValue
{
    public static string Day(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}");

    public static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    public static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    public static string Week(LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(day):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):00}");

    public static string Clock(LocalTime time) =>
        time.Second == 0
            ? string.Create(CultureInfo.InvariantCulture, $"T{time.Hour:00}:{time.Minute:00}")
            : string.Create(CultureInfo.InvariantCulture, $"T{time.Hour:00}:{time.Minute:00}:{time.Second:00}");

    /// <summary>The value before anything is counted from anywhere.</summary>
    public static string Underspecified(CalendarTime time) => time switch
    {
        FixedDate { Month: null } date => date.Year is { } year ? Year(year) : "XXXX",
        FixedDate date => (date.Year is { } year ? Year(year) : "XXXX") + "-" + Two(date.Month) + (date.Day is null ? "" : "-" + Two(date.Day)),
        HolidayTime holiday => "XXXX-" + Two(holiday.Month) + "-" + Two(holiday.Day),
        WeekdayTime weekday => "XXXX-WXX-" + weekday.Weekday.ToString(CultureInfo.InvariantCulture),
        PointedUnit unit => Of(unit.Unit),
        CountedTime counted => Of(counted.Unit),
        RunningTime running => Length(running.Count, running.Unit),
        SeasonTime season => "XXXX-" + season.Code,
        PartOf { Weekday: > 0 } part => "XXXX-WXX-" + part.Weekday.ToString(CultureInfo.InvariantCulture),
        PartOf { Part: "nth" } part => Of(part.Unit),
        PartOf part => part.Whole is null ? "XXXX-XX-XX" : Underspecified(part.Whole),
        AmbiguousDate date => Year(date.Year),
        CalendarRange range => Underspecified(range.From) + "/" + Underspecified(range.To),
        _ => "XXXX-XX-XX",
    };

    /// <summary>P2W, PT48H, PXD.</summary>
    public static string Length(decimal? count, CalendarUnit unit)
    {
        var (letter, times) = CalendarUnits.Iso(unit);
        var amount = count is { } known ? (known * times).ToString("0.####", CultureInfo.InvariantCulture) : "X";
        return (CalendarUnits.IsClock(unit) ? "PT" : "P") + amount + letter;
    }

    private static string Of(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Week or CalendarUnit.Fortnight => "XXXX-WXX",
        CalendarUnit.Weekend => "XXXX-WXX-WE",
        CalendarUnit.Month => "XXXX-XX",
        CalendarUnit.Quarter => "XXXX-QX",
        CalendarUnit.Year => "XXXX",
        CalendarUnit.Decade => "XXX",
        CalendarUnit.Century => "XX",
        < CalendarUnit.Day => "XXXX-XX-XXTXX",
        _ => "XXXX-XX-XX",
    };

    private static string Two(int? value) => value is { } known ? known.ToString("00", CultureInfo.InvariantCulture) : "XX";
}
