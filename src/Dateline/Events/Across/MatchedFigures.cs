namespace Dateline.Events.Across;

/// <summary>What the figures of two tellings say.</summary>
internal static class MatchedFigures
{
    private const decimal Small = 10; // fewer come together by chance
    private const decimal Massive = 50; // so many weapons at once make one attack, however they are counted
    private const decimal Growth = 0.2m; // share by which a toll differs between two reports of one hour
    private const decimal Rounding = 0.02m; // share by which two outlets round one figure

    /// <summary>Adds what speaks for one event and against it, role by role.</summary>
    public static void Of(EventProfile a, EventProfile b, KindSameness kind, MatchRules rules, MatchTally tally)
    {
        for (var i = 0; i < a.Figures.Count; i++)
        {
            var role = a.Figures[i].Role;
            if (IndexOf(a.Figures, role) == i && IndexOf(b.Figures, role) >= 0)
            {
                tally.Add(Feature(a.Figures, b.Figures, role, rules.TellingOf(role), kind.IsCrowded));
            }
        }
    }

    private static string? Feature(IReadOnlyList<FigureFeature> a, IReadOnlyList<FigureFeature> b, string role, FigureTelling telling, bool isCrowded)
    {
        var (same, near, small, massive) = (false, false, true, isCrowded && telling is FigureTelling.Number);
        foreach (var own in a)
        {
            foreach (var other in b)
            {
                if (IsOf(own, role) && IsOf(other, role))
                {
                    massive &= own.Low >= Massive && other.Low >= Massive;
                    var isSame = IsSame(own, other);
                    same |= isSame;
                    near |= telling is FigureTelling.Toll && IsNear(own.Low ?? own.High, other.Low ?? other.High);
                    small &= !isSame || (own.Low ?? own.High) < Small;
                }
            }
        }

        return telling is FigureTelling.Capability ? null
            : massive ? "massive"
            : same ? small ? "small_figure" : "same_figure"
            : near ? "near_figure"
            : telling is FigureTelling.Toll ? null : "other_figure";
    }

    private static int IndexOf(IReadOnlyList<FigureFeature> figures, string role)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            if (IsOf(figures[i], role))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsOf(FigureFeature figure, string role) => string.Equals(figure.Role, role, StringComparison.Ordinal);

    private static bool IsSame(FigureFeature a, FigureFeature b) => Meets(a.Low, b.Low) && Meets(a.High, b.High) && ((a.Low is not null && b.Low is not null) || (a.High is not null && b.High is not null));

    // "over 30" and "34": counted at different hours
    private static bool IsNear(decimal? a, decimal? b) => a >= Small && b >= Small && Math.Abs(a.Value - b.Value) <= Growth * Math.Max(a.Value, b.Value);

    private static bool Meets(decimal? a, decimal? b) => a is not { } x || b is not { } y || Math.Abs(x - y) <= Rounding * Math.Max(Math.Abs(x), Math.Abs(y));
}
