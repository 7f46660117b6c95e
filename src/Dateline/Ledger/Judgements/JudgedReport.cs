namespace Dateline.Ledger.Judgements;

/// <summary>What people decided about one report, as found in one reading of it.</summary>
public sealed class JudgedReport
{
    private readonly Dictionary<string, List<Judgement>> events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Judgement>> claims = new(StringComparer.Ordinal);

    /// <summary>Finds what judgements are about.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="judgements">Those that hold, by time.</param>
    public JudgedReport(ReadingKeys reading, IEnumerable<Judgement> judgements)
    {
        foreach (var judgement in judgements)
        {
            foreach (var number in judgement.Tellings.Concat(judgement.Rest).Where(t => string.Equals(t.Report, reading.Report, StringComparison.Ordinal)).Select(t => t.In(reading)?.Event.Number).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                Put(events, number, judgement);
            }

            if (judgement.Statement is { } statement && statement.In(reading) is { } found)
            {
                Put(claims, found.Claim.Id, judgement);
            }
        }
    }

    private JudgedReport()
    {
    }

    /// <summary>Nothing was decided about it.</summary>
    public static JudgedReport None { get; } = new();

    /// <summary>What was decided about an event, by time.</summary>
    public IReadOnlyList<Judgement> OnEvent(string number) => events.TryGetValue(number, out var found) ? found : [];

    /// <summary>What was decided about a claim, by time.</summary>
    public IReadOnlyList<Judgement> OnClaim(StoredClaim claim) => OnClaim(claim.Id);

    /// <summary>What was decided about a claim, by time.</summary>
    /// <param name="claim">Its id.</param>
    public IReadOnlyList<Judgement> OnClaim(string claim) => claims.Count > 0 && claims.TryGetValue(claim, out var found) ? found : [];

    /// <summary>The last word on an event: accepted or rejected; null when there is none.</summary>
    public Judgement? LastOnEvent(string number) => OnEvent(number).LastOrDefault(j => j.IsDecision);

    /// <summary>The last word on a claim: accepted, rejected or corrected; null when there is none.</summary>
    public Judgement? LastOnClaim(StoredClaim claim) => LastOnClaim(claim.Id);

    /// <summary>The last word on a claim.</summary>
    /// <param name="claim">Its id.</param>
    public Judgement? LastOnClaim(string claim) => OnClaim(claim).LastOrDefault(j => j.IsDecision);

    /// <summary>True when an event was rejected.</summary>
    public bool IsRejected(string? number) => number is not null && LastOnEvent(number) is { Kind: JudgementKind.Reject };

    /// <summary>True when a claim was rejected, or the event it is of.</summary>
    public bool IsRejected(StoredClaim claim) => LastOnClaim(claim) is { Kind: JudgementKind.Reject } || IsRejected(claim.Event);

    private static void Put(Dictionary<string, List<Judgement>> lists, string key, Judgement judgement)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(judgement);
    }
}
