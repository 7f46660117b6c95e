using System.Text.Json;

namespace Dateline.Documents.Markup;

/// <summary>Reads JSON-LD: every value that stands alone becomes an entry under the type and the names on the way to it. Damaged data gives nothing.</summary>
internal sealed class StructuredData
{
    private const int Deepest = 24;
    private const int Most = 800;
    private const int LongestValue = 600;
    private const int LongestScript = 1 << 21;
    private const string Body = "articleBody";

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 2 * Deepest };

    /// <summary>The values, in order.</summary>
    public List<MetadataEntry> Entries { get; } = [];

    /// <summary>Whole texts of articles.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>Where the first of them stands in the page.</summary>
    public int BodyAt { get; private set; }

    /// <summary>Reads one script.</summary>
    public void Read(string json, int at)
    {
        if (json.Length > LongestScript)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(Clean(json), Tolerant);
            Value(document.RootElement, "", at, 0);
        }
        catch (JsonException)
        {
            // Many pages carry broken data; their other carriers say the same.
        }
        catch (InvalidOperationException)
        {
            // A string with half a character.
        }
    }

    // Line breaks inside strings are the commonest damage; outside of them they mean nothing.
    private static string Clean(string json)
    {
        var text = json.AsSpan().Trim();
        text = text.StartsWith("<!--", StringComparison.Ordinal) ? text[4..] : text;
        text = text.EndsWith("-->", StringComparison.Ordinal) ? text[..^3] : text;
        text = text.StartsWith("//<![CDATA[", StringComparison.Ordinal) ? text["//<![CDATA[".Length..] : text;
        text = text.EndsWith("//]]>", StringComparison.Ordinal) ? text[..^"//]]>".Length] : text;
        text = text.TrimEnd(" \r\n\t;");
        return string.Create(text.Length, text, static (into, from) =>
        {
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = from[i] < ' ' ? ' ' : from[i];
            }
        });
    }

    private void Value(JsonElement value, string path, int at, int depth)
    {
        if (depth > Deepest || Entries.Count >= Most)
        {
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Object(value, path, at, depth);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Value(item, path, at, depth + 1);
                }

                break;
            case JsonValueKind.String:
                Add(path, value.GetString()!, at);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                Add(path, value.GetRawText(), at);
                break;
            default:
                break;
        }
    }

    private void Object(JsonElement value, string path, int at, int depth)
    {
        var type = path.Length == 0 && value.TryGetProperty("@type", out var stated) ? TypeOf(stated) : "";
        foreach (var property in value.EnumerateObject())
        {
            if (property.NameEquals("@graph") || property.NameEquals("mainEntity"))
            {
                Value(property.Value, "", at, depth + 1);
            }
            else
            {
                Value(property.Value, path.Length > 0 ? path + "." + property.Name : type + "." + property.Name, at, depth + 1);
            }
        }
    }

    private static string TypeOf(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString()!,
        JsonValueKind.Array when type.GetArrayLength() > 0 && type[0].ValueKind == JsonValueKind.String => type[0].GetString()!,
        _ => "",
    };

    private void Add(string path, string value, int at)
    {
        if (path.EndsWith("." + Body, StringComparison.Ordinal) && !path.Contains(".comment.", StringComparison.Ordinal))
        {
            BodyAt = Bodies.Count == 0 ? at : BodyAt;
            Bodies.Add(value);
            return;
        }

        if (value.Length > 0 && path.Length < 120)
        {
            Entries.Add(new MetadataEntry("json-ld", path, value.Length > LongestValue ? value[..LongestValue] : value, at));
        }
    }
}
