using NodaTime;

namespace Dateline.Checks;

/// <summary>
/// DL0201: the weekday written beside a date is not that date's. A warning where the year is written; where it was found, another year
/// that fits is named and the finding is a notice.
/// </summary>
public sealed class WeekdayAndDate : ICheck
{
    // How far another year is looked for.
    private const int Years = 6;

    /// <inheritdoc/>
    public string Id => "DL0201";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var time in input.Annotations.Times)
        {
            if (time is not { Weekday: { } told, First: { } day } || time.First != time.Last || day.DayOfWeek == told)
            {
                continue;
            }

            var other = time.HasYear ? null : YearOf(day, told);
            yield return new Finding(
                Id,
                time.HasYear ? Severity.Warning : Severity.Notice,
                $"\"{time.Span.In(input.Text)}\": {CheckWords.Day(day)} is a {day.DayOfWeek}, not a {told}." + (other is { } year ? $" It is one in {year}." : ""),
                CheckWords.ClaimsAt(input, time.Span),
                [new("date", CheckWords.Day(day)), new("weekday_of_date", day.DayOfWeek.ToString()), new("weekday_printed", told.ToString()), new("year_that_fits", other)],
                time.Span);
        }
    }

    private static int? YearOf(LocalDate day, IsoDayOfWeek weekday)
    {
        for (var away = 1; away <= Years; away++)
        {
            foreach (var year in (ReadOnlySpan<int>)[day.Year - away, day.Year + away])
            {
                if ((day.Month != 2 || day.Day != 29 || CalendarSystem.Iso.IsLeapYear(year)) && new LocalDate(year, day.Month, day.Day).DayOfWeek == weekday)
                {
                    return year;
                }
            }
        }

        return null;
    }
}
