using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Tells a figure that repeats the one before it in another unit: "1,100 kilometers (683 miles)", "1,587km/986 miles", "90 km, or 56 miles".</summary>
internal static class Restatement
{
    private const decimal Likeness = 0.2m;

    /// <summary>True when a figure restates the last one. One that stands alone in brackets does so even where the writer converted badly.</summary>
    public static bool Is(FigureSentence s, Quantity last, int lastAfter, Quantity quantity, int after)
    {
        if (last.Dimension is null or "count" || last.Dimension != quantity.Dimension || last.Unit == quantity.Unit || lastAfter >= s.Count)
        {
            return false;
        }

        var between = s.Text.AsSpan(last.Span.End, quantity.Span.Start - last.Span.End).Trim();
        if (between is "(" or "[")
        {
            return (after < s.Count && s.Text[s[after].Start] is ')' or ']' or ',' or ';') || IsAlike(last, quantity);
        }

        return between is "/" or ", or" or "or" or "- or" or "– or" || (between is "," && IsAlike(last, quantity));
    }

    private static bool IsAlike(Quantity last, Quantity quantity)
    {
        var (one, other) = (last.SiHigh ?? last.SiLow, quantity.SiHigh ?? quantity.SiLow);
        return one is { } a && other is { } b && Math.Abs(a - b) <= Likeness * Math.Max(Math.Abs(a), Math.Abs(b));
    }
}
