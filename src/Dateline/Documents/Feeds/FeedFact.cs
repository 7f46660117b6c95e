namespace Dateline.Documents.Feeds;

/// <summary>What an element of a feed tells.</summary>
internal enum FeedFact
{
    /// <summary>Nothing of ours.</summary>
    None,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The whole text.</summary>
    Content,

    /// <summary>A part of the text, or all of it.</summary>
    Summary,

    /// <summary>The address.</summary>
    Link,

    /// <summary>The address before a counting service was put in front.</summary>
    OriginalLink,

    /// <summary>The entry's own name.</summary>
    Id,

    /// <summary>When it was published.</summary>
    Published,

    /// <summary>When something happened to it that is mostly its publication.</summary>
    Dated,

    /// <summary>When it was last changed.</summary>
    Updated,

    /// <summary>Who wrote it.</summary>
    Author,

    /// <summary>Where a collection took it from.</summary>
    Source,

    /// <summary>Who published it.</summary>
    Outlet,

    /// <summary>Its language.</summary>
    Language,

    /// <summary>What it is about.</summary>
    Section,
}

/// <summary>Names of elements, with what they tell. Prefixes are often not declared, or wrong: only those of things beside the entry count.</summary>
internal static class FeedFacts
{
    /// <summary>What an element tells, by its name.</summary>
    public static FeedFact Of(FeedTag tag)
    {
        if (tag.Prefix is "media" or "itunes" or "image" or "video" or "googleplay")
        {
            return FeedFact.None;
        }

        return tag.Local switch
        {
            "title" => FeedFact.Title,
            "encoded" or "content" or "full-text" or "body" => FeedFact.Content,
            "description" or "summary" => FeedFact.Summary,
            "link" or "loc" => FeedFact.Link,
            "origlink" => FeedFact.OriginalLink,
            "guid" or "id" => FeedFact.Id,
            "pubdate" or "published" or "issued" or "publication_date" => FeedFact.Published,
            "date" or "created" => FeedFact.Dated,
            "updated" or "modified" or "lastmod" => FeedFact.Updated,
            "author" or "creator" => FeedFact.Author,
            "source" => FeedFact.Source,
            "publisher" => FeedFact.Outlet,
            "name" when tag.Prefix.Length > 0 => FeedFact.Outlet,
            "language" => FeedFact.Language,
            "category" or "subject" => FeedFact.Section,
            _ => FeedFact.None,
        };
    }
}
