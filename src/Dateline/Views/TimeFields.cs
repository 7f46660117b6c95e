using Dateline.Annotations.Times;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Views;

/// <summary>
/// A time as it leaves the program: inclusive ISO dates for day or coarser, local readings with the offset, when it is
/// known, for finer ones. All null when the time is not anchored.
/// </summary>
/// <param name="Earliest">2025-02-26, or 2025-02-26T08:00:00+09:00.</param>
/// <param name="Latest">The same for the end.</param>
/// <param name="Local">2025-02-26T08:00, or null when no clock time is told.</param>
/// <param name="Zone">+09:00, a zone id or the zone's letters, or null.</param>
/// <param name="Utc">2025-02-25T23:00:00Z, the earliest instant, or null.</param>
public readonly record struct TimeFields(string? Earliest, string? Latest, string? Local, string? Zone, string? Utc)
{
    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH':'mm");
    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    /// <summary>The fields of one time.</summary>
    public static TimeFields Of(TimeExpression time)
    {
        var offset = time.Offset is { } known ? Offsets.Format(known) : null;
        var zone = time.Zone ?? offset;
        if (time.First is not { } first)
        {
            return new TimeFields(null, null, null, zone, null);
        }

        var last = time.Last ?? first;
        if (time.Precision >= TimePrecision.Day || time.Clock is not { } clock)
        {
            return new TimeFields(LocalDatePattern.Iso.Format(first), LocalDatePattern.Iso.Format(last), null, zone, null);
        }

        var start = first + clock;
        var end = time.ClockEnd is { } until ? last + until : start;
        return new TimeFields(
            Seconds.Format(start) + offset,
            Seconds.Format(end) + offset,
            (clock.Second == 0 ? Minutes : Seconds).Format(start),
            zone,
            time.Utc is { } instant ? InstantPattern.General.Format(instant) : null);
    }
}
