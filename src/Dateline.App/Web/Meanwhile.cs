using Dateline.Ledger.Judgements;

namespace Dateline.App.Web;

/// <summary>What others decided about the same event or claims between the moment a person was shown them and that person's own decision.</summary>
internal static class Meanwhile
{
    /// <summary>The judgements, in the order they were noted.</summary>
    /// <param name="all">All of the ledger, in the order they were noted.</param>
    /// <param name="seen">How many there were when the person was shown the event.</param>
    /// <param name="own">The id of the person's own.</param>
    public static IReadOnlyList<Judgement> Of(IReadOnlyList<Judgement> all, int seen, string own)
    {
        var byId = all.DistinctBy(judgement => judgement.Id, StringComparer.Ordinal).ToDictionary(judgement => judgement.Id, StringComparer.Ordinal);
        if (!byId.TryGetValue(own, out var noted))
        {
            return [];
        }

        var about = About(noted, byId);
        return [.. all.Skip(seen).Where(other => !string.Equals(other.Id, own, StringComparison.Ordinal) && About(other, byId).Overlaps(about))];
    }

    /// <summary>The tellings a judgement is about, or is about the claims of.</summary>
    private static HashSet<string> About(Judgement judgement, Dictionary<string, Judgement> byId)
    {
        // What undoes something is about what that was about.
        while (judgement.Undoes is { } earlier && byId.TryGetValue(earlier, out var undone))
        {
            judgement = undone;
        }

        return judgement.Tellings.Concat(judgement.Rest).Append(judgement.Statement?.Telling).OfType<TellingRef>().Select(telling => telling.Key).ToHashSet(StringComparer.Ordinal);
    }
}
