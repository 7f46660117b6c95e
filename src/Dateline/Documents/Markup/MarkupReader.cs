using AngleSharp;
using AngleSharp.Html.Parser;

namespace Dateline.Documents.Markup;

/// <summary>Reads the source of a page: trimmed, parsed as the standard says (nothing is run, nothing is fetched), walked once.</summary>
internal static class MarkupReader
{
    /// <summary>Characters of a page's source that are read.</summary>
    public const int Longest = 16 << 20;

    private static readonly HtmlParserOptions Options = new()
    {
        IsScripting = false,
        IsKeepingSourceReferences = true,
        IsAcceptingCustomElementsEverywhere = true,
        SkipComments = true,
        SkipProcessingInstructions = true,
        MaximumDepth = 2 * MarkupTrim.Deepest,
    };

    /// <summary>The page, of any source. Never throws.</summary>
    /// <param name="source">The decoded source.</param>
    /// <param name="address">The address its carrier gives it, or null.</param>
    /// <param name="stated">What the feed states that it stands in, or null.</param>
    public static MarkupPage Read(string source, string? address = null, IEnumerable<(string Name, string Value)>? stated = null)
    {
        var cut = source.Length > Longest;
        var trim = MarkupTrim.Of(cut ? source[..Longest] : source);
        var data = new StructuredData();
        if (address is not null)
        {
            data.Entries.Add(new MetadataEntry("carrier", "address", address, 0));
        }

        data.Entries.AddRange((stated ?? []).Select(fact => new MetadataEntry("feed", fact.Name, fact.Value, 0)));
        foreach (var (json, at) in trim.Statements)
        {
            data.Read(json, at);
        }

        using var context = BrowsingContext.New(Configuration.Default);
        using var document = new HtmlParser(Options, context).ParseDocument(trim.Text);
        return Counted(new MarkupWalk(trim).Walk(document, data, cut || trim.IsCut), source);
    }

    // Positions in the page count code points, as every position that leaves the program does.
    private static MarkupPage Counted(MarkupPage page, string source)
    {
        if (source.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return page;
        }

        var map = new CodePointMap(source);
        return page with
        {
            Blocks = [.. page.Blocks.Select(b => b with { Page = new TextSpan(map.ToCodePoints(b.Page.Start), map.ToCodePoints(b.Page.End)) })],
            Entries = [.. page.Entries.Select(e => e with { At = map.ToCodePoints(e.At) })],
        };
    }
}
