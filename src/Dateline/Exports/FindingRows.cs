using System.Text.Json;
using Dateline.Checks.Tallies;
using Dateline.Knowledge;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>The rows of <c>dateline findings</c>: what the checks say of each report, of its tallies, and of what several reports tell of one event.</summary>
public sealed class FindingRows
{
    private readonly ILedgerReader reader;
    private readonly JudgementBook book;
    private readonly LedgerTallies tallies;

    /// <summary>Over a ledger.</summary>
    public FindingRows(ILedgerReader reader, KnowledgeFiles files)
    {
        this.reader = reader;
        book = new JudgementBook(reader.Judgements());
        tallies = new LedgerTallies(reader, files);
    }

    /// <summary>The reports' rows by day of publication, then id; then those of what several reports tell, by the event's day. A finding in the filter leaves only those of that check or severity.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> All(LedgerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var rows = AllOf(filter with { Finding = null }, filter.Finding is { } wanted ? FindingBits.Bit(wanted) : FindingBits.Any);
        return filter.Finding is { } finding ? rows.Where(row => Is(row, finding)) : rows;
    }

    private IEnumerable<ReadOnlyMemory<byte>> AllOf(LedgerFilter filter, int bits)
    {
        foreach (var row in reader.Readings(filter, bits).SelectMany(reading => Of(reading, filter.Rejected)))
        {
            yield return row;
        }

        foreach (var row in reader.Events(filter with { Across = true }).SelectMany(Across))
        {
            yield return row;
        }
    }

    /// <summary>The rows about one event: those of its reports, of their tallies, of several of them.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> OfEvent(EventRow happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return reader.ReadingsOf(happening).SelectMany(reading => Of(reading, withRejected: false)).Concat(Across(happening));
    }

    /// <summary>The rows of <c>dateline events</c>, each with what its reports' tallies come to.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Events(LedgerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var events = reader.Events(filter);
        return (filter.IsAll ? events : events.ToList()).Select(EventRow); // counting asks for events by kind and actor itself, which cannot be asked twice at once
    }

    private ReadOnlyMemory<byte> EventRow(EventRow happening) =>
        TalliesOf(happening.Id, reader.ReadingsOf(happening, FindingBits.Bit(TallyCount.Id))) is { Count: > 0 } counted ? RecordJson.Event(happening, counted) : RecordJson.Event(happening);

    /// <summary>What <c>dateline event</c> prints of an event, with what its reports' tallies come to.</summary>
    public ReadOnlyMemory<byte> Event(EventRow happening, IReadOnlyList<ReportReading> readings)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return RecordJson.Event(happening, readings, book, TalliesOf(happening.Id, readings));
    }

    private static bool Is(ReadOnlyMemory<byte> row, string finding)
    {
        using var json = JsonDocument.Parse(row);
        return json.RootElement.GetProperty("check").ValueEquals(finding) || json.RootElement.GetProperty("severity").ValueEquals(finding);
    }

    private IReadOnlyList<ReadOnlyMemory<byte>> TalliesOf(string happening, IEnumerable<ReportReading> readings) =>
        [.. readings.SelectMany(reading => tallies.Of(reading, StoredReading.Open(reading.Reading), _ => false).Where(t => t.Event == happening).Select(t => RecordJson.Object(writer =>
        {
            writer.WriteString("report", reading.Report.Id);
            FindingJson.Fields(writer, t.Finding);
        })))];

    private IEnumerable<ReadOnlyMemory<byte>> Of(ReportReading reading, bool withRejected)
    {
        var kept = StoredReading.Open(reading.Reading);
        var judged = book.Of(reading.Report.Id, kept);
        var eventOf = kept.Claims.Where(claim => claim.Event is not null && (withRejected || !judged.IsRejected(claim.Event))).ToDictionary(claim => claim.Id, claim => reading.Events.GetValueOrDefault(claim.Event!), StringComparer.Ordinal);
        foreach (var finding in withRejected ? kept.Findings : JudgedFindings.Of(kept, judged))
        {
            var events = StoredReading.ClaimsOf(finding).Select(id => eventOf.GetValueOrDefault(id)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (reading.IsWhole || events.Count > 0)
            {
                yield return Row(reading.Report, events, writer => RecordJson.Copy(writer, finding, _ => true));
            }
        }

        foreach (var (happening, finding) in tallies.Of(reading, kept, number => !withRejected && judged.IsRejected(number)))
        {
            if (reading.IsWhole || happening is not null)
            {
                yield return Row(reading.Report, happening is null ? [] : [happening], writer => FindingJson.Fields(writer, finding));
            }
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Across(EventRow happening)
    {
        using var json = JsonDocument.Parse(RecordJson.Event(happening));
        foreach (var finding in json.RootElement.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("report").ValueKind == JsonValueKind.Null).ToList())
        {
            yield return Row(null, [happening.Id], writer => RecordJson.Copy(writer, finding, name => name is not "report"));
        }
    }

    private static ReadOnlyMemory<byte> Row(ReportRow? report, List<string> events, Action<Utf8JsonWriter> fields) => RecordJson.Object(writer =>
    {
        if (report is null)
        {
            writer.WriteNull("report");
        }
        else
        {
            RecordJson.ReportOf(writer, report);
        }

        writer.WriteStartArray("events");
        events.ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
        fields(writer);
    });
}
