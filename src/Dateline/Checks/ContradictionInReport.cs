using Dateline.Claims;

namespace Dateline.Checks;

/// <summary>
/// DL0501: two sources in one report give figures for one role of one event that cannot both be true, or that are so far apart that both
/// can hardly be the whole. What one source says twice, and figures of different things, stay silent; so does mere precision (DL0104).
/// </summary>
public sealed class ContradictionInReport(Codebook codebook, ApartFigures apart) : ICheck
{
    /// <inheritdoc/>
    public string Id => "DL0501";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input) =>
        from told in input.Events.Events
        where told.Status is EventStatus.News or EventStatus.Background
        from role in EventFigures.Repeated(told, codebook)
        let pairs = FigurePairs.Of(told, role.Role).Where(p => p.Kinship >= FigureKinship.FarApart && FigurePairs.Teller(p.First) != FigurePairs.Teller(p.Second) && !apart.IsApart(input, told, p.First) && !apart.IsApart(input, told, p.Second) && !ApartFigures.ArePartAndWhole(input, p.First, p.Second) && !ApartFigures.AreOfTwo(input, p.First, p.Second)).ToList()
        where pairs.Count > 0
        select Make(input, role.Role, pairs);

    private Finding Make(CheckInput input, string role, List<(EventFigure First, EventFigure Second, FigureKinship Kinship)> pairs)
    {
        var figures = pairs.SelectMany(p => new[] { p.First, p.Second }).DistinctBy(f => f.Id, StringComparer.Ordinal).ToList();
        var isConflict = pairs.Exists(p => p.Kinship == FigureKinship.Conflict);
        var sides = string.Join(", ", figures.Select(f => $"{CheckWords.Source(f.Claim)} \"{f.Quantity.Span.In(input.Text)}\""));
        var verdict = !isConflict ? "all can be true, but hardly as the whole" : figures.Count == 2 ? "both cannot be true" : "not all can be true";
        return new Finding(
            Id,
            Severity.Notice,
            $"{CheckWords.Role(role)}: {sides}: {verdict}.",
            [.. figures.Select(f => f.Id)],
            [new("role", role), new("all_can_be_true", !isConflict), new("sources", string.Join(", ", figures.Select(f => CheckWords.Source(f.Claim)).Distinct(StringComparer.Ordinal)))],
            null);
    }
}
