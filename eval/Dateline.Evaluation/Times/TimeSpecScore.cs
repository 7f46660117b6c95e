using System.Globalization;
using System.Text.Json;
using Dateline.Annotations.Times;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Evaluation.Times;

/// <summary>
/// <c>score-times SPECS</c>: reads the rows of a spec file and counts the times that are right in every field, those that
/// are silently wrong (another day or clock time than meant, or a time where none is) and those left out or left open.
/// </summary>
internal sealed class TimeSpecScore
{
    private static readonly string[] Fields = ["text", "type", "value", "first", "last", "clock", "clock_end", "zone", "zone_from", "utc", "approximate", "recalled"];

    private readonly TimesOfText reader = new();
    private int all;
    private int right;
    private int wrong;
    private int rows;

    /// <summary>Prints what differs and the figures.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            Console.Error.WriteLine("usage: score-times SPECS...");
            return 2;
        }

        var score = new TimeSpecScore();
        foreach (var line in arguments.SelectMany(File.ReadLines).Where(line => line.Length > 0))
        {
            using var row = JsonDocument.Parse(line);
            score.Add(row.RootElement);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows {score.rows} times {score.all} right {100.0 * score.right / Math.Max(score.all, 1):F2} % silently wrong {100.0 * score.wrong / Math.Max(score.all, 1):F2} %"));
        return 0;
    }

    private void Add(JsonElement row)
    {
        var text = row.GetProperty("text").GetString()!;
        LocalDate? published = row.GetProperty("published").GetString() is { } date ? LocalDatePattern.Iso.Parse(date).GetValueOrThrow() : null;
        var narrative = row.TryGetProperty("narrative", out var told) && told.GetBoolean();
        var found = reader.Read(text, new TimeContext(published, null, null, narrative)).ToList();
        var anchor = row.TryGetProperty("anchor", out var reason) ? reason.GetString()! : "";
        rows++;
        foreach (var expected in row.GetProperty("expected").EnumerateArray())
        {
            all++;
            var at = found.FindIndex(time => time.Span.In(text) == Cell(expected, "text"));
            var time = at < 0 ? null : found[at];
            if (at >= 0)
            {
                found.RemoveAt(at);
            }

            var same = time is not null && Line(time, text) == Line(expected) && (anchor.Length == 0 || time.Anchor.Contains(anchor, StringComparison.Ordinal));
            right += same ? 1 : 0;
            var silent = !same && time is { IsAnchored: true } && Instant(Line(time, text)) != Instant(Line(expected));
            wrong += silent ? 1 : 0;
            if (!same)
            {
                Console.WriteLine($"{(silent ? "WRONG" : "OTHER")} [{Cell(row, "published")}] {text}\n   meant {Line(expected)}\n   found {(time is null ? "nothing" : Line(time, text) + " (" + time.Anchor + ")")}");
            }
        }

        foreach (var time in found)
        {
            wrong += time.IsAnchored ? 1 : 0;
            Console.WriteLine($"EXTRA [{Cell(row, "published")}] {text}\n   found {Line(time, text)} ({time.Anchor})");
        }
    }

    // the days and clock times of a line
    private static string Instant(string line) => string.Join('|', line.Split('|')[3..7]);

    private static string Cell(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static string Line(JsonElement e) =>
        string.Join('|', Fields.Select(name => Cell(e, name)));

    private static string Line(TimeExpression time, string text) => string.Join(
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
}
