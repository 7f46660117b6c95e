using System.Text.Json;
using Dateline.Claims;

namespace Dateline.Checks.Across;

/// <summary>
/// DL0501 across reports: values of one role that cannot both be true, with who stands on which side; or one source told in two ways on one day.
/// Silent on precision, on figures that grew from one day to the next, on somebody's own revised figures (DL0503), and on words: two translations
/// of one sentence are no contradiction.
/// </summary>
public sealed class ContradictionAcross(ComparedRoles roles) : IAcrossCheck
{
    /// <inheritdoc/>
    public string Id => "DL0501";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(EventTelling told)
    {
        foreach (var role in roles.Rows)
        {
            var sides = ComparedRoles.Sides(told, role.Role);
            if (Against(told, role, sides) is { } finding)
            {
                yield return finding;
            }

            foreach (var side in sides)
            {
                if (TwoWays(told, role, side) is { } other)
                {
                    yield return other;
                }
            }
        }
    }

    // The sides as they stand after their own revisions; told within one report alone it is that report's finding.
    private Finding? Against(EventTelling told, RoleRow role, IReadOnlyList<Side> sides)
    {
        var standing = sides.Select(side => (side.Key, side.Name, Claims: side.Last, Values: Side.Different(side.Last))).ToList();
        var apart = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < standing.Count; i++)
        {
            for (var j = i + 1; j < standing.Count; j++)
            {
                if (Side.AreApart(told, role.Value, standing[i].Values, standing[j].Values) && AreOfTwoReports(standing[i].Claims, standing[j].Claims) && !HasGrown(role.Role, standing[i].Claims, standing[j].Claims) && !AreToldTogether(told, role, standing[i].Values, standing[j].Values))
                {
                    apart.Add(standing[i].Key);
                    apart.Add(standing[j].Key);
                }
            }
        }

        var against = standing.FindAll(side => apart.Contains(side.Key));
        return against.Count == 0 ? null : Make(
            role.Role,
            string.Join("; ", against.Select(side => Side.Words(side.Name, side.Claims))),
            against.Count == 2 ? "both cannot be true" : "not all can be true",
            [.. against.Select(side => side.Name)],
            against.SelectMany(side => side.Claims));
    }

    // One source, told otherwise by two outlets on one day: one of them has it wrong, or it said both.
    private Finding? TwoWays(EventTelling told, RoleRow role, Side side)
    {
        var texts = side.Last.GroupBy(c => c.By.Text, StringComparer.Ordinal).Select(g => (IReadOnlyList<ReportedClaim>)[.. g]).ToList();
        var others = side.Claims[0].IsSourced && side.Last[0].By.Day is not null ? texts.FindAll(one => texts.Exists(other => one != other && one[0].By.Name != other[0].By.Name && Side.AreApart(told, role.Value, one, other))) : [];
        return others.Count == 0 ? null : Make(
            role.Role,
            $"{side.Name} is told to have said " + string.Join("; ", others.Select(claims => $"{Side.Values(claims)} ({claims[0].By.Name})").Order(StringComparer.Ordinal)),
            "both cannot be true, unless it said both",
            [side.Name],
            others.SelectMany(claims => claims));
    }

    private Finding Make(string role, string sides, string verdict, IReadOnlyList<string> sources, IEnumerable<ReportedClaim> claims) => new(
        Id,
        Severity.Notice,
        $"{CheckWords.Role(role)}: {sides}: {verdict}.",
        [.. claims.Select(c => c.FullId).Order(StringComparer.Ordinal)],
        [new("role", role), new("all_can_be_true", false), new("sources", string.Join(", ", sources))],
        null);

    private static bool AreOfTwoReports(IReadOnlyList<ReportedClaim> one, IReadOnlyList<ReportedClaim> other) => one[0].By.Id != other[0].By.Id || one.Any(a => a.By.Id != one[0].By.Id) || other.Any(b => b.By.Id != other[0].By.Id);

    // A report that gives both counts gives them of two things, a whole and a part of it; where it does not, its own check has spoken.
    private static bool AreToldTogether(EventTelling told, RoleRow role, IReadOnlyList<ReportedClaim> one, IReadOnlyList<ReportedClaim> other) =>
        role.Value == RoleValue.Quantity
        && one.Concat(other).All(c => !c.Value.TryGetProperty("si_unit", out var unit) || unit.ValueKind is not JsonValueKind.String)
        && told.Claims.Where(c => string.Equals(c.Role, role.Role, StringComparison.Ordinal)).GroupBy(c => c.By.Id, StringComparer.Ordinal).Any(report => one.Any(a => report.Any(c => c.Key == a.Key)) && other.Any(b => report.Any(c => c.Key == b.Key)));

    // Figures that become known by and by are compared on one day only.
    private bool HasGrown(string role, IReadOnlyList<ReportedClaim> one, IReadOnlyList<ReportedClaim> other) => roles.Grows(role) && (one[0].By.Day is null || one[0].By.Day != other[0].By.Day);
}
