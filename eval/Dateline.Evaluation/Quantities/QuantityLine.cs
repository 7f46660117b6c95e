using System.Globalization;
using System.Text.Json;
using Dateline.Annotations.Quantities;

namespace Dateline.Evaluation.Quantities;

/// <summary>A quantity as one line to compare, made of what a spec row expects or of what was found.</summary>
internal static class QuantityLine
{
    public static string Of(JsonElement e)
    {
        string Cell(string name) => e.TryGetProperty(name, out var value) ? value.ToString() : "";
        return string.Join(" | ", Cell("text"), Cell("low"), Cell("high"), Cell("unit"), Cell("si_low"), Cell("si_high"), Cell("si_unit"), Cell("approximate"), Cell("vague"), Cell("vague_low"), Cell("vague_high"), Cell("counted"), Cell("restates"));
    }

    public static string Of(Quantity quantity, string text) => string.Join(
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
