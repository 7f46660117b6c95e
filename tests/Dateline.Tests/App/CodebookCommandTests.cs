namespace Dateline.Tests.App;

/// <summary><c>dateline codebook</c> prints what docs/codebook.md holds.</summary>
public sealed class CodebookCommandTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public void DocumentIsWhatTheCommandPrints()
    {
        var outcome = Bench.Run("codebook");
        Assert.Equal(0, outcome.Status);
        Assert.Equal(File.ReadAllText(Repository.At("docs/codebook.md")), outcome.Output);
    }

    [Fact]
    public void OwnRowsArePrinted()
    {
        bench.File("own/ontology/rules.tsv", "rule\tsource\nA rule of our own.\town\n");
        Assert.Contains("- A rule of our own.\n", Bench.Run("codebook", "--data", bench["own"]).Output, StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();
}
