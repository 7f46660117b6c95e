using System.Globalization;
using Dateline.Annotations;
using Dateline.Annotations.Places;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Knowledge;
using NodaTime;

namespace Dateline.Checks;

/// <summary>One line of an answer: "mean speed" and "717.6 km/h".</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Figure and unit, or a time.</param>
public sealed record CalculatedLine(string Label, string Value);

/// <summary>
/// Answers small questions with the code the checks use: "1,587 km in 7,961 s", "3,700 km in miles", "8am Pyongyang 26 Feb 2025 in UTC",
/// "26 Feb 2025", "26 Feb 2025 to 3 March 2025".
/// </summary>
public sealed class Calculator
{
    private static readonly string[] Joints = [" in ", " to ", " into ", " as "];

    private readonly Func<string, AnnotationSet> annotate;
    private readonly UnitTable units;
    private readonly PublishedLimits limits;
    private readonly ThousandsPoint thousands = new();

    /// <summary>Over a reader of phrases.</summary>
    /// <param name="files">Units and limits.</param>
    /// <param name="annotate">Reads times, figures and places of a phrase.</param>
    public Calculator(KnowledgeFiles files, Func<string, AnnotationSet> annotate)
    {
        this.annotate = annotate;
        units = new UnitTable(files);
        limits = new PublishedLimits(files, units);
    }

    /// <summary>The answer, or an empty list when the question is not understood.</summary>
    public IReadOnlyList<CalculatedLine> Answer(string question)
    {
        var (asked, target) = Parted(question);
        var found = annotate(asked);
        var figures = found.Quantities.Where(q => q is { Dimension: not (null or "count"), Low: not null, High: not null }).ToList();
        if (found.Times.FirstOrDefault(t => t.Clock is not null) is { } clock)
        {
            return Clock(found, clock, target);
        }

        return [.. figures.Select(figure => thousands.Of(figure, asked)).OfType<Finding>().Select(parted => new CalculatedLine("note", parted.Message)), .. OfFigures(figures, found, target)];
    }

    private IReadOnlyList<CalculatedLine> OfFigures(List<Quantity> figures, AnnotationSet found, string? target)
    {
        var length = figures.Find(f => f.Dimension is "length");
        var time = figures.Find(f => f.Dimension is "time");
        var speed = figures.Find(f => f.Dimension is "speed");
        return (length, time, speed) switch
        {
            ({ } way, { } took, _) => SpeedOf(way, took),
            ({ } way, _, { } at) => [.. Ratio("flight time", "s", way, at, "time")],
            (_, { } took, { } at) => [.. Product("distance", took, at)],
            _ when figures.Count > 0 => Converted(figures[0], target),
            _ => Days(found),
        };
    }

    // What stands behind the last "in" or "to" is asked for, unless it has a figure of its own ("1,587 km in 7,961 s").
    private static (string Asked, string? Target) Parted(string question)
    {
        var (at, length) = Joints.Select(joint => (At: question.LastIndexOf(joint, StringComparison.OrdinalIgnoreCase), joint.Length)).MaxBy(j => j.At);
        return at > 0 && !question.AsSpan(at).ContainsAnyInRange('0', '9') ? (question[..at], question[(at + length)..].Trim(' ', '?')) : (question, null);
    }

    private List<CalculatedLine> SpeedOf(Quantity way, Quantity took)
    {
        if (way is not { SiLow: { } near, SiHigh: { } far } || took is not { SiLow: > 0 and { } least, SiHigh: { } most })
        {
            return [];
        }

        var lines = new List<CalculatedLine>();
        foreach (var symbol in (string[])["km/h", "m/s", "mph", "kn", "Mach"])
        {
            lines.Add(new CalculatedLine(lines.Count == 0 ? "mean speed" : "", Between(near / most, far / least, units.Find(symbol)!)));
        }

        var fits = limits.All("speed").Where(limit => limit.Meets(near / most, far / least)).Select(limit => limit.Label).Distinct(StringComparer.Ordinal);
        lines.Add(new CalculatedLine("published speeds it fits", string.Join("; ", fits)));
        return lines;
    }

    private IEnumerable<CalculatedLine> Ratio(string label, string symbol, Quantity over, Quantity under, string dimension)
    {
        if (over is { SiLow: { } low, SiHigh: { } high } && under is { SiLow: > 0 and { } slow, SiHigh: { } fast })
        {
            foreach (var unit in units.Of(dimension).Where(u => u.Symbol is "s" or "min" or "h"))
            {
                yield return new CalculatedLine(unit.Symbol == symbol ? label : "", Between(low / fast, high / slow, unit));
            }
        }
    }

    private IEnumerable<CalculatedLine> Product(string label, Quantity took, Quantity at)
    {
        if (took is { SiLow: { } least, SiHigh: { } most } && at is { SiLow: { } slow, SiHigh: { } fast })
        {
            yield return new CalculatedLine(label, Between(least * slow, most * fast, units.Find("km")!));
            yield return new CalculatedLine("", Between(least * slow, most * fast, units.Find("mi")!));
        }
    }

    private IReadOnlyList<CalculatedLine> Converted(Quantity figure, string? target)
    {
        if (figure is not { SiLow: { } low, SiHigh: { } high, Dimension: { } dimension })
        {
            return [];
        }

        var wanted = target is null ? null : units.Find(annotate("5 " + target).Quantities.FirstOrDefault(q => q.Dimension == dimension)?.Unit);
        if (target is not null && wanted is null)
        {
            return [];
        }

        return wanted is not null
            ? [new CalculatedLine(wanted.Symbol, Between(low, high, wanted))]
            : [.. units.Of(dimension).Where(u => u.Factor is not null && u.Symbol != figure.Unit && high / u.Factor >= 0.1m && low / u.Factor < 1_000_000).Select(u => new CalculatedLine(u.Symbol, Between(low, high, u)))];
    }

    private List<CalculatedLine> Clock(AnnotationSet found, TimeExpression clock, string? target)
    {
        var day = clock.First ?? found.Times.FirstOrDefault(t => t is { First: not null, Clock: null } && t.First == t.Last)?.First;
        if (day is not { } on)
        {
            return [];
        }

        var local = on + clock.Clock!.Value;
        var place = found.Places.FirstOrDefault(p => p.Place?.Country is not null)?.Place;
        var zones = clock.Offset is { } stated ? [(clock.Zone ?? "", stated)] : place is null ? [] : Offsets(place, local);
        var lines = new List<CalculatedLine>();
        foreach (var (name, offset) in zones)
        {
            var instant = local.WithOffset(offset);
            lines.Add(new CalculatedLine(name, Show(instant)));
            lines.Add(new CalculatedLine("UTC", Show(instant.WithOffset(Offset.Zero))));
            lines.AddRange(Elsewhere(target, instant));
        }

        return lines;
    }

    // The time in another zone, by its name or by a place; UTC is there already.
    private IEnumerable<CalculatedLine> Elsewhere(string? target, OffsetDateTime instant)
    {
        if (target is null)
        {
            return [];
        }

        // Names such as EDT have their offset by the day.
        var day = instant.Date.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);
        var named = annotate($"It began at 08:00 {target} on {day}").Times.FirstOrDefault(t => t.Offset is not null);
        if (named is { Offset: { } offset, Zone: { } zone })
        {
            return offset == Offset.Zero ? [] : [new CalculatedLine(zone, Show(instant.WithOffset(offset)))];
        }

        var place = annotate("It began in " + target).Places.FirstOrDefault(p => p.Place?.Country is not null)?.Place;
        return place is null ? [] : ZonesOf(place).Select(there => new CalculatedLine(there.Id, Show(instant.ToInstant().InZone(there).ToOffsetDateTime()))).DistinctBy(line => line.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, Offset Offset)> Offsets(Place place, LocalDateTime local) =>
        ZonesOf(place).Select(zone => (zone.Id, zone.AtLeniently(local).Offset)).DistinctBy(zone => zone.Offset);

    // The zone whose city lies nearest to a spot; all zones of a country that is a whole.
    private static IEnumerable<DateTimeZone> ZonesOf(Place place) =>
        place is { Precision: not PlacePrecision.Country, Latitude: { } latitude, Longitude: { } longitude } && CountryZones.Nearest(place.Country!, (double)latitude, (double)longitude) is { } nearest
            ? [nearest]
            : CountryZones.Of(place.Country!);

    private static IReadOnlyList<CalculatedLine> Days(AnnotationSet found)
    {
        var days = found.Times.Where(t => t.First is not null).SelectMany(t => new[] { t.First!.Value, t.Last!.Value }).Distinct().ToList();
        return days switch
        {
            [] => [],
            [var only] => [new CalculatedLine(CheckWords.Day(only), only.DayOfWeek.ToString())],
            [var first, var second, ..] =>
            [
                new CalculatedLine(CheckWords.Day(first), first.DayOfWeek.ToString()),
                new CalculatedLine(CheckWords.Day(second), second.DayOfWeek.ToString()),
                new CalculatedLine("days between", Math.Abs(NodaTime.Period.DaysBetween(first, second)).ToString(CultureInfo.InvariantCulture)),
            ],
        };
    }

    private static string Show(OffsetDateTime time) => time.ToString("uuuu'-'MM'-'dd HH':'mm o<m>", CultureInfo.InvariantCulture);

    private static string Between(decimal low, decimal high, Unit unit) => low == high ? Of(low, unit) : $"{Of(low, unit)} to {Of(high, unit)}";

    private static string Of(decimal si, Unit unit)
    {
        var value = si / (unit.Factor ?? 1);
        return Math.Round(value, Math.Abs(value) < 10 ? 3 : 1, MidpointRounding.AwayFromZero).ToString("#,0.###", CultureInfo.InvariantCulture) + " " + unit.Symbol;
    }
}
