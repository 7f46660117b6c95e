using System.Globalization;

namespace Dateline.Documents.Feeds;

/// <summary>The entries of feeds as inputs.</summary>
internal sealed class FeedInputs(InputMaker maker)
{
    /// <summary>Each entry of a feed: what is wrong with one costs itself.</summary>
    public IEnumerable<Input> Read(string source, byte[] bytes)
    {
        var feed = FeedReader.Read(bytes);
        if (feed.Items.Count == 0)
        {
            yield return InputMaker.Failed(source, feed.Addresses.Count > 0
                ? string.Create(CultureInfo.InvariantCulture, $"lists {feed.Addresses.Count:N0} addresses and no reports (a sitemap)")
                : "is a feed without entries");
        }

        for (var i = 0; i < feed.Items.Count; i++)
        {
            yield return ReadEntry(feed, feed.Items[i], source, i + 1);
        }

        if (feed.IsCut)
        {
            yield return InputMaker.Failed(source, "ends in the middle of an entry; what stands before was read");
        }
    }

    /// <summary>The report of one entry.</summary>
    /// <param name="feed">The feed it stands in.</param>
    /// <param name="item">The entry.</param>
    /// <param name="source">Where the feed came from.</param>
    /// <param name="number">Its place in the feed, from 1.</param>
    public Input ReadEntry(Feed feed, FeedItem item, string source, int number)
    {
        var entry = item.Entry;
        if (entry.IsEmpty)
        {
            return InputMaker.Failed(source, string.Create(CultureInfo.InvariantCulture, $"entry {number} holds no words"));
        }

        var address = item.AddressIn(feed, source);
        var origin = maker.NameOf(address ?? entry.Id ?? string.Create(CultureInfo.InvariantCulture, $"{source}#{number}"));
        var stated = maker.Stated(entry.Title, entry.Published, entry.Outlet ?? feed.Title, address);
        stated = entry.Published is null ? stated : stated with { PublishedFrom = "feed" };
        var problem = item.Replaced ? InputMaker.Replaced : entry.NoDate is { } words ? $"its date is none that this program reads ({StatedDate.Cut(words)}) and was left out" : null;
        return new Input(origin, RawDocument.Of(item.Bytes, item.MediaType, origin, stated), problem);
    }
}
