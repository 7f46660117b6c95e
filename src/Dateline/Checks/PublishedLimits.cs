using Dateline.Annotations.Quantities;
using Dateline.Knowledge;

namespace Dateline.Checks;

/// <summary>One published limit of a weapon class or a named system, in SI.</summary>
/// <param name="Class">Weapon class, range class, or row of systems.tsv.</param>
/// <param name="Label">What the row is about, for people: "subsonic cruise missile".</param>
/// <param name="Low">Least, or null when open.</param>
/// <param name="High">Most, or null when open.</param>
/// <param name="Unit">The unit the row is written in.</param>
/// <param name="Source">Where it is published: a row of sources.tsv.</param>
public sealed record PublishedLimit(string Class, string Label, decimal? Low, decimal? High, Unit Unit, string Source)
{
    /// <summary>True when some of an interval lies inside.</summary>
    public bool Meets(decimal low, decimal high) => (Low is not { } least || high >= least) && (High is not { } most || low <= most);
}

/// <summary>The published figures of weapon classes, compiled from data/weapons/limits.tsv and limit-roles.tsv.</summary>
public sealed class PublishedLimits
{
    private readonly ILookup<(string Class, string Property), PublishedLimit> rows;
    private readonly Dictionary<string, decimal> most = new(StringComparer.Ordinal);
    private readonly List<LimitedRole> roles = [];

    /// <summary>Compiles the tables.</summary>
    /// <exception cref="KnowledgeException">A row names a unit that is in no row of units.tsv.</exception>
    public PublishedLimits(KnowledgeFiles files, UnitTable units)
    {
        var read = new List<(string Property, PublishedLimit Limit)>();
        foreach (var row in files.Table("weapons/limits.tsv").Rows)
        {
            var unit = units.Find(row["unit"]) ?? throw row.Wrong("unit", "is in no row of units/units.tsv");
            var factor = unit.Factor ?? 1;
            var colon = row["note"].IndexOf(':', StringComparison.Ordinal);
            var label = colon > 0 ? row["note"][..colon] : row["note"];
            read.Add((row["property"], new PublishedLimit(row["class"], label, row.Number("low") * factor, row.Number("high") * factor, unit, row["source"])));
        }

        rows = read.ToLookup(r => (r.Limit.Class, r.Property), r => r.Limit);
        foreach (var group in read.Where(r => r.Limit.High is not null).GroupBy(r => r.Property, StringComparer.Ordinal))
        {
            most[group.Key] = group.Max(r => r.Limit.High!.Value);
        }

        roles.AddRange(files.Table("weapons/limit-roles.tsv").Rows.Select(row => new LimitedRole(row["role"], row["property"], row["ends"] is "both", row.Optional("class"))));
    }

    /// <summary>Which roles are held against which property.</summary>
    public IReadOnlyList<LimitedRole> Roles => roles;

    /// <summary>The limits of a class or named system and a property; the sub-classes of one class are several.</summary>
    public IEnumerable<PublishedLimit> Of(string weaponClass, string property) => rows[(weaponClass, property)];

    /// <summary>The limits of a property, of whatever class.</summary>
    public IEnumerable<PublishedLimit> All(string property) => rows.Where(group => group.Key.Property == property).SelectMany(group => group);

    /// <summary>The highest figure published for any class, in SI, or null.</summary>
    public decimal? Most(string property) => most.TryGetValue(property, out var value) ? value : null;
}

/// <summary>A role whose figure is held against a published property.</summary>
/// <param name="Role">Role of the codebook.</param>
/// <param name="Property">Property of limits.tsv.</param>
/// <param name="BothEnds">False when only the upper end says anything: a missile may fly less far than it can.</param>
/// <param name="Class">The class it is held against when the event names no weapon, or null.</param>
public sealed record LimitedRole(string Role, string Property, bool BothEnds, string? Class);
