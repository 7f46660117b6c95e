namespace Dateline.Articles;

/// <summary>What a stretch of a page is.</summary>
public enum BlockKind
{
    /// <summary>The report's own title.</summary>
    Headline,

    /// <summary>The report itself.</summary>
    Body,

    /// <summary>Words under a picture; evidence, but often of another day.</summary>
    Caption,

    /// <summary>Who took the picture, whose copy it is.</summary>
    Credit,

    /// <summary>Who wrote it, when it was published or updated.</summary>
    Byline,

    /// <summary>The place and day of filing that opens agency copy.</summary>
    Filed,

    /// <summary>Teasers of other stories.</summary>
    Related,

    /// <summary>Pleas for money, subscriptions, apps, newsletters.</summary>
    Promotion,

    /// <summary>Navigation, share buttons, crawl tags, scripts, comments, legal notes.</summary>
    Boilerplate,
}

/// <summary>A stretch of a report with one role. Blocks cover the text without overlap, white space between them aside.</summary>
/// <param name="Kind">Its role.</param>
/// <param name="Span">Where it stands; begins and ends with a visible character.</param>
/// <param name="Rule">The rule that decided the role.</param>
/// <param name="DuplicateOf">Index of an earlier block that tells the same in nearly the same words, or null.</param>
/// <param name="Paragraph">Running number of the paragraph; parts of one paragraph share it.</param>
public sealed record Block(BlockKind Kind, TextSpan Span, string Rule, int? DuplicateOf, int Paragraph)
{
    /// <summary>Where its words stand in the decoded source of their page, in code points, from the first to about behind the last; null for plain text.</summary>
    public TextSpan? Page { get; init; }

    /// <summary>True where statements are read: headline, body and captions.</summary>
    public bool IsRead => Kind is BlockKind.Headline or BlockKind.Body or BlockKind.Caption;
}
