using System.Globalization;
using System.Text.Json;

namespace Dateline.Ledger.Outside;

/// <summary>How a table of somebody else's is read as events of our codebook: what it is called, whose it is, and which column says what (docs/imports.md).</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Source">Whose table it is.</param>
/// <param name="Licence">Its terms.</param>
/// <param name="Url">Where it is from, or null.</param>
/// <param name="Delimiter">What parts its cells.</param>
/// <param name="Fields">Where our fields come from, by field.</param>
/// <param name="Figures">Where figures come from, by role.</param>
public sealed record OutsideMap(string Name, string Source, string Licence, string? Url, char Delimiter, IReadOnlyDictionary<string, OutsideField> Fields, IReadOnlyDictionary<string, OutsideField> Figures)
{
    private static readonly HashSet<string> Known = "id kind day last_day place country latitude longitude actors note weekday weapon_class".Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>Columns with sentences, which the checks read; none unless the map names some.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Columns with addresses of what rows are cited from.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Every column the map names.</summary>
    public IEnumerable<string> Columns => Fields.Values.Concat(Figures.Values).Select(mapped => mapped.Column).OfType<string>().Concat(Words).Concat(Links);

    /// <summary>Reads a map.</summary>
    /// <param name="json">The map.</param>
    /// <param name="isForChecks">True for a table that is only looked at: it needs no name, owner, licence or kind.</param>
    /// <exception cref="LedgerException">It is none; the message says what is wrong.</exception>
    public static OutsideMap Parse(string json, bool isForChecks = false)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Of(document.RootElement, isForChecks);
        }
        catch (JsonException error)
        {
            throw Wrong($"is no JSON ({error.Message})");
        }
        catch (InvalidOperationException)
        {
            throw Wrong("has a value of another type than docs/imports.md says");
        }
    }

    private static OutsideMap Of(JsonElement map, bool isForChecks)
    {
        var fields = FieldsOf(map, "fields");
        var figures = FieldsOf(map, "figures");
        return fields.Keys.FirstOrDefault(field => !Known.Contains(field)) is { } unknown ? throw Wrong($"there is no field {unknown}; the fields are {string.Join(", ", Known)}")
            : !fields.ContainsKey("kind") && !isForChecks ? throw Wrong("fields must say where the kind comes from; {\"value\": \"missile_test\"} gives all rows one")
            : !fields.ContainsKey("day") && !isForChecks ? throw Wrong("fields must say where the day comes from")
            : new OutsideMap(Needed(map, "name", isForChecks), Needed(map, "source", isForChecks), Needed(map, "licence", isForChecks), Text(map, "url"), Text(map, "delimiter") is { Length: 1 } delimiter ? delimiter[0] : ',', fields, figures) { Words = ListOf(map, "words"), Links = ListOf(map, "links") };
    }

    private static Dictionary<string, OutsideField> FieldsOf(JsonElement map, string name)
    {
        var fields = new Dictionary<string, OutsideField>(StringComparer.Ordinal);
        if (map.TryGetProperty(name, out var listed))
        {
            foreach (var field in listed.EnumerateObject())
            {
                fields[field.Name] = field.Value.ValueKind is JsonValueKind.String ? new OutsideField(field.Value.GetString(), null, null, null, null, null) : FieldOf(field.Name, field.Value);
            }
        }

        return fields;
    }

    private static OutsideField FieldOf(string name, JsonElement field)
    {
        var (column, value) = (Text(field, "column"), Text(field, "value"));
        var values = field.TryGetProperty("values", out var listed) ? listed.EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString(), StringComparer.OrdinalIgnoreCase) : null;
        return (column is null) == (value is null) ? throw Wrong($"{name} takes either a column or a value")
            : Text(field, "format") is { } format && !IsFormat(format) ? throw Wrong($"\"{format}\" is no format of days; d/M/yyyy is one")
            : new OutsideField(column, value, values, Text(field, "format"), Text(field, "separator"), Text(field, "unit"));
    }

    private static bool IsFormat(string format)
    {
        try
        {
            return DateOnly.MinValue.ToString(format, CultureInfo.InvariantCulture).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static List<string> ListOf(JsonElement map, string name) => map.TryGetProperty(name, out var listed) ? [.. listed.EnumerateArray().Select(column => column.GetString()).OfType<string>()] : [];

    private static string Needed(JsonElement map, string name, bool isForChecks) => Text(map, name) is { Length: > 0 } text ? text : isForChecks ? "" : throw Wrong($"must say its {name}");

    private static string? Text(JsonElement map, string name) => map.TryGetProperty(name, out var field) && field.ValueKind is not JsonValueKind.Null ? field.GetString() : null;

    private static LedgerException Wrong(string message) => new("the map " + message) { IsWrongUse = true };
}

/// <summary>Where one of our fields comes from.</summary>
/// <param name="Column">The column, or null when all rows have one value.</param>
/// <param name="Value">That value, or null.</param>
/// <param name="Values">What the table's words mean, or null when they are taken as they are; a word not in it is taken as it is too, one that means null is unknown.</param>
/// <param name="Format">How days are written (<c>d/M/yyyy</c>); ISO 8601 when null.</param>
/// <param name="Separator">What parts several names in one cell, or null.</param>
/// <param name="Unit">A figure's unit, or null.</param>
public sealed record OutsideField(string? Column, string? Value, IReadOnlyDictionary<string, string?>? Values, string? Format, string? Separator, string? Unit);
