using System.Globalization;
using Dateline.Annotations.Quantities;
using Dateline.Claims;
using Dateline.Events;
using Dateline.Knowledge;

namespace Dateline.Checks;

/// <summary>
/// DL0101: the mean speed that a stated flown distance and a flight time imply, and what class it fits. Distance over time
/// is a speed only for powered flight along a route, so ballistic flights stay silent, unless even the straight way up to the apogee and
/// down again would need more than any published speed. Limits: weapons/limits.tsv.
/// </summary>
public sealed class ImpliedSpeed : ICheck
{
    private const string Property = "speed";
    private const int Nearby = 80; // characters

    private readonly PublishedLimits limits;
    private readonly Codebook codebook;
    private readonly List<string> derived;

    /// <summary>Holds mean speeds against the published ones of the classes whose flight is powered all the way.</summary>
    public ImpliedSpeed(KnowledgeFiles files, PublishedLimits limits, Codebook codebook)
    {
        (this.limits, this.codebook) = (limits, codebook);
        derived = [.. files.Table("patterns/derived-figures.tsv").Rows.Select(row => row["phrase"])];
    }

    /// <inheritdoc/>
    public string Id => "DL0101";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var told in input.Events.Events)
        {
            if (Flight.Of(told) is not { } flight || IsDerived(input.Text, flight))
            {
                continue;
            }

            if (Judge(EventFigures.Classes(told), flight, EventFigures.Of(told, "altitude").FirstOrDefault()) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>What a flown distance and a flight time of some classes imply; null when nothing, or when the figures have an open end.</summary>
    public Finding? Of(IReadOnlyList<WeaponClassValue> classes, Quantity distance, Quantity time)
    {
        var flight = new Flight(new EventFigure("", null!, distance), new EventFigure("", null!, time));
        return flight.IsClosed && Judge(classes, flight, default) is { } finding ? finding with { Claims = [] } : null;
    }

    private Finding? Judge(IReadOnlyList<WeaponClassValue> classes, Flight flight, EventFigure apogee)
    {
        var routed = classes.FirstOrDefault(c => codebook.Has(c.Class, ClassTrait.Routed));
        return routed is not null ? Routed(routed.Class, flight) : Impossible(flight, apogee);
    }

    // One figure was reckoned from the other: within a line around either, some words say so.
    private bool IsDerived(string text, Flight flight)
    {
        foreach (var figure in (ReadOnlySpan<EventFigure>)[flight.Distance, flight.Time])
        {
            var (start, end) = (Math.Max(0, figure.Quantity.Span.Start - Nearby), Math.Min(text.Length, figure.Quantity.Span.End + Nearby));
            if (derived.Exists(phrase => text.AsSpan(start, end - start).Contains(phrase, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private Finding Routed(string weapon, Flight flight)
    {
        var (low, high) = flight.KmH();
        var own = limits.Of(weapon, Property).ToList();
        var fits = own.Find(limit => Fits(limit, low, high))?.Label;
        var name = weapon.Replace('_', ' ');
        var shown = low == high ? Show(low) : $"{Show(low)} to {Show(high)}";
        var slip = fits is not null || own.Count == 0 ? null : Explain(flight, own, limits.Of(weapon, "range").Max(limit => limit.High));
        var beyondAll = IsBeyondAll(low);
        var verdict = fits is not null ? $"fits a {fits}" : own.Count > 0 ? $"outside what is published for a {name}" : "no published limits to compare";
        return new Finding(
            Id,
            beyondAll ? Severity.Warning : fits is not null || own.Count == 0 ? Severity.Info : Severity.Notice,
            $"Distance over flight time gives a mean speed of {shown} km/h: {verdict}." + (slip is null ? "" : $" It would fit with {slip}."),
            [flight.Distance.Id, flight.Time.Id],
            [new("speed_low_km_h", low), new("speed_high_km_h", high), new("fits", fits), new("would_fit_with", slip)],
            null);
    }

    // The least path of a thrown body is the way there, or up and down again; faster than any published speed it cannot have gone.
    private Finding? Impossible(Flight flight, EventFigure apogee)
    {
        var (least, _) = flight.KmH();
        if (apogee.Quantity is not null && apogee.Si is { } up && flight.Time.Si is { } time)
        {
            least = Math.Max(least, Math.Round(2 * up.Low / time.High * Flight.MetresPerSecondToKmH, 1));
        }

        if (!IsBeyondAll(least))
        {
            return null;
        }

        var most = limits.Most(Property)!.Value * Flight.MetresPerSecondToKmH;
        var slip = Slip.Explain(flight.Time.Quantity, factor => least / factor <= most);
        return new Finding(
            Id,
            Severity.Warning,
            $"The path would need a mean speed of at least {Show(least)} km/h, more than is published for anything that flies ({Show(Math.Round(most, 0))} km/h)." + (slip is null ? "" : $" It would be possible in {slip}."),
            apogee.Quantity is null ? [flight.Distance.Id, flight.Time.Id] : [flight.Distance.Id, flight.Time.Id, apogee.Id],
            [new("speed_low_km_h", least), new("speed_high_km_h", null), new("fits", null), new("would_fit_with", slip)],
            null);
    }

    private bool IsBeyondAll(decimal kmH) => limits.Most(Property) is { } most && kmH > most * Flight.MetresPerSecondToKmH;

    private static bool Fits(PublishedLimit limit, decimal low, decimal high) => limit.Meets(low / Flight.MetresPerSecondToKmH, high / Flight.MetresPerSecondToKmH);

    private static string? Explain(Flight flight, List<PublishedLimit> own, decimal? farthest)
    {
        var (low, high) = flight.KmH();
        var time = Slip.Explain(flight.Time.Quantity, factor => own.Exists(limit => Fits(limit, low / factor, high / factor)));
        var distance = Slip.Explain(flight.Distance.Quantity, factor => own.Exists(limit => Fits(limit, low * factor, high * factor)));
        return flight.Distance.Si!.Value.Low > farthest ? distance ?? time : time ?? distance; // what no such weapon flies is the likelier slip
    }

    private static string Show(decimal value) => value.ToString("#,0.0", CultureInfo.InvariantCulture);
}

/// <summary>A flown distance and the time it took, of one event and one source.</summary>
internal readonly record struct Flight(EventFigure Distance, EventFigure Time)
{
    /// <summary>Kilometres per hour in one metre per second.</summary>
    public const decimal MetresPerSecondToKmH = 3.6m;

    /// <summary>The first pair that one source tells, or null. A figure with an open end ("more than 40 minutes") gives no speed.</summary>
    public static Flight? Of(Event told)
    {
        var times = EventFigures.Of(told, "duration").Where(IsClosedFigure).ToList();
        if (times.Count == 0)
        {
            return null;
        }

        foreach (var distance in EventFigures.Of(told, "distance").Where(IsClosedFigure))
        {
            var time = times.Find(t => FigurePairs.Teller(t) == FigurePairs.Teller(distance));
            if (time.Quantity is not null)
            {
                return new Flight(distance, time);
            }
        }

        return null;
    }

    /// <summary>Least and greatest mean speed in km/h, to a tenth.</summary>
    public (decimal Low, decimal High) KmH()
    {
        var ((near, far), (least, most)) = (Distance.Si!.Value, Time.Si!.Value);
        return (Math.Round(near / most * MetresPerSecondToKmH, 1), Math.Round(far / least * MetresPerSecondToKmH, 1));
    }

    /// <summary>True when both figures have two ends.</summary>
    public bool IsClosed => IsClosedFigure(Distance) && IsClosedFigure(Time);

    private static bool IsClosedFigure(EventFigure figure) => figure.Quantity is { SiLow: > 0, SiHigh: not null } && figure.Quantity.SiUnit is "m" or "s";
}
