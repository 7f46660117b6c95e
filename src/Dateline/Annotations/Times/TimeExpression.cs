using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>TIMEX3 types.</summary>
public enum TimexType
{
    /// <summary>A day or anything coarser.</summary>
    Date,

    /// <summary>A clock time or part of a day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}

/// <summary>How finely a time is told.</summary>
public enum TimePrecision
{
    /// <summary>To the minute or finer.</summary>
    Minute,

    /// <summary>To the hour, or a part of a day.</summary>
    Hour,

    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the week.</summary>
    Week,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>To the quarter or season.</summary>
    Quarter,

    /// <summary>To the year or coarser.</summary>
    Year,
}

/// <summary>Which way an underspecified time was looked for from its anchor.</summary>
public enum TimeDirection
{
    /// <summary>No direction was needed.</summary>
    None,

    /// <summary>The nearest before the anchor, the anchor's own included.</summary>
    Past,

    /// <summary>The nearest after the anchor.</summary>
    Future,
}

/// <summary>A second clock reading of one instant, in brackets beside the first.</summary>
/// <param name="Day">The day it names, or null when it names none.</param>
/// <param name="Clock">Its clock time.</param>
/// <param name="Zone">Its zone as printed.</param>
/// <param name="Offset">Its offset from UTC.</param>
public sealed record SecondReading(LocalDate? Day, LocalTime Clock, string Zone, Offset Offset);

/// <summary>Where the two ends of a range stand: "March 10" and "20".</summary>
/// <param name="From">Words of the begin.</param>
/// <param name="To">Words of the end.</param>
public sealed record RangeEnds(TextSpan From, TextSpan To);

/// <summary>
/// A time in the text, TIMEX3 in its terms. Anchored: <see cref="First"/> and <see cref="Last"/> are the inclusive first
/// and last day in the time's own zone. Not anchored: both null, and <see cref="Anchor"/> says why. A pure duration has
/// neither and no anchor.
/// </summary>
/// <param name="Span">Its words.</param>
/// <param name="Rule">The pattern that read it.</param>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value: 2025-02-26, 2025-02-26T08:00, 2025-W09, P2D, PT7961S, XXXX-WXX-3 when not anchored.</param>
/// <param name="Precision">How finely it is told.</param>
/// <param name="First">First day, inclusive, or null.</param>
/// <param name="Last">Last day, inclusive, or null.</param>
/// <param name="Clock">Clock time on <paramref name="First"/>, or null when only days are told.</param>
/// <param name="ClockEnd">End of a clock range or part of a day on <paramref name="Last"/>, or null.</param>
/// <param name="Offset">Offset from UTC when the text fixes one (stated zone or a pair of readings), else null.</param>
/// <param name="Zone">The zone's name as the output prints it (+09:00, Asia/Seoul, KST), or null.</param>
/// <param name="ZoneFrom">stated, paired, place, assumed; null when no zone is known.</param>
/// <param name="Anchor">What it was anchored on and why: "publication 2025-02-28, past: weekday", or why it was not.</param>
/// <param name="Direction">Which way it was looked for.</param>
/// <param name="Approximate">True for around, about, some, nearly.</param>
/// <param name="Recalled">True when the wording itself looks back or ahead of the news: "last month", "in January", "a year earlier", "since 2022", "on March 6".</param>
public sealed record TimeExpression(
    TextSpan Span,
    string Rule,
    TimexType Type,
    string Value,
    TimePrecision Precision,
    LocalDate? First,
    LocalDate? Last,
    LocalTime? Clock,
    LocalTime? ClockEnd,
    Offset? Offset,
    string? Zone,
    string? ZoneFrom,
    string Anchor,
    TimeDirection Direction,
    bool Approximate,
    bool Recalled) : Annotation(Span, Rule)
{
    /// <summary>The other reading of the same instant written beside it, "(2300 GMT Tuesday)", or null.</summary>
    public SecondReading? Second { get; init; }

    /// <summary>The length it is counted by ("two months after the summit": P2M), or null.</summary>
    public string? Length { get; init; }

    /// <summary>The words of both ends of a range whose value is two values joined by a slash, or null.</summary>
    public RangeEnds? Ends { get; init; }

    /// <summary>The weekday written beside a date ("Wednesday, Feb. 26"), whether or not it is that date's; else null.</summary>
    public IsoDayOfWeek? Weekday { get; init; }

    /// <summary>True when the year of a date is written, not found.</summary>
    public bool HasYear { get; init; }

    /// <summary>True when the time stands on the calendar.</summary>
    public bool IsAnchored => First is not null;

    /// <summary>The instant of the clock reading in UTC, or null when clock or offset is unknown.</summary>
    public Instant? Utc => First is { } day && Clock is { } clock && Offset is { } offset ? (day + clock).WithOffset(offset).ToInstant() : null;

    /// <summary>The same instant in the zone of the place it happened at: a reading without an offset is one of that zone. Unchanged without a clock.</summary>
    public TimeExpression InZone(DateTimeZone zone, string from)
    {
        if (Clock is not { } clock || First is not { } day)
        {
            return this;
        }

        if (Offset is { } stated)
        {
            return Turned(stated, zone, from);
        }

        var at = zone.AtLeniently(day + clock).Offset;
        return this with { Offset = at, Zone = at.ToString("m", null), ZoneFrom = from };
    }

    // a reading with an offset, carried over into another zone: the day may turn
    private TimeExpression Turned(Offset stated, DateTimeZone zone, string from)
    {
        var begins = There(First!.Value, Clock!.Value);
        var ends = ClockEnd is { } end ? There(Last ?? First.Value, end) : begins;
        return this with
        {
            First = begins.Date,
            Last = ClockEnd is null && Last != First ? Last : ends.Date,
            Clock = begins.TimeOfDay,
            ClockEnd = ClockEnd is null ? null : ends.TimeOfDay,
            Offset = begins.Offset,
            Zone = begins.Offset.ToString("m", null),
            ZoneFrom = from,
            Anchor = begins.Date == First ? Anchor : $"{Anchor}; {TimexValue.Day(begins.Date)} where it happened",
        };

        ZonedDateTime There(LocalDate day, LocalTime clock) => (day + clock).WithOffset(stated).ToInstant().InZone(zone);
    }
}
