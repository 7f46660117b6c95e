namespace Dateline.App.Web;

/// <summary>A check as docs/checks.md describes it.</summary>
/// <param name="Id">DL0101.</param>
/// <param name="Title">Its name.</param>
/// <param name="Lines">What it compares, when it is silent, an example.</param>
public sealed record CheckEntry(string Id, string Title, IReadOnlyList<string> Lines);

/// <summary>The checks, out of docs/checks.md, which is in the program.</summary>
internal static class CheckBook
{
    private const string Heading = "## DL";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<CheckEntry> All { get; } = Read();

    private static List<CheckEntry> Read()
    {
        using var text = new StreamReader(typeof(CheckBook).Assembly.GetManifestResourceStream("checks.md")!);
        return [.. text.ReadToEnd().Split("\n## ").Skip(1).Select(part => ("## " + part).Split('\n')).Where(lines => lines[0].StartsWith(Heading, StringComparison.Ordinal)).Select(Entry)];
    }

    private static CheckEntry Entry(string[] lines)
    {
        var name = lines[0].Split(' ', 3);
        return new CheckEntry(name[1], name[2], [.. lines.Skip(1).Where(line => line.Length > 0)]);
    }
}
