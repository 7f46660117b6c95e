using System.Globalization;
using System.Text;
using Dateline.Articles;
using Dateline.Events;
using Dateline.Views;

namespace Dateline.Tests.Whole;

/// <summary>A reading as lines, one per claim, tally, finding and block that is not body: what a change did shows in a diff.</summary>
internal static class Golden
{
    private const int LongestBlock = 60;

    public static string Of(Reading reading)
    {
        var lines = new StringBuilder();
        Report(lines, reading);
        foreach (var entry in reading.Entries)
        {
            Line(lines, "entry", entry.Document.Origin);
            Report(lines, entry);
        }

        return lines.ToString();
    }

    private static void Report(StringBuilder lines, Reading reading)
    {
        var text = reading.Article.Text;
        Facts(lines, reading.Article);
        foreach (var happening in reading.Events.Events)
        {
            var words = string.Join(" … ", happening.Mentions.Select(mention => mention.Trigger.In(text)));
            Line(lines, $"{Name(happening)}", "event", Plover(happening.Plover), "", "", Quoted(words));
            foreach (var claim in happening.Claims)
            {
                Claim(lines, Name(happening), claim, text);
            }
        }

        foreach (var claim in reading.Events.Loose)
        {
            Claim(lines, "no event", claim, text);
        }

        foreach (var (tally, happening) in reading.Events.Tallies)
        {
            var since = tally.Since?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "unknown";
            Line(lines, $"tally {happening ?? "of no event"}", $"number {tally.Number} of {tally.Counts ?? "?"}", $"since {since}", ValueWords.Of(tally.AccordingTo), "", Quoted(tally.Evidence.In(text)));
        }

        foreach (var finding in reading.Findings)
        {
            var computed = string.Join(", ", finding.Computed.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Key} {(figure.Value is IReadOnlyList<string> list ? string.Join(" + ", list) : figure.Value ?? "unknown")}")));
            Line(lines, "finding", finding.Check, finding.Severity.ToString().ToLowerInvariant(), computed, "", finding.Message);
        }
    }

    private static void Facts(StringBuilder lines, Article article)
    {
        var published = article.Published is { } p
            ? string.Join(' ', new[] { p.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), p.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), p.Zone?.ToString() }.Where(part => part is not null))
            : "unknown";
        Line(lines, "report", "title", article.Title ?? "unknown");
        Line(lines, "report", "published", published);
        Line(lines, "report", "filed", article.Filed is { } filed ? filed.Place + (filed.Date is { } day ? " " + day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : "") : "unknown");
        Line(lines, "report", "outlet", article.Outlet?.Name ?? "unknown");
        Line(lines, "report", "agencies", string.Join(", ", article.Agencies.Select(agency => agency.Name)));
        Line(lines, "report", "flags", string.Join(", ", article.Flags));
        foreach (var block in article.Blocks.Where(block => block.Kind != BlockKind.Body))
        {
            var words = ValueWords.OneLine(block.Span.In(article.Text));
            Line(lines, "block", block.Kind.ToString().ToLowerInvariant() + (block.DuplicateOf is { } first ? $", again as {first}" : ""), words.Length > LongestBlock ? words[..LongestBlock] + "…" : words);
        }
    }

    private static void Claim(StringBuilder lines, string name, NumberedClaim numbered, string text)
    {
        var claim = numbered.Claim;
        var words = string.Join(" … ", claim.Evidence.Select(span => span.In(text)));
        Line(lines, name, claim.Role, ValueWords.Of(claim.Value, text), ValueWords.Of(claim.AccordingTo), (claim.Inferred ? "inferred, " : "") + claim.Factuality.ToString().ToLowerInvariant(), Quoted(words));
    }

    private static string Name(Event happening) => $"{happening.Id} {happening.Kind} {happening.Status.ToString().ToLowerInvariant()}";

    private static string Plover(PloverCode code) => string.Join('/', new[] { code.Type, code.Mode }.Where(part => part is not null));

    private static string Quoted(string words) => "\"" + words + "\"";

    private static void Line(StringBuilder lines, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            lines.Append(i == 0 ? "" : " | ").Append(ValueWords.OneLine(cells[i]));
        }

        lines.Append('\n');
    }
}
