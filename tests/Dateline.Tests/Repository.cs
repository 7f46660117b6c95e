namespace Dateline.Tests;

/// <summary>The working copy the tests run from: data, sources, samples and goldens are read where they are kept.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Dateline.slnx.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path below the root, with forward slashes.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>Files below a folder, as paths below it with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(At(folder), path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dateline.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("no Dateline.slnx above " + AppContext.BaseDirectory);
    }
}
