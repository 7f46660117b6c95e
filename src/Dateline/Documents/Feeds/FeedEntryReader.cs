namespace Dateline.Documents.Feeds;

/// <summary>
/// Reads the elements of one entry (RSS, Atom, a sitemap), by their names alone: prefixes are often not declared, or wrong. An element that is not
/// closed ends where the next one of ours begins.
/// </summary>
internal sealed class FeedEntryReader(string text)
{
    private const int MostUnclosed = 60;
    private readonly FeedMarkup markup = new(text);
    private readonly List<(string Name, string Value)> facts = [];
    private readonly SortedDictionary<int, string> links = [];
    private readonly SortedDictionary<int, string> dates = [];
    private string? title;
    private string? prefixedTitle;
    private string content = "";
    private int contentWords;
    private int unclosed;
    private string? id;
    private string? outlet;
    private string? noDate;
    private string? baseAddress;

    /// <summary>Reads the entry.</summary>
    public FeedEntry Read()
    {
        foreach (var (tag, from, to) in Fields(0, text.Length))
        {
            Take(tag, from, to);
        }

        return new FeedEntry
        {
            Title = title ?? prefixedTitle,
            Content = content,
            Link = links.Count > 0 ? links.Values.ElementAt(0) : null,
            Id = id,
            Base = baseAddress,
            Published = dates.Count > 0 ? dates.Values.ElementAt(0) : null,
            NoDate = dates.Count > 0 ? null : noDate,
            Outlet = outlet,
            Facts = facts,
        };
    }

    // The elements with a meaning, with their inside
    private IEnumerable<(FeedTag Tag, int From, int To)> Fields(int at, int limit)
    {
        while (markup.Next(at, limit) is { } tag)
        {
            at = tag.End;
            if (tag.IsClose || IsAside(tag))
            {
                at = tag is { IsClose: false, IsEmpty: false } && CloseOf(tag, limit) is >= 0 and var aside ? aside : at;
                continue;
            }

            baseAddress ??= markup.Attribute(tag, "xml:base");
            if (FeedFacts.Of(tag) == FeedFact.None)
            {
                continue;
            }

            var to = tag.IsEmpty ? tag.End : CloseOf(tag, limit) is >= 0 and var close ? close : NextField(tag.End, limit);
            yield return (tag, tag.End, to);
            at = to;
        }
    }

    // An entry with hundreds of elements that nobody closes is not worth looking through again for each.
    private int CloseOf(FeedTag tag, int limit)
    {
        var close = unclosed > MostUnclosed ? -1 : markup.CloseOf(tag, limit);
        unclosed += close < 0 ? 1 : 0;
        return close;
    }

    // What belongs to a picture or a form of the feed, not to the feed.
    private static bool IsAside(FeedTag tag) => tag.Local is "image" or "textinput" or "cloud" || tag is { Prefix: "media", Local: "group" };

    private int NextField(int at, int limit)
    {
        while (markup.Next(at, limit) is { } tag)
        {
            if (FeedFacts.Of(tag) != FeedFact.None || FeedReader.IsEntry(tag))
            {
                return tag.Start;
            }

            at = tag.End;
        }

        return limit;
    }

    private void Take(FeedTag tag, int from, int to)
    {
        switch (FeedFacts.Of(tag))
        {
            case FeedFact.Title:
                TakeTitle(tag, from, to);
                break;
            case FeedFact.Content or FeedFact.Summary:
                TakeText(tag, from, to);
                break;
            case FeedFact.Link:
                TakeLink(tag, from, to);
                break;
            case FeedFact.OriginalLink:
                AddLink(0, FeedText.Words(markup, from, to));
                break;
            case FeedFact.Id:
                TakeId(tag, FeedText.Words(markup, from, to));
                break;
            case FeedFact.Published or FeedFact.Dated or FeedFact.Updated:
                TakeDate(FeedFacts.Of(tag), FeedText.Words(markup, from, to));
                break;
            default:
                TakeNames(FeedFacts.Of(tag), tag, from, to);
                break;
        }
    }

    private void TakeTitle(FeedTag tag, int from, int to)
    {
        var words = FeedText.Words(markup, from, to);
        if (words.Length == 0)
        {
            return;
        }

        if (tag.Prefix is "" or "atom" or "news")
        {
            title ??= words;
        }
        else
        {
            prefixedTitle ??= words;
        }
    }

    private void TakeText(FeedTag tag, int from, int to)
    {
        // What lies elsewhere (<content src="…"/>), or is a picture, is no text.
        var type = markup.Attribute(tag, "type");
        if (type is not null && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.Contains("html", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var isPlain = type is "text" or "text/plain" || FeedFacts.Of(tag) == FeedFact.Title;
        var found = FeedText.Markup(markup, from, to, isPlain);
        var words = FeedText.Words(found).Length;
        if (words > contentWords)
        {
            (content, contentWords) = (found, words);
        }
    }

    private void TakeLink(FeedTag tag, int from, int to)
    {
        var address = markup.Attribute(tag, "href") is { } href ? FeedText.Words(href) : FeedText.Words(markup, from, to);
        if (address.Length == 0 && tag.IsEmpty)
        {
            // <link/>http://… as programs write it that take a feed for a page
            var next = text.AsSpan(tag.End).IndexOf('<');
            address = FeedText.Words(text.Substring(tag.End, next < 0 ? 0 : next));
        }

        var rank = markup.Attribute(tag, "rel") switch
        {
            null or "" or "alternate" => markup.Attribute(tag, "type") is null or "text/html" ? 1 : 2,
            "via" or "related" => 5,
            _ => -1,
        };
        if (rank >= 0)
        {
            AddLink(rank, address);
        }
    }

    private void TakeId(FeedTag tag, string words)
    {
        id ??= words.Length > 0 ? words : null;
        if (words.StartsWith("http", StringComparison.OrdinalIgnoreCase) && markup.Attribute(tag, "isPermaLink") is not "false")
        {
            AddLink(4, words);
        }
    }

    private void AddLink(int rank, string address)
    {
        if (address.Length > 0 && !address.Contains(' ', StringComparison.Ordinal))
        {
            links.TryAdd(rank, address);
        }
    }

    private void TakeDate(FeedFact fact, string words)
    {
        if (FeedDate.Parse(words) is { } date)
        {
            dates.TryAdd((int)fact, date);
            if (fact == FeedFact.Updated)
            {
                facts.Add(("updated", date));
            }
        }
        else if (words.Length > 0)
        {
            noDate ??= words;
        }
    }

    private void TakeNames(FeedFact fact, FeedTag tag, int from, int to)
    {
        var words = Named(from, to);
        var value = words.Length > 0 ? words : FeedText.Words(markup.Attribute(tag, "term") ?? markup.Attribute(tag, "label") ?? "");
        if (value.Length is 0 or > 300)
        {
            return;
        }

        switch (fact)
        {
            case FeedFact.Source or FeedFact.Outlet:
                outlet ??= value;
                break;
            case FeedFact.Author:
                facts.Add(("author", WithoutMail(value)));
                break;
            case FeedFact.Language:
                facts.Add(("language", value));
                break;
            default:
                facts.Add(("category", value));
                break;
        }
    }

    // <author><name>…</name></author>, <source><title>…</title></source>, or the words alone
    private string Named(int from, int to)
    {
        for (var tag = markup.Next(from, to); tag is { } found; tag = markup.Next(found.End, to))
        {
            if (found is { IsClose: false, Local: "name" or "title" })
            {
                var end = markup.CloseOf(found, to);
                return FeedText.Words(markup, found.End, end < 0 ? to : end);
            }
        }

        return FeedText.Words(markup, from, to);
    }

    // "desk@example.org (A. Writer)" is how RSS wants it
    private static string WithoutMail(string author)
    {
        var open = author.IndexOf('(', StringComparison.Ordinal);
        return author.Contains('@', StringComparison.Ordinal) && open >= 0 && author.EndsWith(')') ? author[(open + 1)..^1].Trim() : author;
    }
}
