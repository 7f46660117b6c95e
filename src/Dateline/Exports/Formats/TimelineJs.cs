using System.Globalization;
using System.Net;

namespace Dateline.Exports.Formats;

/// <summary>What TimelineJS shows: a slide per event that has a day, as fine as it is known; an undated event cannot stand on a timeline and is left out.</summary>
internal sealed class TimelineJs : IExportFormat
{
    public string Name => "timelinejs";

    public string Summary => "JSON for TimelineJS, a slide per event that has a day";

    public string MediaType => "application/json; charset=utf-8";

    public string Extension => "json";

    /// <summary>The same as the spreadsheet that TimelineJS reads.</summary>
    public static IReadOnlyList<ExportColumn<ExportEvent>> Columns { get; } =
    [
        new("Year", CellType.Whole, "year of the first day", e => Part(e.When.First, 0)),
        new("Month", CellType.Whole, "its month; empty where only the year is told", e => IsAtLeast(e, 1) ? Part(e.When.First, 1) : null),
        new("Day", CellType.Whole, "its day; empty where no more than the month is told", e => IsAtLeast(e, 2) ? Part(e.When.First, 2) : null),
        new(nameof(Claims.RoleValue.Time), CellType.Text, "the clock's reading, where one is told undisputed", e => e.When.Local?[11..]),
        new("End Year", CellType.Whole, "year of the last day, where it is another day", e => HasEnd(e) ? Part(e.When.Last, 0) : null),
        new("End Month", CellType.Whole, "its month", e => HasEnd(e) && IsAtLeast(e, 1) ? Part(e.When.Last, 1) : null),
        new("End Day", CellType.Whole, "its day", e => HasEnd(e) && IsAtLeast(e, 2) ? Part(e.When.Last, 2) : null),
        new("Display Date", CellType.Text, "the time in words, with what is disputed or inferred", e => e.When.Words),
        new("Headline", CellType.Text, "kind and place", Headline),
        new("Text", CellType.Text, "every value with who says so, as HTML", Html),
        new("Group", CellType.Text, "kind", e => Views.ValueWords.Spaced(e.Kind)),
    ];

    /// <summary>The events that have a day.</summary>
    public static IEnumerable<ExportEvent> Dated(ExportRecord record) => record.Events().Where(happening => happening.When.First is not null);

    public void Write(ExportRecord record, Stream output)
    {
        using var json = new JsonStream(output);
        json.Writer.WriteStartObject();
        json.Writer.WriteStartObject("title");
        Words(json, "Dateline: " + WebUtility.HtmlEncode(record.FilterLine), WebUtility.HtmlEncode($"{record.RunLine}. {record.LicenceLine}"));
        json.Writer.WriteEndObject();
        json.Writer.WriteStartArray("events");
        foreach (var happening in Dated(record))
        {
            json.Writer.WriteStartObject();
            json.Text("unique_id", happening.Id);
            json.Text("group", Views.ValueWords.Spaced(happening.Kind));
            Date(json, "start_date", happening, happening.When.First!, happening.When.Local);
            if (HasEnd(happening))
            {
                Date(json, "end_date", happening, happening.When.Last!, null);
            }

            json.Text("display_date", WebUtility.HtmlEncode(happening.When.Words));
            Words(json, Headline(happening), Html(happening));
            json.Writer.WriteEndObject();
            json.Next();
        }

        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }

    private static void Words(JsonStream json, string headline, string text)
    {
        json.Writer.WriteStartObject("text");
        json.Text("headline", headline);
        json.Text("text", text);
        json.Writer.WriteEndObject();
    }

    private static void Date(JsonStream json, string name, ExportEvent happening, string day, string? local)
    {
        json.Writer.WriteStartObject(name);
        json.Number("year", (long)Part(day, 0)!);
        if (IsAtLeast(happening, 1))
        {
            json.Number("month", (long)Part(day, 1)!);
        }

        if (IsAtLeast(happening, 2))
        {
            json.Number("day", (long)Part(day, 2)!);
        }

        if (local is { Length: >= 16 })
        {
            json.Number("hour", int.Parse(local.AsSpan(11, 2), CultureInfo.InvariantCulture));
            json.Number("minute", int.Parse(local.AsSpan(14, 2), CultureInfo.InvariantCulture));
        }

        json.Writer.WriteEndObject();
    }

    /// <summary>True when the time is known to the month (1) or the day (2); a stretch from day to day is.</summary>
    private static bool IsAtLeast(ExportEvent happening, int level) => happening.When.Precision switch
    {
        "year" => false,
        "month" or "quarter" => level == 1,
        _ => true,
    };

    private static bool HasEnd(ExportEvent happening) => happening.When is { First: { } first, Last: { } last } && last != first && happening.When.Precision is not ("month" or "year");

    private static long? Part(string? day, int part) => day is null ? null : long.Parse(day.Split('-')[part], CultureInfo.InvariantCulture);

    private static string Headline(ExportEvent happening)
    {
        var kind = Views.ValueWords.Spaced(happening.Kind);
        return WebUtility.HtmlEncode(Views.Inert.Line(char.ToUpperInvariant(kind[0]) + kind[1..] + (happening.Where.Words.Length > 0 ? ", " + happening.Where.Words : "") + (happening.Status == "news" ? "" : $" ({happening.Status})")));
    }

    private static string Html(ExportEvent happening) => string.Concat(EventLines.Of(happening).Skip(1).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));
}
