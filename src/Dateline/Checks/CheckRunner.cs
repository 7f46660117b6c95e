using Dateline.Annotations.Quantities;
using Dateline.Checks.Tallies;
using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Checks;

/// <summary>All checks over one report, in the order of their ids.</summary>
public sealed class CheckRunner
{
    private readonly ICheck[] checks;

    /// <summary>Builds the checks; each loads its own limits.</summary>
    public CheckRunner(KnowledgeFiles files)
    {
        var units = new UnitTable(files);
        var limits = new PublishedLimits(files, units);
        var codebook = new Codebook(files);
        var counting = new CountingRules(files);
        checks =
        [
            new ImpliedSpeed(files, limits, codebook),
            new UnitConversion(units),
            new KnownLimits(limits, codebook),
            new PrecisionOfFigures(codebook),
            new ThousandsPoint(),
            new WeekdayAndDate(),
            new ClockAndZone(),
            new ReportBeforeEvent(),
            new TallyInReport(new TallyCount(counting), counting),
            new PartyInItsCause(files),
            new UnnamedSource(),
            new ContradictionInReport(codebook, new ApartFigures(files)),
            new Denial(files),
        ];
    }

    /// <summary>Every finding.</summary>
    public IReadOnlyList<Finding> Run(CheckInput input) => [.. checks.SelectMany(c => c.Find(input))];
}
