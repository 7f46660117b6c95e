using System.Buffers;
using System.Text.Json;
using Dateline.Annotations.Names;
using Dateline.Articles;
using Dateline.Claims;
using Dateline.Events;
using Dateline.Ledger;
using Dateline.Views;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Exports;

/// <summary>How a reading is written as JSON.</summary>
/// <param name="Indented">Over many lines instead of one.</param>
/// <param name="Brief">Leaves the annotations out.</param>
/// <param name="Explain">Adds rules, joins and abstentions.</param>
public sealed record ReadingJsonOptions(bool Indented = false, bool Brief = false, bool Explain = false)
{
    /// <summary>True for the ledger's own form: without the text, which the kept bytes have, and with the words that tables show.</summary>
    internal bool ForLedger { get; init; }
}

/// <summary>One reading as JSON, schema <c>dateline.reading/1</c> (docs/formats.md). Positions count Unicode code points.</summary>
public static class ReadingJson
{
    /// <summary>Name of the schema.</summary>
    public const string Schema = "dateline.reading/1";

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalTimePattern ClockWithSeconds = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss");

    /// <summary>Writes one reading as UTF-8, without a line end after it.</summary>
    public static void Write(IBufferWriter<byte> output, Reading reading, ReadingJsonOptions options)
    {
        using var writer = new Utf8JsonWriter(output, JsonStyle.Options(options.Indented));
        var page = new JsonPage(writer, reading.Article.Text, new CodePointMap(reading.Article.Text));
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteStartObject("run");
        writer.WriteString("program", reading.Run.Program);
        writer.WriteString("knowledge", reading.Run.Knowledge);
        writer.WriteString("place_data", Gazetteer.Credit);
        writer.WriteEndObject();
        Report(page, reading, options);
        if (!options.Brief)
        {
            AnnotationJson.Write(page, reading.Annotations, options.Explain);
        }

        page.List("events", reading.Events.Events, happening => Event(page, happening));
        page.List("claims", AllClaims(reading.Events), claim =>
        {
            ClaimJson.Fields(page, claim.Claim, claim.Event);
            if (options.ForLedger)
            {
                Shown(page, claim.Claim);
            }
        });
        page.List("tallies", reading.Events.Tallies, tally => ClaimJson.Tally(page, tally));
        page.List("findings", reading.Findings, finding => FindingJson.Fields(page, finding));
        if (options.Explain)
        {
            Explanation(page, reading);
        }

        writer.WriteEndObject();
    }

    private static void Report(JsonPage page, Reading reading, ReadingJsonOptions options)
    {
        var (writer, article) = (page.Writer, reading.Article);
        writer.WriteStartObject("report");
        writer.WriteString("id", "sha256:" + reading.Document.Sha256);
        writer.WriteString("source", reading.Document.Origin);
        writer.WriteString("url", article.Address ?? reading.Document.Stated.Url);
        writer.WriteString("title", article.Title);
        writer.WriteString("byline", article.Byline);
        writer.WriteString("language", article.Language);
        Publisher(page, "outlet", article.Outlet);
        page.List("agencies", article.Agencies, agency => PublisherFields(page, agency));
        Published(page, "published", article.Published);
        if (article.IsPage)
        {
            Page(page, article, options);
        }

        Filed(page, article.Filed);
        page.Words("flags", article.Flags);
        page.List("blocks", article.Blocks, block =>
        {
            page.Name("kind", block.Kind);
            writer.WriteNumber("start", page.Positions.ToCodePoints(block.Span.Start));
            writer.WriteNumber("end", page.Positions.ToCodePoints(block.Span.End));
            writer.WriteString("rule", block.Rule);
            if (block.DuplicateOf is { } index)
            {
                writer.WriteNumber("duplicate_of", index);
            }
            else
            {
                writer.WriteNull("duplicate_of");
            }

            if (block.Page is { } place && !options.ForLedger)
            {
                writer.WriteNumber("page_start", place.Start);
                writer.WriteNumber("page_end", place.End);
            }
        });
        if (!options.ForLedger)
        {
            writer.WriteString("text", article.Text);
        }

        writer.WriteEndObject();
    }

    private static void Shown(JsonPage page, NumberedClaim claim)
    {
        var row = ClaimRow.Of(claim, page.Text);
        page.Writer.WriteStartObject(StoredClaim.ShownName);
        page.Writer.WriteString("value", row.Value);
        page.Writer.WriteString("according_to", row.AccordingTo);
        page.Writer.WriteEndObject();
    }

    private static void Publisher(JsonPage page, string name, Publisher? publisher)
    {
        if (publisher is null)
        {
            page.Writer.WriteNull(name);
            return;
        }

        page.Writer.WriteStartObject(name);
        PublisherFields(page, publisher);
        page.Writer.WriteEndObject();
    }

    private static void PublisherFields(JsonPage page, Publisher publisher)
    {
        page.Writer.WriteString("id", publisher.Id);
        page.Writer.WriteString("name", publisher.Name);
        page.Writer.WriteString("country", publisher.Country);
        page.Writer.WriteString("state_control", publisher.StateControl);
        page.Writer.WriteString("owner", publisher.Owner);
    }

    // What only a web page has.
    private static void Page(JsonPage page, Article article, ReadingJsonOptions options)
    {
        Published(page, "updated", article.Updated);
        page.Writer.WriteString("section", article.Section);
        if (!options.ForLedger)
        {
            page.List("metadata", article.Facts, fact =>
            {
                page.Writer.WriteString("fact", fact.Name);
                page.Writer.WriteString("value", fact.Value);
                page.Writer.WriteString("from", fact.From);
                page.Writer.WriteNumber("at", fact.At);
            });
        }
    }

    private static void Published(JsonPage page, string name, PublicationDate? published)
    {
        if (published is null)
        {
            page.Writer.WriteNull(name);
            return;
        }

        page.Writer.WriteStartObject(name);
        page.Day("date", published.Date);
        page.Writer.WriteString("time", published.Time is { } time ? ClockWords(time) : null);
        page.Writer.WriteString("zone", published.Zone);
        page.Writer.WriteString("from", published.From);
        page.Span("span", published.Span);
        page.Writer.WriteEndObject();
    }

    private static string ClockWords(LocalTime time) => (time.Second == 0 ? Clock : ClockWithSeconds).Format(time);

    private static void Filed(JsonPage page, Filing? filed)
    {
        if (filed is null)
        {
            page.Writer.WriteNull("filed");
            return;
        }

        page.Writer.WriteStartObject("filed");
        page.Writer.WriteString("place", filed.Place);
        page.Day("date", filed.Date);
        page.Span("span", filed.Span);
        page.Writer.WriteEndObject();
    }

    private static void Event(JsonPage page, Event happening)
    {
        var writer = page.Writer;
        writer.WriteString("id", happening.Id);
        writer.WriteString("kind", happening.Kind);
        page.Name("status", happening.Status);
        writer.WriteStartObject("plover");
        writer.WriteString("type", happening.Plover.Type);
        writer.WriteString("mode", happening.Plover.Mode);
        page.Words("contexts", happening.Plover.Contexts);
        writer.WriteEndObject();
        page.Spans("mentions", happening.Mentions.Select(mention => mention.Trigger));
        writer.WriteStartObject("summary");
        foreach (var role in happening.Summary)
        {
            page.List(role.Role, role.Claims, claim => ClaimJson.Value(page, claim.Claim.Value));
        }

        writer.WriteEndObject();
    }

    /// <summary>Every claim with its event, by number.</summary>
    private static IEnumerable<(NumberedClaim Claim, string? Event)> AllClaims(EventSet events) =>
        events.Events
            .SelectMany(happening => happening.Claims.Select(claim => (Claim: claim, Event: (string?)happening.Id)))
            .Concat(events.Loose.Select(claim => (Claim: claim, Event: (string?)null)))
            .OrderBy(item => item.Claim.Id.Length)
            .ThenBy(item => item.Claim.Id, StringComparer.Ordinal);

    /// <summary>Why each mention is one, why mentions were joined, and what was left out.</summary>
    private static void Explanation(JsonPage page, Reading reading)
    {
        page.Writer.WriteStartObject("explain");
        page.List("mentions", reading.Claims.Mentions, mention =>
        {
            page.SpanFields(mention.Trigger);
            page.Writer.WriteString("event", reading.Events.Events.FirstOrDefault(happening => happening.Mentions.Contains(mention))?.Id);
            page.Writer.WriteString("kind", mention.Kind);
            page.Name("status", mention.Status);
            page.Writer.WriteString("rule", mention.Rule);
            page.Writer.WriteString("reason", mention.Reason);
        });
        page.List("joins", reading.Events.Events.Where(happening => happening.Reasons.Count > 0), happening =>
        {
            page.Writer.WriteString("event", happening.Id);
            page.Words("reasons", happening.Reasons);
        });
        page.List("apart", reading.Events.Events.Where(happening => happening.Apart.Count > 0), happening =>
        {
            page.Writer.WriteString("event", happening.Id);
            page.Words("reasons", happening.Apart);
        });
        page.List("abstained", reading.Claims.Abstained, abstention =>
        {
            page.SpanFields(abstention.Span);
            page.Writer.WriteString("reason", abstention.Reason);
        });
        page.Writer.WriteEndObject();
    }
}
