using Dateline.Annotations.Attributions;

namespace Dateline.Claims;

/// <summary>Makes a claim of a value and its words: who says it, and how sure.</summary>
internal sealed class ClaimMaker(ReportView view)
{
    /// <summary>One claim; the attribution is the innermost that holds the first piece of evidence.</summary>
    public Claim Make(string role, ClaimValue value, EventStatus status, string rule, params IReadOnlyList<TextSpan> evidence)
    {
        var attribution = view.AttributionOf(evidence[0]);
        return new Claim(role, value, evidence, view.Chain(attribution), attribution?.Id, FactualityOf(attribution, status), rule);
    }

    private static Factuality FactualityOf(Attribution? attribution, EventStatus status) =>
        status switch
        {
            EventStatus.Planned => Factuality.Planned,
            EventStatus.Hypothetical => Factuality.Hypothetical,
            EventStatus.Denied => Factuality.Denied,
            _ => attribution switch
            {
                null => Factuality.Asserted,
                { Stance: Stance.Denies } => Factuality.Denied,
                { Stance: Stance.DoesNotConfirm or Stance.DoesNotKnow or Stance.DeclinesToComment } => Factuality.Unconfirmed,
                { Stance: Stance.Assesses or Stance.Estimates } => Factuality.Assessed,
                { Stance: Stance.Suspects } => Factuality.Suspected,
                { Certainty: Certainty.Suspected or Certainty.SuspectedByAuthorities or Certainty.Possible } => Factuality.Suspected,
                _ => Factuality.Asserted,
            },
        };
}
