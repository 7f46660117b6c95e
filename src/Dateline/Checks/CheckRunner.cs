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
        var apart = new ApartFigures(files, codebook);
        var counting = new CountingRules(files);
        checks =
        [
            new ImpliedSpeed(files, limits, codebook),
            new UnitConversion(units),
            new KnownLimits(limits, codebook, apart),
            new PrecisionOfFigures(codebook),
            new ThousandsPoint(),
            new WeekdayAndDate(),
            new ClockAndZone(),
            new ReportBeforeEvent(),
            new TallyInReport(new TallyCount(counting), counting),
            new PartyInItsCause(files),
            new UnnamedSource(files),
            new ContradictionInReport(codebook, apart),
            new Denial(files),
        ];
    }

    /// <summary>Every finding.</summary>
    public IReadOnlyList<Finding> Run(CheckInput input) => [.. checks.SelectMany(c => c.Find(input))];
}
