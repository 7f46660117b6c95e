using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Checks.Across;

/// <summary>The roles of which an event has one value, so that two of them may contradict each other. Words are never compared: two translations of one sentence differ.</summary>
public sealed class ComparedRoles
{
    private readonly HashSet<string> growing;

    /// <summary>Reads the codebook, and ontology/growing-roles.tsv.</summary>
    public ComparedRoles(KnowledgeFiles files, Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        growing = [.. files.Table("ontology/growing-roles.tsv").Rows.Select(row => row["role"])];
        Rows = [.. codebook.Roles.Where(role => role is { IsMany: false, Value: RoleValue.Quantity or RoleValue.Place or RoleValue.Time or RoleValue.WeaponClass })];
    }

    /// <summary>The roles, in the codebook's order.</summary>
    public IReadOnlyList<RoleRow> Rows { get; }

    /// <summary>True when its figures grow while a happening becomes known.</summary>
    public bool Grows(string role) => growing.Contains(role);

    /// <summary>Whoever tells of a role, with what they tell as so; by name.</summary>
    internal static IReadOnlyList<Side> Sides(EventTelling told, string role) =>
    [
        .. told.Claims
            .Where(c => c.Standing == ClaimStanding.Told && string.Equals(c.Role, role, StringComparison.Ordinal))
            .GroupBy(c => c.SideKey, StringComparer.Ordinal)
            .Select(group => new Side(group.Key, group.Select(c => c.SideName).Min(StringComparer.Ordinal)!, [.. group.OrderBy(c => c.By.Day is null).ThenBy(c => c.By.Day, StringComparer.Ordinal).ThenBy(c => c.FullId, StringComparer.Ordinal)]))
            .OrderBy(side => side.Name, StringComparer.Ordinal)
            .ThenBy(side => side.Key, StringComparer.Ordinal),
    ];
}

/// <summary>Whoever claims of a role go back to.</summary>
/// <param name="Key">One name.</param>
/// <param name="Name">For people.</param>
/// <param name="Claims">What is told, in time order.</param>
internal sealed record Side(string Key, string Name, IReadOnlyList<ReportedClaim> Claims)
{
    /// <summary>What is told on the last day anything is: earlier figures were revised.</summary>
    public IReadOnlyList<ReportedClaim> Last { get; } = [.. Claims.Where(c => c.By.Day == Claims[^1].By.Day)];

    /// <summary>The values in words, each one once, with the number of texts that say so.</summary>
    public static string Words(string name, IReadOnlyList<ReportedClaim> claims)
    {
        var texts = claims.Select(c => c.By.Text).Distinct(StringComparer.Ordinal).Count();
        return $"{name} {Values(claims)}" + (texts > 1 ? System.FormattableString.Invariant($" ({texts} texts)") : "");
    }

    /// <summary>The values in words, each one once.</summary>
    public static string Values(IEnumerable<ReportedClaim> claims) => string.Join(" and ", claims.DistinctBy(c => c.Key, StringComparer.Ordinal).Select(c => $"\"{c.Words}\"").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>One claim for each different value: hundreds of reports say few.</summary>
    public static IReadOnlyList<ReportedClaim> Different(IReadOnlyList<ReportedClaim> claims) => claims.Count < 2 ? claims : [.. claims.DistinctBy(c => c.Value.GetRawText(), StringComparer.Ordinal)];

    /// <summary>True when no value of the one can be true beside any of the other: somebody who gives two figures gives them of two things.</summary>
    public static bool AreApart(EventTelling told, RoleValue kind, IReadOnlyList<ReportedClaim> one, IReadOnlyList<ReportedClaim> other) => Distinct(one) is var own && Distinct(other) is var theirs && own.TrueForAll(a => theirs.TrueForAll(b => told.Contradict(kind, a, b)));

    private static List<ReportedClaim> Distinct(IReadOnlyList<ReportedClaim> claims) => claims.Count == 1 ? [claims[0]] : [.. claims.DistinctBy(c => c.Told, StringComparer.Ordinal)];
}
