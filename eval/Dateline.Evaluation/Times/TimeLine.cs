using System.Globalization;
using System.Text.Json;
using Dateline.Annotations.Times;
using NodaTime.Text;

namespace Dateline.Evaluation.Times;

/// <summary>A time as one line to compare, made of what a spec row expects or of what was found.</summary>
internal static class TimeLine
{
    private static readonly string[] Fields = ["text", "type", "value", "first", "last", "clock", "clock_end", "zone", "zone_from", "utc", "approximate", "recalled"];

    /// <summary>The line of an expected time; fields a row leaves out are empty.</summary>
    public static string Of(JsonElement expected) => string.Join('|', Fields.Select(name => Cell(expected, name)));

    /// <summary>The line of a found time.</summary>
    public static string Of(TimeExpression time, string text) => string.Join(
        '|',
        time.Span.In(text),
        time.Type.ToString().ToUpperInvariant(),
        time.Value,
        time.First is { } first ? LocalDatePattern.Iso.Format(first) : "",
        time.Last is { } last ? LocalDatePattern.Iso.Format(last) : "",
        time.Clock?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
        time.ClockEnd?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
        time.Zone ?? "",
        time.ZoneFrom ?? "",
        time.Utc is { } utc ? InstantPattern.General.Format(utc) : "",
        time.Approximate ? "True" : "",
        time.Recalled ? "True" : "");

    /// <summary>Its days and clock times alone: what makes a time silently wrong.</summary>
    public static string Instant(string line) => string.Join('|', line.Split('|')[3..7]);

    /// <summary>A field of a row, or an empty string.</summary>
    public static string Cell(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? value.ToString() : "";
}
