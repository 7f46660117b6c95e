using System.Diagnostics;
using System.Text;
using Dateline.Documents;
using Dateline.Knowledge;

namespace Dateline.Tests;

/// <summary>Texts that no newsroom writes are read in bounded time. The guard is generous: what is not linear takes minutes here.</summary>
public class HostileTexts
{
    private const string News = "The army of the country said on Monday that it had fired two missiles into the sea, and that the ships of the navy were there when it was done. ";

    private static readonly Lazy<Pipeline> Reader = new(() => new Pipeline(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder)));
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    /// <summary>What is repeated, and how often.</summary>
    public static TheoryData<string, int> Texts() => new()
    {
        { "7", 100_000 },
        { "1 234 ", 16_666 },
        { "\"", 100_000 },
        { "“", 66_666 },
        { " '", 33_333 },
        { "(", 100_000 },
        { "said ", 20_000 },
        { "Monday ", 13_333 },
        { "missile, ", 13_333 },
        { "a-", 50_000 },
        { "x", 100_000 },
        { "\n", 166_666 },
        { "A short line here.\n", 16_666 },
        { "He said “we fired” on Monday.\n", 2_333 },
        { "North Korea fired missiles and ", 2_000 },
        { "North Korea fired two missiles on Monday, the army said. ", 1_333 },
        { "The “army of the country said that it was ", 1_666 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Are_read_in_bounded_time(string repeated, int times)
    {
        var text = News + News + News + "\n\n" + string.Concat(Enumerable.Repeat(repeated, times));
        var clock = Stopwatch.StartNew();
        var reading = Read(text);
        Assert.True(clock.Elapsed < Guard, $"took {clock.Elapsed.TotalSeconds:F0} s");
        Assert.Equal(text, reading.Article.Text);
    }

    [Fact]
    public void Long_text_is_read_to_its_reach_and_says_so()
    {
        var reading = Read(string.Concat(Enumerable.Repeat(News, Dateline.Text.TextReader.Reach / News.Length * 2)));
        Assert.Contains("cut", reading.Article.Flags);
        Assert.InRange(reading.Sentences[^1].Span.End, Dateline.Text.TextReader.Reach - 1000, Dateline.Text.TextReader.Reach);
        Assert.DoesNotContain("cut", Read(News).Article.Flags);
    }

    private static Reading Read(string text) => Reader.Value.Read(RawDocument.Of(Encoding.UTF8.GetBytes(text), MediaTypes.Text, "hostile"), new ReadOptions());
}
