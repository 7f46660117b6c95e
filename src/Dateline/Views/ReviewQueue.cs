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
    /// <summary>The events in the order they would come in, each with what is known of it so far; <see cref="Item"/> says whether it does come.</summary>
    public IReadOnlyList<ReviewItem> Candidates(LedgerFilter filter)
    {
        var first = new JudgementStandings(reader).All()
            .Where(standing => standing.State is JudgementState.Look)
            .SelectMany(standing => standing.Events.Select(id => (Id: id, Words: standing.Look.Select(words => $"judgement {standing.Judgement.Id}: {words}"))))
            .GroupBy(look => look.Id, StringComparer.Ordinal)
            .Select(group => new ReviewItem(group.Key, [.. group.SelectMany(look => look.Words)]))
            .ToList();
        return [.. first.Concat(reader.Heads(filter).Select(head => new ReviewItem(head.Id, []))).DistinctBy(item => item.Id, StringComparer.Ordinal)];
    }

    /// <summary>The event as it is now, with all its reasons; null when it wants no look any more.</summary>
    public (EventRow Event, JsonElement Row, IReadOnlyList<string> Reasons)? Item(ReviewItem candidate)
    {
        if (reader.Event(candidate.Id) is not { } happening)
        {
            return null;
        }

        using var row = Open(happening);
        var isJudged = candidate.Reasons.Count == 0 && ValueKinship.Text(row.RootElement, "judged") is not null;
        IReadOnlyList<string> reasons = isJudged ? [] : [.. candidate.Reasons, .. Reasons(row.RootElement)];
        return reasons.Count == 0 ? null : (happening, row.RootElement.Clone(), reasons);
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
