using Dateline.Ledger;
using Dateline.Tests.App;
using Dateline.Tests.Exports;

namespace Dateline.Tests.Ledger;

/// <summary>Findings with a filter are those of all findings that fit, though most reports are never opened for them.</summary>
public sealed class FindingBitsTests(ExportedSamples samples) : IClassFixture<ExportedSamples>
{
    [Fact]
    public void AFilterFindsWhatFits()
    {
        var all = Rows();

        Assert.True(all.Count > 20, $"{all.Count} findings");
        foreach (var wanted in all.SelectMany(row => new[] { row.Check, row.Severity }).Append("warning").Append("DL9999").Distinct(StringComparer.Ordinal))
        {
            Assert.Equal(all.Where(row => row.Check == wanted || row.Severity == wanted).Select(row => row.Line), Rows("--finding", wanted).Select(row => row.Line));
        }
    }

    [Theory]
    [InlineData("info", "notice")]
    [InlineData("DL0101", "DL0501")]
    [InlineData("DL0404", "warning")]
    public void DifferentOnesHaveBitsOfTheirOwn(string one, string other) => Assert.Equal(0, FindingBits.Bit(one) & FindingBits.Bit(other));

    private List<(string Check, string Severity, string Line)> Rows(params string[] more) =>
        [.. Json.Lines(Bench.RunWhole(["findings", "--format", "jsonl", "--ledger", samples.Ledger, .. more]).Output).Select(row => (row.GetProperty("check").GetString()!, row.GetProperty("severity").GetString()!, row.GetRawText()))];
}
