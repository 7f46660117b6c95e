using System.Text.Json;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;

namespace Dateline.Views;

/// <summary>What the checks say that still holds after what people decided.</summary>
internal static class JudgedFindings
{
    /// <summary>The findings of a reading, without those about claims that people rejected or gave another value: they were made of what is no longer said.</summary>
    public static IEnumerable<JsonElement> Of(StoredReading reading, JudgedReport judged)
    {
        var changed = reading.Claims.Where(claim => judged.LastOnClaim(claim) is { Kind: JudgementKind.Reject or JudgementKind.Correct }).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        return reading.Findings.Where(finding => changed.Count == 0 || !StoredReading.ClaimsOf(finding).Any(changed.Contains));
    }
}
