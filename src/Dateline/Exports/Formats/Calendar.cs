using System.Globalization;

namespace Dateline.Exports.Formats;

/// <summary>iCalendar (RFC 5545): an entry per event that has a day; one without cannot stand in a calendar and is left out.</summary>
internal sealed class Calendar : IExportFormat
{
    private const int LongestLine = 75; // bytes, by the standard

    public string Name => "ics";

    public string Summary => "iCalendar, an entry per event that has a day; an instant only where one is told undisputed";

    public string MediaType => "text/calendar; charset=utf-8";

    public string Extension => "ics";

    public void Write(ExportRecord record, Stream output)
    {
        using var text = ExportText.Over(output);
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, $"PRODID:-//Dateline//Dateline {RunInfo.ProgramVersion}//EN");
        Line(text, "X-WR-CALNAME:" + Escape("Dateline: " + record.FilterLine));
        Line(text, "X-DATELINE-RUN:" + Escape(record.RunLine));
        Line(text, "X-DATELINE-LICENCE:" + Escape(record.LicenceLine));
        foreach (var happening in record.Events())
        {
            if (happening.When is { First: { } first, Last: { } last })
            {
                Entry(text, happening, first, last);
            }
        }

        Line(text, "END:VCALENDAR");
    }

    private static void Entry(StreamWriter text, ExportEvent happening, string first, string last)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + happening.Id + "@dateline");
        Line(text, $"DTSTAMP:{Plain(happening.LastTold ?? ExportRecord.NoDay)}T000000Z");
        if (happening.When is { Utc: { } utc, Precision: "minute" } && DateTimeOffset.TryParse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            Line(text, "DTSTART:" + instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        }
        else
        {
            Line(text, "DTSTART;VALUE=DATE:" + Plain(first));
            Line(text, "DTEND;VALUE=DATE:" + Plain(DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        Line(text, "SUMMARY:" + Escape(Views.Inert.Line(happening.Title)));
        Line(text, "DESCRIPTION:" + Escape(string.Join('\n', EventLines.Of(happening))));
        Line(text, "CATEGORIES:" + happening.Kind);
        if (happening.Where.Words.Length > 0)
        {
            Line(text, "LOCATION:" + Escape(Views.Inert.Line(happening.Where.Words)));
        }

        if (happening.Where.Only is { } spot)
        {
            Line(text, string.Create(CultureInfo.InvariantCulture, $"GEO:{spot.Latitude};{spot.Longitude}"));
        }

        if (happening.Status is "planned" or "hypothetical" or "denied")
        {
            Line(text, happening.Status == "denied" ? "STATUS:CANCELLED" : "STATUS:TENTATIVE");
        }

        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "X-DATELINE-STATUS:" + happening.Status);
        Line(text, "X-DATELINE-PRECISION:" + (happening.When.Precision ?? happening.When.Status));
        Line(text, "END:VEVENT");
    }

    private static string Plain(string day) => day.Replace("-", "", StringComparison.Ordinal);

    private static string Escape(string words) =>
        words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line, folded where it has more bytes than the standard allows, never inside a character.</summary>
    private static void Line(StreamWriter text, string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LongestLine)
            {
                text.Write("\r\n ");
                used = 1;
            }

            text.Write(rune.ToString());
            used += rune.Utf8SequenceLength;
        }

        text.Write("\r\n");
    }
}
