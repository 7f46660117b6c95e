using Dateline.Documents.Markup;

namespace Dateline.Articles.Markup;

/// <summary>What a page states about itself, read.</summary>
internal sealed class PageStatements
{
    private const string Metadata = "metadata";
    private const string Utc = "+00:00";
    private const int Rewritten = 30; // days
    private const int MostFacts = 12;
    private const int LeastRepeated = 3; // paragraphs
    private readonly PageKnowledge know;
    private readonly MetadataRules rules;
    private IReadOnlyList<string>? writers;

    public PageStatements(MarkupPage page, PageKnowledge know)
    {
        this.know = know;
        rules = new MetadataRules(page, know.Metadata);
    }

    /// <summary>Every candidate, in the order of the page, at most so many of one thing.</summary>
    public IReadOnlyList<PageFact> Facts => [.. rules.All.GroupBy(f => f.Name, StringComparer.Ordinal).SelectMany(g => g.Take(MostFacts)).OrderBy(f => f.At)];

    /// <summary>The title, or null.</summary>
    public string? Title => rules.Of("title").Select(f => f.Value.Trim()).FirstOrDefault(v => v.Length > 0);

    /// <summary>The summary, or null.</summary>
    public string? Summary => rules.Of("summary").Select(f => f.Value.Trim()).FirstOrDefault(v => v.Length > 0);

    /// <summary>The section, or null.</summary>
    public string? Section => rules.Of("section").Select(f => f.Value.Trim()).FirstOrDefault(v => v.Length is > 0 and < 100);

    /// <summary>The address the page gives itself, or null.</summary>
    public string? Address => rules.Of("address").Select(f => f.Value).FirstOrDefault(v => Uri.TryCreate(v, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");

    /// <summary>The writers, or null.</summary>
    public string? Byline
    {
        get
        {
            var first = rules.Of("byline").FirstOrDefault(f => IsName(f.Value));
            return first is null ? null : string.Join(", ", rules.Of("byline").Where(f => string.Equals(f.From, first.From, StringComparison.Ordinal) && IsName(f.Value)).Select(f => Name(f.Value)).Distinct(StringComparer.Ordinal).Take(6));
        }
    }

    /// <summary>The writers: as printed, unless the page states others.</summary>
    /// <param name="printed">What it prints, or null.</param>
    public string? BylineOr(string? printed) =>
        Byline is not { } own || (printed is not null && (Writers.Count == 0 || Writers.Any(w => printed.Contains(w, StringComparison.OrdinalIgnoreCase)))) ? printed : own;

    /// <summary>The names of the writers that are stated.</summary>
    public IReadOnlyList<string> Writers => writers ??= [.. rules.Of("byline").Select(f => Name(f.Value)).Where(v => IsName(v) && v.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(8)];

    /// <summary>True when the page says that it is a live blog.</summary>
    public bool IsLive => rules.Of("live").Any();

    /// <summary>The outlet, or null.</summary>
    public Publisher? Outlet
    {
        get
        {
            var names = rules.Of("outlet").Select(f => f.Value.Trim().TrimStart('@')).Where(v => v.Length is > 1 and < 80).ToList();
            return names.Select(n => know.Publishers.Known(n)?.Publisher).FirstOrDefault(p => p is not null) ?? (names.Count > 0 ? know.Publishers.Named(names[0]) : null);
        }
    }

    /// <summary>When it was published, or null.</summary>
    /// <param name="printed">The publication date its text prints.</param>
    /// <param name="dates">All dates printed beside its headline, and whether they are said to be of an update.</param>
    public PublicationDate? Published(Func<PublicationDate?> printed, IReadOnlyList<(PublicationDate Date, bool Updated)> dates)
    {
        if (First("published") is not { } stated)
        {
            return printed() ?? OfAddress();
        }

        // A page rewritten long after it was first published prints the day of that.
        var rewritten = dates.FirstOrDefault(d => d.Updated && NodaTime.Period.DaysBetween(stated.Date, d.Date.Date) >= Rewritten).Date;
        if (dates.Any(d => d.Date.Date == stated.Date))
        {
            return stated;
        }

        if (rewritten is not null && Updated()?.Date == rewritten.Date)
        {
            return rewritten;
        }

        // Stated in UTC, printed in the outlet's own zone: the day is the one that is printed.
        return stated is { Zone: null or Utc, Time: not null } && printed() is { } shown && !dates.Any(d => d.Updated && d.Date.Span == shown.Span) && Math.Abs(NodaTime.Period.DaysBetween(stated.Date, shown.Date)) == 1 ? shown : stated;
    }

    // https://example.org/news/2025/03/14/title.html
    private PublicationDate? OfAddress()
    {
        if (Address is not { } address || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var day = parts[i].Length >= 10 && parts[i][4] == '-' ? parts[i][..10]
                : i + 2 < parts.Length && parts[i].Length == 4 && parts[i + 1].Length <= 2 && parts[i + 2].Length <= 2 ? $"{parts[i]}-{parts[i + 1].PadLeft(2, '0')}-{parts[i + 2].PadLeft(2, '0')}"
                : null;
            if (day is not null && Documents.StatedDate.Parse(day) is { } found && found.Date.Year is > 1990 and < 2100)
            {
                return new PublicationDate(found.Date, null, null, Metadata, null);
            }
        }

        return null;
    }

    /// <summary>When it was changed, or null.</summary>
    public PublicationDate? Updated() => First("updated");

    /// <summary>What the statements say about how whole the page is.</summary>
    public IEnumerable<string> Flags(MarkupPage page, Article article)
    {
        if (page.IsCut)
        {
            yield return "cut";
        }

        if (rules.Of("free").Any(f => f.Value is "false" or "False" or "locked" or "metered"))
        {
            yield return "paywalled";
        }

        if (rules.Of("published").Select(f => PublicationRules.Read(know, f.Value.Trim(), Metadata)?.Date).Where(d => d is not null).Distinct().ToList() is { Count: > 1 } days
            && NodaTime.Period.DaysBetween(days.Min()!.Value, days.Max()!.Value) > 1)
        {
            yield return "dates_disagree";
        }

        if (article.Blocks.Count(b => b is { Kind: BlockKind.Body, DuplicateOf: { } of } && article.Blocks[of].Kind == BlockKind.Body) >= LeastRepeated)
        {
            yield return "repeated_text";
        }
    }

    private bool IsName(string value) => Name(value).Length is > 2 and < 100 && !value.Contains("://", StringComparison.Ordinal) && !value.StartsWith('@') && know.Publishers.Known(Name(value)) is null;

    private static string Name(string value) => value.Trim([' ', ',', '|', '-', '\u00a0']);

    private PublicationDate? First(string name) => rules.Of(name).Select(f => PublicationRules.Read(know, f.Value.Trim(), Metadata)).FirstOrDefault(d => d is not null);
}
