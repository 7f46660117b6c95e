using System.Globalization;
using System.Net;

namespace Dateline.Exports.Formats;

/// <summary>How a dossier is put on paper.</summary>
internal interface IDossierPen
{
    void Begin(string title);

    void Heading(string words);

    void Paragraph(string words);

    void Items(IReadOnlyList<string> items);

    void Table(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows);

    void End();
}

/// <summary>A dossier for reading: every event with what is agreed, disputed, told by one origin and unknown; every claim with its words and a numbered citation.</summary>
internal static class Dossier
{
    private static readonly string[] Titles = "role,value,according to,told as,the exact words,report".Split(',');

    public static void Write(ExportRecord record, IDossierPen pen)
    {
        pen.Begin("Dateline: " + record.FilterLine);
        pen.Paragraph(record.RunLine + ".");
        pen.Paragraph(record.LicenceLine);
        foreach (var happening in record.Events())
        {
            Event(record, pen, happening);
        }

        pen.End();
    }

    private static void Event(ExportRecord record, IDossierPen pen, ExportEvent happening)
    {
        pen.Heading(happening.Title);
        pen.Paragraph($"{happening.Id}, {happening.Status}{(happening.Judged is { } judged ? $", {judged} by a person" : "")}. Reports: {happening.ReportCount}; distinct texts: {happening.Number("texts")}; independent origins: {happening.Number("origins")}{(happening.PrimarySources is { } sources ? $" ({sources})" : "")}.");
        var told = happening.Roles.SelectMany(role => role.Values.Select(value => (role.Role, Value: value))).ToList();
        string Of(string status) => string.Join("; ", told.Where(t => t.Value.Status == status).Select(t => $"{Views.ValueWords.Spaced(t.Role)} {t.Value.Marked} ({string.Join(", ", t.Value.Origins)})")) is { Length: > 0 } words ? words : "nothing";
        var unknown = string.Join(", ", record.Codebook.Roles.Where(role => record.Codebook.Carries(happening.Kind, role.Role) && told.TrueForAll(t => t.Role != role.Role)).Select(role => Views.ValueWords.Spaced(role.Role)));
        pen.Items(
        [
            "Agreed by independent origins: " + Of("agreed"),
            "Disputed: " + Of("disputed"),
            "Told by one origin: " + Of("single_origin"),
            "Told finer or coarser: " + Of("differs_in_precision"),
            "Unknown: " + (unknown.Length > 0 ? unknown : "nothing"),
            .. happening.Row.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("check").GetString()} {finding.GetProperty("severity").GetString()}: {finding.GetProperty("message").GetString()}").Distinct(StringComparer.Ordinal),
        ]);
        var reports = happening.Claims.Select(claim => claim.ReportId).Concat(happening.Reports.Select(report => report.GetProperty("id").GetString()!)).Distinct(StringComparer.Ordinal).ToList();
        pen.Table(Titles, happening.Claims.Select(claim => (IReadOnlyList<string>)
        [
            Views.ValueWords.Spaced(claim.Role),
            claim.Words + (claim.Judged is { } word ? $" ({word} by a person)" : ""),
            claim.AccordingTo,
            claim.Factuality + (claim.IsInferred ? ", inferred" : ""),
            $"“{claim.Quote}”",
            $"[{(reports.IndexOf(claim.ReportId) + 1).ToString(CultureInfo.InvariantCulture)}]",
        ]));
        pen.Items([.. happening.Reports.OrderBy(report => reports.IndexOf(report.GetProperty("id").GetString()!)).Select((report, i) => Citation(i + 1, report))]);
    }

    private static string Citation(int number, System.Text.Json.JsonElement report)
    {
        var title = Views.ValueKinship.Text(report, "title") is { Length: > 0 } known ? $"“{known}”, " : "";
        var address = Views.ValueKinship.Text(report, "url") ?? Views.ValueKinship.Text(report, "source");
        return $"[{number.ToString(CultureInfo.InvariantCulture)}] {ExportClaim.OutletOf(report) ?? "outlet unknown"}, {title}{ExportClaim.Day(report) ?? "day unknown"}. {address}. {Views.ValueKinship.Text(report, "id")}";
    }
}

/// <summary>The dossier as Markdown.</summary>
internal sealed class DossierMarkdown : IExportFormat
{
    public string Name => "markdown";

    public string Summary => "dossier as Markdown: every event with what is agreed, disputed and unknown, its claims, their words and citations";

    public string MediaType => "text/markdown; charset=utf-8";

    public string Extension => "md";

    public void Write(ExportRecord record, Stream output)
    {
        using var text = ExportText.Over(output);
        Dossier.Write(record, new Pen(text));
    }

    private sealed class Pen(TextWriter text) : IDossierPen
    {
        public void Begin(string title) => text.WriteLine($"# {Plain(title)}\n");

        public void Heading(string words) => text.WriteLine($"## {Plain(words)}\n");

        public void Paragraph(string words) => text.WriteLine(Plain(words) + "\n");

        public void Items(IReadOnlyList<string> items)
        {
            foreach (var item in items)
            {
                text.WriteLine("- " + Plain(item));
            }

            text.WriteLine();
        }

        public void Table(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows)
        {
            Line(titles);
            Line([.. titles.Select(_ => "---")]);
            foreach (var row in rows)
            {
                Line([.. row.Select(Plain)]);
            }

            text.WriteLine();
        }

        public void End() => text.Flush();

        private void Line(IReadOnlyList<string> cells) => text.WriteLine($"| {string.Join(" | ", cells)} |");

        private static string Plain(string words) => ReadingMarkdown.Escape(Views.Inert.Line(words));
    }
}

/// <summary>The dossier as one page of HTML that asks for nothing else.</summary>
internal sealed class DossierHtml : IExportFormat
{
    private const string Style = "body{font:1rem/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%;font-size:.85rem}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #ccc;padding:.25rem .6rem .25rem 0;overflow-wrap:anywhere}@media(prefers-color-scheme:dark){body{background:#161616;color:#e6e3dc}th,td{border-color:#444}}";

    public string Name => "html";

    public string Summary => "the same dossier as one HTML page";

    public string MediaType => "text/html; charset=utf-8";

    public string Extension => "html";

    public void Write(ExportRecord record, Stream output)
    {
        using var text = ExportText.Over(output);
        Dossier.Write(record, new Pen(text));
    }

    private sealed class Pen(TextWriter text) : IDossierPen
    {
        public void Begin(string title)
        {
            text.WriteLine($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{Plain(title)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n<h1>{Plain(title)}</h1>");
        }

        public void Heading(string words) => text.WriteLine($"<h2>{Plain(words)}</h2>");

        public void Paragraph(string words) => text.WriteLine($"<p>{Plain(words)}</p>");

        public void Items(IReadOnlyList<string> items) => text.WriteLine($"<ul>\n{string.Concat(items.Select(item => $"<li>{Plain(item)}</li>\n"))}</ul>");

        public void Table(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows)
        {
            text.WriteLine($"<table>\n<thead><tr>{string.Concat(titles.Select(title => $"<th scope=\"col\">{Plain(title)}</th>"))}</tr></thead>\n<tbody>");
            foreach (var row in rows)
            {
                text.WriteLine($"<tr>{string.Concat(row.Select(cell => $"<td>{Plain(cell)}</td>"))}</tr>");
            }

            text.WriteLine("</tbody>\n</table>");
        }

        public void End() => text.WriteLine("</main>\n</body>\n</html>");

        private static string Plain(string words) => WebUtility.HtmlEncode(Views.Inert.Line(words));
    }
}
