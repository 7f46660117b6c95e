namespace Dateline.Events.Across;

/// <summary>What the figures of two tellings say.</summary>
internal static class MatchedFigures
{
    private const decimal Small = 10; // fewer come together by chance
    private const decimal Massive = 50; // so many weapons at once make one attack, however they are counted
    private const decimal Growth = 0.2m; // share by which a toll differs between two reports of one hour
    private const decimal Other = 1.5m; // times the one number is the other, from which they are of two things
    private const decimal Rounding = 0.02m; // share by which two outlets round one figure

    /// <summary>Adds what speaks for one event and against it, role by role.</summary>
    public static void Of(EventProfile a, EventProfile b, KindSameness kind, MatchRules rules, MatchTally tally)
    {
        var others = 0;
        for (var i = 0; i < a.Figures.Count; i++)
        {
            var role = a.Figures[i].Role;
            if (IndexOf(a.Figures, role) == i && IndexOf(b.Figures, role) >= 0)
            {
                var telling = rules.TellingOf(role);
                var feature = Feature(a.Figures, b.Figures, role, telling, kind.IsCrowded);
                others += telling is FigureTelling.Measure && feature is "other_figure" && !IsNearOf(a.Figures, b.Figures, role) ? 1 : 0;
                tally.Add(feature);
            }
        }

        tally.Add("other_measures", others > 1);
    }

    private static bool IsNearOf(IReadOnlyList<FigureFeature> a, IReadOnlyList<FigureFeature> b, string role)
    {
        foreach (var own in a)
        {
            foreach (var other in b)
            {
                if (IsOf(own, role) && IsOf(other, role) && IsNear(own.Low ?? own.High, other.Low ?? other.High))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? Feature(IReadOnlyList<FigureFeature> a, IReadOnlyList<FigureFeature> b, string role, FigureTelling telling, bool isCrowded)
    {
        var (same, near, small, single, massive) = (false, false, true, true, isCrowded && telling is FigureTelling.Number);
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
                    single &= !isSame || (own.Low ?? own.High) <= 1;
                }
            }
        }

        return telling is FigureTelling.Capability ? null
            : massive ? "massive"
            : same && single ? null // "a missile" counts nothing
            : same ? small ? "small_figure" : "same_figure"
            : near ? "near_figure"
            : telling is FigureTelling.Toll ? null
            : telling is FigureTelling.Number && !isCrowded && IsFar(a, b, role) ? "other_number" : "other_figure";
    }

    // 2,100 soldiers and 3,300: nobody counts those of one drill so differently
    private static bool IsFar(IReadOnlyList<FigureFeature> a, IReadOnlyList<FigureFeature> b, string role)
    {
        foreach (var own in a)
        {
            foreach (var other in b)
            {
                if (IsOf(own, role) && IsOf(other, role) && ((own.Low ?? own.High) is not { } x || (other.Low ?? other.High) is not { } y || x < Small || y < Small || Math.Max(x, y) <= Other * Math.Min(x, y)))
                {
                    return false;
                }
            }
        }

        return true;
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
