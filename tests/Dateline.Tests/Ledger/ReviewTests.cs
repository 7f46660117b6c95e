using System.Text;
using System.Text.Json;
using Dateline.Tests.App;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Ledger;

/// <summary><c>dateline review</c> with its lines piped in.</summary>
public sealed class ReviewTests : IDisposable
{
    private readonly Bench bench = new();

    private string File => bench["ledger.db"];

    public void Dispose() => bench.Dispose();

    [Fact]
    public void EveryKeyDoesWhatItSays()
    {
        Bench.RunWhole(["add", .. Samples.Names.Select(name => Repository.At($"samples/{name}.txt")), "--ledger", File]);

        var outcome = Review("a seen it\nn ask them\nx 1 misread\nu\nk\n\nr\nq\n");

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.Contains("4 events looked at, 4 judgements noted", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["accept", "note", "reject", "undo", "reject"], Judgements().Select(row => row.GetProperty("kind").GetString()));
        Assert.All(Judgements(), row => Assert.Equal("Kim", row.GetProperty("by").GetString()));
        Assert.Equal(["holds", "holds", "undone", "holds", "holds"], Judgements().Select(row => row.GetProperty("state").GetString()));
    }

    [Fact]
    public void WhatWasJudgedDoesNotComeAgain()
    {
        Bench.RunWhole(["add", .. Samples.Names.Select(name => Repository.At($"samples/{name}.txt")), "--ledger", File]);
        var first = Queue();

        Review("a\nr\n");

        Assert.Equal(first - 2, Queue());
    }

    [Fact]
    public void EventsAreMergedSplitAndCorrected()
    {
        var one = bench.File("one.txt", "MOSCOW, May 6 - A drone strike on a depot in Kursk killed five people on Monday, the governor said.");
        var two = bench.File("two.txt", "MOSCOW, May 6 - A drone strike on a depot in Belgorod killed nine people on Monday, the governor said.");
        Bench.RunWhole("add", one, two, "--published", "2024-05-06", "--ledger", File);

        var outcome = Review("m 1\ns 2\nm 7\nc 1 nonsense\nz\nu\nu\nu\nq\n");

        Assert.Equal(1, outcome.Status);
        Assert.Equal(["merge", "split", "undo", "undo"], Judgements().Select(row => row.GetProperty("kind").GetString()));
        Assert.Contains("there is no proposal 7", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("there is no key z", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was noted", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("q")]
    [InlineData("Q\n")]
    public void TheEndOfTheLinesEndsIt(string lines)
    {
        Bench.RunWhole(["add", Repository.At($"samples/{Samples.Names[0]}.txt"), "--ledger", File]);

        Assert.Equal(0, Review(lines).Status);

        Assert.Empty(Judgements());
    }

    private Outcome Review(string lines) => Bench.RunWhole(Encoding.UTF8.GetBytes(lines), ["review", "--by", "Kim", "--ledger", File]);

    private int Queue() => int.Parse(Review(string.Concat(Enumerable.Repeat("k\n", 99))).Output.TrimEnd().Split('\n')[^1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private List<JsonElement> Judgements() => [.. Json.Lines(Bench.Run("judge", "list", "--format", "jsonl", "--ledger", File).Output)];
}
