using System.Globalization;
using System.Text.Json;
using Dateline.Ledger;

namespace Dateline.Views;

/// <summary>A column of a table or of CSV.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Cell">A row's cell, made of the row's JSON; empty for what is not known.</param>
/// <param name="IsForTables">False for what only CSV has: tables are narrow.</param>
public sealed record RecordColumn(string Name, Func<JsonElement, string> Cell, bool IsForTables = true);

/// <summary>Rows of the record as people read them, made of the rows' JSON.</summary>
public static class RecordRows
{
    private const int Shown = 12; // hexadecimal digits of a hash in a table
    private const int Digits = 64; // of a whole one
    private const string Prefix = "sha256:";

    /// <summary>Columns of <c>dateline status</c>.</summary>
    public static IReadOnlyList<RecordColumn> Status { get; } =
    [
        new("reports", row => Number(row, "reports")),
        new("published", row => ValueKinship.Text(row, "published_first") is { } first ? $"{first} to {ValueKinship.Text(row, "published_last")}" : ""),
        new("documents", row => Number(row, "documents")),
        new("sightings", row => Number(row, "sightings")),
        new("events", row => Number(row, "events")),
        new("rejected", row => Number(row, "rejected")),
        new("mentions", row => Number(row, "mentions")),
        new("judgements", row => Number(row, "judgements")),
        new("bytes", row => Number(row, "ledger_bytes")),
        new("read by", row => string.Join("; ", row.GetProperty("read_by").EnumerateArray().Select(ReadBy))),
    ];

    /// <summary>Columns of <c>dateline reports</c>.</summary>
    public static IReadOnlyList<RecordColumn> Reports { get; } =
    [
        new("published", row => Inner(row, "published", "date")),
        new("outlet", row => Inner(row, "outlet", "name")),
        new("title", row => Text(row, "title")),
        new("agencies", row => Names(row.GetProperty("agencies"))),
        new("origins", row => Names(row.GetProperty("origins"))),
        new("copies", row => string.Join(", ", row.GetProperty("copies").EnumerateArray().GroupBy(copy => Text(copy, "relation"), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"))),
        new("source", row => Text(row, "source")),
        new("id", row => Text(row, "id")),
    ];

    /// <summary>Columns of <c>dateline events</c>.</summary>
    public static IReadOnlyList<RecordColumn> Events { get; } =
    [
        new("id", row => Text(row, "id")),
        new("when", row => ValueText.Time(row.GetProperty("time"))),
        new("kind", row => ValueWords.Spaced(Text(row, "kind"))),
        new("status", row => Text(row, "status")),
        new("where", row => ValueText.Place(row.GetProperty("place"))),
        new("who", row => Names(row.GetProperty("actors"))),
        new("reports", row => Count(row, "reports")),
        new("outlets", row => Number(row, "outlets")),
        new("texts", row => Number(row, "texts")),
        new("origins", row => Number(row, "origins")),
        new("judged", row => Text(row, "judged")),
    ];

    /// <summary>Columns of <c>dateline claims</c>.</summary>
    public static IReadOnlyList<RecordColumn> Claims { get; } =
    [
        new("event", row => Text(row, "event")),
        new("role", row => ValueWords.Spaced(Text(row, "role"))),
        new("value", row => Text(row, "words")),
        new("according to", AccordingTo),
        new("factuality", row => Text(row, "factuality")),
        new("judged", Judged),
        new("the exact words", row => string.Join(" […] ", row.GetProperty("evidence").EnumerateArray().Select(words => Text(words, "text")))),
        new("source", row => Inner(row, "report", "source")),
        new("report", row => Inner(row, "report", "id")),
        new("key", row => Text(row, "key"), IsForTables: false),
    ];

    /// <summary>Columns of the claims of <c>dateline event</c>: all are of one event, and a person who decides names them by their key.</summary>
    public static IReadOnlyList<RecordColumn> EventClaims { get; } = [new("key", row => Text(row, "key")), .. Claims.Where(column => column.Name is not ("event" or "key"))];

    /// <summary>Columns of <c>dateline findings</c>.</summary>
    public static IReadOnlyList<RecordColumn> Findings { get; } =
    [
        new("check", row => Text(row, "check")),
        new("severity", row => Text(row, "severity")),
        new("message", row => Text(row, "message")),
        new("events", row => string.Join(", ", row.GetProperty("events").EnumerateArray().Select(id => id.GetString()))),
        new("source", row => Inner(row, "report", "source")),
        new("report", row => Inner(row, "report", "id")),
    ];

    /// <summary>Columns of <c>dateline check</c>.</summary>
    public static IReadOnlyList<RecordColumn> Checked { get; } =
    [
        new("source", row => Inner(row, "report", "source")),
        new("check", row => Text(row, "check")),
        new("severity", row => Text(row, "severity")),
        new("message", row => Text(row, "message")),
        new("events", row => string.Join(", ", row.GetProperty("events").EnumerateArray().Select(kind => ValueWords.Spaced(kind.GetString()!)))),
        new("words", row => ValueWords.OneLine(Text(row, "words"))),
    ];

    /// <summary>Columns of <c>dateline check --table</c>.</summary>
    public static IReadOnlyList<RecordColumn> CheckedRows { get; } =
    [
        new("line", row => row.GetProperty("line").GetRawText()),
        new("id", row => Text(row, "id")),
        new("check", row => Text(row, "check")),
        new("severity", row => Text(row, "severity")),
        new("message", row => Text(row, "message")),
        new("columns", row => string.Join(", ", row.GetProperty("columns").EnumerateArray().Select(column => column.GetString()))),
        new("words", row => ValueWords.OneLine(Text(row, "words"))),
    ];

    /// <summary>Columns of <c>dateline judge list</c>.</summary>
    public static IReadOnlyList<RecordColumn> Judgements { get; } =
    [
        new("id", row => Text(row, "id")),
        new("at", row => Text(row, "at").Split('.')[0].Replace('T', ' ')),
        new("by", row => Text(row, "by")),
        new("kind", row => ValueWords.Spaced(Text(row, "kind"))),
        new("about", row => Text(row, "about")),
        new("why", row => Text(row, "why")),
        new("state", row => Text(row, "state")),
        new("look", row => string.Join("; ", row.GetProperty("look").EnumerateArray().Select(words => words.GetString()))),
        new("events", row => string.Join(", ", row.GetProperty("events").EnumerateArray().Select(id => id.GetString()))),
    ];

    /// <summary>Columns of <c>dateline runs</c>.</summary>
    public static IReadOnlyList<RecordColumn> Runs { get; } =
    [
        new("run", row => Number(row, "run")),
        new("begun", row => Text(row, "begun").Replace('T', ' ').TrimEnd('Z')),
        new("program", row => Text(row, "program")),
        new("knowledge", row => Text(row, "knowledge")),
        new("readings", row => Number(row, "readings")),
        new("in record", row => Number(row, "in_record")),
        new("inputs", row => string.Join(" ", row.GetProperty("inputs").EnumerateArray().Select(input => input.GetString()))),
    ];

    /// <summary>Columns of <c>dateline diff</c>.</summary>
    public static IReadOnlyList<RecordColumn> Changes { get; } =
    [
        new("change", row => Text(row, "change")),
        new("event", row => ValueWords.Spaced(Text(row, "event"))),
        new("role", row => ValueWords.Spaced(Text(row, "role"))),
        new("before", row => Side(row, "before")),
        new("after", row => Side(row, "after")),
        new("the exact words", ExactWords),
        new("judgement", row => row.GetProperty("judgement") is { ValueKind: JsonValueKind.Object } judgement ? $"{ValueWords.Spaced(Text(judgement, "kind"))}: {Text(judgement, "about")}" : ""),
        new("source", row => Inner(row, "report", "source")),
        new("report", row => Inner(row, "report", "id")),
    ];

    /// <summary>Columns of <c>dateline imports</c>.</summary>
    public static IReadOnlyList<RecordColumn> Imports { get; } =
    [
        new("name", row => Text(row, "name")),
        new("source", row => Text(row, "source")),
        new("licence", row => Text(row, "licence")),
        new("url", row => Text(row, "url")),
        new("rows", row => Number(row, "rows")),
        new("first", row => Text(row, "first")),
        new("last", row => Text(row, "last")),
        new("file", row => Text(row, "file")),
        new("imported", row => Text(row, "imported").Split('.')[0].Replace('T', ' ')),
    ];

    /// <summary>Columns of <c>dateline compare</c>.</summary>
    public static IReadOnlyList<RecordColumn> Meetings { get; } =
    [
        new("standing", row => ValueWords.Spaced(Text(row, "standing"))),
        new("kind", row => ValueWords.Spaced(Inner(row, "outside", "kind") is { Length: > 0 } kind ? kind : Inner(row, "event", "kind"))),
        new("outside", row => row.GetProperty("outside") is { ValueKind: JsonValueKind.Object } outside ? Outside(outside) : ""),
        new("event", row => Inner(row, "event", "id")),
        new("when", row => row.GetProperty("event") is { ValueKind: JsonValueKind.Object } happening ? ValueText.Time(happening.GetProperty("time")) : ""),
        new("where", row => row.GetProperty("event") is { ValueKind: JsonValueKind.Object } happening ? ValueText.Place(happening.GetProperty("place")) : ""),
        new("km", row => row.GetProperty("distance_km") is { ValueKind: JsonValueKind.Number } km ? km.GetRawText() : ""),
        new("differs", row => string.Join("; ", row.GetProperty("differs").EnumerateArray().Select(d => $"{ValueWords.Spaced(Text(d, "field"))}: {Text(d, "outside")}, ours {Text(d, "ours")}"))),
    ];

    /// <summary>Columns of <c>dateline search</c>.</summary>
    public static IReadOnlyList<RecordColumn> Found { get; } =
    [
        new("published", row => Inner(row, "published", "date")),
        new("outlet", row => Inner(row, "outlet", "name")),
        new("words", row => Text(row, "words")),
        new("events", row => string.Join(", ", row.GetProperty("events").EnumerateArray().Select(id => id.GetString()))),
        new("source", row => Text(row, "source")),
        new("id", row => Text(row, "id")),
    ];

    /// <summary>A hash by its first digits, which are enough for people; other words as they are.</summary>
    public static string Short(string words) =>
        words.StartsWith(Prefix, StringComparison.Ordinal) && words.Length >= Prefix.Length + Digits
            ? string.Concat(words.AsSpan(Prefix.Length, Shown), words.AsSpan(Prefix.Length + Digits))
            : words;

    private static string Text(JsonElement row, string name) => ValueKinship.Text(row, name) ?? "";

    private static string Inner(JsonElement row, string name, string field) => row.GetProperty(name) is { ValueKind: JsonValueKind.Object } inner ? Text(inner, field) : "";

    private static string Names(JsonElement list) => string.Join(", ", list.EnumerateArray().Select(item => ValueKinship.Text(item, "name")).OfType<string>().Distinct(StringComparer.Ordinal));

    private static string Count(JsonElement row, string name) => row.GetProperty(name).GetArrayLength().ToString("#,0", CultureInfo.InvariantCulture);

    private static string Outside(JsonElement row)
    {
        var (first, last) = (Text(row, "first"), Text(row, "last"));
        var id = ValueKinship.Text(row, "id") ?? "line " + row.GetProperty("line").GetRawText();
        return string.Join(", ", new[] { id, first == last ? first : $"{first} to {last}", ValueKinship.Text(row, "place") ?? Text(row, "country") }.Where(part => part.Length > 0));
    }

    private static string Side(JsonElement row, string name) => row.GetProperty(name) is not { ValueKind: JsonValueKind.Object } side ? ""
        : Text(side, "words") + (ValueKinship.Text(side, "factuality") is { } factuality and not "asserted" ? $" ({factuality})" : "") + (ValueKinship.Text(side, "according_to") is { } teller ? $", {teller}" : "");

    private static string ExactWords(JsonElement row)
    {
        var (before, after) = (Evidence(row.GetProperty("before")), Evidence(row.GetProperty("after")));
        return before.Length == 0 || after.Length == 0 || before == after ? before.Length == 0 ? after : before : $"{before} → {after}";
    }

    private static string Evidence(JsonElement side) => side.ValueKind is JsonValueKind.Object ? string.Join(" […] ", side.GetProperty("evidence").EnumerateArray().Select(words => Text(words, "text"))) : "";

    /// <summary>What a person said of a claim, with what the program had read where it is another value.</summary>
    private static string Judged(JsonElement row) => row.GetProperty("judged") is not { ValueKind: JsonValueKind.Object } judged ? ""
        : Text(judged, "kind") + (ValueKinship.Text(judged, "by") is { } by ? " by " + by : "") + (ValueKinship.Text(row, "machine_words") is { } read ? $" (read as {read})" : "");

    private static string AccordingTo(JsonElement row)
    {
        var chain = row.GetProperty("according_to").EnumerateArray().Select(teller => Text(teller, "name")).Reverse().ToList();
        return chain.Count == 0 ? "the outlet itself" : string.Join(" via ", chain);
    }

    private static string Number(JsonElement row, string name) => row.GetProperty(name).GetInt64().ToString("#,0", CultureInfo.InvariantCulture);

    private static string ReadBy(JsonElement run) => $"{Text(run, "program")} with knowledge {Short(Text(run, "knowledge"))}: {Number(run, "reports")}";
}
