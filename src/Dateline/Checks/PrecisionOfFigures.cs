using Dateline.Claims;

namespace Dateline.Checks;

/// <summary>DL0104: two figures for one thing of which one is a rounding of the other ("7,961 to 7,973 seconds" and "132 minutes"): linked as one fact.</summary>
public sealed class PrecisionOfFigures(Codebook codebook) : ICheck
{
    /// <inheritdoc/>
    public string Id => "DL0104";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input) =>
        from told in input.Events.Events
        from role in EventFigures.Repeated(told, codebook)
        from pair in FigurePairs.Of(told, role.Role)
        where pair.Kinship == FigureKinship.Precision
        select new Finding(
            Id,
            Severity.Info,
            $"\"{pair.First.Quantity.Span.In(input.Text)}\" and \"{pair.Second.Quantity.Span.In(input.Text)}\" are one figure in two precisions.",
            [pair.First.Id, pair.Second.Id],
            [new("role", role.Role)],
            null);
}
