using System.Globalization;
using AngleSharp.Dom;

namespace Dateline.Tests.Web;

/// <summary>What everybody needs to use the pages: names for what is filled in, one heading for each page, colours that can be read.</summary>
public sealed class AccessTests(Site site) : IClassFixture<Site>
{
    private const double LeastContrast = 4.5; // WCAG 2.2, success criterion 1.4.3

    private static readonly string[] Inks = ["ink", "quiet", "link", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "info", "notice", "warning"];
    private static readonly string[] Papers = ["paper", "raised", "glow"];

    [Theory]
    [InlineData("/")]
    [InlineData("/sample/09-live-blog")]
    [InlineData("/events")]
    [InlineData("/map")]
    [InlineData("/reports")]
    [InlineData("/sources")]
    [InlineData("/source?name=kr-jcs")]
    [InlineData("/findings")]
    [InlineData("/review")]
    [InlineData("/knowledge")]
    [InlineData("/knowledge/weapons/limits.tsv")]
    [InlineData("/api")]
    public async Task EverythingHasAName(string address)
    {
        var page = await site.Page(address);

        var labelled = Links.Elements(page, "label[for]").Select(label => label.GetAttribute("for")).ToHashSet(StringComparer.Ordinal);
        Conventions.Complaints.None(Links.Elements(page, "input:not([type=hidden]), select, textarea")
            .Where(field => field.GetAttribute("aria-label") is null && !labelled.Contains(field.Id) && field.Closest("label") is null)
            .Select(field => field.OuterHtml));
        Conventions.Complaints.None(Links.Elements(page, "a[href], button").Where(link => Name(link).Length == 0).Select(link => link.OuterHtml));
        Conventions.Complaints.None(Links.Elements(page, "nav, [role=region], [role=group]").Where(part => part.GetAttribute("aria-label") is null).Select(part => part.OuterHtml));
        Conventions.Complaints.None(Links.Elements(page, "[style], [onclick], script:not([src])").Select(inline => inline.OuterHtml));
        Assert.Single(Links.Elements(page, "h1"));
        Assert.Single(Links.Elements(page, "main"));
        Assert.Equal("en", Links.Elements(page, "html").Single().GetAttribute("lang"));
        Assert.NotEmpty(Links.Elements(page, "title").First().TextContent);
    }

    [Fact]
    public async Task ColoursCanBeRead()
    {
        var palettes = (await site.Page("/assets/style.css")).Split(":root {").Skip(1).Take(2).Select(Palette).ToList();

        Assert.Equal(2, palettes.Count);
        Conventions.Complaints.None(
            from palette in palettes
            from ink in Inks
            from paper in Papers
            let contrast = Contrast(palette[ink], palette[paper])
            where contrast < LeastContrast
            select string.Create(CultureInfo.InvariantCulture, $"{ink} {palette[ink]} on {paper} {palette[paper]}: {contrast:0.0}"));
    }

    private static string Name(IElement link) => link.GetAttribute("aria-label") ?? link.TextContent.Trim();

    private static Dictionary<string, string> Palette(string rules) =>
        rules[..rules.IndexOf('}', StringComparison.Ordinal)].Split(';', '\n').Select(rule => rule.Trim().Split(": ")).Where(rule => rule is [['-', '-', ..], ['#', ..]]).ToDictionary(rule => rule[0][2..], rule => rule[1], StringComparer.Ordinal);

    private static double Contrast(string ink, string paper)
    {
        var (a, b) = (Light(ink), Light(paper));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    // Relative luminance as WCAG defines it.
    private static double Light(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => Convert.ToInt32(colour.Substring(1 + (2 * i), 2), 16) / 255d).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
