using System.Globalization;
using System.Text.Json;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Text;
using Xunit;

namespace Dateline.Tests.Annotations;

public sealed class QuantitySpecs
{
    private const string Spec = "quantities.jsonl";

    private static readonly Vocabulary Words = new();
    private static readonly SentenceSplitter Splitter = SpecRows.Splitter(Words, out Tokens);
    private static readonly Tokenizer Tokens;
    private static readonly TimeAnnotator Times = new(SpecRows.Files, Words, Tokens);
    private static readonly QuantityAnnotator Annotator = new(SpecRows.Files, Words, Tokens);

    public static TheoryData<string> Texts => [.. SpecRows.Texts(Spec)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Reads(string text)
    {
        var row = SpecRows.Row(Spec, text);
        var sentences = Splitter.Split(text, 0, new TextSpan(0, text.Length), 0);
        var times = Times.Annotate(text, sentences, new TimeContext(SpecRows.Published(row), null, null, Narrative: false));
        var found = Annotator.Annotate(text, sentences, times);
        Assert.Equal(row.GetProperty("expected").EnumerateArray().Select(e => Line(e)), found.Quantities.Select(quantity => Line(quantity, text)));
        var ordinals = row.TryGetProperty("ordinals", out var told) ? told.EnumerateArray().Select(o => o.GetInt32()) : [];
        Assert.Equal(ordinals, found.Ordinals.Select(ordinal => ordinal.Value));
    }

    [Fact]
    public void Hostile_figures_do_no_harm()
    {
        foreach (var text in new[] { "9999999999999999999999999999999 men", "1,2,3,4", "0.0.0.0 km", "-", "$", "$bn", "between and", "a", "1/", "½ km", "١٢٣ km", "ten hundred thousand million billion trillion trillion trillion trillion men", "1e99 km" })
        {
            var sentences = Splitter.Split(text, 0, new TextSpan(0, text.Length), 0);
            Assert.NotNull(Annotator.Annotate(text, sentences, Times.Annotate(text, sentences, default)));
        }
    }

    private static string Line(JsonElement e)
    {
        string Cell(string name) => e.TryGetProperty(name, out var value) ? value.ToString() : "";
        return string.Join(" | ", Cell("text"), Cell("low"), Cell("high"), Cell("unit"), Cell("si_low"), Cell("si_high"), Cell("si_unit"), Cell("approximate"), Cell("vague"), Cell("vague_low"), Cell("vague_high"), Cell("counted"), Cell("restates"));
    }

    private static string Line(Quantity quantity, string text) => string.Join(
        " | ",
        quantity.Span.In(text),
        Number(quantity.Low),
        Number(quantity.High),
        quantity.Unit ?? "",
        Number(quantity.SiLow),
        Number(quantity.SiHigh),
        quantity.SiUnit ?? "",
        quantity.Approximate ? "True" : "",
        quantity.Vague ?? "",
        Number(quantity.VagueLow),
        Number(quantity.VagueHigh),
        quantity.Counted ?? "",
        quantity.Restates is { } span ? span.In(text) : "");

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
