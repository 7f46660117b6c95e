using System.Globalization;
using System.Text;
using Dateline.App.Commands;
using Dateline.App.Mcp;
using Dateline.App.Output;
using Dateline.App.Web.Pages;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dateline.App.Web;

/// <summary>The API: the rows that the commands print, made by the same writers.</summary>
internal sealed class ApiRoutes(ReadingDesk desk)
{
    private const int UsualFound = 20; // reports a search returns when it is not told
    private const string NoLedger = "there is no ledger yet";

    private readonly McpServer mcp = new(desk);

    /// <summary>Maps every address; each stands in openapi.json.</summary>
    public void Map(WebApplication application)
    {
        application.MapGet("/api", context => Routes.Page<ApiPage>(context, ApiModel.Shipped));
        application.MapGet("/api/openapi.json", context => PageAssets.Send(context, "openapi.json"));
        application.MapGet("/api/status", context => One(context, reader => StatusJson.Write(reader.Count()), NoLedger));
        application.MapGet("/api/events", context => List(context, RecordRows.Events, (reader, filter) => new FindingRows(reader, desk.Knowledge).Events(filter)));
        application.MapGet("/api/events/{id}", Event);
        application.MapGet("/api/claims", context => List(context, RecordRows.Claims, (reader, filter) => ListCommands.Judged(reader, reader.Readings(filter), filter, RecordJson.Claims)));
        application.MapGet("/api/findings", context => List(context, RecordRows.Findings, (reader, filter) => new FindingRows(reader, desk.Knowledge).All(filter)));
        new ExportRoutes(desk).Map(application);
        application.MapGet("/api/reports", context => List(context, RecordRows.Reports, (reader, _) => reader.Reports().Select(report => RecordJson.Report(report, reader.CopiesOf(report)))));
        application.MapGet("/api/reports/{id}", Report);
        application.MapGet("/api/search", Search);
        application.MapGet("/api/codebook", context => Text(context, "text/markdown; charset=utf-8", CodebookMarkdown.Write(desk.Knowledge)));
        application.MapPost("/api/read", Read);
        application.MapPost("/mcp", Mcp);
    }

    /// <summary>One message of the Model Context Protocol, one answer; 202 where none is wanted.</summary>
    private async Task Mcp(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (await mcp.AnswerAsync(body.ToArray(), context.RequestAborted) is { } answer)
        {
            await Bytes(context, "application/json", answer);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private Task Event(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        return One(context, reader => reader.Event(id) is { } happening ? new FindingRows(reader, desk.Knowledge).Event(happening, [.. reader.ReadingsOf(happening)]) : default(ReadOnlyMemory<byte>?), $"the record has no event {id}");
    }

    private async Task Report(HttpContext context)
    {
        var id = "sha256:" + ((string)context.Request.RouteValues["id"]!).Replace("sha256:", "", StringComparison.Ordinal).Replace('.', '#');
        var document = desk.Look(reader => reader.ReadingOf(id) is { } reading ? reader.Document(reader.ReadingOf(reading.Report)) : null);
        if (document is null)
        {
            await Routes.Complain(context, StatusCodes.Status404NotFound, $"the record has no report {id}");
            return;
        }

        var whole = await desk.ReadAsync(document, context.RequestAborted);
        var entry = id.Split('#') is [_, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= whole.Entries.Count ? at : 0;
        await Readings(context, [entry == 0 ? whole : whole.Entries[entry - 1]]);
    }

    private Task Search(HttpContext context)
    {
        var query = EventsQuery.Of(context.Request.Query);
        if (query.Problem is not null || query.Words is not { } words)
        {
            return Routes.Complain(context, StatusCodes.Status400BadRequest, query.Problem ?? "q must say what to look for");
        }

        return One(
            context,
            reader =>
            {
                var result = reader.Search(words, query.Filter, LimitOf(context) ?? UsualFound);
                return SearchJson.Write(words, result, SearchCommand.Rows(reader, result, words));
            },
            NoLedger);
    }

    private async Task Read(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var (published, outlet) = (Field(context, "published"), Field(context, "outlet"));
        if (published is not null && StatedDate.Parse(published) is null)
        {
            await Routes.Complain(context, StatusCodes.Status400BadRequest, $"published \"{published}\" is no date; write 2025-02-28 or 2025-02-28T08:30+09:00");
            return;
        }

        var readings = new List<Reading>();
        foreach (var input in new DocumentReader(() => new MemoryStream(body.ToArray()), null, published, outlet).Read([DocumentReader.StandardInput]))
        {
            if (input.Document is not { } document)
            {
                await Routes.Complain(context, StatusCodes.Status400BadRequest, input.Problem is { } problem ? $"the report {problem}" : "there was no text");
                return;
            }

            readings.Add(await desk.ReadAsync(document, context.RequestAborted));
        }

        await Readings(context, readings);
    }

    /// <summary>Readings with the entries of live blogs behind them, as <c>dateline read --format json</c> prints them.</summary>
    private static async Task Readings(HttpContext context, IReadOnlyList<Reading> readings)
    {
        var options = new ReadingJsonOptions(Indented: true, Field(context, "brief") is not null, Field(context, "explain") is not null);
        using var all = new MemoryStream();
        var output = new JsonOutput(all, options);
        foreach (var reading in readings.SelectMany(reading => reading.Entries.Prepend(reading)))
        {
            output.Add(reading);
        }

        output.End(default);
        await Bytes(context, "application/json; charset=utf-8", all.ToArray());
    }

    /// <summary>One object, or a complaint where there is none.</summary>
    private Task One(HttpContext context, Func<ILedgerReader, ReadOnlyMemory<byte>?> make, string missing)
    {
        var json = desk.Look(reader => make(reader) is { } found ? Indented(found) : null);
        return json is null ? Routes.Complain(context, StatusCodes.Status404NotFound, missing) : Bytes(context, "application/json; charset=utf-8", json);
    }

    private static byte[] Indented(ReadOnlyMemory<byte> json)
    {
        using var all = new MemoryStream();
        var output = new JsonListOutput(all, isIndented: true, limit: null, isList: false);
        output.Add(json);
        output.End("");
        return all.ToArray();
    }

    /// <summary>A list, row by row: however long it is, little of it is held at a time.</summary>
    private Task List(HttpContext context, IReadOnlyList<RecordColumn> columns, Func<ILedgerReader, LedgerFilter, IEnumerable<ReadOnlyMemory<byte>>> rows)
    {
        var (query, format) = (EventsQuery.Of(context.Request.Query), Field(context, "format") ?? "json");
        if (query.Problem is not null || TypeOf(format) is not { } type)
        {
            return Routes.Complain(context, StatusCodes.Status400BadRequest, query.Problem ?? "format is one of json, jsonl, csv");
        }

        context.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        var isThere = desk.Look(reader =>
        {
            context.Response.ContentType = type;
            using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            IListOutput output = format == "csv" ? new CsvListOutput(text, LimitOf(context)) : new JsonListOutput(context.Response.Body, format == "json", LimitOf(context));
            output.Begin(columns);
            foreach (var row in rows(reader, query.Filter))
            {
                if (!output.Add(row) || context.RequestAborted.IsCancellationRequested)
                {
                    break;
                }
            }

            output.End("");
            return type;
        });
        return isThere is null ? Routes.Complain(context, StatusCodes.Status404NotFound, NoLedger) : Task.CompletedTask;
    }

    private static string? TypeOf(string format) => format switch
    {
        "json" => "application/json; charset=utf-8",
        "jsonl" => "application/x-ndjson; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => null,
    };

    private static int? LimitOf(HttpContext context) => int.TryParse(Field(context, "limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? limit : null;

    private static string? Field(HttpContext context, string name) => context.Request.Query[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    private static Task Text(HttpContext context, string type, string text) => Bytes(context, type, Encoding.UTF8.GetBytes(text));

    private static Task Bytes(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
