namespace Dateline.Annotations.Times;

/// <summary>What the units of the table are on the calendar.</summary>
internal static class CalendarUnits
{
    public static CalendarUnit Of(TimeWord word) => word.Text switch
    {
        "PT S" => CalendarUnit.Second,
        "PT M" => CalendarUnit.Minute,
        "PT H" => CalendarUnit.Hour,
        "P W" => CalendarUnit.Week,
        "P F" => CalendarUnit.Fortnight,
        "P K" => CalendarUnit.Weekend,
        "P M" => CalendarUnit.Month,
        "P Q" => CalendarUnit.Quarter,
        "P Y" => CalendarUnit.Year,
        "P E" => CalendarUnit.Decade,
        "P C" => CalendarUnit.Century,
        _ => CalendarUnit.Day,
    };

    /// <summary>ISO 8601 letter and how many of it the unit is: a fortnight is two W.</summary>
    public static (char Letter, int Times) Iso(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Second => ('S', 1),
        CalendarUnit.Minute => ('M', 1),
        CalendarUnit.Hour => ('H', 1),
        CalendarUnit.Week => ('W', 1),
        CalendarUnit.Fortnight => ('W', 2),
        CalendarUnit.Month => ('M', 1),
        CalendarUnit.Quarter => ('M', 3),
        CalendarUnit.Year => ('Y', 1),
        CalendarUnit.Decade => ('Y', 10),
        CalendarUnit.Century => ('Y', 100),
        _ => ('D', 1),
    };

    public static bool IsClock(CalendarUnit unit) => unit < CalendarUnit.Day;
}
