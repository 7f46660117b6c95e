using System.Text.Json;
using Dateline.Claims;

namespace Dateline.Checks.Across;

/// <summary>
/// DL0503: a later report or version of one outlet gives another value (notice), or a named source's figure was revised from one day to the next (info):
/// official figures in time order are a revision, no conflict. Where one report has a single figure of a source and another has it with a second one beside it
/// that cannot be true of the same thing, that is told too (info): the first was not the whole story.
/// </summary>
public sealed class ChangedStory(ComparedRoles roles) : IAcrossCheck
{
    /// <inheritdoc/>
    public string Id => "DL0503";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(EventTelling told)
    {
        foreach (var role in roles.Rows)
        {
            foreach (var side in ComparedRoles.Sides(told, role.Role))
            {
                if (Revised(told, role, side) is { } revised)
                {
                    yield return revised;
                    continue;
                }

                if (Added(told, role, side) is { } added)
                {
                    yield return added;
                }

                foreach (var outlet in side.Claims.Where(c => c.By.Outlet is not null).GroupBy(c => Events.Across.ProfileMaker.NameOf(c.By.Outlet!), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
                {
                    if (Changed(told, role, side, [.. outlet]) is { } changed)
                    {
                        yield return changed;
                    }
                }
            }
        }
    }

    // A source's figures by day; a figure that grows is revised whoever tells it.
    private Finding? Revised(EventTelling told, RoleRow role, Side side)
    {
        if (role.Value != RoleValue.Quantity || !(side.Claims[0].IsSourced || (roles.Grows(role.Role) && side.Claims[0].By.Outlet is not null)))
        {
            return null;
        }

        var days = side.Claims.Where(c => c.By.Day is not null).GroupBy(c => c.By.Day!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (IReadOnlyList<ReportedClaim>)[.. g]).ToList();
        var steps = Steps(told, role.Value, days);
        return steps.Count < 2 ? null : Make(
            Severity.Info,
            $"{CheckWords.Role(role.Role)}: {side.Name} gave {string.Join(", then ", steps.Select(s => $"{Side.Values(s)} ({s[0].By.Day})"))}: revised.",
            role.Role,
            side.Name,
            "revision",
            steps);
    }

    // "the missiles flew 270 miles", elsewhere "one flew 270 miles and the other 430": measures only, for counts have parts.
    private Finding? Added(EventTelling told, RoleRow role, Side side)
    {
        if (role.Value != RoleValue.Quantity || roles.Grows(role.Role) || !side.Claims[0].IsSourced || !side.Claims.All(IsMeasure))
        {
            return null;
        }

        var reports = side.Claims.GroupBy(c => c.By.Text, StringComparer.Ordinal).Select(g => (IReadOnlyList<ReportedClaim>)[.. g.DistinctBy(c => c.Key, StringComparer.Ordinal)]).ToList();
        var more = reports.Find(one => one.Any(a => one.Any(b => told.Contradict(role.Value, a, b))));
        var few = more is null ? null : reports.Find(one => one != more && one.All(a => one.All(b => a == b || !told.Contradict(role.Value, a, b))) && one.All(a => more.Any(b => told.Contradict(role.Value, a, b)) && more.Any(b => !told.Contradict(role.Value, a, b))));
        return few is null ? null : Make(
            Severity.Info,
            $"{CheckWords.Role(role.Role)}, of {side.Name}: {few[0].By.Name} has {Side.Values(few)}, {more![0].By.Name} {Side.Values(more)}: one of them has a figure more.",
            role.Role,
            side.Name,
            "added",
            [few, more]);
    }

    // One outlet's reports in time order, on one day too: a later version of a page is of the same day.
    private Finding? Changed(EventTelling told, RoleRow role, Side side, IReadOnlyList<ReportedClaim> claims)
    {
        var reports = claims.GroupBy(c => c.By.Id, StringComparer.Ordinal).Select(g => (IReadOnlyList<ReportedClaim>)[.. g]).OrderBy(g => g[0].By.Day is null).ThenBy(g => g[0].By.Day, StringComparer.Ordinal).ThenBy(g => g[0].By.Id, StringComparer.Ordinal).ToList();
        var steps = Steps(told, role.Value, reports);
        if (steps.Count < 2)
        {
            return null;
        }

        var inOrder = steps.Select(s => s[0].By.Day).Distinct(StringComparer.Ordinal).Count() == steps.Count;
        var by = claims[0].By.Name;
        var whose = claims[0].IsSourced ? $", of {side.Name}" : "";
        return Make(
            Severity.Notice,
            $"{CheckWords.Role(role.Role)}{whose}: {by} gave {string.Join(inOrder ? ", then " : " and ", steps.Select(s => $"{Side.Values(s)} ({s[0].By.Day ?? "no day"})"))}.",
            role.Role,
            by,
            "changed",
            steps);
    }

    private static bool IsMeasure(ReportedClaim claim) => claim.Value.TryGetProperty("si_unit", out var unit) && unit.ValueKind is JsonValueKind.String;

    private Finding Make(Severity severity, string message, string role, string by, string what, List<IReadOnlyList<ReportedClaim>> steps) => new(
        Id,
        severity,
        message,
        [.. steps.SelectMany(s => s).Select(c => c.FullId).Order(StringComparer.Ordinal)],
        [new("role", role), new("told_by", by), new("change", what), new("days", steps.Select(s => s[0].By.Day).OfType<string>().Distinct(StringComparer.Ordinal).ToList())],
        null);

    // What was told at last before is kept while the next can be true beside it.
    private static List<IReadOnlyList<ReportedClaim>> Steps(EventTelling told, RoleValue kind, List<IReadOnlyList<ReportedClaim>> tellings)
    {
        var steps = new List<IReadOnlyList<ReportedClaim>>();
        foreach (var telling in tellings)
        {
            if (steps.Count == 0 || Side.AreApart(told, kind, steps[^1], telling))
            {
                steps.Add(telling);
            }
        }

        return steps;
    }
}
