using Dateline.App.Web.Pages;
using Dateline.Documents;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;
using Microsoft.AspNetCore.Http;

namespace Dateline.App.Web;

/// <summary>The pages over the record: events, one event, one report.</summary>
internal sealed class RecordRoutes(ReadingDesk desk)
{
    /// <summary>The list of events.</summary>
    public Task Events(HttpContext context)
    {
        var query = EventsQuery.Of(context.Request.Query);
        return Routes.Page<EventsPage>(context, desk.Look(reader => EventsModel.Of(reader, query)) ?? new EventsModel(query, [], 0, Timeline.Of([]), []));
    }

    /// <summary>The same events on a map.</summary>
    public Task Map(HttpContext context)
    {
        var query = EventsQuery.Of(context.Request.Query);
        return Routes.Page<MapPage>(context, desk.Look(reader => MapModel.Of(reader, query)) ?? new MapModel(query, [], [], 0, 0, 0));
    }

    /// <summary>One event.</summary>
    public Task Event(HttpContext context)
    {
        var id = Asked(context);
        var model = desk.Look(reader => reader.Event(id) is { } happening ? EventModel.Of(reader, happening, desk.Codebook, desk.Knowledge) : null);
        return model is null ? Routes.Complain(context, StatusCodes.Status404NotFound, $"The record has no event {Inert.Line(id)}.") : Routes.Page<EventPage>(context, model);
    }

    /// <summary>One report.</summary>
    public async Task Report(HttpContext context)
    {
        var asked = Asked(context);
        var found = desk.Look(reader => reader.ReadingOf(IdOf(asked)) is { } reading ? new Kept(reading, reader.Document(reader.ReadingOf(reading.Report)), new JudgementBook(reader.Judgements()), reader.CopiesOf(reading.Report)) : null);
        if (found is null)
        {
            await Routes.Complain(context, StatusCodes.Status404NotFound, $"The record has no report {Inert.Line(asked)}.");
            return;
        }

        var whole = await desk.ReadAsync(found.Document, context.RequestAborted);
        await Routes.Page<ReportPage>(context, ReportModel.Of(found.Reading, whole, found.Book, found.Copies));
    }

    private static string Asked(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static string IdOf(string asked) => "sha256:" + asked.Replace('.', '#');

    private sealed record Kept(ReportReading Reading, RawDocument Document, JudgementBook Book, IReadOnlyList<CopyRow> Copies);
}
