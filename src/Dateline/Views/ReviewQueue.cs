using System.Text.Json;
using Dateline.Ledger;
using NodaTime.Text;

namespace Dateline.Views;

/// <summary>An event that wants a person's look.</summary>
/// <param name="Id"><c>ev-…</c>.</param>
/// <param name="Reasons">Why, in sentences.</param>
public sealed record ReviewItem(string Id, IReadOnlyList<string> Reasons);

/// <summary>Another event that may be the same.</summary>
/// <param name="Id"><c>ev-…</c>.</param>
/// <param name="Words">When, where, who.</param>
public sealed record ReviewProposal(string Id, string Words);

/// <summary>
/// Which events want a look: first those of judgements that want another look; then those nobody has judged of which something is disputed, a check
/// warns, or another event of the kind is near, by day.
/// </summary>
/// <param name="reader">The record.</param>
public sealed class ReviewQueue(ILedgerReader reader)
{
    /// <summary>The queue, as it is asked for.</summary>
    public IEnumerable<ReviewItem> Items(LedgerFilter filter)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var standing in new JudgementStandings(reader).All().Where(s => s.State is JudgementState.Look))
        {
            foreach (var id in standing.Events.Where(seen.Add))
            {
                yield return new ReviewItem(id, [.. standing.Look.Select(words => $"judgement {standing.Judgement.Id}: {words}")]);
            }
        }

        foreach (var happening in reader.Events(filter).ToList())
        {
            using var row = Open(happening);
            if (!seen.Contains(happening.Id) && ValueKinship.Text(row.RootElement, "judged") is null && Reasons(row.RootElement).ToList() is { Count: > 0 } reasons)
            {
                yield return new ReviewItem(happening.Id, reasons);
            }
        }
    }

    /// <summary>Events of the same kind at the same time, or a day before or after, that may be the same one.</summary>
    public IReadOnlyList<ReviewProposal> Near(JsonElement row)
    {
        if (row.GetProperty("time") is not { ValueKind: JsonValueKind.Object } time || ValueKinship.Text(time, "earliest") is not { } first || ValueKinship.Text(time, "latest") is not { } last)
        {
            return [];
        }

        var id = ValueKinship.Text(row, "id");
        var near = LedgerFilter.All with { Kind = ValueKinship.Text(row, "kind"), From = Day(first, -1), To = Day(last, 1) };
        return [.. reader.Events(near).ToList().Where(other => other.Id != id).Select(Proposal)];
    }

    /// <summary>The row of an event.</summary>
    public static JsonDocument Open(EventRow happening) => JsonDocument.Parse(happening.Form.Unpack() ?? throw LedgerException.Damaged(null));

    private static ReviewProposal Proposal(EventRow happening)
    {
        using var row = Open(happening);
        return new ReviewProposal(happening.Id, string.Join(", ", RecordRows.Events.Skip(1).Take(5).Select(column => column.Cell(row.RootElement)).Where(cell => cell.Length > 0)));
    }

    private IEnumerable<string> Reasons(JsonElement row)
    {
        foreach (var role in row.GetProperty("roles").EnumerateObject())
        {
            var disputed = role.Value.EnumerateArray().Where(value => ValueKinship.Text(value, "status") == JsonNames.Of(ValueStatus.Disputed)).Select(value => ValueKinship.Text(value, "words")).ToList();
            if (disputed.Count > 0)
            {
                yield return $"{ValueWords.Spaced(role.Name)} is disputed: {string.Join(" or ", disputed)}";
            }
        }

        foreach (var finding in row.GetProperty("findings").EnumerateArray().Where(finding => ValueKinship.Text(finding, "severity") is not "info"))
        {
            yield return $"{ValueKinship.Text(finding, "check")}: {ValueKinship.Text(finding, "message")}";
        }

        if (Near(row) is { Count: > 0 } near)
        {
            yield return $"{near.Count} other {(near.Count == 1 ? "event" : "events")} of the kind at the time";
        }
    }

    private static string Day(string moment, int days) =>
        LocalDatePattern.Iso.Parse(moment[..10]) is { Success: true, Value: var day } ? LocalDatePattern.Iso.Format(day.PlusDays(days)) : moment;
}
