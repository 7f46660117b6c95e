namespace Dateline.Annotations.Times;

/// <summary>The years a report told with days of the year: "the Sept. 19 accord" is of the year that September 19 was told with.</summary>
internal sealed class ToldYears
{
    private readonly Dictionary<(int Month, int Day), int> years = [];

    /// <summary>The time with its year when the report told it before; unchanged when it did not.</summary>
    public UnderspecifiedTime WithYear(UnderspecifiedTime time)
    {
        if (time.Day is not FixedDate { Month: { } month, Day: { } day } date)
        {
            return time;
        }

        if (date.Year is { } told)
        {
            years[(month, day)] = told;
            return time;
        }

        return date.YearPointing == Pointing.Told && years.TryGetValue((month, day), out var year)
            ? time with { Day = date with { Year = year, YearPointing = Pointing.None } }
            : time;
    }
}
