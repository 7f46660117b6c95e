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
    private readonly TimesOfText reader = new();
    private readonly List<string> misses = [];
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

        var score = Of(arguments);
        score.misses.ForEach(Console.WriteLine);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows {score.rows} times {score.all} right {100 * score.Right:F2} % silently wrong {100 * score.Wrong:F2} %"));
        return 0;
    }

    /// <summary>Reads the rows of spec files.</summary>
    public static TimeSpecScore Of(params string[] specs)
    {
        var score = new TimeSpecScore();
        foreach (var line in specs.SelectMany(File.ReadLines).Where(line => line.Length > 0))
        {
            using var row = JsonDocument.Parse(line);
            score.Add(row.RootElement);
        }

        return score;
    }

    /// <summary>Share of the expected times that are right in every field.</summary>
    public double Right => (double)right / Math.Max(all, 1);

    /// <summary>Times silently wrong for every expected one.</summary>
    public double Wrong => (double)wrong / Math.Max(all, 1);

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
            var at = found.FindIndex(time => time.Span.In(text) == TimeLine.Cell(expected, "text"));
            var time = at < 0 ? null : found[at];
            if (at >= 0)
            {
                found.RemoveAt(at);
            }

            var same = time is not null && TimeLine.Of(time, text) == TimeLine.Of(expected) && (anchor.Length == 0 || time.Anchor.Contains(anchor, StringComparison.Ordinal));
            right += same ? 1 : 0;
            var silent = !same && time is { IsAnchored: true } && TimeLine.Instant(TimeLine.Of(time, text)) != TimeLine.Instant(TimeLine.Of(expected));
            wrong += silent ? 1 : 0;
            if (!same)
            {
                misses.Add($"{(silent ? "WRONG" : "OTHER")} [{TimeLine.Cell(row, "published")}] {text}\n   meant {TimeLine.Of(expected)}\n   found {(time is null ? "nothing" : TimeLine.Of(time, text) + " (" + time.Anchor + ")")}");
            }
        }

        foreach (var time in found)
        {
            wrong += time.IsAnchored ? 1 : 0;
            misses.Add($"EXTRA [{TimeLine.Cell(row, "published")}] {text}\n   found {TimeLine.Of(time, text)} ({time.Anchor})");
        }
    }
}
