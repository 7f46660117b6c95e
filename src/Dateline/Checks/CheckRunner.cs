using Dateline.Knowledge;

namespace Dateline.Checks;

/// <summary>All checks over one report, in the order of their ids.</summary>
public sealed class CheckRunner
{
    private readonly ICheck[] checks;

    /// <summary>Builds the checks; each loads its own limits.</summary>
    public CheckRunner(KnowledgeFiles files) => checks = [new ImpliedSpeed(files), new UnitConversion(), new ClockAndZone(), new UnnamedSource()];

    /// <summary>Every finding.</summary>
    public IReadOnlyList<Finding> Run(CheckInput input) => [.. checks.SelectMany(c => c.Find(input))];
}
