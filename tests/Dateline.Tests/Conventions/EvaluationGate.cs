using Dateline.Evaluation.Samples;

namespace Dateline.Tests.Conventions;

/// <summary>No figure of the evaluation that needs only the repository falls below its floor in eval/floors.json.</summary>
public class EvaluationGate
{
    [Fact]
    public void No_figure_falls_below_its_floor() =>
        Assert.Empty(SampleCommands.Fallen(SampleCommands.Root()));
}
