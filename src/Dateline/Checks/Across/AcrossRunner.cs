using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Checks.Across;

/// <summary>All checks over what several reports tell of one event, in the order of their ids.</summary>
public sealed class AcrossRunner
{
    /// <summary>The most claims or reports a finding lists; thousands may give one value.</summary>
    internal const int MostListed = 40;

    private readonly IAcrossCheck[] checks;

    /// <summary>Builds the checks.</summary>
    public AcrossRunner(KnowledgeFiles files, Codebook codebook)
    {
        var roles = new ComparedRoles(files, codebook);
        checks = [new SingleOrigin(roles), new Copies(), new ContradictionAcross(roles), new DenialAcross(), new ChangedStory(roles)];
    }

    /// <summary>Every finding; none for an event that one report tells.</summary>
    public IReadOnlyList<Finding> Run(EventTelling told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return told.Reports.Count < 2 ? [] : [.. checks.SelectMany(check => check.Find(told)).Select(Short)];
    }

    private static Finding Short(Finding finding) => finding.Claims.Count <= MostListed ? finding
        : finding with { Claims = [.. finding.Claims.Take(MostListed)], Computed = [.. finding.Computed, new("claims_in_all", finding.Claims.Count)] };
}
