using Dateline.Evaluation.Quantities;
using Xunit;

namespace Dateline.Tests.Annotations;

/// <summary>The rows of Specs/quantities.jsonl, each decided by reading its sentence.</summary>
public sealed class QuantitySpecs
{
    private const string Spec = "quantities.jsonl";

    private static readonly QuantitiesOfText Quantities = new();

    public static TheoryData<string> Texts => [.. SpecRows.Texts(Spec)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Reads(string text)
    {
        var row = SpecRows.Row(Spec, text);
        var found = Quantities.Read(text, SpecRows.Published(row));
        Assert.Equal(row.GetProperty("expected").EnumerateArray().Select(QuantityLine.Of), found.Quantities.Select(quantity => QuantityLine.Of(quantity, text)));
        var ordinals = row.TryGetProperty("ordinals", out var told) ? told.EnumerateArray().Select(o => o.GetInt32()) : [];
        Assert.Equal(ordinals, found.Ordinals.Select(ordinal => ordinal.Value));
    }
}
