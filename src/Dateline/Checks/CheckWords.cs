using Dateline.Claims;
using NodaTime;

namespace Dateline.Checks;

/// <summary>Words and references the checks share.</summary>
internal static class CheckWords
{
    /// <summary>An ISO date.</summary>
    public static string Day(LocalDate day) => day.ToString("uuuu'-'MM'-'dd", null);

    /// <summary>An offset: +09:00.</summary>
    public static string Of(Offset offset) => offset.ToString("m", null);

    /// <summary>A role at the beginning of a sentence: "Target place".</summary>
    public static string Role(string role) => char.ToUpperInvariant(role[0]) + role[1..].Replace('_', ' ');

    /// <summary>Whom a claim goes back to, with whoever tells it jointly; the outlet itself when nobody is named.</summary>
    public static string Source(Claim claim) => claim.AccordingTo is [.., var last] ? string.Join(" with ", last.With.Select(a => a.Name).Prepend(last.Actor.Name)) : "the outlet itself";

    /// <summary>The claims whose words touch a stretch.</summary>
    public static IReadOnlyList<string> ClaimsAt(CheckInput input, TextSpan span) =>
        [.. input.Events.Events.SelectMany(e => e.Claims).Concat(input.Events.Loose).Where(c => c.Claim.Evidence.Any(e => e.Start < span.End && span.Start < e.End)).Select(c => c.Id).Distinct(StringComparer.Ordinal)];
}
