using System.Globalization;

namespace Dateline.Ledger;

/// <summary>
/// What the checks say of a report in the bits of one number, so that reports with a certain finding are found without opening every reading. Two checks may
/// share a bit: a set bit says that a report is worth opening, no more. A tally counts as a finding of every severity, because what it comes to is only known
/// when it is asked for. 0 for a report without findings; ledgers of earlier versions hold their number there, which says nothing of which.
/// </summary>
public static class FindingBits
{
    /// <summary>Every finding.</summary>
    public const int Any = int.MaxValue;

    /// <summary>Set where the others are.</summary>
    public const int Known = 1 << 30;

    private const int Slots = 26; // for checks; bits that are left of 31
    private const int InGroup = 5; // checks of one group that have a bit of their own
    private const string Tally = "DL0301";

    private static readonly string[] Severities = ["info", "notice", "warning"];

    /// <summary>The bits of a reading; 0 when the checks say nothing and nothing is counted.</summary>
    public static int Of(StoredReading reading)
    {
        var bits = reading.Tallies.Any() ? Bit(Tally) | Bit(Severities[0]) | Bit(Severities[1]) | Bit(Severities[2]) : 0;
        foreach (var finding in reading.Findings)
        {
            bits |= Bit(finding.GetProperty("check").GetString()!) | Bit(finding.GetProperty("severity").GetString()!);
        }

        return bits == 0 ? 0 : bits | Known;
    }

    /// <summary>The bit of a check (DL0101) or a severity (warning).</summary>
    public static int Bit(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var severity = Array.IndexOf(Severities, name);
        return severity >= 0 ? 1 << severity : 1 << (Severities.Length + (Number(name) % Slots));
    }

    // DL0203: the third check of the second group.
    private static int Number(string check) => check.Length == 6 && int.TryParse(check.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 100 ? (((number / 100) - 1) * InGroup) + (number % 100) - 1 : Slots - 1;
}
