using System.Globalization;

namespace Dateline.Checks.Across;

/// <summary>DL0403: reports that carry one text count as one, however many outlets print it; with the share of the text they have in common.</summary>
public sealed class Copies : IAcrossCheck
{
    /// <inheritdoc/>
    public string Id => "DL0403";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(EventTelling told)
    {
        foreach (var text in told.Reports.GroupBy(r => r.Text, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var reports = text.ToList();
            var shares = reports.Select(r => r.Shared).OfType<double>().Order().ToList();
            var names = reports.Select(r => r.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var share = shares.Count == 0 ? "" : shares[0] == shares[^1] ? $", {Percent(shares[0])} of the shorter one in common" : $", {Percent(shares[0])} to {Percent(shares[^1])} of the shorter one in common";
            yield return new Finding(
                Id,
                Severity.Info,
                FormattableString.Invariant($"{reports.Count} reports carry one text and count as one: {string.Join(", ", names.Take(AcrossRunner.MostListed))}{share}."),
                [],
                [
                    new("reports", reports.Select(r => r.Id).Order(StringComparer.Ordinal).Take(AcrossRunner.MostListed).ToList()),
                    new("outlets", reports.Select(r => r.Outlet?.Name).OfType<string>().Distinct(StringComparer.Ordinal).Count()),
                    new("shared_low", shares.Count == 0 ? null : shares[0]),
                    new("shared_high", shares.Count == 0 ? null : shares[^1]),
                ],
                null);
        }
    }

    private static string Percent(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture) + " %";
}
