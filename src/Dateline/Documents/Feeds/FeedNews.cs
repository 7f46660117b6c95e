namespace Dateline.Documents.Feeds;

/// <summary>An entry of a feed, for whoever wants to know which are new.</summary>
/// <param name="Key">What the feed calls it: the same each time.</param>
/// <param name="Address">The page it announces, absolute; null when it announces none.</param>
/// <param name="Fingerprint">The same as long as the entry says the same.</param>
/// <param name="Input">The entry as a report of its own; without a document when it has no words.</param>
public sealed record FeedNews(string Key, string? Address, string Fingerprint, Input Input);

/// <summary>Lists of feeds: OPML, or one address a line.</summary>
public static class FeedList
{
    /// <summary>The addresses of a list, each once, in its order; lines that begin with # are left out.</summary>
    /// <param name="text">The list.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isOutline = text.Contains("<opml", StringComparison.OrdinalIgnoreCase) || text.Contains("<outline", StringComparison.OrdinalIgnoreCase);
        var addresses = isOutline ? Outlines(text) : text.Split('\n').Select(line => line.Trim(' ', '\t', '\r', '\uFEFF')).Where(line => line.Length > 0 && line[0] != '#');
        return [.. addresses.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Outlines(string text)
    {
        var markup = new FeedMarkup(text);
        for (var tag = markup.Next(0, text.Length); tag is { } found; tag = markup.Next(found.End, text.Length))
        {
            if (found is { IsClose: false, Local: "outline" } && markup.Attribute(found, "xmlUrl") is { Length: > 0 } address)
            {
                yield return FeedText.Words(address);
            }
        }
    }
}
