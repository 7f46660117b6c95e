using Dateline.Annotations.Numbers;

namespace Dateline.Annotations.Quantities;

/// <summary>Adds up a measure told in two units or more: "71 hours and 6 minutes", "5 feet 10 inches", "2 hours, 15 minutes".</summary>
internal static class UnitSum
{
    /// <summary>The sum in the smallest unit, or null when no smaller unit follows.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="first">The first measure.</param>
    /// <param name="unit">Its unit; afterwards the smallest.</param>
    /// <param name="after">Index after it; afterwards after the last.</param>
    public static decimal? Read(FigureSentence s, Amount first, ref Unit? unit, ref int after)
    {
        decimal? total = null;
        if (first.Vague is not null || first.Fraction || first.UnitHyphened)
        {
            return null;
        }

        while (unit is { Factor: { } factor } whole && TryPart(s, after, whole, out var part, out var smaller))
        {
            total = Math.Round((total ?? first.Low) * (factor / smaller), 6) + part.Low;
            (unit, after) = (part.Unit, part.After);
        }

        return total;
    }

    private static bool TryPart(FigureSentence s, int at, Unit whole, out Amount part, out decimal smaller)
    {
        var next = s.IsSign(at, ',') && whole.Dimension == "time" ? at + 1 : at;
        next = s.IsAnd(next, out var afterAnd) ? afterAnd : next;
        smaller = 0;
        if (!AmountReader.TryRead(s, next, out part) || part.Unit is not { Factor: { } factor } rest || part.Fraction || part.Vague is not null || rest.Dimension != whole.Dimension)
        {
            return false;
        }

        smaller = factor;
        return factor < whole.Factor && part.Low * factor < whole.Factor && part.Low >= 0;
    }
}
