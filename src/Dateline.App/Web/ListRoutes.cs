using System.Globalization;
using System.Text.Json;
using Dateline.App.Web.Pages;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;
using Microsoft.AspNetCore.Http;

namespace Dateline.App.Web;

/// <summary>The pages that list: reports, sources, findings, knowledge.</summary>
internal sealed class ListRoutes(ReadingDesk desk)
{
    /// <summary>Rows on one page of a list.</summary>
    public const int OnePage = 100;

    /// <summary>Sources on their page.</summary>
    public const int MostSources = 500;


    /// <summary>The reports, or those that hold some words.</summary>
    public Task Reports(HttpContext context)
    {
        var (words, number) = (Field(context, "q"), NumberOf(context));
        return Routes.Page<ReportsPage>(context, desk.Look(reader => words is null ? Latest(reader, number) : Found(reader, words)) ?? new ReportsModel(words, number, [], 0));
    }

    /// <summary>Who tells.</summary>
    public Task Sources(HttpContext context) => Routes.Page<SourcesPage>(context, desk.Look(reader => reader.Sources(MostSources)) ?? []);

    /// <summary>One who tells.</summary>
    public Task Source(HttpContext context)
    {
        var name = Field(context, "name");
        var model = name is null ? null : desk.Look(reader => SourceModel.Of(reader, name));
        return model is null ? Routes.Complain(context, StatusCodes.Status404NotFound, $"Nobody was named, or there is no ledger yet.") : Routes.Page<SourcePage>(context, model);
    }

    /// <summary>What the checks say.</summary>
    public Task Findings(HttpContext context)
    {
        var (query, number) = (EventsQuery.Of(context.Request.Query), NumberOf(context));
        query = query with { Number = number };
        return Routes.Page<FindingsPage>(context, desk.Look(reader => Found(new FindingRows(reader, desk.Knowledge), query)) ?? new FindingsModel(query, [], HasMore: false));
    }

    /// <summary>A page of what the checks say.</summary>
    private static FindingsModel Found(FindingRows findings, EventsQuery query)
    {
        var rows = findings.All(query.Filter).Select(row => JsonDocument.Parse(row).RootElement).Skip((query.Number - 1) * OnePage).Take(OnePage + 1).ToList();
        return new FindingsModel(query, [.. rows.Take(OnePage)], rows.Count > OnePage);
    }

    /// <summary>All pages of it, one after the other, for one walk through the findings.</summary>
    public static IEnumerable<FindingsModel> AllFound(FindingRows findings, EventsQuery query)
    {
        var (page, number) = (new List<JsonElement>(OnePage), 1);
        foreach (var row in findings.All(query.Filter))
        {
            if (page.Count == OnePage)
            {
                yield return new FindingsModel(query with { Number = number++ }, page, HasMore: true);
                page = [];
            }

            page.Add(JsonDocument.Parse(row).RootElement);
        }

        yield return new FindingsModel(query with { Number = number }, page, HasMore: false);
    }

    /// <summary>Kinds, roles, checks and tables.</summary>
    public Task Knowledge(HttpContext context) => Routes.Page<KnowledgePage>(context, KnowledgeModel.Of(desk.Knowledge, desk.Codebook));

    /// <summary>One table.</summary>
    public Task Table(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        return KnowledgeModel.IsTable(desk.Knowledge, name)
            ? Routes.Page<TablePage>(context, TableModel.Of(desk.Knowledge.Table(name), Field(context, "q")))
            : Routes.Complain(context, StatusCodes.Status404NotFound, $"The knowledge has no table {Inert.Line(name)}.");
    }

    /// <summary>A page of the reports, the newest first.</summary>
    public static ReportsModel Latest(ILedgerReader reader, int number) =>
        new(null, number, [.. reader.Latest((number - 1) * OnePage, OnePage).Select(report => JsonDocument.Parse(RecordJson.Report(report, [])).RootElement)], reader.CountReports());

    private static ReportsModel Found(ILedgerReader reader, string words)
    {
        var found = reader.Search(words, LedgerFilter.All, OnePage);
        return new ReportsModel(words, 1, [.. found.Reports.Select(report => JsonDocument.Parse(RecordJson.Report(report.Report, [])).RootElement)], found.Total);
    }

    private static int NumberOf(HttpContext context) => int.TryParse(Field(context, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : 1;

    private static string? Field(HttpContext context, string name) => context.Request.Query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
