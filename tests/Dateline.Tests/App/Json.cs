using System.Text.Json;

namespace Dateline.Tests.App;

/// <summary>JSON output read back.</summary>
internal static class Json
{
    public static IEnumerable<JsonElement> Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse);

    public static JsonElement Parse(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}
