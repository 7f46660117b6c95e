using System.Globalization;
using Dateline.App.Web;
using Dateline.App.Web.Pages;
using Dateline.Claims;
using Dateline.Exports;
using Dateline.Exports.Formats;
using Dateline.Knowledge;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.App.Publishing;

/// <summary>Writes the pages of the server as files: every page that can be reached from the first one without asking a server, and every event and report.</summary>
internal sealed class SiteWriter : IAsyncDisposable
{
    private static readonly string[] Files = ["csv-events", "csv-claims", "geojson", "atom", "ics"];

    private readonly ILedgerReader reader;
    private readonly LedgerFilter filter;
    private readonly KnowledgeFiles knowledge;
    private readonly Codebook codebook;
    private readonly SiteFolder folder;
    private readonly JudgementBook book;
    private readonly HashSet<string> events;
    private readonly HashSet<string> reports = new(StringComparer.Ordinal);
    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    private readonly Queue<string> waiting = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public SiteWriter(ILedgerReader reader, LedgerFilter filter, KnowledgeFiles knowledge, SiteFolder folder)
    {
        (this.reader, this.filter, this.knowledge, this.folder) = (reader, filter, knowledge, folder);
        codebook = new Codebook(knowledge);
        book = new JudgementBook(reader.Judgements());
        events = reader.Heads(filter).Select(head => head.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Writes the site.</summary>
    /// <param name="lead">What its first page says.</param>
    /// <param name="licence">The licence it is published under, or null.</param>
    /// <param name="stop">Stops it between two pages.</param>
    public async Task WriteAsync(string lead, string? licence, CancellationToken stop)
    {
        foreach (var asset in (string[])["style.css", "script.js", "mark.svg"])
        {
            folder.Write("assets/" + asset, PageAssets.Bytes(asset));
        }

        folder.Write("assets/world.svg", Outlines.Picture);
        var record = new ExportRecord(reader, filter, codebook, licence);
        var formats = ExportFormats.Of(codebook).Where(format => Files.Contains(format.Name, StringComparer.Ordinal)).ToList();
        foreach (var format in formats)
        {
            folder.Write($"data/{format.Name}.{format.Extension}", stream => format.Write(record, stream));
        }

        foreach (var format in formats.OfType<ITableFormat>())
        {
            folder.Write($"data/{format.Name}.csv{CsvCodebook.Suffix}", stream => CsvCodebook.Write(format, format.Name + ".csv", record, stream));
        }

        await ReportsAsync(stop).ConfigureAwait(false);
        var browse = SiteBrowse.Of(reader.Events(filter), knowledge, lead, [.. formats.Select(format => (format.Name, $"/data/{format.Name}.{format.Extension}"))]);
        Reach("/events");
        foreach (var id in events.Order(StringComparer.Ordinal))
        {
            Reach("/event/" + id);
        }

        while (waiting.TryDequeue(out var address))
        {
            stop.ThrowIfCancellationRequested();
            await PageAsync(address, browse, stop).ConfigureAwait(false);
        }

        folder.Close();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private void Reach(string address)
    {
        if (StaticAddress.FileOf(address) is { } file && known.Add(file))
        {
            waiting.Enqueue(address);
        }
    }

    /// <summary>The reports first: which there are decides what links lead somewhere.</summary>
    private async Task ReportsAsync(CancellationToken stop)
    {
        foreach (var reading in reader.Readings(filter))
        {
            reports.Add(Fields.Address(reading.Report.Id));
        }

        foreach (var reading in reader.Readings(filter))
        {
            stop.ThrowIfCancellationRequested();
            await WriteAsync<PublishedReportPage>(StaticAddress.FileOf(Fields.Address(reading.Report.Id))!, PublishedReport.Of(reader, reading, book)).ConfigureAwait(false);
        }
    }

    /// <summary>The file of an address of this site: nothing outside the filter, and no list that would show it.</summary>
    private string? FileOf(string address) => address.Split('/', '?') switch
    {
        [_, "event", var id, ..] when !events.Contains(id) => null,
        [_, "report", ..] when !reports.Contains(address) => null,
        [_, "reports" or "sources" or "source", ..] when !filter.IsAll => null,
        [_, "events" or "map" or "findings", ..] when !IsWithin(EventsQuery.Of(Asked(address)).Filter) => null,
        _ => StaticAddress.FileOf(address),
    };

    private async Task PageAsync(string address, BrowseModel browse, CancellationToken stop)
    {
        var file = StaticAddress.FileOf(address)!;
        var asked = Asked(address);
        var query = EventsQuery.Of(asked);
        switch (address.Split('/', '?')[1])
        {
            case "events":
                await EventsAsync(address, query, browse, stop).ConfigureAwait(false);
                break;
            case "event":
                await WriteAsync<EventPage>(file, EventModel.Of(reader, reader.Event(address.Split('/')[2])!, codebook, knowledge)).ConfigureAwait(false);
                break;
            case "map":
                await WriteAsync<MapPage>(file, MapModel.Of(reader, Within(query)) with { Query = query }).ConfigureAwait(false);
                break;
            case "reports":
                await WriteAsync<ReportsPage>(file, ListRoutes.Latest(reader, query.Number)).ConfigureAwait(false);
                break;
            case "sources":
                await WriteAsync<SourcesPage>(file, reader.Sources(ListRoutes.MostSources)).ConfigureAwait(false);
                break;
            case "source":
                await WriteAsync<SourcePage>(file, SourceModel.Of(reader, asked["name"].ToString())).ConfigureAwait(false);
                break;
            case "findings":
                await FindingsAsync(address, query, stop).ConfigureAwait(false);
                break;
            default:
                await WriteAsync<KnowledgePage>(file, KnowledgeModel.Of(knowledge, codebook)).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>All pages of a list of events, however many: its first page is what leads to the others.</summary>
    private async Task EventsAsync(string address, EventsQuery query, BrowseModel browse, CancellationToken stop)
    {
        foreach (var model in EventsModel.All(reader, Within(query)))
        {
            stop.ThrowIfCancellationRequested();
            var file = PageOf(address, model.Query.Number);
            await WriteAsync<EventsPage>(file, model with { Query = query with { Number = model.Query.Number } }, (nameof(EventsPage.Browse), file == "index.html" ? browse : browse with { Lead = LeadOf(address, query, browse), Files = [] })).ConfigureAwait(false);
        }
    }

    private async Task FindingsAsync(string address, EventsQuery query, CancellationToken stop)
    {
        foreach (var model in ListRoutes.AllFound(new FindingRows(reader, knowledge), Within(query)))
        {
            stop.ThrowIfCancellationRequested();
            await WriteAsync<FindingsPage>(PageOf(address, model.Query.Number), model with { Query = query with { Number = model.Query.Number } }).ConfigureAwait(false);
        }
    }

    /// <summary>The file of a page of a list, which is written now; the one behind it is written next, so that the link to it need not be followed.</summary>
    private string PageOf(string address, int number)
    {
        known.Add(FileOfPage(address, number + 1));
        return FileOfPage(address, number);
    }

    private static string FileOfPage(string address, int number) => StaticAddress.FileOf(number == 1 ? address : QueryHelpers.AddQueryString(address, "page", number.ToString(CultureInfo.InvariantCulture)))!;

    /// <summary>Which part of the events a page shows.</summary>
    private static string? LeadOf(string address, EventsQuery query, BrowseModel browse)
    {
        var part = address.Split("&page=")[0];
        foreach (var (title, ways) in browse.Groups)
        {
            if (ways.FirstOrDefault(way => way.Address == part) is { Name: { } name })
            {
                return $"{title}: {Views.Inert.Line(name)}.";
            }
        }

        var asked = query.Filter;
        return asked.From is { } from && asked.To is { } to ? from == to ? $"{from}." : $"{from} to {to}."
            : Views.Inert.Line(string.Join(", ", new[] { asked.Place, asked.Actor, asked.Source }.OfType<string>())) is { Length: > 0 } words ? words + "." : null;
    }

    private static QueryCollection Asked(string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        return new QueryCollection(QueryHelpers.ParseQuery(question < 0 ? "" : address[question..]));
    }

    /// <summary>False for a list of what the site was filtered not to hold.</summary>
    private bool IsWithin(LedgerFilter asked) =>
        Array.TrueForAll(
            [(asked.Kind, filter.Kind), (asked.Status, filter.Status), (asked.Actor, filter.Actor), (asked.Place, filter.Place), (asked.Source, filter.Source), (asked.Finding, filter.Finding)],
            ((string? Asked, string? Own) field) => field.Asked is null || field.Own is null || string.Equals(field.Asked, field.Own, StringComparison.Ordinal));

    /// <summary>What the page asks for, of what the site holds.</summary>
    private EventsQuery Within(EventsQuery query) => query with
    {
        Filter = query.Filter with
        {
            Kind = query.Filter.Kind ?? filter.Kind,
            Status = query.Filter.Status ?? filter.Status,
            Actor = query.Filter.Actor ?? filter.Actor,
            Place = query.Filter.Place ?? filter.Place,
            From = string.CompareOrdinal(query.Filter.From, filter.From) > 0 ? query.Filter.From : filter.From,
            To = query.Filter.To is { } to && (filter.To is null || string.CompareOrdinal(to, filter.To) < 0) ? to : filter.To,
            Source = query.Filter.Source ?? filter.Source,
            Report = query.Filter.Report ?? filter.Report,
            Finding = query.Filter.Finding ?? filter.Finding,
            Event = query.Filter.Event ?? filter.Event,
            Rejected = filter.Rejected,
        },
    };

    private async Task WriteAsync<TPage>(string file, object model, params (string Name, object Value)[] more)
        where TPage : IComponent
    {
        var parameters = more.ToDictionary(parameter => parameter.Name, object? (parameter) => parameter.Value, StringComparer.Ordinal);
        parameters["Model"] = model;
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance); // one for each page: it keeps what it has rendered
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters)).ConfigureAwait(false)).ToHtmlString()).ConfigureAwait(false);
        var (page, links) = StaticPage.Of(html, file, FileOf);
        folder.Write(file, page);
        foreach (var link in links.Where(link => !link.StartsWith("/assets/", StringComparison.Ordinal) && !link.StartsWith("/data/", StringComparison.Ordinal) && !link.StartsWith("/report/", StringComparison.Ordinal) && link != "/"))
        {
            Reach(link);
        }
    }
}
