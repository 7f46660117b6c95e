using System.Security.Cryptography;
using System.Text;

namespace Dateline.Documents.Feeds;

/// <summary>A feed: what it says of itself, and its entries.</summary>
/// <param name="Title">Its name, or null.</param>
/// <param name="Link">The address of the site it is of, or null.</param>
/// <param name="Items">The entries, in their order.</param>
/// <param name="Addresses">Of a list of pages (sitemap): those that state nothing but their address; of a list of such lists: the lists.</param>
/// <param name="IsCut">True when it ends in the middle.</param>
internal sealed record Feed(string? Title, string? Link, IReadOnlyList<FeedItem> Items, IReadOnlyList<string> Addresses, bool IsCut);

/// <summary>An entry of a feed with its bytes.</summary>
/// <param name="Bytes">The bytes of its element, as they stand in the feed.</param>
/// <param name="MediaType">What they are, with their encoding.</param>
/// <param name="Entry">What they say.</param>
/// <param name="Replaced">True when broken bytes were read as U+FFFD.</param>
internal sealed record FeedItem(ReadOnlyMemory<byte> Bytes, string MediaType, FeedEntry Entry, bool Replaced)
{
    /// <summary>What it says, in short: the same as long as nothing of it changes that is read. Counters of comments and the like do not show.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', Entry.Title, Entry.Content, Entry.Published, Entry.Link))).AsSpan(0, 8));

    /// <summary>Its absolute address, or null.</summary>
    /// <param name="feed">The feed it stands in.</param>
    /// <param name="origin">Where the feed comes from.</param>
    public string? AddressIn(Feed feed, string origin)
    {
        if (Entry.Link is not { } link)
        {
            return null;
        }

        foreach (var candidate in new[] { Entry.Base, feed.Link, origin, link })
        {
            if (Absolute(candidate) is { } root && Uri.TryCreate(root, link, out var address) && address.Scheme is "http" or "https")
            {
                return address.AbsoluteUri;
            }
        }

        return null;
    }

    private static Uri? Absolute(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var found) && found.Scheme is "http" or "https" ? found : null;
}

/// <summary>
/// Reads feeds of any kind (RSS 0.9 to 2.0, Atom, JSON Feed, sitemaps), whole or not. Entries are cut out of the bytes first and read one by one, so
/// that a broken one costs itself. No document type, no entity of its own, nothing outside is ever looked at.
/// </summary>
internal static class FeedReader
{
    /// <summary>More entries than any feed has; what stands behind is left out.</summary>
    public const int MostEntries = 50_000;

    private const int Head = 1 << 14;

    /// <summary>True when the bytes begin as a feed does.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        if (JsonFeed.Is(bytes))
        {
            return true;
        }

        var head = FeedEncoding.View(bytes[..Math.Min(bytes.Length, Head)], out _);
        return new FeedMarkup(head).Next(0, head.Length) is { } first && (IsRoot(first) || IsRoot(AfterComplaint(head, first)));
    }

    /// <summary>True for the element of an entry.</summary>
    public static bool IsEntry(FeedTag tag) => tag.Local is "item" or "entry";

    /// <summary>Reads a feed; never throws.</summary>
    public static Feed Read(ReadOnlyMemory<byte> bytes)
    {
        if (JsonFeed.Is(bytes.Span))
        {
            return JsonFeed.Read(bytes);
        }

        var view = FeedEncoding.View(bytes.Span, out var unit);
        var mediaType = FeedEncoding.MediaTypeOf(bytes.Span);
        var cuts = Cut(new FeedMarkup(view), out var isCut);
        var items = new List<FeedItem>(cuts.Count);
        var addresses = new List<string>();
        foreach (var (start, end) in cuts)
        {
            var slice = bytes[(unit.Skip + (start * unit.Width))..(unit.Skip + (end * unit.Width))];
            var entry = FeedEntry.Read(slice, mediaType, out var replaced);
            if (entry is { IsEmpty: true, Link: { } link } && IsAddressOnly(view, start))
            {
                addresses.Add(link);
            }
            else
            {
                items.Add(new FeedItem(slice, mediaType, entry, replaced));
            }
        }

        // What stands outside the entries is read as an entry is: title and link of the feed.
        var own = new FeedEntryReader(FeedEncoding.Decode(Around(bytes, cuts, unit), mediaType).Text).Read();
        return new Feed(own.Title, own.Link, items, addresses, isCut);
    }

    private static bool IsAddressOnly(string view, int start) => view.AsSpan(start).StartsWith("<url", StringComparison.OrdinalIgnoreCase) || view.AsSpan(start).StartsWith("<sitemap", StringComparison.OrdinalIgnoreCase);

    private static bool IsRoot(FeedTag? tag) => tag is { IsClose: false } && (tag.Value.Local is "rss" or "rdf" or "feed" or "channel" || tag.Value.Local is "urlset" or "sitemapindex" or "item" or "entry");

    // A server's complaint before the feed: "<br /><b>Warning</b>: … <?xml …"
    private static FeedTag? AfterComplaint(string head, FeedTag first)
    {
        var declaration = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        return declaration > first.Start && first.Local is not ("html" or "head" or "body") ? new FeedMarkup(head).Next(declaration, head.Length) : null;
    }

    private static List<(int Start, int End)> Cut(FeedMarkup markup, out bool isCut)
    {
        var cuts = new List<(int, int)>();
        FeedTag? open = null;
        var isSitemap = false;
        var length = markup.Text.Length;
        bool Begins(FeedTag tag) => isSitemap ? tag.Local is "url" or "sitemap" : IsEntry(tag);
        for (var tag = markup.Next(0, length); tag is { } found && cuts.Count < MostEntries; tag = markup.Next(found.End, length))
        {
            isSitemap |= cuts.Count == 0 && found.Local is "urlset" or "sitemapindex";
            if (open is { } begun && found.IsClose && found.Name.Equals(begun.Name, StringComparison.OrdinalIgnoreCase))
            {
                cuts.Add((begun.Start, found.End));
                open = null;
            }
            else if (open is { } outer && (found.IsClose ? found.Local is "channel" or "feed" or "urlset" or "rss" : Begins(found) && found.Name.Equals(outer.Name, StringComparison.OrdinalIgnoreCase)))
            {
                cuts.Add((outer.Start, found.Start)); // never closed
                open = found.IsClose ? null : found;
            }
            else if (open is null && found is { IsClose: false, IsEmpty: false } && Begins(found))
            {
                open = found;
            }
        }

        isCut = open is not null;
        if (open is { } last && cuts.Count < MostEntries)
        {
            cuts.Add((last.Start, length));
        }

        return cuts;
    }

    private static byte[] Around(ReadOnlyMemory<byte> bytes, List<(int Start, int End)> cuts, (int Skip, int Width) unit)
    {
        using var around = new MemoryStream();
        var at = 0;
        foreach (var (start, end) in cuts)
        {
            around.Write(bytes.Span[at..(unit.Skip + (start * unit.Width))]);
            at = unit.Skip + (end * unit.Width);
        }

        around.Write(bytes.Span[at..]);
        return around.ToArray();
    }
}

/// <summary>The encoding of a feed, kept with each entry cut out of it.</summary>
internal static class FeedEncoding
{
    private const string Utf8 = "utf-8";
    private const int LongestName = 40;

    /// <summary>The bytes as characters to find tags in: one for each byte, or for each pair where it says that it is UTF-16.</summary>
    public static string View(ReadOnlySpan<byte> bytes, out (int Skip, int Width) unit)
    {
        if (ByteOrderMark.Find(bytes) is { IsUtf8: false } mark)
        {
            var width = mark.Length; // 2 for UTF-16, 4 for UTF-32, as their marks
            unit = (mark.Length, width);
            var whole = (bytes.Length - mark.Length) / width * width;
            var text = mark.Encoding.GetString(bytes.Slice(mark.Length, whole));
            return width == 2 ? text : string.Concat(text.EnumerateRunes().Select(r => r.IsBmp ? (char)r.Value : '\uFFFD'));
        }

        unit = (0, 1);
        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>The media type of an entry of a feed, with what the feed says of its encoding.</summary>
    public static string MediaTypeOf(ReadOnlySpan<byte> feed)
    {
        var charset = ByteOrderMark.Find(feed) is { } mark ? mark.Encoding.WebName.ToLowerInvariant() : Narrow(Markup.PageEncoding.StatedInside(feed)?.ToLowerInvariant());
        return MediaTypes.With(MediaTypes.FeedEntry, string.IsNullOrEmpty(charset) || charset.Length > LongestName ? Utf8 : charset);
    }

    /// <summary>Decodes a piece of a feed. One that says UTF-8 and is not gets what its bytes are most likely.</summary>
    public static DocumentText Decode(ReadOnlySpan<byte> bytes, string mediaType)
    {
        var charset = MediaTypes.CharsetOf(mediaType) ?? Utf8;
        return charset switch
        {
            "utf-16" => Wide(Encoding.Unicode, bytes),
            "utf-16be" => Wide(Encoding.BigEndianUnicode, bytes),
            "utf-32" => Wide(Encoding.UTF32, bytes),
            Utf8 => CutOff(bytes) ?? Markup.PageEncoding.Decode(bytes),
            _ => Markup.PageEncoding.Decode(bytes, charset),
        };
    }

    // What says that it is UTF-16 in letters of one byte is wrong.
    private static string? Narrow(string? stated) => stated is null || stated.StartsWith("utf-16", StringComparison.Ordinal) || stated.StartsWith("utf-32", StringComparison.Ordinal) || stated.StartsWith("ucs", StringComparison.Ordinal) ? null : stated;

    // A feed that ends in the middle of a character.
    private static DocumentText? CutOff(ReadOnlySpan<byte> bytes)
    {
        for (var lost = 1; lost <= 3 && lost <= bytes.Length && bytes[^lost] >= 0x80; lost++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^lost]))
            {
                return System.Text.Unicode.Utf8.IsValid(bytes) ? null : new DocumentText(Encoding.UTF8.GetString(bytes[..^lost]), false);
            }
        }

        return null;
    }

    private static DocumentText Wide(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes).TrimStart('\uFEFF');
        return new DocumentText(text, text.Contains('\uFFFD', StringComparison.Ordinal));
    }
}
