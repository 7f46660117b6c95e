using System.Buffers;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Documents;

/// <summary>
/// A publication date that a carrier states: <c>2025-02-28</c>, <c>2025-02-28T08:30+09:00</c>, <c>2025-02-28 08:30:00Z</c>,
/// <c>2025-02-28T08:30 Asia/Seoul</c>. The day is the calendar day in the stated zone.
/// </summary>
/// <param name="Date">Calendar day.</param>
/// <param name="Time">Clock time, or null.</param>
/// <param name="Zone">Offset such as +09:00 or a zone id of the tz database, or null.</param>
public sealed record StatedDate(LocalDate Date, LocalTime? Time, string? Zone)
{
    private static readonly SearchValues<char> ClockCharacters = SearchValues.Create("0123456789:.");

    private static readonly LocalTimePattern[] Clocks =
    [
        LocalTimePattern.CreateWithInvariantCulture("HH':'mm"),
        LocalTimePattern.ExtendedIso,
    ];

    /// <summary>Reads a stated date, or null when it is none.</summary>
    public static StatedDate? Parse(string stated)
    {
        var text = stated.AsSpan().Trim();
        if (text.Length < 10 || LocalDatePattern.Iso.Parse(text[..10].ToString()) is not { Success: true } day)
        {
            return null;
        }

        if (text.Length == 10)
        {
            return new StatedDate(day.Value, null, null);
        }

        if (text[10] is not ('T' or 't' or ' '))
        {
            return null;
        }

        var rest = text[11..];
        var end = rest.IndexOfAnyExcept(ClockCharacters);
        var clock = Clock((end < 0 ? rest : rest[..end]).ToString());
        var zone = end < 0 ? "" : rest[end..].Trim().ToString();
        if (clock is null || (zone.Length > 0 && ZoneOf(zone) is null))
        {
            return null;
        }

        return new StatedDate(day.Value, clock, zone.Length > 0 ? ZoneOf(zone) : null);
    }

    /// <summary>The first characters of something a user wrote, for a message.</summary>
    internal static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static LocalTime? Clock(string text)
    {
        foreach (var pattern in Clocks)
        {
            if (pattern.Parse(text) is { Success: true } found)
            {
                return found.Value;
            }
        }

        return null;
    }

    private static string? ZoneOf(string text)
    {
        if (text is "Z" or "z" or "UTC" or "GMT")
        {
            return "+00:00";
        }

        if (text[0] is '+' or '-')
        {
            var written = text.Length == 5 ? text.Insert(3, ":") : text;
            return OffsetPattern.CreateWithInvariantCulture("+HH':'mm").Parse(written) is { Success: true } offset
                ? OffsetPattern.CreateWithInvariantCulture("+HH':'mm").Format(offset.Value)
                : HourOffset(text);
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)?.Id;
    }

    private static string? HourOffset(string text) =>
        text.Length == 3 && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= 18 ? text + ":00" : null;
}
