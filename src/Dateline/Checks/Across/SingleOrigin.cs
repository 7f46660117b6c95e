using Dateline.Claims;
using Dateline.Events.Across;

namespace Dateline.Checks.Across;

/// <summary>
/// DL0401: figures and places that several texts print and that all go back to one named source: they look corroborated and are not. One finding
/// per source. A text that names nobody for them is told beside; two texts must name the source. A nameless source is DL0404's.
/// </summary>
public sealed class SingleOrigin(ComparedRoles roles) : IAcrossCheck
{
    /// <inheritdoc/>
    public string Id => "DL0401";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(EventTelling told)
    {
        if (told.Texts < 2)
        {
            yield break;
        }

        var single = roles.Rows.Where(role => role.Value is RoleValue.Quantity or RoleValue.Place).SelectMany(role => Values(told, role.Role)).ToList();
        foreach (var group in single.GroupBy(v => v.Origin, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var values = group.ToList();
            var claims = values.SelectMany(v => v.Claims).Where(c => c.IsSourced).ToList();
            var name = claims.Select(c => c.SideName).Min(StringComparer.Ordinal)!;
            var texts = claims.Select(c => c.By.Text).Distinct(StringComparer.Ordinal).Count();
            var isAll = told.Origins.Count == 1;
            yield return new Finding(
                Id,
                Severity.Notice,
                FormattableString.Invariant($"{texts} texts, one origin: {string.Join(", ", values.Select(v => $"{v.Role.Replace('_', ' ')} \"{v.Words}\""))} go{(values.Count == 1 ? "es" : "")} back to {name}") + (isAll ? ", as everything told of this event does." : "."),
                [.. claims.Select(c => c.FullId).Order(StringComparer.Ordinal)],
                [new("origin", name), new("texts", texts), new("values", values.Count), new("whole_event", isAll)],
                null);
        }
    }

    // A single weapon ("a missile") is no figure that anybody would count sources for.
    private static IEnumerable<(string Role, string Words, string Origin, List<ReportedClaim> Claims)> Values(EventTelling told, string role) =>
        from value in told.Claims.Where(c => c.Standing == ClaimStanding.Told && c.Role == role && !IsOne(c)).GroupBy(c => c.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
        let claims = value.ToList()
        let named = claims.Where(c => c.IsSourced).ToList()
        where named.Select(c => c.By.Text).Distinct(StringComparer.Ordinal).Skip(1).Any() && named.Select(c => c.SideKey).Distinct(StringComparer.Ordinal).Count() == 1
        select (role, claims.Select(c => c.Words).Min(StringComparer.Ordinal)!, ProfileMaker.NameOf(named[0].From.Chain[^1]), claims);

    private static bool IsOne(ReportedClaim claim) => claim.Value.TryGetProperty("high", out var high) && high.ValueKind == System.Text.Json.JsonValueKind.Number && high.GetDecimal() == 1;
}
