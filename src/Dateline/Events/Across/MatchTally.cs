using System.Globalization;

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

    /// <summary>Points of what hardly comes twice.</summary>
    public int Marks { get; private set; }

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
        IsTimed |= row.IsTime;
        IsSpanned |= row.IsSpan;
        Marks += row.IsMark ? row.Points : 0;
        reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{feature} {row.Points:+0;-0}"));
    }
}
