using Dateline.Annotations.Times;
using Dateline.Evaluation.Times;
using Xunit;

namespace Dateline.Tests.Annotations;

public sealed class TimeSpecs
{
    private const string Spec = "times.jsonl";

    private static readonly TimesOfText Times = new();

    public static TheoryData<string> Texts => [.. SpecRows.Texts(Spec)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Reads(string text)
    {
        var row = SpecRows.Row(Spec, text);
        var narrative = row.TryGetProperty("narrative", out var told) && told.GetBoolean();
        var found = Times.Read(text, new TimeContext(SpecRows.Published(row), null, null, narrative));
        var expected = row.GetProperty("expected").EnumerateArray().Select(TimeLine.Of).ToList();
        Assert.Equal(expected, found.Select(time => TimeLine.Of(time, text)));
        if (row.TryGetProperty("anchor", out var anchor))
        {
            Assert.Contains(anchor.GetString()!, found[0].Anchor, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Spans_lie_in_order_without_overlap(string text)
    {
        var found = Times.Read(text, default);
        Assert.All(found, time => Assert.True(time.Span.Start >= 0 && time.Span.End <= text.Length && time.Span.Length > 0));
        Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
        Assert.All(found, time => Assert.Equal(time.First is null, time.Last is null));
    }
}
