using Dateline.Annotations.Times;
using Dateline.Claims;
using Dateline.Events;

namespace Dateline.Views;

/// <summary>One event on a card: what it is, when, where, who, how sure; and a row per claim.</summary>
/// <param name="Id">e1, e2 …</param>
/// <param name="Kind">Kind in words.</param>
/// <param name="Status">Status in words.</param>
/// <param name="When">Local time, or "unknown".</param>
/// <param name="Utc">The same in UTC, or null when it is not known.</param>
/// <param name="Where">Places, or "unknown".</param>
/// <param name="Who">Actors, with what they are to it, or "unknown".</param>
/// <param name="Certainty">Who tells it and how: "asserted by A, B; unconfirmed by C".</param>
/// <param name="Rows">Its claims, in the order of the roles.</param>
/// <param name="Reasons">Why it is one event and has its status.</param>
public sealed record EventCard(
    string Id,
    string Kind,
    string Status,
    string When,
    string? Utc,
    string Where,
    string Who,
    string Certainty,
    IReadOnlyList<ClaimRow> Rows,
    IReadOnlyList<string> Reasons)
{
    private const string Unknown = "unknown";

    /// <summary>Arranges an event.</summary>
    public static EventCard Of(Event happening, string text)
    {
        var preferred = happening.Summary.SelectMany(role => role.Claims).Select(numbered => numbered.Claim).ToList();
        var time = preferred.Select(claim => claim.Role == "time" ? (claim.Value as TimeValue)?.Time : null).FirstOrDefault(found => found is not null);
        return new EventCard(
            happening.Id,
            ValueWords.Spaced(happening.Kind),
            ValueWords.Spaced(happening.Status),
            time is null ? Unknown : ValueWords.Of(time, text) + Until(time, preferred),
            time is null ? null : ValueWords.Utc(time),
            All(preferred.Where(claim => claim.Value is PlaceValue), text, "place"),
            All(preferred.Where(claim => claim.Value is ActorValue), text, "actor"),
            CertaintyOf(happening),
            [.. InRoleOrder(happening).Select(claim => ClaimRow.Of(claim, text))],
            [.. happening.Mentions.Select(mention => $"“{ValueWords.OneLine(mention.Trigger.In(text))}” by {mention.Rule}: {mention.Reason}"), .. happening.Reasons, .. happening.Apart]);
    }

    // "2025-03-10 to 2025-03-20": of what is told to go on, up to the last day
    private static string Until(TimeExpression time, IEnumerable<Claim> preferred) =>
        preferred.FirstOrDefault(claim => claim.Role is "last_day")?.Value is TimeValue { Time.Last: { } last } && time is { Precision: TimePrecision.Day, Clock: null, Last: { } first } && last > first ? " to " + TimexValue.Day(last) : "";

    /// <summary>" (denied)" for anything that is not simply asserted, " (inferred)" for what the words do not state.</summary>
    internal static string Doubt(Claim claim) =>
        (claim.Inferred ? " (inferred)" : "") + (claim.Factuality == Factuality.Asserted ? "" : $" ({ValueWords.Spaced(claim.Factuality)})");

    /// <summary>The values of some claims; those of another role than the usual carry it in brackets.</summary>
    private static string All(IEnumerable<Claim> claims, string text, string usual)
    {
        var words = claims
            .Select(claim => ValueWords.Of(claim.Value, text) + (claim.Inferred ? " (inferred)" : "") + (claim.Role == usual ? "" : $" [{ValueWords.Spaced(claim.Role)}]"))
            .Distinct(StringComparer.Ordinal);
        return string.Join(", ", words) is { Length: > 0 } all ? all : Unknown;
    }

    private static string CertaintyOf(Event happening)
    {
        var voices = happening.Claims
            .GroupBy(numbered => numbered.Claim.Factuality)
            .OrderBy(group => group.Key)
            .Select(group => $"{ValueWords.Spaced(group.Key)} by {string.Join(", ", group.Select(claim => Primary(claim.Claim)).Distinct(StringComparer.Ordinal))}");
        return string.Join("; ", voices) is { Length: > 0 } all ? all : "mentioned only";
    }

    private static string Primary(Claim claim) => claim.AccordingTo.Count == 0 ? "the outlet itself" : claim.AccordingTo[^1].Actor.Name;

    private static IEnumerable<NumberedClaim> InRoleOrder(Event happening)
    {
        var order = happening.Summary.Select(role => role.Role).ToList();
        return happening.Claims.OrderBy(claim => order.IndexOf(claim.Claim.Role) is var at && at < 0 ? int.MaxValue : at);
    }
}

/// <summary>One claim of a card.</summary>
/// <param name="Id">c1, c2 …</param>
/// <param name="Role">Role in words.</param>
/// <param name="Value">Value in words, with its doubt.</param>
/// <param name="AccordingTo">Who says so.</param>
/// <param name="Words">The exact words.</param>
/// <param name="Rule">The rule that bound it.</param>
public sealed record ClaimRow(string Id, string Role, string Value, string AccordingTo, string Words, string Rule)
{
    /// <summary>Arranges a claim.</summary>
    public static ClaimRow Of(NumberedClaim numbered, string text) => new(
        numbered.Id,
        ValueWords.Spaced(numbered.Claim.Role),
        ValueWords.Of(numbered.Claim.Value, text) + EventCard.Doubt(numbered.Claim),
        ValueWords.Of(numbered.Claim.AccordingTo),
        ReadingView.Words(numbered.Claim.Evidence, text),
        numbered.Claim.Rule);
}
