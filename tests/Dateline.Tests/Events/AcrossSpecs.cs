using System.Text;
using System.Text.Json;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Events.Across;
using Dateline.Knowledge;
using Dateline.Tests.Annotations;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Events;

/// <summary>
/// Small sets of reports and which of them tell one happening. A row names the set, the kind that is looked at, its reports (a page without a
/// date has no "published") and the groups of their ids; the order of arrival makes no difference.
/// </summary>
public sealed class AcrossSpecs
{
    private const string Spec = "across.jsonl";

    private static readonly KnowledgeFiles Files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
    private static readonly EventMatcher Matcher = new(Files, new Codebook(Files));
    private static readonly ProfileMaker Profiles = new(Files);

    public static TheoryData<string> Rows => [.. SpecRows.Texts(Spec)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Groups_are(string text)
    {
        var row = SpecRows.Row(Spec, text);
        var kind = row.GetProperty("kind").GetString();
        var reports = row.GetProperty("reports").EnumerateArray().Select(report => Told(report).Where(t => t.Kind == kind).ToList()).ToList();
        var expected = row.GetProperty("groups").EnumerateArray().Select(g => g.GetString()!);

        Assert.Equal(expected, Groups(reports));
        Assert.Equal(expected, Groups(Enumerable.Reverse(reports)));
    }

    private static IReadOnlyList<EventProfile> Told(JsonElement report)
    {
        var stated = report.TryGetProperty("published", out var day) ? StatedFacts.None with { Published = day.GetString(), PublishedFrom = "argument" } : StatedFacts.None;
        var reading = Samples.Pipeline.Read(RawDocument.Of(Encoding.UTF8.GetBytes(report.GetProperty("text").GetString()!), "text/plain", "spec", stated), ReadOptions.Default);
        return Profiles.Make(report.GetProperty("id").GetString()!, reading.Article, reading.Sentences, reading.Annotations, reading.Events.Events);
    }

    private static List<string> Groups(IEnumerable<IReadOnlyList<EventProfile>> reports)
    {
        var store = new MemoryMatchStore();
        var grouper = new EventGrouper(Matcher, store);
        var keys = new List<string>();
        foreach (var report in reports)
        {
            grouper.Add(report, GroupDecisions.None, _ => []);
            keys.AddRange(report.Select(t => t.Key));
        }

        return [.. grouper.Regroup(keys, GroupDecisions.None).Select(g => string.Join(' ', grouper.Keys(g).Select(key => key[..key.IndexOf('/', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
    }
}
