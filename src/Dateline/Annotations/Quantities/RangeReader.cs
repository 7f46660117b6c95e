using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Reads the second end of a range: "1,000-3,000", "5 to 10", "one or two", "between A and B".</summary>
internal static class RangeReader
{
    private const int FarthestVerb = 5;

    /// <summary>Reads the second end after a first one.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="low">The first end; takes the scale that is told once for both.</param>
    /// <param name="wanted">The joint an opener asks for ("and" after "between"), or empty.</param>
    /// <param name="high">The second end.</param>
    public static bool TryRead(FigureSentence s, ref Amount low, string wanted, out Amount high)
    {
        high = default;
        if (low.Vague is not null || low.Fraction || low.Counting is not null
            || !TryJoint(s, low, wanted, out var next)
            || !AmountReader.TryRead(s, next, out high)
            || high.Vague is not null || high.Fraction || high.Counting is not null)
        {
            return false;
        }

        low = Pointed(low, high);

        // the scale told once belongs to both: "3 to 5 million", "$1-2bn"
        if (low.Scale == 1 && high.Scale > 1 && low.Low <= high.Low / high.Scale && low.Unit is null or { Dimension: "currency" })
        {
            low = low.Times(high.Scale);
        }

        return low.Low < high.Low && (Agrees(low.Unit, high.Unit) || (high.Unit is null && s.Is(low.First, NumberWordClass.UnitBefore)));
    }

    /// <summary>True when "from A to B" tells a change and no range: "the toll rose from 17 to 28".</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="opener">Index of "from".</param>
    public static bool IsChange(FigureSentence s, int opener)
    {
        for (var i = opener - 1; i >= 0 && i >= opener - FarthestVerb && s[i].Kind is TokenKind.Word or TokenKind.Number; i--)
        {
            if (s.Is(i, NumberWordClass.Change))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryJoint(FigureSentence s, Amount low, string wanted, out int next)
    {
        var at = low.After;
        next = at + 1;
        if (next >= s.Count)
        {
            return false;
        }

        if (s.IsKind(at, TokenKind.Hyphen) || (s.IsSign(at, '-') && s.IsGlued(at) && !s.IsGlued(next)))
        {
            next = wanted.Length == 0 && s.Is(next, NumberWordClass.RangeJoint, out var suspended, out var behind) && suspended.Text is "to" or "or" ? behind : next; // "two- to three-day"
            return true;
        }

        if (s.IsKind(at, TokenKind.Dash))
        {
            return wanted.Length == 0 && (s.IsGlued(at) || IsSpacedRange(s, low, next));
        }

        if (!s.Is(at, NumberWordClass.RangeJoint, out var word, out next))
        {
            return false;
        }

        return wanted.Length > 0 ? word.Text == wanted : word.Text is "to" or "or";
    }

    // "10 – 12 km": the dash between blanks joins only figures that share a unit
    private static bool IsSpacedRange(FigureSentence s, Amount low, int next) =>
        low.Figures && low.Unit is null && s.IsKind(next, TokenKind.Number) && AmountReader.TryRead(s, next, out var high) && high.Unit is not null;

    // "7.507 to 7.511 seconds": the first end follows the second, whose unit decided
    private static Amount Pointed(Amount low, Amount high) =>
        low.Unit is null && low.Scale == 1 && low.Figures && !low.Bare && high.Low > low.Low * 500 && low.Low != decimal.Truncate(low.Low) && high.Low == decimal.Truncate(high.Low) && high.Low < low.Low * 2000 ? low.Times(1000) : low;

    private static bool Agrees(Unit? low, Unit? high) =>
        low is null || (high is null ? low.Dimension == "currency" || low.Symbol == "Mach" : low == high);
}
