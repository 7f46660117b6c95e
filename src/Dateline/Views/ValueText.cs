using System.Globalization;
using System.Text.Json;

namespace Dateline.Views;

/// <summary>Values in words, made of their JSON alone: for those a person gave, and for outside tables.</summary>
public static class ValueText
{
    /// <summary>A value in words.</summary>
    public static string Of(JsonElement value) =>
        value.TryGetProperty("earliest", out _) ? Time(value) is { Length: > 0 } time ? time : Words(value)
        : value.TryGetProperty("latitude", out _) ? Place(value)
        : value.TryGetProperty("low", out _) ? Figure(value)
        : ValueKinship.Text(value, "name") ?? (ValueKinship.Text(value, "class") is { } known ? ValueWords.Spaced(known) : Words(value));

    /// <summary>A time: its local reading with the zone, a day, or the days from and to; empty when it is not anchored.</summary>
    public static string Time(JsonElement time)
    {
        if (time.ValueKind != JsonValueKind.Object || ValueKinship.Text(time, "earliest") is not { } earliest)
        {
            return "";
        }

        var latest = ValueKinship.Text(time, "latest") ?? earliest;
        return ValueKinship.Text(time, "local") is { } local ? $"{local.Replace('T', ' ')} {ValueKinship.Text(time, "zone")}".TrimEnd() : earliest == latest ? earliest : $"{earliest} to {latest}";
    }

    /// <summary>A place with its relation and country; empty when there is none.</summary>
    public static string Place(JsonElement place) => place.ValueKind != JsonValueKind.Object ? ""
        : (ValueKinship.Text(place, "relation") is { } relation ? relation + " " : "") + ValueKinship.Text(place, "name")
        + (ValueKinship.Text(place, "country") is { } code && ValueKinship.Text(place, "kind") != "country" ? $" ({code})" : "");

    private static string Figure(JsonElement value)
    {
        var (low, high) = (Number(value, "low"), Number(value, "high"));
        var known = ValueKinship.Text(value, "counted") ?? ValueKinship.Text(value, "unit");
        var unit = known is null or "%" ? known : " " + known;
        return (low, high) switch
        {
            (null, null) => ValueKinship.Text(value, "vague") ?? Words(value),
            ({ } from, null) => "at least " + from + unit,
            (null, { } to) => "up to " + to + unit,
            _ => (low == high ? low : $"{low} to {high}") + unit,
        };
    }

    private static string? Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number && field.TryGetDecimal(out var number) ? number.ToString("#,0.############################", CultureInfo.InvariantCulture) : null;

    private static string Words(JsonElement value) => value.TryGetProperty("unknown", out _) ? "unknown" : ValueWords.OneLine(ValueKinship.Text(value, "text") ?? "");
}
