using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Events.Across;

/// <summary>A telling as JSON bytes and back, for keeping it; what is unknown or empty is left out.</summary>
public static class ProfileJson
{
    /// <summary>The bytes of a telling.</summary>
    public static byte[] Write(EventProfile profile) => JsonSerializer.SerializeToUtf8Bytes(profile, ProfileContext.Default.EventProfile);

    /// <summary>A telling from its bytes.</summary>
    /// <exception cref="JsonException">They are no telling.</exception>
    public static EventProfile Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, ProfileContext.Default.EventProfile) ?? throw new JsonException("no telling");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(DayConverter), typeof(InstantConverter)])]
[JsonSerializable(typeof(EventProfile))]
internal sealed partial class ProfileContext : JsonSerializerContext;

internal sealed class DayConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LocalDatePattern.Iso.Parse(reader.GetString() ?? "") is { Success: true } day ? day.Value : throw new JsonException("no day");

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}

internal sealed class InstantConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "") is { Success: true } instant ? instant.Value : throw new JsonException("no instant");

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}
