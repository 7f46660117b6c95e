using System.Text;
using System.Text.Unicode;
using Dateline.Documents.Archives;
using Dateline.Documents.Feeds;
using Dateline.Documents.Markup;

namespace Dateline.Documents;

/// <summary>The words of a document: its bytes decoded; for a JSON line its <c>text</c>; for a page the words of its blocks. Nothing else is changed.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Replaced">True when broken bytes were read as U+FFFD.</param>
public sealed record DocumentText(string Text, bool Replaced)
{
    /// <summary>The page the words stand on, or null for anything but a page.</summary>
    internal MarkupPage? Page { get; private init; }

    /// <summary>The entry of a feed, or null for anything else.</summary>
    internal FeedEntry? Entry { get; private init; }

    /// <summary>Reads the words of a document: UTF-8, or UTF-16 and UTF-32 when a byte order mark says so; pages in any encoding they name.</summary>
    public static DocumentText Of(RawDocument document)
    {
        if (document.MediaType is HttpMessage.KeptAs && HttpMessage.Read(document.Bytes) is { } answer)
        {
            var body = PageEncoding.Decode(answer.Body.Span, answer.Charset);
            return answer.MediaType is MediaTypes.Text ? body : OfPage(body, document.Stated.Url);
        }

        if (MediaTypes.IsPage(document.MediaType))
        {
            var saved = document.MediaType is MediaTypes.SavedPage ? MimeArchive.Read(document.Bytes.Span) : null;
            var source = saved is null ? PageEncoding.Decode(document.Bytes.Span, MediaTypes.CharsetOf(document.MediaType)) : PageEncoding.Decode(saved.Page, saved.Charset);
            return OfPage(source, saved?.Address);
        }

        if (MediaTypes.IsFeedEntry(document.MediaType))
        {
            var entry = FeedEntry.Read(document.Bytes, document.MediaType, out var replaced);
            var page = MarkupReader.Read(entry.Page, null, entry.Facts);
            return new DocumentText(page.Text, replaced) { Page = page, Entry = entry };
        }

        if (document.MediaType == MediaTypes.Json && JsonReport.TryRead(document.Bytes.Span, out var report, out _))
        {
            return new DocumentText(report.Text, report.Replaced);
        }

        return Decode(document.Bytes.Span);
    }

    private static DocumentText OfPage(DocumentText source, string? address)
    {
        var page = MarkupReader.Read(source.Text, address);
        return new DocumentText(page.Text, source.Replaced) { Page = page };
    }

    /// <summary>Decodes bytes.</summary>
    public static DocumentText Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByteOrderMark.Find(bytes) is { } mark)
        {
            // A cut or broken UTF-16 text shows in the replacement characters it decodes to.
            var text = mark.Encoding.GetString(bytes[mark.Length..]);
            return new DocumentText(text, mark.IsUtf8 ? !Utf8.IsValid(bytes) : text.Contains('\uFFFD', StringComparison.Ordinal));
        }

        return new DocumentText(Encoding.UTF8.GetString(bytes), !Utf8.IsValid(bytes));
    }
}

/// <summary>The media types that documents are kept under.</summary>
public static class MediaTypes
{
    /// <summary>Plain text.</summary>
    public const string Text = "text/plain";

    /// <summary>A web page.</summary>
    public const string Html = "text/html";

    /// <summary>A web page saved with what belongs to it (MHTML).</summary>
    public const string SavedPage = "multipart/related";

    /// <summary>One line of JSON lines.</summary>
    public const string Json = "application/json";

    /// <summary>The element of an entry of a feed; "; charset=…" follows.</summary>
    public const string FeedEntry = "application/feed-entry+xml";

    /// <summary>The object of an entry of a JSON Feed.</summary>
    public const string JsonFeedEntry = "application/feed-entry+json";

    private const string Charset = "; charset=";

    /// <summary>True for a web page.</summary>
    public static bool IsPage(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        return mediaType == SavedPage || mediaType.StartsWith(Html, StringComparison.Ordinal);
    }

    /// <summary>The charset that stands behind a media type, or null.</summary>
    public static string? CharsetOf(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        return mediaType.IndexOf(Charset, StringComparison.Ordinal) is >= 0 and var at ? mediaType[(at + Charset.Length)..] : null;
    }

    /// <summary>A media type with what its carrier says of the encoding.</summary>
    public static string With(string mediaType, string? charset) => charset is null ? mediaType : mediaType + Charset + charset;

    /// <summary>True for an entry of a feed.</summary>
    public static bool IsFeedEntry(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        return mediaType == JsonFeedEntry || mediaType.StartsWith(FeedEntry, StringComparison.Ordinal);
    }
}

/// <summary>The mark at the beginning of a text that says how it is encoded.</summary>
/// <param name="Encoding">The encoding it names.</param>
/// <param name="Length">Its length in bytes.</param>
internal readonly record struct ByteOrderMark(Encoding Encoding, int Length)
{
    public bool IsUtf8 => Encoding.CodePage == Encoding.UTF8.CodePage;

    public static ByteOrderMark? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new ByteOrderMark(Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => new ByteOrderMark(Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => new ByteOrderMark(Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => new ByteOrderMark(Encoding.BigEndianUnicode, 2),
        _ => null,
    };
}
