namespace Dateline.Documents.Markup;

/// <summary>A page as a list of blocks in the order of its source, with the elements they stand in and what the page states about itself.</summary>
/// <param name="Text">The words of all blocks, joined by blank lines; white space inside a block is one blank, a line break in it a line feed.</param>
/// <param name="Blocks">In text order.</param>
/// <param name="Boxes">The elements that hold words, each after the one it stands in; the first is the page.</param>
/// <param name="Entries">What the page states about itself, in the order of its source.</param>
/// <param name="Bodies">Article texts stated in structured data.</param>
/// <param name="IsCut">True when the page was larger than what is read.</param>
internal sealed record MarkupPage(
    string Text,
    IReadOnlyList<MarkupBlock> Blocks,
    IReadOnlyList<MarkupBox> Boxes,
    IReadOnlyList<MetadataEntry> Entries,
    IReadOnlyList<string> Bodies,
    bool IsCut);

/// <summary>Words set apart from others: a paragraph, a heading, an entry of a list.</summary>
/// <param name="Span">Where they stand in the text of the page.</param>
/// <param name="Box">Index of the innermost element that sets them apart.</param>
/// <param name="LinkLength">Characters of it that are links.</param>
/// <param name="Links">Number of links in it.</param>
/// <param name="Page">Where they stand in the decoded source of the page, in code points: from the first word to about behind the last.</param>
/// <param name="IsStated">True when the words stand in structured data and nowhere on the page.</param>
internal sealed record MarkupBlock(TextSpan Span, int Box, int LinkLength, int Links, TextSpan Page, bool IsStated = false);

/// <summary>An element of a page.</summary>
internal sealed class MarkupBox
{
    /// <summary>Index of the element it stands in; -1 for the first.</summary>
    public required int Parent { get; init; }

    /// <summary>Its tag in small letters.</summary>
    public required string Tag { get; init; }

    /// <summary>Class, id, role and other names its author gave it, joined by blanks.</summary>
    public required string Names { get; init; }

    /// <summary>The property of structured data it holds (microdata), or null.</summary>
    public string? Property { get; init; }

    /// <summary>The value of its datetime attribute, or null.</summary>
    public string? Datetime { get; init; }

    /// <summary>True when its author hid it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>True when it does not set its words apart from those around it.</summary>
    public bool IsInline { get; init; }

    /// <summary>True when a picture stands in it.</summary>
    public bool HasPicture { get; set; }

    /// <summary>Index of its first block.</summary>
    public int FirstBlock { get; init; }

    /// <summary>Index behind its last block.</summary>
    public int EndBlock { get; set; }

    /// <summary>Its words; for inline elements without the blocks' borders.</summary>
    public TextSpan Span { get; set; }
}

/// <summary>Something a page states about itself.</summary>
/// <param name="Carrier">How it is stated: meta, link, json-ld, microdata, html.</param>
/// <param name="Name">The name it is stated under; for structured data the type and the names on the way, joined by dots.</param>
/// <param name="Value">The value as stated, cut where it is very long.</param>
/// <param name="At">Where it stands in the decoded source of the page, in code points.</param>
internal sealed record MetadataEntry(string Carrier, string Name, string Value, int At);
