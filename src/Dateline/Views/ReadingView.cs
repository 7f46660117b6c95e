using Dateline.Annotations.Attributions;
using Dateline.Articles;
using Dateline.Claims;
using Dateline.Events;

namespace Dateline.Views;

/// <summary>One reading arranged for people: a head, a card per event, findings, tallies, and what belongs to no event.</summary>
/// <param name="Source">The report's source.</param>
/// <param name="Head">Outlet, published, filed, agencies, title and flags: label and words, only what is known.</param>
/// <param name="Cards">Events, news first.</param>
/// <param name="Findings">What the checks say.</param>
/// <param name="Tallies">What is counted.</param>
/// <param name="Statements">Attributions and claims that belong to no event, in text order.</param>
/// <param name="LeftOut">Words where an event could have been made and was not, each with the reason; for --explain.</param>
public sealed record ReadingView(
    string Source,
    IReadOnlyList<Fact> Head,
    IReadOnlyList<EventCard> Cards,
    IReadOnlyList<FindingLine> Findings,
    IReadOnlyList<TallyLine> Tallies,
    IReadOnlyList<StatementLine> Statements,
    IReadOnlyList<Fact> LeftOut)
{
    /// <summary>Arranges a reading.</summary>
    public static ReadingView Of(Reading reading)
    {
        var text = reading.Article.Text;
        return new ReadingView(
            reading.Document.Origin,
            [.. HeadOf(reading.Article)],
            [.. reading.Events.Events.Select(happening => EventCard.Of(happening, text))],
            [.. reading.Findings.Select(finding => new FindingLine(finding.Check, ValueWords.Spaced(finding.Severity), finding.Message, finding.Claims))],
            [.. reading.Events.Tallies.Select(tally => TallyOf(tally, text))],
            [.. StatementsOf(reading)],
            [.. reading.Claims.Abstained.Select(abstention => new Fact(ValueWords.OneLine(abstention.Span.In(text)), abstention.Reason))]);
    }

    private static IEnumerable<Fact> HeadOf(Article article)
    {
        yield return new Fact("title", article.Title is { } title ? ValueWords.OneLine(title) : "none found");
        yield return new Fact("outlet", article.Outlet is { } outlet ? outlet.Name + (outlet.Owner is { } owner ? $" (owner: {owner})" : "") : "unknown");
        yield return new Fact("published", article.Published is { } day ? PublishedWords(day) : "unknown: dates that need it stay unresolved");
        if (article.Updated is { } changed && changed.Date != article.Published?.Date)
        {
            yield return new Fact("updated", PublishedWords(changed));
        }

        if (article.Agencies.Count > 0)
        {
            yield return new Fact("copy of", string.Join(", ", article.Agencies.Select(agency => agency.Name)));
        }

        if (article.Filed is { } filed)
        {
            yield return new Fact("filed", filed.Place + (filed.Date is { } date ? ", " + date.ToString("uuuu'-'MM'-'dd", null) : ""));
        }

        if (article.Flags.Count > 0)
        {
            yield return new Fact("flags", string.Join(", ", article.Flags.Select(ValueWords.Spaced)));
        }
    }

    private static string PublishedWords(PublicationDate day) =>
        day.Date.ToString("uuuu'-'MM'-'dd", null)
        + (day.Time is { } time ? " " + time.ToString("HH':'mm", null) : "")
        + (day.Zone is { } zone ? " " + zone : "")
        + $" (from {day.From})";

    private static TallyLine TallyOf(NumberedTally numbered, string text)
    {
        var tally = numbered.Tally;
        return new TallyLine(
            tally.Number,
            tally.Counts is { } counts ? ValueWords.Spaced(counts) : "unknown kind",
            tally.Since?.ToString("uuuu'-'MM'-'dd", null) ?? "unknown",
            ValueWords.Of(tally.AccordingTo),
            ValueWords.OneLine(tally.Evidence.In(text)),
            numbered.Event);
    }

    private static IEnumerable<StatementLine> StatementsOf(Reading reading)
    {
        var text = reading.Article.Text;
        var used = reading.Events.Events
            .SelectMany(happening => happening.Claims)
            .Select(claim => claim.Claim.Attribution)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var triggers = reading.Events.Events.SelectMany(happening => happening.Mentions).Select(mention => mention.Trigger).ToList();
        var statements = reading.Annotations.Attributions
            .Where(attribution => !used.Contains(attribution.Id) && !triggers.Exists(attribution.Covers))
            .Select(attribution => (attribution.Span, Line: StatementOf(attribution, text)));
        var loose = reading.Events.Loose.Select(claim => (Span: claim.Claim.Evidence[0], Line: LooseOf(claim.Claim, text)));
        return statements.Concat(loose).OrderBy(item => item.Span).Select(item => item.Line);
    }

    private static StatementLine StatementOf(Attribution attribution, string text) => new(
        attribution.Speaker is { } speaker ? ValueWords.Of(speaker) : Words(attribution.Source, text) is { Length: > 0 } source ? source : "nobody named",
        ValueWords.Spaced(attribution.Stance),
        Words(attribution.Content, text),
        attribution.Rule);

    private static StatementLine LooseOf(Claim claim, string text) => new(
        ValueWords.Of(claim.AccordingTo),
        $"{ValueWords.Spaced(claim.Role)}: {ValueWords.Of(claim.Value, text)}{EventCard.Doubt(claim)}",
        Words(claim.Evidence, text),
        claim.Rule);

    /// <summary>The exact words, on one line; parts that stand apart are joined by an ellipsis in brackets.</summary>
    internal static string Words(IEnumerable<TextSpan> spans, string text) => string.Join(" […] ", spans.Select(span => ValueWords.OneLine(span.In(text))));
}

/// <summary>A label and what is known under it.</summary>
public sealed record Fact(string Label, string Words);

/// <summary>One finding.</summary>
public sealed record FindingLine(string Check, string Severity, string Message, IReadOnlyList<string> Claims);

/// <summary>One tally.</summary>
/// <param name="Number">The ordinal.</param>
/// <param name="Counts">What is counted.</param>
/// <param name="Since">First day of its period, or "unknown".</param>
/// <param name="AccordingTo">Whose tally it is.</param>
/// <param name="Words">The exact words.</param>
/// <param name="Event">The event it counts, or null.</param>
public sealed record TallyLine(int Number, string Counts, string Since, string AccordingTo, string Words, string? Event);

/// <summary>One statement that belongs to no event.</summary>
/// <param name="Speaker">Who.</param>
/// <param name="Stance">What they do, or the role and value of a claim.</param>
/// <param name="Words">The exact words.</param>
/// <param name="Rule">The rule that made it.</param>
public sealed record StatementLine(string Speaker, string Stance, string Words, string Rule);
