namespace Dateline.Articles;

/// <summary>A stretch of a page while its role is being decided.</summary>
internal sealed class PagePart(TextSpan span, int paragraph, bool afterBlank)
{
    public TextSpan Span { get; set; } = span;

    public int Paragraph { get; } = paragraph;

    /// <summary>An empty line stands before it.</summary>
    public bool AfterBlank { get; } = afterBlank;

    /// <summary>Null while undecided.</summary>
    public BlockKind? Kind { get; private set; }

    public string Rule { get; private set; } = "";

    /// <summary>Number of its words, counted up to a limit.</summary>
    public int WordCount { get; set; }

    /// <summary>Ends with . ! ? … and what closes after it.</summary>
    public bool EndsSentence { get; set; }

    /// <summary>The short lines after it belong to it.</summary>
    public bool OpensSection { get; set; }

    /// <summary>Everything after it belongs to it.</summary>
    public bool OpensRest { get; set; }

    public PagePart As(BlockKind kind, string rule)
    {
        (Kind, Rule) = (kind, rule);
        return this;
    }
}
