namespace Dateline.Articles.Markup;

/// <summary>What the author of a page calls an element (column <c>role</c> of data/noise/markup-words.tsv); one element may be called several things.</summary>
[Flags]
internal enum MarkupRole
{
    /// <summary>Nothing known.</summary>
    None = 0,

    /// <summary>The article.</summary>
    Story = 1 << 0,

    /// <summary>Other articles.</summary>
    Related = 1 << 1,

    /// <summary>Pleas for money, subscriptions; advertising.</summary>
    Promotion = 1 << 2,

    /// <summary>Menus, buttons, search, legal notes.</summary>
    Furniture = 1 << 3,

    /// <summary>What readers write.</summary>
    Comments = 1 << 4,

    /// <summary>Words under a picture.</summary>
    Caption = 1 << 5,

    /// <summary>Whose picture it is.</summary>
    Credit = 1 << 6,

    /// <summary>Writer and date.</summary>
    Byline = 1 << 7,

    /// <summary>A note about the writer.</summary>
    AuthorNote = 1 << 8,

    /// <summary>Topics.</summary>
    Tags = 1 << 9,

    /// <summary>The title.</summary>
    Headline = 1 << 10,

    /// <summary>The summary below the title.</summary>
    Standfirst = 1 << 11,

    /// <summary>An entry of a live blog, or all of them.</summary>
    Live = 1 << 12,

    /// <summary>Words of the story set large a second time.</summary>
    Quote = 1 << 13,

    /// <summary>Pictures, videos, posts of other sites.</summary>
    Embed = 1 << 14,

    /// <summary>All that is not the story when it stands in its midst.</summary>
    Noise = Related | Promotion | Furniture | Comments | Caption | Credit | AuthorNote | Tags | Quote,
}
