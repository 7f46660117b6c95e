using Dateline.Knowledge;

namespace Dateline.Claims;

/// <summary>An event kind with its PLOVER code.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="PloverType">PLOVER type, or null where PLOVER has none.</param>
/// <param name="PloverMode">PLOVER mode, or null.</param>
/// <param name="Contexts">PLOVER contexts.</param>
/// <param name="IsMoment">True when a happening of the kind takes a moment of one day, not weeks or a state of things.</param>
/// <param name="Announced">How one stands that is only announced: planned where announcing comes before doing, null where it is as good as done.</param>
/// <param name="Meaning">What it is, in words.</param>
public sealed record KindRow(string Kind, string? PloverType, string? PloverMode, IReadOnlyList<string> Contexts, bool IsMoment, EventStatus? Announced, string Meaning);

/// <summary>What type of value a role takes.</summary>
public enum RoleValue
{
    /// <summary>A time.</summary>
    Time,

    /// <summary>A place.</summary>
    Place,

    /// <summary>An actor.</summary>
    Actor,

    /// <summary>A figure.</summary>
    Quantity,

    /// <summary>A weapon class.</summary>
    WeaponClass,

    /// <summary>A named system.</summary>
    WeaponName,

    /// <summary>Words.</summary>
    Text,
}

/// <summary>What a weapon class is beyond its name.</summary>
public enum ClassTrait
{
    /// <summary>Fits any class beside it.</summary>
    Open,

    /// <summary>Gives way to any other class.</summary>
    Vague,

    /// <summary>May put a satellite into orbit.</summary>
    Carrier,

    /// <summary>Flies under power along a route.</summary>
    Routed,

    /// <summary>Says how a missile flies: fits a class told of it elsewhere, and tells more.</summary>
    Manner,
}

/// <summary>A role: its value and the kinds that carry it.</summary>
/// <param name="Role">Its name.</param>
/// <param name="Value">What type of value it takes.</param>
/// <param name="Kinds">The kinds that carry it; * = every kind.</param>
/// <param name="Order">Its place in the codebook.</param>
/// <param name="IsMany">True where one event may have several at once.</param>
public sealed record RoleRow(string Role, RoleValue Value, IReadOnlySet<string> Kinds, int Order, bool IsMany);

/// <summary>The codebook as data: kinds and roles of ontology/.</summary>
public sealed class Codebook
{
    private readonly Dictionary<string, KindRow> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Named), string> classes = [];
    private readonly HashSet<(string Class, ClassTrait Trait)> traits = [];
    private readonly Dictionary<string, RoleRow> roles = new(StringComparer.Ordinal);

    /// <summary>Loads kinds, roles and weapon classes of ontology/.</summary>
    public Codebook(KnowledgeFiles files)
    {
        foreach (var row in files.Table("ontology/kinds.tsv").Rows)
        {
            kinds.Add(row["kind"], new KindRow(row["kind"], row.Optional("plover_type"), row.Optional("plover_mode"), row.List("contexts"), row.Optional("moment") is "yes", row.Optional("announced") is null ? null : row.Enum<EventStatus>("announced"), row["meaning"]));
        }

        foreach (var row in files.Table("ontology/classes-by-kind.tsv").Rows)
        {
            classes[(row["kind"], row["named"])] = row["class"];
        }

        foreach (var row in files.Table("ontology/class-traits.tsv").Rows)
        {
            traits.Add((row["class"], row.Enum<ClassTrait>("trait")));
        }

        foreach (var row in files.Table("ontology/roles.tsv").Rows)
        {
            var value = row.Enum<RoleValue>("value");
            roles.Add(row["role"], new RoleRow(row["role"], value, row.List("kinds").ToHashSet(StringComparer.Ordinal), roles.Count, row["many"] is "yes"));
        }
    }

    /// <summary>The weapon class a kind tells of when its words name another: shells fired are artillery.</summary>
    public string ClassFor(string? kind, string named) => kind is not null && classes.TryGetValue((kind, named), out var found) ? found : named;

    /// <summary>True when a weapon class has a trait.</summary>
    public bool Has(string weaponClass, ClassTrait trait) => traits.Contains((weaponClass, trait));

    /// <summary>The kinds, in the codebook's order.</summary>
    public IEnumerable<KindRow> Kinds => kinds.Values;

    /// <summary>The roles, in the order they are printed.</summary>
    public IEnumerable<RoleRow> Roles => roles.Values;

    /// <summary>The row of a kind.</summary>
    public KindRow Kind(string kind) => kinds[kind];

    /// <summary>True when the kind is in the book.</summary>
    public bool HasKind(string kind) => kinds.ContainsKey(kind);

    /// <summary>The row of a role, or null.</summary>
    public RoleRow? Role(string role) => roles.GetValueOrDefault(role);

    /// <summary>True when a kind carries a role.</summary>
    public bool Carries(string kind, string role) => roles.TryGetValue(role, out var row) && (row.Kinds.Contains("*") || row.Kinds.Contains(kind));
}
