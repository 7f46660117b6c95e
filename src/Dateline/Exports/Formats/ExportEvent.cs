using System.Text.Json;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.Exports.Formats;

/// <summary>One event of the record, for formats: nothing of it is chosen silently.</summary>
public sealed class ExportEvent
{
    /// <summary>Between several values in one cell.</summary>
    internal const string Between = " | ";

    private readonly Lazy<IReadOnlyList<ReportReading>> readings;
    private readonly Lazy<IReadOnlyList<ExportClaim>> claims;

    internal ExportEvent(JsonElement row, Func<IReadOnlyList<ReportReading>> read, JudgementBook judgements, bool withRejected)
    {
        Row = row;
        readings = new(read);
        claims = new(() => [.. readings.Value.SelectMany(reading => ExportClaim.Of(reading, judgements, withRejected))]);
        When = EventWhen.Of(this);
        Where = EventWhere.Of(this);
    }

    /// <summary>Its row of <c>dateline events</c>.</summary>
    public JsonElement Row { get; }

    /// <summary><c>ev-…</c>.</summary>
    public string Id => Text("id")!;

    /// <summary>Kind of the codebook.</summary>
    public string Kind => Text("kind")!;

    /// <summary>news, background, planned, hypothetical or denied.</summary>
    public string Status => Text("status")!;

    /// <summary>accepted, rejected, or null when nobody decided.</summary>
    public string? Judged => Text("judged");

    /// <summary>When it was.</summary>
    public EventWhen When { get; }

    /// <summary>Where it was.</summary>
    public EventWhere Where { get; }

    /// <summary>Kind, place and time in one line; what is disputed says so.</summary>
    public string Title
    {
        get
        {
            var kind = ValueWords.Spaced(Kind);
            return string.Join(", ", new[] { char.ToUpperInvariant(kind[0]) + kind[1..], Where.Words, When.Words }.Where(part => part.Length > 0));
        }
    }

    /// <summary>Every claim about it, by the report's day of publication; read when it is asked for.</summary>
    public IReadOnlyList<ExportClaim> Claims => claims.Value;

    /// <summary>The reports that tell of it, by day of publication: their rows of <c>dateline reports</c>; read when they are asked for.</summary>
    public IEnumerable<JsonElement> Reports => readings.Value.Select(reading => ExportRecord.Parse(reading.Report.Head));

    /// <summary>Number of reports that tell of it.</summary>
    public long ReportCount => Row.GetProperty("reports").GetArrayLength();

    /// <summary>The last day one of its reports was published, or null when none has a day; read when it is asked for.</summary>
    public string? LastTold => Reports.Select(report => ExportClaim.Day(report)).Where(day => day is not null).Max(StringComparer.Ordinal);

    /// <summary>The values of a role, those told by most texts first; empty when nothing is told.</summary>
    public IReadOnlyList<ExportValue> Values(string role) =>
        Row.GetProperty("roles").TryGetProperty(role, out var values) ? [.. values.EnumerateArray().Select(value => new ExportValue(value))] : [];

    /// <summary>Every role with its values, in the codebook's order.</summary>
    public IEnumerable<(string Role, IReadOnlyList<ExportValue> Values)> Roles => Row.GetProperty("roles").EnumerateObject().Select(role => (role.Name, Values(role.Name)));

    /// <summary>All values of some roles in words; null when nothing is told.</summary>
    public string? Words(params ReadOnlySpan<string> roles)
    {
        var words = new List<string>();
        foreach (var role in roles)
        {
            words.AddRange(Values(role).Select(value => value.Marked));
        }

        return Join(words);
    }

    /// <summary>How the values of a role stand to each other; null when nothing is told.</summary>
    public string? StatusOf(string role) => ExportValue.StatusOf(Values(role));

    /// <summary>The names of its primary sources.</summary>
    public string? PrimarySources => Join(Row.GetProperty("primary_sources").EnumerateArray().Select(source => source.GetProperty("name").GetString()!));

    /// <summary>A number of its row: <c>texts</c>, <c>outlets</c>, <c>origins</c>.</summary>
    public long Number(string name) => Row.GetProperty(name).GetInt64();

    internal static string? Join(IEnumerable<string> words) =>
        string.Join(Between, words.Distinct(StringComparer.Ordinal).Select(word => word.Replace('|', '/'))) is { Length: > 0 } all ? all : null;

    // A row that an earlier version made may lack a field that came later.
    private string? Text(string name) => ValueKinship.Text(Row, name);
}
