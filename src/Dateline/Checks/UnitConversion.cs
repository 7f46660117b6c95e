using System.Globalization;

namespace Dateline.Checks;

/// <summary>
/// DL0102: a figure repeated in another unit in brackets that differs by more than rounding allows. Both ends are compared
/// in SI; 2 % is silent (rounded factors), up to 8 % is noted as rounding ("90 km (60 miles)" is 7 %), more is a warning.
/// </summary>
public sealed class UnitConversion : ICheck
{
    private const decimal Silent = 0.02m;
    private const decimal Rounding = 0.08m;

    /// <inheritdoc/>
    public string Id => "DL0102";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var restated in input.Annotations.Quantities)
        {
            var first = restated.Restates is { } span ? input.Annotations.Quantities.FirstOrDefault(q => q.Span == span) : null;
            if (first is not { SiHigh: { } a } || restated is not { SiHigh: { } b } || a == 0 || !string.Equals(first.SiUnit, restated.SiUnit, StringComparison.Ordinal))
            {
                continue;
            }

            var off = Math.Abs(a - b) / a;
            if (off <= Silent)
            {
                continue;
            }

            var percent = Math.Round(off * 100, 1);
            yield return new Finding(
                Id,
                off > Rounding ? Severity.Warning : Severity.Info,
                $"\"{first.Span.In(input.Text)}\" and \"{restated.Span.In(input.Text)}\" differ by {percent.ToString(CultureInfo.InvariantCulture)} %" + (off > Rounding ? ", more than rounding allows." : ", as rounding may do."),
                [.. input.Events.Events.SelectMany(e => e.Claims).Where(c => c.Claim.Evidence.Contains(first.Span) || c.Claim.Evidence.Contains(restated.Span)).Select(c => c.Id)],
                [new("first_si", a), new("second_si", b), new("si_unit", first.SiUnit), new("difference_percent", percent)],
                first.Span.Cover(restated.Span));
        }
    }
}
