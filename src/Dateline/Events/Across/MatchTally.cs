namespace Dateline.Events.Across;

/// <summary>Adds up what speaks for and against two tellings being of one event.</summary>
internal sealed class MatchTally(MatchRules rules)
{
    private readonly List<string> reasons = [];

    public int Points { get; private set; }

    /// <summary>True when something puts both at one time.</summary>
    public bool IsTimed { get; private set; }

    /// <summary>True when a longer span of one holds the other.</summary>
    public bool IsSpanned { get; private set; }

    /// <summary>True when a weekday of one is a weekday of the other.</summary>
    public bool IsWeekday { get; private set; }

    /// <summary>Points of what few happenings of one day share.</summary>
    public int Marks { get; private set; }

    /// <summary>Those of them that no later happening shares.</summary>
    public int OnceOnly { get; private set; }

    /// <summary>True when the days follow each other and such things happen every day.</summary>
    public bool IsDayAfter { get; set; }

    public IReadOnlyList<string> Reasons => reasons;

    public void Add(string feature, bool holds) => Add(holds ? feature : null);

    public void Add(string? feature)
    {
        if (feature is null)
        {
            return;
        }

        var row = rules.Feature(feature);
        Points += row.Points;
        IsTimed |= row.Tells is FeatureTelling.Time;
        IsSpanned |= row.Tells is FeatureTelling.Span;
        IsWeekday |= row.Tells is FeatureTelling.Weekday;
        Marks += row.Tells is FeatureTelling.Mark or FeatureTelling.Once ? row.Points : 0;
        OnceOnly += row.Tells is FeatureTelling.Once ? row.Points : 0;
        reasons.Add(row.Reason);
    }
}
