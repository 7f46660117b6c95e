using System.Text.Json;

namespace Dateline.Checks.Across;

/// <summary>DL0502 across reports: in one report somebody denies what others tell of the event in another. One finding per denier.</summary>
public sealed class DenialAcross : IAcrossCheck
{
    /// <inheritdoc/>
    public string Id => "DL0502";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(EventTelling told)
    {
        foreach (var denier in told.Claims.Where(c => c is { Standing: ClaimStanding.Denied, IsSourced: true }).GroupBy(c => c.SideKey, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var denied = denier.Where(d => d.Value.ValueKind is not JsonValueKind.Object || !d.Value.TryGetProperty("latitude", out _) || told.Claims.Any(c => c.Standing == ClaimStanding.Told && c.Role == d.Role && c.Key == d.Key)).ToList();
            if (denied.Count == 0)
            {
                continue; // "it did not reach our waters" denies nothing as long as nobody says that it did
            }

            var against = told.Claims.Where(c => c.Standing == ClaimStanding.Told && c.SideKey != denier.Key && denied.TrueForAll(d => d.By.Id != c.By.Id)).ToList();
            if (against.Count == 0)
            {
                continue;
            }

            var sides = against.Select(c => c.SideName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var name = denied.Select(c => c.SideName).Min(StringComparer.Ordinal)!;
            yield return new Finding(
                Id,
                Severity.Notice,
                $"{name} denies what other reports tell of this {told.Kind.Replace('_', ' ')} ({string.Join(", ", sides)}).",
                [.. denied.Concat(against).Select(c => c.FullId).Order(StringComparer.Ordinal)],
                [new("denied_by", name), new("told_by", string.Join(", ", sides))],
                null);
        }
    }
}
