using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Dateline.Documents.Feeds;

/// <summary>Reads JSON Feed (jsonfeed.org, versions 1 and 1.1), whole or cut off: every entry that is whole counts.</summary>
internal static class JsonFeed
{
    private const int Head = 1 << 13;
    private const int Deepest = 64;
    private static readonly JsonReaderOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };
    private static readonly JsonDocumentOptions TolerantEntry = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };

    /// <summary>True when the bytes begin as such a feed does.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes)
    {
        if (!ContentCheck.IsJson(bytes))
        {
            return false;
        }

        var head = bytes[..Math.Min(bytes.Length, Head)];
        return head.IndexOf("jsonfeed.org"u8) >= 0
            || (head.IndexOf("\"items\""u8) >= 0 && (head.IndexOf("\"content_html\""u8) >= 0 || head.IndexOf("\"content_text\""u8) >= 0 || head.IndexOf("\"date_published\""u8) >= 0));
    }

    /// <summary>Reads a feed; never throws.</summary>
    public static Feed Read(ReadOnlyMemory<byte> bytes)
    {
        var source = Valid(bytes);
        var start = ByteOrderMark.Find(source.Span) is { IsUtf8: true } mark ? mark.Length : 0;
        source = source[start..];
        var items = new List<FeedItem>();
        string? title = null;
        string? link = null;
        try
        {
            var reader = new Utf8JsonReader(Clean(source.Span), Tolerant);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                if (name == "items" && reader.TokenType == JsonTokenType.StartArray)
                {
                    Items(ref reader, source, items);
                }
                else if (reader.TokenType == JsonTokenType.String)
                {
                    title = name == "title" ? reader.GetString() : title;
                    link = name == "home_page_url" ? reader.GetString() : link;
                }
                else
                {
                    reader.Skip();
                }
            }

            return new Feed(Words(title), link, items, [], false);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return new Feed(Words(title), link, items, [], true);
        }
    }

    /// <summary>Reads one entry; one that is no JSON has nothing.</summary>
    public static FeedEntry Entry(ReadOnlySpan<byte> bytes, out bool replaced)
    {
        replaced = !Utf8.IsValid(bytes);
        var source = Clean(replaced ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes)) : bytes);
        replaced |= JsonReport.ReplaceHalfCharacters(source);
        try
        {
            using var json = JsonDocument.Parse(source, TolerantEntry);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Entry(json.RootElement) : new FeedEntry();
        }
        catch (JsonException)
        {
            return new FeedEntry();
        }
    }

    private static void Items(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source, List<FeedItem> items)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            reader.Skip();
            if (items.Count < FeedReader.MostEntries)
            {
                var slice = source[start..(int)reader.BytesConsumed];
                items.Add(new FeedItem(slice, MediaTypes.JsonFeedEntry, Entry(slice.Span, out var replaced), replaced));
            }
        }
    }

    private static FeedEntry Entry(JsonElement json)
    {
        var html = Field(json, "content_html");
        var text = Field(json, "content_text") ?? Field(json, "summary");
        var stated = Field(json, "date_published");
        var updated = Field(json, "date_modified") is { } modified ? FeedDate.Parse(modified) : null;
        var published = stated is null ? updated : FeedDate.Parse(stated);
        return new FeedEntry
        {
            Title = Words(Field(json, "title")),
            Content = html ?? (text is null ? "" : FeedText.Paragraphs(FeedText.Clean(text), isPlain: true)),
            Link = Field(json, "url") ?? Field(json, "external_url"),
            Id = Field(json, "id"),
            Published = published,
            NoDate = published is null ? stated : null,
            Facts = [.. Facts(json, updated)],
        };
    }

    private static IEnumerable<(string Name, string Value)> Facts(JsonElement json, string? updated)
    {
        var authors = json.TryGetProperty("authors", out var several) && several.ValueKind == JsonValueKind.Array ? several.EnumerateArray()
            : json.TryGetProperty("author", out var one) ? Enumerable.Repeat(one, 1) : [];
        foreach (var author in authors)
        {
            if (author.ValueKind == JsonValueKind.Object && Field(author, "name") is { } name)
            {
                yield return ("author", name);
            }
        }

        if (updated is not null)
        {
            yield return ("updated", updated);
        }

        if (Field(json, "language") is { } language)
        {
            yield return ("language", language);
        }

        if (json.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array)
        {
            foreach (var tag in tags.EnumerateArray())
            {
                if (tag.ValueKind == JsonValueKind.String)
                {
                    yield return ("category", tag.GetString()!);
                }
            }
        }
    }

    private static string? Field(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString()!.Trim()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    private static string? Words(string? value) => value is null || FeedText.Words(value) is not { Length: > 0 } words ? null : words;

    // Other encodings than UTF-8 are against the rules; they are read all the same.
    private static ReadOnlyMemory<byte> Valid(ReadOnlyMemory<byte> bytes) => Utf8.IsValid(bytes.Span) ? bytes : Encoding.UTF8.GetBytes(Markup.PageEncoding.Decode(bytes.Span).Text);

    // Line breaks and other controls inside strings break the JSON and mean nothing; outside of them they are blanks. The length stays.
    private static byte[] Clean(ReadOnlySpan<byte> bytes)
    {
        var clean = bytes.ToArray();
        foreach (ref var unit in clean.AsSpan())
        {
            unit = unit < (byte)' ' ? (byte)' ' : unit;
        }

        return clean;
    }
}
