using Xunit;

namespace Dateline.Tests.Annotations;

/// <summary>The traps of times and quantities: the rows of a spec file that name one, and its guide, tell of the same.</summary>
public sealed class TrapSpecs
{
    [Theory]
    [InlineData("times.jsonl", "times.md")]
    [InlineData("quantities.jsonl", "quantities.md")]
    public void Every_trap_of_the_guide_has_a_row_and_every_row_a_place_in_it(string spec, string guide)
    {
        var named = SpecRows.Texts(spec).Select(text => SpecRows.Row(spec, text))
            .Where(row => row.TryGetProperty("trap", out _)).Select(row => row.GetProperty("trap").GetString()!).Distinct(StringComparer.Ordinal);
        var told = File.ReadLines(Path.Combine(Repository.Root, "docs", guide)).SkipWhile(line => line != "## Traps")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        Assert.Equal(told.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
