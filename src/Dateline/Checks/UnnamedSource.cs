using Dateline.Annotations.Actors;
using Dateline.Knowledge;

namespace Dateline.Checks;

/// <summary>DL0404: values of an event for which nobody in particular stands: "reports suggest", "officials said".</summary>
public sealed class UnnamedSource(KnowledgeFiles files) : ICheck
{
    private readonly NamelessSources nameless = new(files);

    /// <inheritdoc/>
    public string Id => "DL0404";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var told in input.Events.Events)
        {
            var unnamed = told.Claims.Where(c => c.Claim.AccordingTo is [.., { Actor.Kind: ActorKind.Unnamed } last] && nameless.IsNobody(input, last.Actor.Name, last.Span));
            foreach (var group in unnamed.GroupBy(c => c.Claim.AccordingTo[^1].Actor.Name, StringComparer.OrdinalIgnoreCase))
            {
                var claims = group.ToList();
                yield return new Finding(
                    Id,
                    Severity.Notice,
                    $"Nobody in particular says it: \"{group.Key}\" is the only source of {claims.Count} {(claims.Count == 1 ? "value" : "values")} of this {told.Kind.Replace('_', ' ')}.",
                    [.. claims.Select(c => c.Id)],
                    [new("source", group.Key), new("values", claims.Count)],
                    claims[0].Claim.AccordingTo[^1].Span);
            }
        }
    }
}
