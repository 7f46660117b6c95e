using Dateline.Annotations.Quantities;
using Dateline.Claims;
using Dateline.Events;

namespace Dateline.Checks;

/// <summary>How two figures for one thing stand to each other.</summary>
internal enum FigureKinship
{
    /// <summary>They say the same in the same unit, or cannot be compared.</summary>
    None,

    /// <summary>One is a rounding of the other, or the same in another unit.</summary>
    Precision,

    /// <summary>Both can be true, but one is at least twice the other: a least number against a far larger one.</summary>
    FarApart,

    /// <summary>Both cannot be true.</summary>
    Conflict,
}

/// <summary>The figures of one role of one event, two by two.</summary>
internal static class FigurePairs
{
    private const decimal Far = 2;

    /// <summary>Every pair whose kinship is asked for, the earlier figure first; one pair for figures told more than once.</summary>
    public static IEnumerable<(EventFigure First, EventFigure Second, FigureKinship Kinship)> Of(Event told, string role)
    {
        var figures = EventFigures.Of(told, role).Where(f => f.Claim.Factuality is not Factuality.Planned && !IsRestated(told, f)).DistinctBy(f => (f.Quantity.Low, f.Quantity.High, f.Quantity.Vague, f.Quantity.Unit, Teller(f))).ToList();
        for (var i = 0; i < figures.Count; i++)
        {
            for (var j = i + 1; j < figures.Count; j++)
            {
                var kinship = Compare(figures[i].Quantity, figures[j].Quantity);
                if (kinship != FigureKinship.None)
                {
                    yield return (figures[i], figures[j], kinship);
                }
            }
        }
    }

    // "430 km (270 miles)" is one figure.
    private static bool IsRestated(Event told, EventFigure figure) => figure.Quantity.Restates is { } first && told.Claims.Any(c => c.Claim.Value is QuantityValue value && value.Quantity.Span == first);

    /// <summary>Whoever it goes back to, the outlet itself when nobody is named.</summary>
    public static string Teller(EventFigure figure) => figure.Claim.AccordingTo is [.., var last] ? last.Actor.Id ?? last.Actor.Name : "";

    /// <summary>How two figures stand to each other.</summary>
    public static FigureKinship Compare(Quantity a, Quantity b)
    {
        var isMeasure = a.SiUnit is not null;
        if (a.SiUnit != b.SiUnit || (!isMeasure && a.Unit != b.Unit) || a.Restates == b.Span || b.Restates == a.Span)
        {
            return FigureKinship.None;
        }

        var isConverted = isMeasure && a.Unit != b.Unit;
        if (Range(a, isMeasure, isConverted) is not { } x || Range(b, isMeasure, isConverted) is not { } y)
        {
            return FigureKinship.None;
        }

        if (Same(a, b, isMeasure))
        {
            return isMeasure && a.Unit != b.Unit && a.Low is not null ? FigureKinship.Precision : FigureKinship.None;
        }

        if (x.High < y.Low || y.High < x.Low)
        {
            return FigureKinship.Conflict;
        }

        var bothClosed = x is { Low: > decimal.MinValue, High: < decimal.MaxValue } && y is { Low: > decimal.MinValue, High: < decimal.MaxValue };
        if (bothClosed && a.Vague is null && b.Vague is null)
        {
            // two ranges that only overlap ("300 to 700 km", "100 to 400 km") are of two things
            return IsRange(a) && IsRange(b) && (Math.Abs(x.Low - y.Low) > Loose(x) || Math.Abs(x.High - y.High) > Loose(y)) ? FigureKinship.None : FigureKinship.Precision;
        }

        if (a.Vague is not null || b.Vague is not null)
        {
            return FigureKinship.None; // "dozens" and "more than 70" differ in precision
        }

        var (least, other) = (a.SiLow ?? a.Low, b.SiLow ?? b.Low);
        return least is > 0 && other is > 0 && Math.Max(least.Value, other.Value) >= Far * Math.Min(least.Value, other.Value) ? FigureKinship.FarApart : FigureKinship.None;
    }

    private static bool IsRange(Quantity figure) => figure is { Low: { } low, High: { } high } && low < high;

    private static decimal Loose((decimal Low, decimal High) range) => (range.High - range.Low) / 4;

    private static bool Same(Quantity a, Quantity b, bool isMeasure) => isMeasure ? a.SiLow == b.SiLow && a.SiHigh == b.SiHigh : a.Low == b.Low && a.High == b.High && a.Vague == b.Vague;

    // What a figure leaves open: its bounds, its rounding, "about".
    private static (decimal Low, decimal High)? Range(Quantity figure, bool isMeasure, bool isConverted)
    {
        if (figure.Low is null && figure.High is null)
        {
            return figure.VagueLow is null && figure.VagueHigh is null ? null : (figure.VagueLow ?? decimal.MinValue, figure.VagueHigh ?? decimal.MaxValue);
        }

        return (Bound(figure.Low, isMeasure ? figure.SiLow : null, figure.Approximate, isConverted, -1) ?? decimal.MinValue, Bound(figure.High, isMeasure ? figure.SiHigh : null, figure.Approximate, isConverted, 1) ?? decimal.MaxValue);
    }

    private static decimal? Bound(decimal? printed, decimal? si, bool isAbout, bool isConverted, int side)
    {
        if (printed is not { } own)
        {
            return null;
        }

        var bound = si ?? own;
        var factor = own == 0 ? 1 : Math.Abs(bound / own);
        return bound + (side * Rounding.Play(own, isAbout, isConverted) * factor);
    }
}
