using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Annotations.Times;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Events;
using Dateline.Tests.Annotations;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Claims;

/// <summary>
/// What happened in single sentences and short reports. A row holds the text, the day of publication and its events, one line
/// each: "kind status | who > whom or what | first day to last day, or ?", and "inferred" behind a day that follows from the day of publication. Further values a row may name in "claims" ("role: words").
/// </summary>
public sealed class EventSpecs
{
    private const string Spec = "events.jsonl";

    public static TheoryData<string> Rows => [.. SpecRows.Texts(Spec)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Events_are(string text)
    {
        var row = SpecRows.Row(Spec, text);
        var stated = StatedFacts.None with { Published = row.GetProperty("published").GetString(), PublishedFrom = "argument" };
        var reading = Samples.Pipeline.Read(RawDocument.Of(Encoding.UTF8.GetBytes(text), "text/plain", "spec", stated), ReadOptions.Default);
        Assert.Equal(Lines(row, "events"), reading.Events.Events.Select(Line).Order(StringComparer.Ordinal));
        var claims = reading.Events.Events.SelectMany(e => e.Claims).Select(c => $"{c.Claim.Role}: {c.Claim.Evidence[0].In(reading.Article.Text)}").ToHashSet(StringComparer.Ordinal);
        Assert.Subset(claims, Lines(row, "claims").ToHashSet(StringComparer.Ordinal));
        Assert.Empty(Lines(row, "absent").Intersect(claims, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(JsonElement row, string name) =>
        row.TryGetProperty(name, out var lines) ? lines.EnumerateArray().Select(l => l.GetString()!).Order(StringComparer.Ordinal) : [];

    private static string Line(Event happening)
    {
        var (by, to) = (Who(happening, "actor", "participant"), Who(happening, "recipient"));
        var time = happening.Summary.FirstOrDefault(s => s.Role is "time")?.Claims[0].Claim;
        return $"{happening.Kind} {happening.Status.ToString().ToLowerInvariant()} | {by}{(to.Length > 0 ? " > " + to : "")} | {Days((time?.Value as TimeValue)?.Time)}{(time?.Inferred == true ? " inferred" : "")}";
    }

    private static string Who(Event happening, params ReadOnlySpan<string> roles)
    {
        var names = new List<string>();
        foreach (var role in roles)
        {
            names.AddRange(happening.Claims.Where(c => string.Equals(c.Claim.Role, role, StringComparison.Ordinal)).Select(c => c.Claim.Value).OfType<ActorValue>().Select(a => a.Actor.Country ?? a.Actor.Name));
        }

        return string.Join('+', names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static string Days(TimeExpression? time) => time switch
    {
        { First: { } first, Last: { } last } when last != first => string.Create(CultureInfo.InvariantCulture, $"{first:uuuu-MM-dd} to {last:uuuu-MM-dd}"),
        { First: { } day } => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        _ => "?",
    };
}
