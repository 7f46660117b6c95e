using System.Globalization;
using System.Text.Json;
using Dateline.Ledger;

namespace Dateline.Views;

/// <summary>A column of a table or of CSV.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Cell">A row's cell, made of the row's JSON; empty for what is not known.</param>
public sealed record RecordColumn(string Name, Func<JsonElement, string> Cell);

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

    private static string Number(JsonElement row, string name) => row.GetProperty(name).GetInt64().ToString("#,0", CultureInfo.InvariantCulture);

    private static string ReadBy(JsonElement run) => $"{Text(run, "program")} with knowledge {Short(Text(run, "knowledge"))}: {Number(run, "reports")}";
}
