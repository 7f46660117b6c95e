using Dateline.Tests.App;

namespace Dateline.Tests.Docs;

/// <summary>The documents are a set: an index that leads to all of them, links that lead somewhere, every command described, the example true.</summary>
public sealed class DocumentationTests
{
    private static readonly IReadOnlyList<string> Pages = [.. Repository.Files("docs", "*.md")];

    [Fact]
    public void TheIndexLeadsToEveryPage()
    {
        var index = File.ReadAllText(Repository.At("docs/README.md"));
        Conventions.Complaints.None(Pages.Where(page => page != "README.md" && !index.Contains($"({page})", StringComparison.Ordinal)).Select(page => $"docs/README.md does not lead to {page}"));
    }

    [Fact]
    public void LinksLeadSomewhere() => Conventions.Complaints.None(
        from page in Pages.Select(page => "docs/" + page).Append("README.md")
        from target in Targets(File.ReadAllText(Repository.At(page)))
        where !target.StartsWith("http", StringComparison.Ordinal) && !target.StartsWith('#')
        let path = Path.Combine(Path.GetDirectoryName(Repository.At(page))!, target.Split('#')[0])
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{page}: {target}");

    [Fact]
    public void EveryCommandIsDescribed()
    {
        var commands = File.ReadAllText(Repository.At("docs/commands.md"));
        var names = Bench.Run("--help").Output.Split("Commands:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim().Split(' ')[0]).ToList();

        Assert.True(names.Count > 20);
        Conventions.Complaints.None(names.Where(name => !commands.Contains($"`dateline {name}", StringComparison.Ordinal)).Select(name => $"docs/commands.md does not describe dateline {name}"));
    }

    [Fact]
    public void TheExampleOfTheLibraryIsThePagesAndSaysWhatItSays()
    {
        var page = File.ReadAllText(Repository.At("docs/library.md")).Split("```csharp\n")[1].Split("\n```")[0];
        var code = File.ReadAllText(Repository.At("tests/Dateline.Tests/Docs/LibraryExample.cs")).Split("// <page>\n")[1].Split("        // </page>")[0];
        Assert.Equal(string.Concat(code.Split('\n').Select(line => line.Trim() + "\n")).Trim(), string.Concat(page.Split("\n\n", 2)[1].Split('\n').Select(line => line.Trim() + "\n")).Trim());

        using var output = new StringWriter { NewLine = "\n" };
        LibraryExample.Run(output);
        Assert.Contains("missile_test distance: 1,100 km (Republic of Korea Armed Forces)\n", output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What stands in the round brackets of links and pictures.</summary>
    private static IEnumerable<string> Targets(string markdown)
    {
        for (var at = markdown.IndexOf("](", StringComparison.Ordinal); at >= 0; at = markdown.IndexOf("](", at + 2, StringComparison.Ordinal))
        {
            var end = markdown.IndexOf(')', at);
            if (end > 0)
            {
                yield return markdown[(at + 2)..end];
            }
        }
    }
}
