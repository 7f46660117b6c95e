using System.Globalization;
using System.Text.Json;
using Dateline.Claims;

namespace Dateline.Views;

/// <summary>Checks values that come from outside against the contract (docs/formats.md): what is kept can be compared with what reports say.</summary>
public static class ValueShape
{
    private const int Longest = 4000; // characters of a value
    private const int DayDigits = 10;

    private static readonly HashSet<string> Days = Names("earliest latest");
    private static readonly HashSet<string> Numbers = Names("low high si_low si_high vague_low vague_high latitude longitude distance_km uncertainty_km");
    private static readonly HashSet<string> Truths = Names("approximate unknown");

    /// <summary>True when a value has the fields that the role's type needs, and every field is of its type.</summary>
    public static bool Fits(RoleValue type, JsonElement value) =>
        value.ValueKind is JsonValueKind.Object && value.GetRawText().Length <= Longest && value.TryGetProperty(Needed(type), out _) && IsWhole(type, value) && value.EnumerateObject().All(IsRight);

    private static string Needed(RoleValue type) => type switch
    {
        RoleValue.Time => "earliest",
        RoleValue.Quantity => "low",
        RoleValue.Place => "latitude",
        RoleValue.Actor => "country",
        RoleValue.WeaponClass => "class",
        RoleValue.WeaponName => "name",
        _ => "text",
    };

    // Fields by which other types are told apart must not stand in it.
    private static bool IsWhole(RoleValue type, JsonElement value) =>
        (type is RoleValue.Time || !value.TryGetProperty("earliest", out _))
        && (type is RoleValue.Quantity || !value.TryGetProperty("low", out _))
        && (type is RoleValue.Place || !value.TryGetProperty("latitude", out _))
        && (type is not (RoleValue.Place or RoleValue.Actor) || ValueKinship.Text(value, "name") is { Length: > 0 });

    private static bool IsRight(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => !Numbers.Contains(field.Name) && !Truths.Contains(field.Name) && (!Days.Contains(field.Name) || IsDay(field.Value.GetString()!)),
        JsonValueKind.Number => Numbers.Contains(field.Name) && field.Value.TryGetDecimal(out _),
        JsonValueKind.True or JsonValueKind.False => Truths.Contains(field.Name),
        JsonValueKind.Array => field.NameEquals("claimants") && field.Value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String),
        _ => false,
    };

    private static bool IsDay(string words) => words.Length >= DayDigits && DateOnly.TryParseExact(words.AsSpan(0, DayDigits), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static HashSet<string> Names(string names) => names.Split(' ').ToHashSet(StringComparer.Ordinal);
}
