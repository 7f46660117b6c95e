using Dateline.Knowledge;

namespace Dateline.Events.Across;

/// <summary>How events of one kind are brought together across reports.</summary>
/// <param name="Late">Days before its publication within which news without a day may have happened.</param>
/// <param name="IsCrowded">True where the same parties have several such happenings on one day.</param>
/// <param name="IsBeside">True where the parties stand beside each other, and either may be told first.</param>
public sealed record KindSameness(int Late, bool IsCrowded, bool IsBeside);

/// <summary>What one feature says of two tellings.</summary>
/// <param name="Points">For one event, or against it.</param>
/// <param name="IsTime">True when it puts both at one time.</param>
/// <param name="IsSpan">True when it puts one somewhere around the other.</param>
/// <param name="IsMark">True when it hardly comes twice: quoted words, a figure, a spot.</param>
public sealed record MatchFeature(int Points, bool IsTime, bool IsSpan, bool IsMark);

/// <summary>The tables <c>ontology/across.tsv</c> and <c>ontology/across-points.tsv</c>.</summary>
public sealed class MatchRules
{
    private static readonly KindSameness Unlisted = new(2, true, false);

    private readonly Dictionary<string, KindSameness> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MatchFeature> features = new(StringComparer.Ordinal);

    /// <summary>Loads both tables.</summary>
    /// <exception cref="KnowledgeException">A number is none.</exception>
    public MatchRules(KnowledgeFiles files)
    {
        foreach (var row in files.Table("ontology/across.tsv").Rows)
        {
            kinds.Add(row["kind"], new KindSameness(Whole(row, "late"), row.Optional("crowded") is "yes", row.Optional("sides") is "both"));
        }

        foreach (var row in files.Table("ontology/across-points.tsv").Rows)
        {
            features.Add(row["feature"], new MatchFeature(Whole(row, "points"), row.Optional("tells") is "time", row.Optional("tells") is "span", row.Optional("tells") is "mark"));
        }
    }

    /// <summary>The rules of a kind; careful ones for a kind the table does not have.</summary>
    public KindSameness Of(string kind) => kinds.GetValueOrDefault(kind, Unlisted);

    /// <summary>A feature's row.</summary>
    /// <exception cref="KnowledgeException">The table does not have it.</exception>
    public MatchFeature Feature(string feature) => features.TryGetValue(feature, out var row) ? row : throw new KnowledgeException($"ontology/across-points.tsv: no feature {feature}");

    /// <summary>The points of a feature.</summary>
    /// <exception cref="KnowledgeException">The table does not have it.</exception>
    public int Points(string feature) => Feature(feature).Points;

    private static int Whole(Table.Row row, string column) => (int)(row.Number(column) ?? throw row.Wrong(column, "is empty"));
}
