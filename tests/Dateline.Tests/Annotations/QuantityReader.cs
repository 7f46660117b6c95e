using System.Globalization;
using System.Text.Json;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Text;
using NodaTime;

namespace Dateline.Tests.Annotations;

/// <summary>Reads the quantities of a text as the program does, tags and times included, and prints them as lines to compare.</summary>
internal static class QuantityReader
{
    private static readonly Vocabulary Words = new();
    private static readonly Dateline.Text.TextReader Texts = new(SpecRows.Files, Words, PerceptronTagger.Load(SpecRows.Files));
    private static readonly TimeAnnotator Times = new(SpecRows.Files, Words, Texts.Tokenizer);
    private static readonly QuantityAnnotator Annotator = new(SpecRows.Files, Words, Texts.Tokenizer);

    public static QuantityReading Read(string text, LocalDate? published)
    {
        var article = new Article(text, [new Block(BlockKind.Body, new TextSpan(0, text.Length), "spec", null, 0)], null, null, "en", null, [], null, null, []);
        var sentences = Texts.Read(article);
        return Annotator.Annotate(text, sentences, Times.Annotate(text, sentences, new TimeContext(published, null, null, Narrative: false)));
    }

    public static string Line(JsonElement e)
    {
        string Cell(string name) => e.TryGetProperty(name, out var value) ? value.ToString() : "";
        return string.Join(" | ", Cell("text"), Cell("low"), Cell("high"), Cell("unit"), Cell("si_low"), Cell("si_high"), Cell("si_unit"), Cell("approximate"), Cell("vague"), Cell("vague_low"), Cell("vague_high"), Cell("counted"), Cell("restates"));
    }

    public static string Line(Quantity quantity, string text) => string.Join(
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
