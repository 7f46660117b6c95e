using System.Text.Json;

namespace Dateline.App.Web;

/// <summary>One thing that can be asked of the API.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Its address, with names in braces.</param>
/// <param name="Summary">What it gives.</param>
/// <param name="Description">More about it; empty when there is no more to say.</param>
/// <param name="Parameters">Name, where it stands, and what it is.</param>
/// <param name="Types">Media types of what comes back.</param>
public sealed record ApiOperation(string Method, string Path, string Summary, string Description, IReadOnlyList<(string Name, string In, string Words)> Parameters, IReadOnlyList<string> Types);

/// <summary>The API as its OpenAPI document describes it.</summary>
/// <param name="Description">What it is.</param>
/// <param name="Operations">All of it.</param>
public sealed record ApiModel(string Description, IReadOnlyList<ApiOperation> Operations)
{
    /// <summary>The document in the program.</summary>
    public static ApiModel Shipped { get; } = Read(PageAssets.Bytes("openapi.json"));

    private static ApiModel Read(byte[] json)
    {
        var document = JsonDocument.Parse(json).RootElement;
        var shared = document.GetProperty("components").GetProperty("parameters");
        return new ApiModel(
            document.Inner("info", "description"),
            [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => Operation(path.Name, method, shared)))]);
    }

    private static ApiOperation Operation(string path, JsonProperty method, JsonElement shared) => new(
        method.Name.ToUpperInvariant(),
        path,
        method.Value.Text("summary"),
        method.Value.Text("description"),
        [.. method.Value.List("parameters").Select(parameter => parameter.TryGetProperty("$ref", out var name) ? shared.GetProperty(name.GetString()!.Split('/')[^1]) : parameter).Select(parameter => (parameter.Text("name"), parameter.Text("in"), WordsOf(parameter)))],
        [.. method.Value.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(type => type.Name)]);

    private static string WordsOf(JsonElement parameter)
    {
        var choices = string.Join(", ", parameter.GetProperty("schema").List("enum").Select(choice => choice.GetString()));
        return parameter.Text("description") + (choices.Length > 0 ? $" ({choices})" : "") + (parameter.Text("example") is { Length: > 0 } example ? $", for example {example}" : "");
    }
}
