using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Makes the quantity of what was read: closed ends, SI values, the rule's name.</summary>
internal static class QuantityBuilder
{
    private const decimal LargestCalibre = 1000;

    public static Quantity Build(FigureSentence s, TextSpan span, Bounds bounds, Amount low, Amount? upper, decimal? sum, Unit? unit, CountedNoun? counted, string? shared)
    {
        var (from, to) = Ends(bounds, low, upper, sum);
        var vague = low.Vague is not null;
        var noun = low.Counting ?? counted?.Singular ?? shared;
        return new Quantity(
            span,
            Rule(s, low, upper, unit, noun),
            Plain(from),
            Plain(to),
            unit?.Symbol ?? (low.Fraction ? null : noun),
            unit?.Dimension ?? (low.Fraction ? "share" : noun is null ? null : "count"),
            Si(from, unit),
            Si(to, unit),
            unit?.SiUnit,
            bounds.Approximate,
            vague ? s.Slice(low.First, low.NumberAfter) : null,
            vague ? low.Low : null,
            vague ? low.High : null,
            counted is { } phrase ? s.Slice(phrase.From, phrase.After) : null,
            null);
    }

    // Bounds open one end of a single figure; a range keeps both of its own.
    private static (decimal? Low, decimal? High) Ends(Bounds bounds, Amount low, Amount? upper, decimal? sum)
    {
        if (low.Vague is not null)
        {
            return (null, null);
        }

        if (upper is { } high)
        {
            return (low.Low, high.Low);
        }

        var value = sum ?? low.Low;
        return (bounds is { Upper: true, Lower: false } ? null : value, bounds is { Lower: true, Upper: false } ? null : value);
    }

    private static string Rule(FigureSentence s, Amount low, Amount? upper, Unit? unit, string? noun)
    {
        if (unit?.Symbol == "mm" && low.Low <= LargestCalibre && s.IsKind((upper ?? low).After, TokenKind.Word) && !s.IsPhraseEnd((upper ?? low).After))
        {
            return "quantities.calibre";
        }

        var shape = low.Vague is not null ? "quantities.vague" : low.Fraction ? "quantities.fraction" : upper is not null ? "quantities.range" : "quantities.figure";
        return shape + (unit is not null ? "-unit" : noun is not null ? "-count" : "");
    }

    // 1.4 billion is 1400000000, not 1400000000.0
    private static decimal? Plain(decimal? value) => value / 1.000000000000000000000m;

    private static decimal? Si(decimal? value, Unit? unit) =>
        value is < 1e14m and > -1e14m && unit is { Factor: { } factor and < 1e14m, SiUnit: not null } ? Math.Round(value.Value * factor, 6) / 1.000000000000m : null;
}
