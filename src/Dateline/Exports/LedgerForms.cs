using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Dateline.Checks.Across;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Events.Across;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Sources;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>What the ledger keeps of a reading, and the rows of its record.</summary>
public sealed class LedgerForms(Codebook codebook, ProfileMaker profiles, AcrossRunner checks) : ILedgerForms
{
    private const int Day = 10; // characters of an ISO date

    private readonly EventRecordMaker events = new(codebook, checks);

    /// <summary>Makes a reading ready to be kept: everything that needs no other report.</summary>
    public PreparedDocument Prepare(Reading reading) => new(
        reading.Document,
        reading.Run,
        Packed.Of(reading.Document.Bytes.Span),
        [Report(reading, 0), .. reading.Entries.Select((entry, i) => Report(entry, i + 1))]);

    /// <inheritdoc/>
    public ReportIndex Index(StoredReading reading, string text, int entry)
    {
        var report = reading.Report;
        var id = report.GetProperty("id").GetString() + (entry == 0 ? "" : "#" + entry.ToString(CultureInfo.InvariantCulture));
        return new ReportIndex(
            id,
            report.GetProperty("source").GetString()!,
            report.GetProperty("published") is { ValueKind: JsonValueKind.Object } published ? ValueKinship.Text(published, "date") : null,
            FindingBits.Of(reading),
            ReportHeadJson.Write(reading, id),
            report.GetProperty("title").GetString() ?? "",
            Words(reading, text),
            [.. new ReadingKeys(id, reading).Tellings.Select(t => new EventIndex(t.Event.Number, t.Telling.Key, Words(t.Event)))]);
    }

    /// <inheritdoc/>
    public EventForm Make(IReadOnlyList<EventMember> members, JudgementBook judgements)
    {
        var record = events.Make(members, judgements);
        return new EventForm(record.Id, record.Kind, record.Status, DayOf(record, "earliest"), DayOf(record, "latest"), Packed.Of(EventRecordJson.Write(record)), [.. TermsOf(record, members).Distinct()], record.Judged is JudgementKind.Reject);
    }

    private static string? DayOf(EventRecord record, string end) => record.Time is { } time ? ValueKinship.Text(time.Value, end)?[..Day] : null;

    private PreparedReport Report(Reading reading, int entry)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        ReadingJson.Write(buffer, reading, new ReadingJsonOptions(Brief: true) { ForLedger = true });
        var index = Index(new StoredReading(JsonDocument.Parse(buffer.WrittenMemory).RootElement), reading.Article.Text, entry);
        var attributions = reading.Annotations.Attributions;
        var compared = ComparedText.Of(profiles.Make(index.Id, reading.Article, reading.Sentences, reading.Annotations, reading.Events.Events), TextSketch.Of(reading.Article, attributions));
        return new PreparedReport(entry, Packed.Of(buffer.WrittenSpan), compared, index);
    }

    /// <summary>The words of the blocks that belong to the report; what other stories and pleas say would find it for nothing.</summary>
    private static string Words(StoredReading reading, string text)
    {
        var positions = new CodePointMap(text);
        return string.Join('\n', reading.StoryBlocks().Select(block => text[positions.ToUtf16(block.Start)..positions.ToUtf16(block.End)]));
    }

    private static string Words(StoredEvent happening) => string.Join(' ', happening.Json.GetProperty("summary").EnumerateObject()
        .SelectMany(role => role.Value.EnumerateArray())
        .Select(value => ValueKinship.Text(value, "name") ?? ValueKinship.Text(value, "class"))
        .OfType<string>()
        .Prepend(happening.Kind)
        .Select(ValueWords.Spaced)
        .Distinct(StringComparer.Ordinal));

    private IEnumerable<EventTerm> TermsOf(EventRecord record, IReadOnlyList<EventMember> members)
    {
        foreach (var told in record.Roles.SelectMany(role => role.Values))
        {
            var value = told.Value;
            var isPlace = value.TryGetProperty("latitude", out _);
            if (ValueKinship.Text(value, "name") is not { } name || !value.TryGetProperty("country", out var country))
            {
                continue;
            }

            foreach (var own in told.Names.Append(name))
            {
                yield return new EventTerm(isPlace ? EventFacet.Place : EventFacet.Actor, ValueKinship.Text(value, "id") ?? "", own);
            }

            if (country.GetString() is { } code)
            {
                yield return new EventTerm(isPlace ? EventFacet.PlaceCountry : EventFacet.ActorCountry, code, "");
            }
        }

        foreach (var check in record.Across.Select(finding => finding.Check))
        {
            yield return new EventTerm(EventFacet.Across, check, "");
        }

        var found = record.Findings.SelectMany(told => new[] { ValueKinship.Text(told.Finding, "check"), ValueKinship.Text(told.Finding, "severity") }).OfType<string>();
        foreach (var value in found.Concat(record.Across.SelectMany(finding => new[] { finding.Check, JsonNames.Of(finding.Severity) })))
        {
            yield return new EventTerm(EventFacet.Finding, value, "");
        }

        foreach (var source in members.SelectMany(events.SourcesOf))
        {
            yield return new EventTerm(EventFacet.Source, source.Id ?? "", source.Name);
        }
    }
}
