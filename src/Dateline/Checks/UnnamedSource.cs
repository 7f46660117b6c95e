using Dateline.Annotations.Actors;

namespace Dateline.Checks;

/// <summary>DL0404: values of an event for which nobody in particular stands: "reports suggest", "officials said".</summary>
public sealed class UnnamedSource : ICheck
{
    /// <inheritdoc/>
    public string Id => "DL0404";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var told in input.Events.Events)
        {
            var unnamed = told.Claims.Where(c => c.Claim.AccordingTo is [.., { Actor.Kind: ActorKind.Unnamed } last] && (last.Span is not { } span || !EndsInName(input, span)));
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

    // "Kim Nam-wook", "the minister Shin Wonsik": somebody no table has; a country at the end names nobody
    private static bool EndsInName(CheckInput input, TextSpan span)
    {
        var words = span.Of(input.Text);
        var last = words.LastIndexOf(' ');
        var before = last > 0 ? words[..last].LastIndexOf(' ') : -1;
        return last > 0 && char.IsUpper(words[last + 1]) && char.IsUpper(words[before + 1])
            && !input.Annotations.Places.Any(p => p.Span.Start < span.End && p.Span.End > span.Start + before + 1);
    }
}
