using System.Globalization;
using Dateline.Annotations.Quantities;

namespace Dateline.Checks;

/// <summary>
/// The usual slips of the pen that would explain a figure which cannot be right: a separator of thousands read as a decimal point or the
/// other way round, a decimal point one place off, a digit too many or too few.
/// </summary>
internal static class Slip
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>What the figure would have to read to fit, "7,507 s", or null when no slip explains it.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="fits">True for a factor on its value that makes it fit.</param>
    public static string? Explain(Quantity figure, Func<decimal, bool> fits)
    {
        if (figure is not { Low: { } low, High: { } high } || low != high || low == 0)
        {
            return null;
        }

        foreach (var factor in Factors(low))
        {
            if (fits(factor))
            {
                var value = low * factor;
                var unit = figure.Unit == figure.Dimension ? "" : figure.Unit;
                return $"{value.ToString(value == decimal.Truncate(value) ? "#,0" : "#,0.##########", Culture)} {unit}".TrimEnd();
            }
        }

        return null;
    }

    // "7.507" is 7,507 before it is anything else; then a point or a digit one place off; then whole thousands that were thousandths.
    private static IEnumerable<decimal> Factors(decimal value)
    {
        if (value.Scale == 3)
        {
            yield return 1000m;
        }

        yield return 10m;
        yield return 0.1m;
        if (value.Scale == 0 && Math.Abs(value) >= 1000)
        {
            yield return 0.001m;
        }
    }
}
