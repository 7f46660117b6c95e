using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Dateline.Documents;

/// <summary>
/// One line of JSON lines: <c>{"id", "text", "title", "published", "outlet", "url"}</c>; only <c>text</c> is required,
/// other fields are passed over.
/// </summary>
/// <param name="Id">The line's own name, or null.</param>
/// <param name="Text">The report.</param>
/// <param name="Title">Headline, or null.</param>
/// <param name="Published">Publication date in ISO 8601, or null.</param>
/// <param name="Outlet">Name of the outlet, or null.</param>
/// <param name="Url">Address, or null.</param>
/// <param name="Replaced">True when broken bytes or half characters were read as U+FFFD.</param>
/// <param name="Ignored">What a field said that could not be used, or null.</param>
internal sealed record JsonReport(
    string? Id,
    string Text,
    string? Title,
    string? Published,
    string? Outlet,
    string? Url,
    bool Replaced,
    string? Ignored)
{
    /// <summary>Reads a line; never throws.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, [NotNullWhen(true)] out JsonReport? report, [NotNullWhen(false)] out string? problem)
    {
        report = null;
        var replaced = !Utf8.IsValid(line);
        var bytes = replaced ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line)) : line.ToArray();
        replaced |= ReplaceHalfCharacters(bytes);
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                problem = "a JSON object was expected, this is " + Words(json.RootElement.ValueKind);
                return false;
            }

            report = Read(json.RootElement, replaced, out problem);
            return report is not null;
        }
        catch (JsonException error)
        {
            problem = $"malformed JSON near byte {error.BytePositionInLine + 1}";
            return false;
        }
    }

    private static JsonReport? Read(JsonElement json, bool replaced, out string? problem)
    {
        if (!json.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
        {
            problem = "the JSON object has no \"text\"";
            return null;
        }

        problem = null;
        string? ignored = null;
        var report = new JsonReport(
            json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetRawText() : Field(json, "id", ref ignored),
            text.GetString()!,
            Field(json, "title", ref ignored),
            Field(json, "published", ref ignored),
            Field(json, "outlet", ref ignored),
            Field(json, "url", ref ignored),
            replaced,
            null);
        if (report.Published is { } day && StatedDate.Parse(day) is null)
        {
            ignored ??= $"\"published\" is no date this program reads ({StatedDate.Cut(day)}) and was left out";
            report = report with { Published = null };
        }

        return report with { Ignored = ignored };
    }

    private static string? Field(JsonElement json, string name, ref string? ignored)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            ignored ??= $"\"{name}\" is {Words(value.ValueKind)} where text was expected and was left out";
            return null;
        }

        return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    private static string Words(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "text",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    /// <summary>
    /// An escape such as \ud83d without its other half is no character, and the parser would throw on it: it becomes
    /// \ufffd in place. True when one was found.
    /// </summary>
    internal static bool ReplaceHalfCharacters(Span<byte> json)
    {
        var found = false;
        for (var i = 0; i + 1 < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                continue;
            }

            var unit = EscapedUnit(json[i..]);
            if (unit is >= 0xD800 and <= 0xDBFF && i + 6 < json.Length && EscapedUnit(json[(i + 6)..]) is >= 0xDC00 and <= 0xDFFF)
            {
                i += 11;
            }
            else if (unit is >= 0xD800 and <= 0xDFFF)
            {
                "\\ufffd"u8.CopyTo(json[i..]);
                found = true;
                i += 5;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>The UTF-16 unit that \uXXXX stands for, or -1.</summary>
    private static int EscapedUnit(ReadOnlySpan<byte> json)
    {
        if (json.Length < 6 || json[0] != '\\' || json[1] != 'u')
        {
            return -1;
        }

        var unit = 0;
        foreach (var digit in json[2..6])
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return -1;
            }

            unit = (unit << 4) | Convert.ToInt32(((char)digit).ToString(), 16);
        }

        return unit;
    }
}
