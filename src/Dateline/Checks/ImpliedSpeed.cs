using System.Globalization;
using Dateline.Claims;
using Dateline.Events;
using Dateline.Knowledge;

namespace Dateline.Checks;

/// <summary>
/// DL0101: the mean speed that a stated route length and a flight time imply, and what class it fits. Distance over time
/// is a speed only for powered flight along a route, so ballistic classes stay silent. Limits: weapons/limits.tsv.
/// </summary>
public sealed class ImpliedSpeed : ICheck
{
    private const decimal MetresPerSecondToKmH = 3.6m;

    private readonly List<(string Class, decimal Low, decimal High, string Label)> limits = [];

    private readonly Codebook codebook;

    /// <summary>Loads the speed limits of classes whose flight is powered all the way.</summary>
    public ImpliedSpeed(KnowledgeFiles files)
    {
        codebook = new Codebook(files);
        foreach (var row in files.Table("weapons/limits.tsv").Rows)
        {
            if (row["property"] is "speed" && row["unit"] is "km/h")
            {
                var colon = row["note"].IndexOf(':', StringComparison.Ordinal);
                limits.Add((row["class"], row.Number("low") ?? 0, row.Number("high") ?? decimal.MaxValue, colon > 0 ? row["note"][..colon] : row["class"].Replace('_', ' ')));
            }
        }
    }

    /// <inheritdoc/>
    public string Id => "DL0101";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var told in input.Events.Events)
        {
            var weapon = told.Claims.Select(c => c.Claim.Value).OfType<WeaponClassValue>().Select(w => w.Class).FirstOrDefault(c => codebook.Has(c, ClassTrait.Routed));
            var distance = Figure(told, "distance");
            var duration = Figure(told, "duration");
            if (weapon is null || distance is null || duration is null)
            {
                continue;
            }

            yield return Make(weapon, distance.Value, duration.Value);
        }
    }

    private Finding Make(string weapon, (string Claim, decimal Low, decimal High) distance, (string Claim, decimal Low, decimal High) duration)
    {
        var low = Math.Round(distance.Low / duration.High * MetresPerSecondToKmH, 1);
        var high = Math.Round(distance.High / duration.Low * MetresPerSecondToKmH, 1);
        var own = limits.Where(l => string.Equals(l.Class, weapon, StringComparison.Ordinal)).ToList();
        var fits = own.Find(l => high >= l.Low && low <= l.High).Label;
        var name = weapon.Replace('_', ' ');
        var shown = low == high ? Show(low) : $"{Show(low)} to {Show(high)}";
        var verdict = fits is not null ? $"fits a {fits}" : own.Count > 0 ? $"outside what is published for a {name}" : "no published limits to compare";
        return new Finding(
            Id,
            fits is not null || own.Count == 0 ? Severity.Info : Severity.Notice,
            $"Distance over flight time gives a mean speed of {shown} km/h: {verdict}.",
            [distance.Claim, duration.Claim],
            [new("speed_low_km_h", low), new("speed_high_km_h", high), new("fits", fits)],
            null);
    }

    private static (string Claim, decimal Low, decimal High)? Figure(Event told, string role)
    {
        foreach (var claim in told.Claims)
        {
            if (string.Equals(claim.Claim.Role, role, StringComparison.Ordinal) && claim.Claim.Value is QuantityValue { Quantity: { SiLow: { } low, SiHigh: { } high } } && low > 0)
            {
                return (claim.Id, low, high);
            }
        }

        return null;
    }

    private static string Show(decimal value) => value.ToString("#,0.0", CultureInfo.InvariantCulture);
}
