using System.Buffers;
using System.Text.Json;
using Dateline.Annotations.Actors;
using Dateline.Claims;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>The value a person gives a claim, as JSON of the contract: written so, or in words that are read as a report's would be.</summary>
public static class CorrectedValue
{
    // Names of places and actors are read where a sentence needs one.
    private static readonly string[] Sentences = ["{0}", "It happened in {0}.", "{0} said that it happened."];

    /// <summary>Reads a value; null when the words give none of the type.</summary>
    /// <param name="type">What the role takes.</param>
    /// <param name="words">JSON, or words: <c>1,500 km</c>, <c>2025-01-06</c>, <c>Kursk</c>.</param>
    /// <param name="before">The value the program read.</param>
    /// <param name="read">Reads a text.</param>
    public static JsonElement? Of(RoleValue type, string words, JsonElement before, Func<string, Reading> read)
    {
        var trimmed = words.Trim();
        if (trimmed.StartsWith('{'))
        {
            return Written(type, trimmed);
        }

        if (type is RoleValue.Text)
        {
            return Json(read(trimmed), new TextValue(trimmed));
        }

        foreach (var sentence in Sentences)
        {
            var reading = read(sentence.Replace("{0}", trimmed, StringComparison.Ordinal));
            if (ValueOf(type, reading, trimmed) is { } value)
            {
                return Json(reading, value);
            }
        }

        // Whoever no table knows is somebody of this name, and of the kind of the one before.
        return type is RoleValue.Actor && ValueKinship.Text(before, "kind") is { } kind && Enum.TryParse<ActorKind>(kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var known)
            ? Json(read(trimmed), new ActorValue(new Actor(null, trimmed, known, ValueKinship.Text(before, "country"))))
            : null;
    }

    private static ClaimValue? ValueOf(RoleValue type, Reading reading, string words)
    {
        var found = reading.Annotations;
        bool IsAll(TextSpan span) => string.Equals(span.In(reading.Article.Text).ToString(), words, StringComparison.Ordinal);
        return type switch
        {
            RoleValue.Time => found.Times.Where(time => IsAll(time.Span) && time.First is not null).Select(time => new TimeValue(time)).FirstOrDefault(),
            RoleValue.Quantity => found.Quantities.Where(quantity => IsAll(quantity.Span)).Select(quantity => new QuantityValue(quantity, words)).FirstOrDefault(),
            RoleValue.Place => found.Places.Where(place => IsAll(place.Span)).Select(place => place.Place is { } known ? new PlaceValue(known, place.Relation) { DistanceKm = place.DistanceKm, RadiusKm = place.RadiusKm } : null).FirstOrDefault(),
            RoleValue.Actor => found.Actors.Where(actor => IsAll(actor.Span)).Select(actor => new ActorValue(actor.Actor)).FirstOrDefault(),
            RoleValue.WeaponClass => found.Weapons.Where(weapon => weapon.Class is not null && IsAll(weapon.Span)).Select(weapon => new WeaponClassValue(weapon.Class!, weapon.RangeClass)).FirstOrDefault(),
            RoleValue.WeaponName => found.Weapons.Where(weapon => weapon.System is not null && IsAll(weapon.Span)).Select(weapon => new WeaponNameValue(weapon.SystemId, weapon.System!)).FirstOrDefault() ?? new WeaponNameValue(null, words),
            _ => null,
        };
    }

    private static JsonElement? Written(RoleValue type, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return ValueShape.Fits(type, document.RootElement) ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Json(Reading reading, ClaimValue value)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Options(false)))
        {
            writer.WriteStartObject();
            ClaimJson.Value(new JsonPage(writer, reading.Article.Text, new CodePointMap(reading.Article.Text)), value);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
