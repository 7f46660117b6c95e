using Dateline.Claims;

namespace Dateline.Events;

/// <summary>Gives losses without a day or place those of the one attack that caused them.</summary>
internal static class LossSettler
{
    private static readonly string[] Shared = ["time", "place", "actor"];

    /// <summary>Completes the casualties among the drafts.</summary>
    public static void Settle(List<EventDraft> drafts)
    {
        foreach (var losses in drafts.Where(d => d is { Kind: "casualties", Causes.Count: > 0, Status: EventStatus.News } && !d.Claims.Any(c => c.Value is TimeValue) && d.Causes.All(c => c.Status == EventStatus.Background)))
        {
            losses.Recall(); // "in August it bombed a house. That attack killed nine"
        }

        foreach (var losses in drafts.Where(d => d is { Kind: "casualties", Causes.Count: 1 }))
        {
            if (drafts.Find(losses.Causes.Contains) is { } attack && attack.Status == losses.Status)
            {
                Complete(losses, attack);
            }
        }
    }

    private static void Complete(EventDraft losses, EventDraft attack)
    {
        var told = losses.Mentions[0];
        var missing = Shared.Where(r => !losses.Claims.Any(c => string.Equals(c.Role, r, StringComparison.Ordinal))).ToList();
        var given = attack.Claims.Where(c => !c.Inferred && missing.Contains(c.Role, StringComparer.Ordinal)).Select(c => c with { Rule = c.Rule + "; of the attack that caused them" }).ToList();
        if (given.Count > 0)
        {
            losses.Replace(told, told with { Claims = [.. told.Claims, .. given] });
        }
    }
}
