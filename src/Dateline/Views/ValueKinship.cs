using System.Globalization;
using System.Text.Json;
using Dateline.Annotations.Quantities;

namespace Dateline.Views;

/// <summary>How two values of one role stand to each other.</summary>
internal enum Kinship
{
    /// <summary>They say the same.</summary>
    Same,

    /// <summary>One says it finer than the other; both can be true.</summary>
    Precision,

    /// <summary>Both cannot be true.</summary>
    Apart,
}

/// <summary>Compares values in the shape of the contract (docs/formats.md), whichever report they come from.</summary>
internal static class ValueKinship
{
    /// <summary>What two values share when they say the same.</summary>
    public static string Key(JsonElement value)
    {
        if (value.TryGetProperty("earliest", out _))
        {
            return Text(value, "earliest") is { } earliest ? Join("time", Text(value, "utc") ?? earliest, Text(value, "latest") is { } latest && latest != earliest ? latest : null) : Join("time", null, Fold(value, "text"));
        }

        if (value.TryGetProperty("low", out _))
        {
            var si = Raw(value, "si_low") is not null || Raw(value, "si_high") is not null;
            return Join("figure", Raw(value, si ? "si_low" : "low"), Raw(value, si ? "si_high" : "high"), Raw(value, "low") is null && Raw(value, "high") is null ? Fold(value, "vague") ?? Fold(value, "text") : null);
        }

        return value.TryGetProperty("latitude", out _) ? Join("place", Text(value, "id") ?? Fold(value, "name"), Fold(value, "relation"))
            : value.TryGetProperty("country", out _) ? Join("actor", Text(value, "id") ?? Fold(value, "name"))
            : Join("words", Text(value, "id") ?? Text(value, "class") ?? Fold(value, "text"), Text(value, "range_class"));
    }

    /// <summary>How two values stand to each other.</summary>
    public static Kinship Compare(JsonElement a, JsonElement b)
    {
        if (Key(a) == Key(b))
        {
            return Kinship.Same;
        }

        var fits = a.TryGetProperty("earliest", out _) ? TimesFit(a, b)
            : a.TryGetProperty("low", out _) ? FiguresFit(a, b)
            : a.TryGetProperty("latitude", out _) ? PlacesFit(a, b)
            : a.TryGetProperty("country", out _) ? ActorsFit(a, b)
            : ClassesFit(Text(a, "class"), Text(b, "class"));
        return fits ? Kinship.Precision : Kinship.Apart;
    }

    /// <summary>A text field, or null.</summary>
    public static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString() : null;

    // A stretch of time that holds the other, or shares days with it.
    private static bool TimesFit(JsonElement a, JsonElement b)
    {
        var ((first, last), (otherFirst, otherLast)) = (Days(a), Days(b));
        if (first is null || otherFirst is null)
        {
            return true; // unknown contradicts nothing
        }

        var bothClocks = Text(a, "utc") is not null && Text(b, "utc") is not null;
        if (bothClocks)
        {
            return ClocksFit(a, b);
        }

        return string.CompareOrdinal(first, otherLast) <= 0 && string.CompareOrdinal(otherFirst, last) <= 0;
    }

    // "early on Tuesday" holds seven o'clock; two readings of a clock are two.
    private static bool ClocksFit(JsonElement a, JsonElement b) =>
        Moment(a, "earliest") is { } first && Moment(a, "latest") is { } last && Moment(b, "earliest") is { } otherFirst && Moment(b, "latest") is { } otherLast
        && first <= otherLast && otherFirst <= last && (first < last || otherFirst < otherLast);

    private static DateTimeOffset? Moment(JsonElement time, string name) =>
        DateTimeOffset.TryParse(Text(time, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static (string? First, string? Last) Days(JsonElement time) => (Text(time, "earliest")?[..10], Text(time, "latest")?[..10]);

    private static bool FiguresFit(JsonElement a, JsonElement b)
    {
        var si = Text(a, "si_unit") is { } unit && unit == Text(b, "si_unit");
        var isConverted = si && Text(a, "unit") != Text(b, "unit");
        var (x, y) = (Interval(a, si, isConverted), Interval(b, si, isConverted));
        return x is null || y is null || (x.Value.Low <= y.Value.High && y.Value.Low <= x.Value.High);
    }

    /// <summary>What a figure leaves open: its bounds, its rounding, "about"; null when it gives none.</summary>
    private static (double Low, double High)? Interval(JsonElement figure, bool si, bool isConverted)
    {
        var (low, high) = (Number(figure, si ? "si_low" : "low"), Number(figure, si ? "si_high" : "high"));
        if (low is null && high is null)
        {
            (low, high) = (Number(figure, "vague_low"), Number(figure, "vague_high"));
            return low is null && high is null ? null : (low ?? double.NegativeInfinity, high ?? double.PositiveInfinity);
        }

        var isAbout = figure.TryGetProperty("approximate", out var approximate) && approximate.ValueKind == JsonValueKind.True;
        var factor = si && Number(figure, "low") is { } own and not 0 && Number(figure, "si_low") is { } base_ ? base_ / own : 1;
        return (low - Play(low, figure, "low", factor, isAbout, isConverted) ?? double.NegativeInfinity, high + Play(high, figure, "high", factor, isAbout, isConverted) ?? double.PositiveInfinity);
    }

    private static double? Play(double? bound, JsonElement figure, string name, double factor, bool isAbout, bool isConverted) =>
        bound is null ? null : figure.TryGetProperty(name, out var printed) && printed.ValueKind == JsonValueKind.Number ? (double)Rounding.Play(printed.GetDecimal(), isAbout, isConverted) * factor : 0;

    // The same place another way round, the country or region around it, or one that is not known.
    private static bool PlacesFit(JsonElement a, JsonElement b) =>
        Text(a, "id") is not { } id || Text(b, "id") is not { } other || id == other
        || (Text(a, "country") is { } country && country == Text(b, "country") && Text(a, "precision") != Text(b, "precision"));

    private static bool ActorsFit(JsonElement a, JsonElement b) =>
        Text(a, "country") is { } country && country == Text(b, "country") && Text(a, "kind") != Text(b, "kind");

    // A missile may be a ballistic missile: the words of one class stand in the other.
    private static bool ClassesFit(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return false;
        }

        var (own, other) = (a.Split('_'), b.Split('_'));
        return !own.Except(other, StringComparer.Ordinal).Any() || !other.Except(own, StringComparer.Ordinal).Any();
    }

    private static double? Number(JsonElement value, string name) => value.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number ? field.GetDouble() : null;

    private static string? Raw(JsonElement value, string name) =>
        value.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number ? field.GetDecimal().ToString(CultureInfo.InvariantCulture) : null;

    private static string? Fold(JsonElement value, string name) => Text(value, name)?.ToLowerInvariant();

    private static string Join(params ReadOnlySpan<string?> parts) => string.Join('\u001F', parts);
}
