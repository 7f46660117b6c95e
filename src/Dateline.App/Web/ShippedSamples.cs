using Dateline.Documents;

namespace Dateline.App.Web;

/// <summary>The samples beside the program.</summary>
internal static class ShippedSamples
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Their names, in order; none where they were left out.</summary>
    public static IReadOnlyList<string> Names { get; } = Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)] : [];

    /// <summary>One of them, or null.</summary>
    public static RawDocument? Open(string? name)
    {
        if (name is null || !Names.Contains(name, StringComparer.Ordinal))
        {
            return null;
        }

        return RawDocument.Of(File.ReadAllBytes(Path.Combine(Folder, name + ".txt")), MediaTypes.Text, $"samples/{name}.txt");
    }
}
