using Dateline.Articles.Markup;
using Dateline.Documents;
using NodaTime;

namespace Dateline.Articles;

/// <summary>When a report was published and filed: as stated with it, else as its page prints. Nothing is guessed.</summary>
internal sealed class PublicationRules(Page page, StatedFacts stated, PageStatements? statements = null)
{
    // What the command line states holds for inputs that do not state it themselves.
    private const string Argument = "argument";

    private const int YearReach = 45;
    private const int FooterParts = 4;
    private const int StoryParagraphs = 3;
    private const int MostBylines = 20;
    private readonly string text = page.Text;
    private readonly PageKnowledge know = page.Knowledge;

    /// <summary>The publication date, or null.</summary>
    public PublicationDate? Published() => stated.PublishedFrom is Argument ? OfMarkup() ?? OfPage() ?? Stated() : Stated() ?? OfMarkup() ?? OfPage();

    private PublicationDate? OfMarkup() => statements?.Published(OfPage, Printed());

    // Every full date of the lines about writer and date.
    private List<(PublicationDate Date, bool Updated)> Printed() =>
    [
        .. page.Parts.Where(p => p.Kind == BlockKind.Byline).Take(MostBylines).SelectMany(Dates)
            .Select(d => (new PublicationDate(d.Date.Date!.Value, d.Date.Time, d.Date.Zone, "text", d.Date.Span), d.Label == Label.Updated)),
    ];

    /// <summary>The dateline; its year is taken from the publication date when it prints none and the two are near.</summary>
    public Filing? Filed(PublicationDate? published) =>
        page.Filing is not { } filing ? null : new Filing(filing.Place.In(text), filing.Date is { } date ? DateOf(date, published) : null, filing.Span)
        {
            DayOfYear = published is null && filing.Date is { Year: null, Ambiguous: false } day ? new AnnualDate(day.Month, day.Day) : null,
        };

    private PublicationDate? Stated()
    {
        if (stated.Published is not { Length: > 0 } words)
        {
            return null;
        }

        return Read(know, words, stated.PublishedFrom ?? "metadata");
    }

    /// <summary>Reads a date that was stated outside the text, or null when it is none.</summary>
    public static PublicationDate? Read(PageKnowledge know, string words, string from)
    {
        // 2025-02-28T10:00:00.000Z reads as "2025-02-28 10:00:00 UTC".
        var plain = words.Length > 10 && words[10] is 'T' or 't' ? words[..10] + " " + words[11..] : words;
        var fraction = plain.Length > 20 && plain[19] == '.' && plain[10] == ' ' ? plain.AsSpan(20).IndexOfAnyExceptInRange('0', '9') : 0;
        plain = fraction < 0 ? plain[..19] : fraction > 0 ? plain.Remove(19, fraction + 1) : plain;
        plain = plain.EndsWith('Z') ? plain[..^1] + " UTC" : plain;
        var list = new List<PageWord>();
        know.Words.Scan(plain, new TextSpan(0, Math.Min(plain.Length, 80)), list, 30);
        var found = know.Dates.FindAll(plain, list);
        return found.Count > 0 && found[0].Date is { } date ? new PublicationDate(date, found[0].Time, found[0].Zone, from, null) : null;
    }

    private PublicationDate? OfPage()
    {
        PageDate? labelled = null;
        PageDate? first = null;
        PageDate? footer = null;
        PageDate? updated = null;
        var paragraphs = 0;
        for (var i = 0; i < page.Parts.Count; i++)
        {
            var part = page.Parts[i];
            paragraphs += part.Kind == BlockKind.Body && part.Rule is "paragraph" ? 1 : 0;
            var story = paragraphs >= StoryParagraphs;
            if (part.Kind != BlockKind.Byline)
            {
                continue;
            }

            foreach (var (date, label) in Dates(part))
            {
                var update = label == Label.Updated;
                updated ??= update ? date : (PageDate?)null;
                labelled ??= label == Label.Published ? date : (PageDate?)null;
                first ??= update || story ? (PageDate?)null : date;
                footer ??= update || i < page.Parts.Count - FooterParts ? (PageDate?)null : date;
            }
        }

        first = labelled ?? first;
        if (first is null && page.Tag is { } tag)
        {
            return new PublicationDate(tag.Date, null, null, "text", tag.Span);
        }

        var chosen = first ?? footer ?? (page.Filing?.Date is { IsFull: true } filed ? filed : (PageDate?)null) ?? updated;
        return chosen is { } found ? new PublicationDate(found.Date!.Value, found.Time, found.Zone, "text", found.Span) : null;
    }

    private enum Label
    {
        None,
        Published,
        Updated,
    }

    // Full dates of a byline, and what the word before each says of it.
    private IEnumerable<(PageDate Date, Label Label)> Dates(PagePart part)
    {
        var words = page.WordsOf(part.Span, 60);
        var label = Label.None;
        for (var i = 0; i < words.Count; i++)
        {
            if (know.Cues.IsWord(text, words, i, "update_label", out _))
            {
                label = Label.Updated;
            }
            else if (know.Cues.IsWord(text, words, i, "date_label", out _))
            {
                label = Label.Published;
            }

            if (know.Dates.At(text, words, i) is { } date)
            {
                if (Settled(date) is { IsFull: true } full)
                {
                    yield return (full, label);
                }

                i = date.After - 1;
            }
        }
    }

    // A date that reads two ways is settled by the dateline or the crawl tag when one reading falls beside it and the other does not.
    private PageDate Settled(PageDate date)
    {
        if (!date.Ambiguous)
        {
            return date;
        }

        var (one, other) = (date with { Ambiguous = false }, date.Swapped with { Ambiguous = false });
        var (near, nearOther) = (IsNear(one), IsNear(other));
        return near == nearOther ? date : near ? one : other;
    }

    private bool IsNear(PageDate date) =>
        (page.Filing?.Date is { } filed && filed.Month == date.Month && Math.Abs(filed.Day - date.Day) <= 1)
        || (page.Tag is { } tag && Math.Abs(Period.DaysBetween(date.Date!.Value, tag.Date)) <= 2);

    private static LocalDate? DateOf(PageDate date, PublicationDate? published)
    {
        if (date.Date is { } full)
        {
            return full;
        }

        if (published is null)
        {
            return null;
        }

        for (var year = published.Date.Year - 1; year <= published.Date.Year + 1; year++)
        {
            if (year is >= 1 and <= 9999 && date.Day <= CalendarSystem.Iso.GetDaysInMonth(year, date.Month))
            {
                var day = new LocalDate(year, date.Month, date.Day);
                if (Math.Abs(Period.DaysBetween(day, published.Date)) <= YearReach)
                {
                    return day;
                }
            }
        }

        return null;
    }
}
