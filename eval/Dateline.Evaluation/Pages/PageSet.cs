using System.IO.Compression;
using System.Text.Json;

namespace Dateline.Evaluation.Pages;

/// <summary>A page with its true text and day.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Html">The page's bytes.</param>
/// <param name="Text">The article's text.</param>
/// <param name="Day">Publication day (ISO 8601), or null when the set does not say.</param>
/// <param name="Title">The headline, or null.</param>
internal sealed record PageCase(string Name, byte[] Html, string Text, string? Day, string? Title)
{
    /// <summary>True for the half of a set that is looked at while the rules are made; the other half is only measured.</summary>
    public bool IsLookedAt => (Name[^1] & 1) == 0;
}

/// <summary>Reads the two public sets of pages.</summary>
internal static class PageSet
{
    /// <summary>The pages of a folder: html/*.html.gz with ground-truth.json or articles.json beside it.</summary>
    public static IEnumerable<PageCase> Read(string folder)
    {
        var truth = Path.Combine(folder, "ground-truth.json");
        using var json = JsonDocument.Parse(File.ReadAllBytes(File.Exists(truth) ? truth : Path.Combine(folder, "articles.json")));
        if (json.RootElement.ValueKind == JsonValueKind.Object)
        {
            foreach (var page in json.RootElement.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                yield return new PageCase(page.Name, Unpack(folder, page.Name), Field(page.Value, "articleBody") ?? "", null, null);
            }

            yield break;
        }

        foreach (var page in json.RootElement.EnumerateArray().OrderBy(p => Field(p, "html_file"), StringComparer.Ordinal))
        {
            var name = Field(page, "html_file")!;
            yield return new PageCase(name, Unpack(folder, name), Field(page, "text") ?? "", Field(page, "date"), Field(page, "title"));
        }
    }

    private static string? Field(JsonElement page, string name) => page.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[] Unpack(string folder, string name)
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(folder, "html", name + ".html.gz")), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        file.CopyTo(whole);
        return whole.ToArray();
    }
}
