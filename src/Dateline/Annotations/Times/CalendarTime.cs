using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>A step along the calendar: ISO letters D, W, M, Y and ours F fortnight, Q quarter, E decade, C century, K weekend; H, N (minute), S below the day.</summary>
internal enum CalendarUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// <summary>Where a word such as "last", "next", "previous" points.</summary>
internal enum Pointing
{
    None,
    This,
    Last,
    Next,
    Coming,
    Same,
    Previous,
    Following,

    // "the overnight attack": the one told before, else the one that is news; "the Sept. 19 accord": the year told with that day
    Told,
}

/// <summary>A stretch of the calendar as the words tell it, not yet counted from anything.</summary>
internal abstract record CalendarTime;

/// <summary>26 February 2025, with what is missing null. Pointing: "January last year" (year), "last January" (month).</summary>
internal sealed record FixedDate(int? Year, int? Month, int? Day, int? Weekday, Pointing YearPointing = Pointing.None, Pointing Pointing = Pointing.None) : CalendarTime;

/// <summary>A weekday; <paramref name="Of"/> is the week it is told to stand in ("Sunday of last week"), or null.</summary>
internal sealed record WeekdayTime(int Weekday, Pointing Pointing, CalendarTime? Of) : CalendarTime;

/// <summary>today, yesterday, tomorrow: days from publication.</summary>
internal sealed record RelativeDay(int Days) : CalendarTime;

/// <summary>"last week", "this year", "the same day", "the previous month".</summary>
internal sealed record PointedUnit(CalendarUnit Unit, Pointing Pointing) : CalendarTime;

/// <summary>"in the spring", "last winter", "summer 2024".</summary>
internal sealed record SeasonTime(string Code, int FirstMonth, int? Year, Pointing Pointing) : CalendarTime;

/// <summary>"the 1990s", "the 21st century": first year and number of years.</summary>
internal sealed record YearsTime(int FirstYear, int Years) : CalendarTime;

/// <summary>A day of the year with a name.</summary>
internal sealed record HolidayTime(int Month, int Day, int? Year) : CalendarTime;

/// <summary>Part of a period: start, middle, end, earlier, later, half1, half2, quarter1-4, or the nth unit of it. An inner null is a period the calendar does not know ("the war").</summary>
internal sealed record PartOf(string Part, CalendarTime? Whole, CalendarUnit Unit = CalendarUnit.Day, int Nth = 0) : CalendarTime
{
    /// <summary>How many units it holds: two in "the first two weeks of October".</summary>
    public int Units { get; init; } = 1;

    /// <summary>The weekday the nth of which it is, 1 to 7 ("the second Sunday of March"), or 0.</summary>
    public int Weekday { get; init; }
}

/// <summary>"two weeks ago", "a day earlier", "two days before [whole]". Origin: publication, text, event.</summary>
internal sealed record CountedTime(decimal Low, decimal High, bool Vague, CalendarUnit Unit, int Sign, string Origin, CalendarTime? Whole) : CalendarTime;

/// <summary>"the past two weeks", "the coming months": ends or begins at publication.</summary>
internal sealed record RunningTime(decimal? Count, CalendarUnit Unit, int Sign) : CalendarTime;

/// <summary>A figure date whose day and month cannot be told apart.</summary>
internal sealed record AmbiguousDate(int Year, int One, int Other) : CalendarTime;

/// <summary>Two ends joined: "March 10 to 20".</summary>
internal sealed record CalendarRange(CalendarTime From, CalendarTime To) : CalendarTime
{
    /// <summary>Index after the words of the begin and index of the first word of the end; zeros when they are not apart.</summary>
    public (int After, int First) Joint { get; init; }
}

/// <summary>A stretch as far as that of the same name some years away: "the same month a year ago".</summary>
internal sealed record YearsApart(CalendarTime Base, int Years) : CalendarTime;

/// <summary>A day or month of a calendar that is not counted here: Hijri, Solar Hijri.</summary>
internal sealed record OtherCalendarTime(string Calendar) : CalendarTime;

/// <summary>A clock reading or part of a day.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End, or null for a point.</param>
/// <param name="Code">TIMEX3 code for a part of the day (MO, AF, EV, NI), or null.</param>
/// <param name="Zone">The zone named with it, or null.</param>
/// <param name="ToNextDay">True when <paramref name="To"/> is on the next day.</param>
internal sealed record ClockTime(LocalTime From, LocalTime? To, string? Code, ZoneName? Zone, bool ToNextDay = false)
{
    /// <summary>True for 24:00 and for the midnight that ends a day: the clock stands on the next day.</summary>
    public bool EndsDay { get; init; }

    /// <summary>True for "midnight", which begins the day named with it unless the words tell of an end.</summary>
    public bool IsMidnight { get; init; }

    /// <summary>True for a reading of the twelve-hour clock that does not tell the half of the day: "half past eight".</summary>
    public bool HalfUnknown { get; init; }

    public bool IsPoint => To is null;
}

/// <summary>A zone as printed.</summary>
/// <param name="Printed">KST, GMT, +09:00.</param>
/// <param name="Zone">Its rules, or null.</param>
/// <param name="Offset">Its only offset, or null.</param>
/// <param name="IsUtc">True for GMT, UTC, Z.</param>
internal sealed record ZoneName(string Printed, DateTimeZone? Zone, Offset? Offset, bool IsUtc)
{
    /// <summary>The offset in force at a local time, or null for an ambiguous name.</summary>
    public Offset? At(LocalDateTime local) => Offset ?? Zone?.AtLeniently(local).Offset;
}
