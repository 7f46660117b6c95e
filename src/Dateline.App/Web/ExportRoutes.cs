using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Exports;
using Dateline.Exports.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dateline.App.Web;

/// <summary>The exports, byte for byte those of <c>dateline export</c>, and new events as they come.</summary>
internal sealed class ExportRoutes(ReadingDesk desk)
{
    private const int MostStreams = 32; // at a time

    private readonly Lazy<IReadOnlyList<IExportFormat>> formats = new(() => ExportFormats.Of(desk.Codebook));
    private int streams;

    /// <summary>Maps every address; each stands in openapi.json.</summary>
    public void Map(WebApplication application)
    {
        application.MapGet("/api/export", List);
        application.MapGet("/api/export/{format}", Export);
        application.MapGet("/api/stream", Stream);
    }

    /// <summary>The formats.</summary>
    private async Task List(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, JsonStyle.Options(indented: true));
        json.WriteStartArray();
        foreach (var format in formats.Value)
        {
            json.WriteStartObject();
            json.WriteString("format", format.Name);
            json.WriteString("summary", format.Summary);
            json.WriteString("media_type", format.MediaType);
            json.WriteString("extension", format.Extension);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private Task Export(HttpContext context)
    {
        var query = EventsQuery.Of(context.Request.Query);
        var name = (string)context.Request.RouteValues["format"]!;
        if (formats.Value.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.Ordinal)) is not { } format)
        {
            return Routes.Complain(context, StatusCodes.Status404NotFound, $"there is no format {Views.Inert.Line(name)}; /api/export lists them");
        }

        var wantsCodebook = context.Request.Query["codebook"].Count > 0;
        if (query.Problem is not null || query.Words is not null || (wantsCodebook && format is not ITableFormat))
        {
            return Routes.Complain(context, StatusCodes.Status400BadRequest, query.Problem ?? (query.Words is not null ? "an export takes every filter but words" : $"{format.Name} has no columns"));
        }

        context.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        var isThere = desk.Look(reader =>
        {
            var licence = context.Request.Query["licence"].ToString().Trim();
            var record = new ExportRecord(reader, query.Filter, desk.Codebook, licence.Length > 0 ? licence : null);
            Write(context.Response, format, record, wantsCodebook);
            return record;
        });
        return isThere is null ? Routes.Complain(context, StatusCodes.Status404NotFound, "there is no ledger yet") : Task.CompletedTask;
    }

    private static void Write(HttpResponse response, IExportFormat format, ExportRecord record, bool codebook)
    {
        var file = $"dateline-{format.Name}.{format.Extension}";
        response.ContentType = codebook ? "application/csvm+json" : format.MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{file}{(codebook ? CsvCodebook.Suffix : "")}\"";
        if (codebook)
        {
            CsvCodebook.Write((ITableFormat)format, file, record, response.Body);
        }
        else
        {
            format.Write(record, response.Body);
        }
    }

    /// <summary>New events as server-sent events, until whoever asks goes away.</summary>
    private async Task Stream(HttpContext context)
    {
        var query = EventsQuery.Of(context.Request.Query);
        if (query.Problem is not null || query.Words is not null)
        {
            await Routes.Complain(context, StatusCodes.Status400BadRequest, query.Problem ?? "the stream takes every filter but words");
            return;
        }

        if (Interlocked.Increment(ref streams) > MostStreams)
        {
            Interlocked.Decrement(ref streams);
            await Routes.Complain(context, StatusCodes.Status503ServiceUnavailable, string.Create(CultureInfo.InvariantCulture, $"{MostStreams} are following already; try again later"));
            return;
        }

        try
        {
            context.Response.ContentType = "text/event-stream; charset=utf-8";
            await foreach (var happening in new EventStream(desk.File, query.Filter).FollowAsync(context.RequestAborted))
            {
                await Send(context, happening is null ? ": waiting for new events\n\n" : $"id: {happening.Id}\nevent: event\ndata: {Encoding.UTF8.GetString(RecordJson.Event(happening).Span)}\n\n");
            }
        }
        finally
        {
            Interlocked.Decrement(ref streams);
        }
    }

    private static async Task Send(HttpContext context, string words)
    {
        await context.Response.WriteAsync(words, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
