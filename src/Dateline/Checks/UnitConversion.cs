using System.Globalization;
using Dateline.Annotations.Quantities;

namespace Dateline.Checks;

/// <summary>
/// DL0102: a figure repeated in another unit that differs from the first. Both are compared in SI: up to 2 % is silent (rounded factors),
/// up to 8 % is what rounding does ("90 km (60 miles)" is 7 %), more is a warning, unless the digits printed are too few to tell.
/// </summary>
public sealed class UnitConversion(UnitTable units) : ICheck
{
    private const decimal Silent = 0.02m;
    private const decimal Usual = 0.08m;

    // Beyond it even the coarsest rounding is worth a look ("1 km (1 mile)").
    private const decimal Coarse = 0.25m;

    // Units this much larger or smaller are never taken for one another.
    private const decimal Alike = 4;

    /// <inheritdoc/>
    public string Id => "DL0102";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var restated in input.Annotations.Quantities)
        {
            var first = restated.Restates is { } span ? input.Annotations.Quantities.FirstOrDefault(q => q.Span == span) : null;
            if (first is null || Compare(first, restated) is not { } difference || difference.Share <= Silent)
            {
                continue;
            }

            var percent = Math.Round(difference.Share * 100, 1);
            var slip = difference.Share > Usual && !difference.Exact ? Explain(first, restated) : null;
            yield return new Finding(
                Id,
                difference.Share > Usual && !difference.Exact ? difference.Rounds ? Severity.Notice : Severity.Warning : difference.Rounds ? Severity.Info : Severity.Notice,
                $"\"{first.Span.In(input.Text)}\" and \"{restated.Span.In(input.Text)}\" differ by {percent.ToString(CultureInfo.InvariantCulture)} %" + (difference.Rounds ? ", as rounding may do." : ", more than rounding allows.") + (slip is null ? "" : $" {slip}."),
                [.. input.Events.Events.SelectMany(e => e.Claims).Where(c => c.Claim.Evidence.Contains(first.Span) || c.Claim.Evidence.Contains(restated.Span)).Select(c => c.Id)],
                [new("first_si", first.SiHigh ?? first.SiLow), new("second_si", restated.SiHigh ?? restated.SiLow), new("si_unit", first.SiUnit), new("difference_percent", percent), new("explanation", slip)],
                first.Span.Cover(restated.Span));
        }
    }

    /// <summary>How far two figures lie apart, as a share of the first, whether the digits printed allow it, and whether one is the other rounded to its digits; null when they cannot be compared.</summary>
    public static (decimal Share, bool Rounds, bool Exact)? Compare(Quantity first, Quantity second)
    {
        if (first.SiUnit is null || first.SiUnit != second.SiUnit)
        {
            return null;
        }

        var low = Ends(first.SiLow, first.Low, second.SiLow, second.Low);
        var high = Ends(first.SiHigh, first.High, second.SiHigh, second.High);
        return (low, high) switch
        {
            (null, null) => null,
            ({ } one, null) => one,
            (null, { } other) => other,
            ({ } one, { } other) => (Math.Max(one.Share, other.Share), one.Rounds && other.Rounds, one.Exact && other.Exact),
        };
    }

    private static (decimal Share, bool Rounds, bool Exact)? Ends(decimal? si, decimal? printed, decimal? otherSi, decimal? otherPrinted)
    {
        if (si is not { } a || otherSi is not { } b || printed is not { } own || otherPrinted is not { } other || a == 0 || own == 0 || other == 0)
        {
            return null;
        }

        if (Math.Abs(a - b) <= Coarse * Math.Abs(a) && (RoundsTo(a / (b / other), other) || RoundsTo(b / (a / own), own)))
        {
            return (Math.Abs(a - b) / Math.Abs(a), true, true); // 7 km are 4.35 miles, which a newsroom rounds to 4
        }

        var play = (Rounding.Step(own, 0) * a / own / 2) + (Rounding.Step(other, 0) * b / other / 2);
        return (Math.Abs(a - b) / Math.Abs(a), Math.Abs(a - b) <= play, false);
    }

    private static bool RoundsTo(decimal exact, decimal printed) => Rounding.Step(printed, 0) is var step and > 0 && Math.Round(exact / step, MidpointRounding.AwayFromZero) * step == printed;

    // a decimal point gone astray, the two figures exchanged, or another unit meant
    private string? Explain(Quantity first, Quantity second)
    {
        if (first is not { SiHigh: { } a, High: { } own } || second is not { SiHigh: { } b, High: { } other } || b == 0 || units.Find(second.Unit) is not { Factor: { } factor } unit || units.Find(first.Unit) is not { Factor: { } ownFactor })
        {
            return null;
        }

        if (Near(other * ownFactor, own * factor))
        {
            return "The two figures may have changed places";
        }

        if (Slip.Explain(second, by => Near(b * by, a)) is { } slipped)
        {
            return $"{slipped} would be right";
        }

        var meant = units.Of(unit.Dimension).FirstOrDefault(u => u.Factor is { } f && u.Symbol != first.Unit && f != factor && f / factor is < Alike and > 1 / Alike && Near(other * f, a));
        return meant is null ? null : $"It would be right in {meant.Symbol}";
    }

    private static bool Near(decimal a, decimal b) => Math.Abs(a - b) <= Silent * Math.Abs(b);
}
