using System.Globalization;
using Dateline.Knowledge;

namespace Dateline.Events.Across;

/// <summary>How events of one kind are brought together across reports.</summary>
/// <param name="Late">Days before its publication within which news without a day may have happened.</param>
/// <param name="IsCrowded">True where the same parties have several such happenings on one day.</param>
/// <param name="IsBeside">True where the parties stand beside each other, and either may be told first.</param>
/// <param name="HasSites">True where a building or ground is hit and tells one happening from another.</param>
/// <param name="IsRare">True where the same parties seldom have two such happenings in a week.</param>
public sealed record KindSameness(int Late, bool IsCrowded, bool IsBeside, bool HasSites, bool IsRare);

/// <summary>What a feature tells beside its points.</summary>
public enum FeatureTelling
{
    /// <summary>Nothing more.</summary>
    Nothing,

    /// <summary>It puts both at one time.</summary>
    Time,

    /// <summary>It puts one somewhere around the other.</summary>
    Span,

    /// <summary>It puts both on one day of the week.</summary>
    Weekday,

    /// <summary>Few happenings of one day share it, but those of other days may: a spot.</summary>
    Mark,

    /// <summary>It hardly comes twice at all: quoted words, a figure.</summary>
    Once,
}

/// <summary>What one feature says of two tellings.</summary>
/// <param name="Points">For one event, or against it.</param>
/// <param name="Tells">What it tells beside them.</param>
/// <param name="Reason">Its name with its points: "same_day +4".</param>
public sealed record MatchFeature(int Points, FeatureTelling Tells, string Reason);

/// <summary>What a figure says of the happening it is told of.</summary>
public enum FigureTelling
{
    /// <summary>It was measured once: other figures speak against one event.</summary>
    Measure,

    /// <summary>It grows while people count: other figures say nothing.</summary>
    Toll,

    /// <summary>A number of weapons or troops; very large ones are counted differently by everybody.</summary>
    Number,

    /// <summary>What the system can do on any day: it says nothing.</summary>
    Capability,
}

/// <summary>The tables <c>ontology/across.tsv</c>, <c>ontology/across-points.tsv</c>, <c>ontology/across-figures.tsv</c> and <c>ontology/sites.tsv</c>.</summary>
public sealed class MatchRules
{
    private static readonly KindSameness Unlisted = new(2, true, false, false, false);

    private readonly Dictionary<string, KindSameness> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MatchFeature> features = new(StringComparer.Ordinal);
    private readonly HashSet<string> hitOften = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FigureTelling> figures = new(StringComparer.Ordinal);

    /// <summary>Loads the tables.</summary>
    /// <exception cref="KnowledgeException">A number is none.</exception>
    public MatchRules(KnowledgeFiles files)
    {
        foreach (var row in files.Table("ontology/across.tsv").Rows)
        {
            kinds.Add(row["kind"], new KindSameness(Whole(row, "late"), row.Optional("often") is "daily", row.Optional("sides") is "both", row.Optional("sites") is "yes", row.Optional("often") is "rarely"));
        }

        foreach (var row in files.Table("ontology/across-points.tsv").Rows)
        {
            features.Add(row["feature"], new MatchFeature(Whole(row, "points"), row.Optional("tells") is null ? FeatureTelling.Nothing : row.Enum<FeatureTelling>("tells"), string.Create(CultureInfo.InvariantCulture, $"{row["feature"]} {Whole(row, "points"):+0;-0}")));
        }

        foreach (var row in files.Table("ontology/across-figures.tsv").Rows)
        {
            figures.Add(row["role"], row.Enum<FigureTelling>("telling"));
        }

        foreach (var row in files.Table("ontology/sites.tsv").Rows.Where(r => r.Optional("often") is "yes"))
        {
            hitOften.Add(row["site"]);
        }
    }

    /// <summary>The rules of a kind; careful ones for a kind the table does not have.</summary>
    public KindSameness Of(string kind) => kinds.GetValueOrDefault(kind, Unlisted);

    /// <summary>What a figure of a role says; that it was measured, for a role the table does not have.</summary>
    public FigureTelling TellingOf(string role) => figures.GetValueOrDefault(role);

    /// <summary>True for a kind of ground that is hit again and again: a port, a front.</summary>
    public bool IsHitOften(string site) => hitOften.Contains(site);

    /// <summary>A feature's row.</summary>
    /// <exception cref="KnowledgeException">The table does not have it.</exception>
    public MatchFeature Feature(string feature) => features.TryGetValue(feature, out var row) ? row : throw new KnowledgeException($"ontology/across-points.tsv: no feature {feature}");

    /// <summary>The points of a feature.</summary>
    /// <exception cref="KnowledgeException">The table does not have it.</exception>
    public int Points(string feature) => Feature(feature).Points;

    private static int Whole(Table.Row row, string column) => (int)(row.Number(column) ?? throw row.Wrong(column, "is empty"));
}
