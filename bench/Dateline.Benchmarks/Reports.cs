using System.Text;
using Dateline.Documents;

namespace Dateline.Benchmarks;

/// <summary>Reports of 4,000 characters, made of the samples: each begins as one sample does and goes on with the next ones.</summary>
internal static class Reports
{
    /// <summary>Characters of a report.</summary>
    public const int Length = 4000;

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>One report per sample.</summary>
    /// <param name="folder">Another folder of text files, read whole and uncut; null for the samples.</param>
    public static IReadOnlyList<RawDocument> Make(string? folder = null)
    {
        var files = Directory.GetFiles(folder ?? Path.Combine(Root, "samples"), "*.txt", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        var texts = Array.ConvertAll(files, File.ReadAllText);
        var reports = new List<RawDocument>(texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            reports.Add(Document(folder is null ? Grown(texts, i) : texts[i], files[i]));
        }

        return reports;
    }

    private static RawDocument Document(string text, string origin) =>
        RawDocument.Of(Encoding.UTF8.GetBytes(text), MediaTypes.Text, origin);

    private static string Grown(string[] texts, int first)
    {
        var text = new StringBuilder(Length * 2);
        for (var i = first; text.Length < Length; i++)
        {
            text.Append(texts[i % texts.Length].TrimEnd()).Append("\n\n");
        }

        return text.ToString(0, Length);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dateline.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} lies in no clone of Dateline");
    }
}
