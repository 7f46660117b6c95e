using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using Dateline.Documents;
using Dateline.Documents.Feeds;
using Dateline.Tests.Annotations;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Documents;

/// <summary>Feeds, whole and broken in the ways real ones are: Specs/feeds.jsonl.</summary>
public sealed class FeedSpecs
{
    private const string Rows = "feeds.jsonl";

    public static TheoryData<string> Cases => [.. SpecRows.All(Rows).Select(row => row.GetProperty("case").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void IsReadAsTheRowSays(string name)
    {
        var row = SpecRows.All(Rows).First(r => r.GetProperty("case").ValueEquals(name));

        var (entries, problems) = Read(Bytes(row));

        Assert.Equal(row.GetProperty("entries").EnumerateArray().Select(e => e.Deserialize<Entry>(Names)!), entries);
        Assert.Equal(row.TryGetProperty("problems", out var stated) ? stated.EnumerateArray().Select(p => p.GetString()!) : [], problems);
    }

    [Fact]
    public void ThereAreMoreThanSixtyBrokenOnes() => Assert.True(SpecRows.All(Rows).Count > 100);

    [Fact]
    public void EntriesAreTheBytesOfTheFeed()
    {
        foreach (var row in SpecRows.All(Rows))
        {
            var bytes = Bytes(row);
            foreach (var item in FeedReader.Read(bytes).Items)
            {
                var at = bytes.AsSpan().IndexOf(item.Bytes.Span);
                Assert.True(at >= 0 || row.GetProperty("case").GetString()!.StartsWith("json", StringComparison.Ordinal), row.GetProperty("case").GetString());
            }
        }
    }

    [Fact]
    public void AnyBeginningOfAFeedIsRead()
    {
        foreach (var row in SpecRows.All(Rows).Where((_, i) => i % 5 == 0))
        {
            var bytes = Bytes(row);
            for (var length = 0; length < bytes.Length; length += 7)
            {
                _ = FeedReader.Read(bytes.AsMemory(0, length)).Items.Select(i => i.Entry.Page.Length).Sum();
            }
        }
    }

    [Fact]
    public void AnythingIsReadWithoutComplaint() => Gen.String[Gen.OneOf(Gen.Char["<>/!?[]-&;\"'= abit"], Gen.Char), 0, 120].Array[0, 12].Sample(
        parts => _ = FeedReader.Read(Encoding.UTF8.GetBytes(string.Join("<item><title><![CDATA[", parts))).Items.Count,
        iter: 2000);

    [Fact]
    public void WellFormedFeedsAreReadAsAnXmlReaderReadsThem()
    {
        var words = Gen.String[Gen.Char["abc <>&\"'é한 .,;#x1"], 1, 40].Where(s => s.Trim().Length > 0);
        Gen.Select(words, words, Gen.Bool).Array[1, 6].Sample(
            entries =>
            {
                var items = entries.Select(e => new XElement("item", new XElement("guid", e.Item1.Trim()), new XElement("link", "https://a.example/" + Uri.EscapeDataString(e.Item2)), e.Item3 ? new XElement("title", new XCData("t")) : new XElement("title", "t")));
                var feed = new XDocument(new XElement("rss", new XElement("channel", items)));

                var read = FeedReader.Read(Encoding.UTF8.GetBytes(feed.ToString()));

                Assert.Equal(entries.Select(e => "https://a.example/" + Uri.EscapeDataString(e.Item2)), read.Items.Select(i => i.Entry.Link));
            },
            iter: 200);
    }

    [Fact]
    public void LongFeedsTakeTimeInProportion()
    {
        // Each of these made a careless reader look through the rest of the feed again for every entry.
        foreach (var piece in new[] { "<item><title><![CDATA[x</title></item>", "<item><title>x<description>", "<item", "<a b=\"", "<!-- ", "&a;", "<title>", "<b", "<item><a><a><a>", "<![CDATA[", "<?", "<![" })
        {
            var feed = Encoding.UTF8.GetBytes("<rss><channel>" + string.Concat(Enumerable.Repeat(piece, 20_000)));
            var clock = System.Diagnostics.Stopwatch.StartNew();
            _ = FeedReader.Read(feed);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), piece);
        }
    }

    private static byte[] Bytes(JsonElement row)
    {
        var text = row.GetProperty("feed").GetString()!;
        var encoding = row.TryGetProperty("encoding", out var stated) ? stated.GetString() : "utf-8";
        return encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "bytes" or "mixed" => Encoding.Latin1.GetBytes(text),
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            "utf-16be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(encoding!)!.GetBytes(text),
        };
    }

    private static (List<Entry> Entries, List<string> Problems) Read(byte[] feed)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-");
        try
        {
            var path = Path.Combine(folder.FullName, "feed");
            File.WriteAllBytes(path, feed);
            var inputs = new DocumentReader(() => Stream.Null, InputFormat.Feed).Read([path]).ToList();
            var readings = Samples.Pipeline.Read([.. inputs.Select(i => i.Document).OfType<RawDocument>()], new ReadOptions(false));
            return ([.. readings.Select(r => EntryOf(r, path))], [.. inputs.Where(i => i.Problem is not null).Select(i => $"{i.Source}: {i.Problem}".Replace(path, "feed", StringComparison.Ordinal))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Entry EntryOf(Reading reading, string path)
    {
        var article = reading.Article;
        var published = article.Published is not { } p ? null : string.Join(' ', new[] { p.Date.ToString("yyyy-MM-dd", null), p.Time?.ToString("HH:mm", null), p.Zone }.OfType<string>());
        return new Entry(reading.Document.Origin.Replace(path, "feed", StringComparison.Ordinal), article.Title, published, article.Address, article.Outlet?.Name, article.Byline, article.Text);
    }

    private static readonly JsonSerializerOptions Names = new() { PropertyNameCaseInsensitive = true };

    private sealed record Entry(string Source, string? Title, string? Published, string? Url, string? Outlet, string? Byline, string Text);
}
