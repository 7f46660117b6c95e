using Dateline.Knowledge;

namespace Dateline.Checks.Tallies;

/// <summary>What a rule counts.</summary>
public enum CountedUnit
{
    /// <summary>Happenings.</summary>
    Events,

    /// <summary>Days with at least one.</summary>
    Days,

    /// <summary>Weapons fired, each one; only where every happening says how many.</summary>
    Pieces,
}

/// <summary>One rule under which happenings are counted (ontology/counting-rules.tsv).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Counts">Kind of the tallies it is for.</param>
/// <param name="Kinds">Kinds that count.</param>
/// <param name="Only">Weapon classes that count; all when empty.</param>
/// <param name="Not">Weapon classes that do not.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Label">For people: "launch events, cruise missiles counted".</param>
public sealed record CountingRule(string Name, string Counts, IReadOnlyList<string> Kinds, IReadOnlyList<string> Only, IReadOnlyList<string> Not, CountedUnit Unit, string Label)
{
    /// <summary>The happenings that count under this rule; null when it cannot be applied, because one does not say how many.</summary>
    public IReadOnlyList<CountedEvent>? Of(IEnumerable<CountedEvent> events)
    {
        var counted = events.Where(e => Kinds.Contains(e.Kind, StringComparer.Ordinal) && IsOfClass(e)).ToList();
        return Unit == CountedUnit.Pieces && counted.Exists(e => e.Pieces is null) ? null : counted;
    }

    /// <summary>How many they are.</summary>
    public decimal Number(IReadOnlyList<CountedEvent> counted) => Unit switch
    {
        CountedUnit.Days => counted.Select(e => e.First).Distinct().Count(),
        CountedUnit.Pieces => counted.Sum(e => e.Pieces ?? 0),
        _ => counted.Count,
    };

    private bool IsOfClass(CountedEvent told) =>
        (Only.Count == 0 || told.Weapons.Any(w => Only.Contains(w.Class, StringComparer.Ordinal)))
        && (Not.Count == 0 || told.Weapons.Count == 0 || told.Weapons.Any(w => !Not.Contains(w.Class, StringComparer.Ordinal)));
}

/// <summary>The rules, compiled from ontology/counting-rules.tsv.</summary>
public sealed class CountingRules
{
    private readonly ILookup<string, CountingRule> rules;

    /// <summary>Loads the table.</summary>
    public CountingRules(KnowledgeFiles files) => rules = files.Table("ontology/counting-rules.tsv").Rows
        .Select(row => new CountingRule(row["rule"], row["counts"], row.List("kinds"), row.List("only"), row.List("not"), row.Enum<CountedUnit>("unit"), row["label"]))
        .ToLookup(rule => rule.Counts, StringComparer.Ordinal);

    /// <summary>The rules for tallies of a kind, the main one first; none for kinds that are not counted.</summary>
    public IEnumerable<CountingRule> Of(string kind) => rules[kind];

    /// <summary>Every kind that counts under some rule for tallies of a kind.</summary>
    public IReadOnlyList<string> KindsFor(string kind) => [.. rules[kind].SelectMany(rule => rule.Kinds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
