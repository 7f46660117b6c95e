using System.Text;

namespace Dateline.Documents.Feeds;

/// <summary>One entry of a feed, as far as it could be read.</summary>
internal sealed record FeedEntry
{
    /// <summary>The title as words, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Its text, as markup: the longer of content and summary; empty when there is neither.</summary>
    public string Content { get; init; } = "";

    /// <summary>Its address as written, or null.</summary>
    public string? Link { get; init; }

    /// <summary>What the feed calls it, or null.</summary>
    public string? Id { get; init; }

    /// <summary>What addresses in it are relative to, or null.</summary>
    public string? Base { get; init; }

    /// <summary>When it was published, as <see cref="StatedFacts.Published"/> has it; null when the feed does not say or nobody can read it.</summary>
    public string? Published { get; init; }

    /// <summary>What stood for the date and is none, or null.</summary>
    public string? NoDate { get; init; }

    /// <summary>Whose report it is where the entry says so (a collection of several outlets' reports), or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>What else it states: author, section, language, updated.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>True when there are no words in it.</summary>
    public bool IsEmpty => Title is null && FeedText.Words(Content).Length == 0;

    /// <summary>The entry as a small page: its title and its text.</summary>
    public string Page => new StringBuilder("<article>")
        .Append(Title is null ? "" : "<h1>" + System.Net.WebUtility.HtmlEncode(Title) + "</h1>\n")
        .Append(Content)
        .Append("</article>")
        .ToString();

    /// <summary>Reads the bytes of an entry.</summary>
    /// <param name="bytes">From the first character of its element to behind the last.</param>
    /// <param name="mediaType">What <see cref="FeedItem.MediaType"/> says.</param>
    /// <param name="replaced">True when broken bytes were read as U+FFFD.</param>
    public static FeedEntry Read(ReadOnlyMemory<byte> bytes, string mediaType, out bool replaced)
    {
        if (mediaType == MediaTypes.JsonFeedEntry)
        {
            return JsonFeed.Entry(bytes.Span, out replaced);
        }

        var text = FeedEncoding.Decode(bytes.Span, mediaType);
        replaced = text.Replaced;
        return new FeedEntryReader(text.Text).Read();
    }
}
