using System.Text.Json;
using Dateline.Annotations;
using Dateline.Annotations.Attributions;
using Dateline.Text;
using Xunit;

namespace Dateline.Tests.Annotations;

public sealed class AttributionSpecs
{
    private const string Spec = "attributions.jsonl";

    public static TheoryData<string> Texts => [.. SpecRows.Texts(Spec)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Reads(string text)
    {
        var expected = SpecRows.Row(Spec, text).GetProperty("expected").EnumerateArray().Select(e => Line(e));
        Assert.Equal(expected, Read(text).Select(a => Line(a, text)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void IsAsSureAsTheRowSays(string text)
    {
        var expected = SpecRows.Row(Spec, text).GetProperty("expected").EnumerateArray().Select(e => e.TryGetProperty("certainty", out var value) ? value.GetString() : null).ToList();
        var found = Read(text);
        Assert.All(expected.Index().Where(e => e.Item is not null), e => Assert.Equal(e.Item, found[e.Index].Certainty.ToString()));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void SpansLieInTheTextAndNestingHasNoCircle(string text)
    {
        var found = Read(text);
        Assert.All(found.SelectMany(a => a.Source.Concat(a.Cue).Concat(a.Content).Append(a.Span)), span => Assert.True(span.Start >= 0 && span.End <= text.Length && span.Length > 0));
        foreach (var attribution in found)
        {
            var steps = 0;
            for (var outer = attribution; outer.Within is { } id; outer = found.Single(a => string.Equals(a.Id, id, StringComparison.Ordinal)))
            {
                Assert.True(++steps <= found.Count);
            }
        }
    }

    private static IReadOnlyList<Attribution> Read(string text) => SpecReader.Read(text).Annotations.Attributions;

    private static string Line(JsonElement e)
    {
        string Cell(string name) => e.TryGetProperty(name, out var value) ? value.ToString() : "";
        return string.Join(" / ", Cell("id"), Cell("source"), Cell("speaker"), Cell("cue"), Cell("content"), Cell("mode"), Cell("stance"), Cell("within"), Cell("with"), Cell("relay"));
    }

    private static string Line(Attribution a, string text) => string.Join(" / ", a.Id, Cut(a.Source, text), a.Speaker?.Name ?? "", Cut(a.Cue, text), Cut(a.Content, text), a.Mode, a.Stance, a.Within ?? "", string.Join(" | ", a.Joint.Select(j => j.Name)), a.Relay?.Name ?? "");

    private static string Cut(IReadOnlyList<TextSpan> spans, string text) => string.Join(" | ", spans.Select(s => s.In(text)));
}
