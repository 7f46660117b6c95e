using System.Text.Json;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Views;

namespace Dateline.App.Web;

/// <summary>One value that a source tells of an event.</summary>
/// <param name="Event">The event's row.</param>
/// <param name="Role">The role.</param>
/// <param name="Words">The value in words.</param>
/// <param name="Status">How it stands to the other values: agreed, disputed …</param>
/// <param name="With">Other origins that tell the same.</param>
/// <param name="Against">Others that tell what cannot be true beside it, with their value.</param>
public sealed record SourceValue(JsonElement Event, string Role, string Words, string Status, IReadOnlyList<string> With, IReadOnlyList<string> Against);

/// <summary>One who tells, on a page.</summary>
/// <param name="Name">Who.</param>
/// <param name="Events">Events it tells of.</param>
/// <param name="Values">What it tells of them as their origin, the newest event first.</param>
/// <param name="Looked">Events that were looked at.</param>
/// <param name="Reports">Reports it published or filed, among the first thousand that tell of its events.</param>
/// <param name="Nameless">Origins that are nobody in particular.</param>
public sealed record SourceModel(string Name, int Events, IReadOnlyList<SourceValue> Values, int Looked, IReadOnlyList<JsonElement> Reports, IReadOnlySet<string> Nameless)
{
    private const int MostEvents = 200;
    private const int MostReports = 100;
    private const int LookedThrough = 1_000; // reports: who only speaks published none of them

    /// <summary>Who stands beside it how often: origins with the number of values they share or contradict.</summary>
    public IEnumerable<(string Name, int With, int Against)> Others =>
        Values.SelectMany(value => value.With.Select(name => (name, true)).Concat(value.Against.Select(name => (name.Split(": ")[0], false))))
            .GroupBy(other => other.Item1, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count(other => other.Item2), group.Count(other => !other.Item2)))
            .OrderByDescending(other => other.Item2 + other.Item3)
            .ThenBy(other => other.Key, StringComparer.Ordinal);

    /// <summary>Asks a ledger.</summary>
    public static SourceModel Of(ILedgerReader reader, string name)
    {
        var filter = LedgerFilter.All with { Source = name };
        var heads = reader.Heads(filter);
        var rows = heads.Where(head => head.First is not null).Reverse().Concat(heads.Where(head => head.First is null)).Take(MostEvents).Select(head => reader.Event(head.Id)).OfType<EventRow>().Select(row => JsonDocument.Parse(RecordJson.Event(row)).RootElement).ToList();
        var reports = reader.Readings(filter).Take(LookedThrough).Select(reading => JsonDocument.Parse(reading.Report.Head).RootElement).Where(head => head.List("agencies").Append(head.GetProperty("outlet")).Any(publisher => Is(publisher, name))).Take(MostReports).ToList();
        var own = rows.SelectMany(row => row.List("primary_sources")).FirstOrDefault(origin => Is(origin, name)) is { ValueKind: JsonValueKind.Object } origin ? origin.Text("name") : Inert.Line(name);
        var nameless = rows.SelectMany(row => row.GetProperty("roles").EnumerateObject()).SelectMany(role => role.Value.EnumerateArray()).SelectMany(value => value.List("origins")).Where(origin => origin.Plain("kind") == "unnamed").Select(origin => origin.Text("name")).ToHashSet(StringComparer.Ordinal);
        return new SourceModel(own, heads.Count, [.. rows.SelectMany(row => ValuesOf(row, name))], rows.Count, reports, nameless);
    }

    private static IEnumerable<SourceValue> ValuesOf(JsonElement row, string name)
    {
        foreach (var role in row.GetProperty("roles").EnumerateObject())
        {
            var values = role.Value.EnumerateArray().ToList();
            foreach (var value in values.Where(value => value.List("origins").Any(origin => Is(origin, name))))
            {
                var isDisputed = value.Plain("status") == "disputed";
                yield return new SourceValue(
                    row,
                    ValueWords.Spaced(role.Name),
                    value.Text("words"),
                    value.Spaced("status"),
                    [.. value.List("origins").Where(origin => !Is(origin, name)).Select(origin => origin.Text("name"))],
                    [.. values.Where(other => isDisputed && other.Text("words") != value.Text("words") && other.Plain("status") == "disputed").SelectMany(other => other.List("origins").Where(origin => !Is(origin, name)).Select(origin => $"{origin.Text("name")}: {other.Text("words")}"))]);
            }
        }
    }

    private static bool Is(JsonElement source, string name) =>
        source.ValueKind is JsonValueKind.Object && (string.Equals(source.Plain("id"), name, StringComparison.Ordinal) || string.Equals(source.Plain("name"), name, StringComparison.OrdinalIgnoreCase));
}
