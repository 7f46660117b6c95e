using System.Buffers;
using Dateline.Documents;

namespace Dateline.Articles;

/// <summary>Who wrote, published and supplied a report: as stated with it, else as its page prints outside the story.</summary>
internal sealed class PublisherRules(Page page, StatedFacts stated)
{
    private static readonly SearchValues<char> Bars = SearchValues.Create("|·(@•\n");
    private readonly string text = page.Text;
    private readonly PageKnowledge know = page.Knowledge;
    private readonly PrintedNames printed = new(page);

    /// <summary>The outlet, or null.</summary>
    public Publisher? Outlet()
    {
        if (stated.Outlet is { Length: > 0 } name)
        {
            return know.Publishers.Named(name);
        }

        return know.Publishers.OfAddress(stated.Url)
            ?? OutletIn(p => p.Rule is "outlet-line" or "site-name" or "label")
            ?? OutletIn(p => p.Rule is "outlet-lead" or "site-name", agency: true)
            ?? OutletIn(p => p.Kind == BlockKind.Promotion)
            ?? OutletIn(p => p.Kind == BlockKind.Byline)
            ?? FiledOutlet()
            ?? OutletIn(p => p.Rule is "copyright")
            ?? Printed("site-name", printed.SiteName)
            ?? Printed("byline", printed.Desk)
            ?? Address()
            ?? Printed("copyright", printed.Holder);
    }

    /// <summary>The agencies whose copy it is or carries, in text order; the agency a caption ends with only when no other is named, and never one named as the source of a picture ("Photo: XYZ").</summary>
    public IReadOnlyList<Publisher> Agencies()
    {
        var found = new List<Publisher>();
        foreach (var part in page.Parts.Where(IsCopyCredit))
        {
            AddAgencies(found, part.Span);
            if (part.Kind == BlockKind.Filed)
            {
                AddFiler(found, part.Span);
            }
            else if (found.Count == 0 && part.Rule is "agency-signature" && printed.Signature(part.Span) is { } signed)
            {
                found.Add(know.Publishers.Named(signed));
            }
        }

        foreach (var part in page.Parts.Where(p => p.Rule is "copy-line" || (p.Kind == BlockKind.Boilerplate && p.Span.Length <= 400)))
        {
            AddCopied(found, part);
        }

        // "XYZ/jd" signs with an agency's letters, or an outlet's own: it counts where nobody else is credited
        foreach (var part in page.Parts.Where(p => found.Count == 0 && p.Rule is "signature"))
        {
            AddAgencies(found, part.Span);
        }

        if (found.Count == 0 && HouseSign() is { } house)
        {
            found.Add(house);
        }

        if (found.Count == 0)
        {
            foreach (var part in page.Parts.Where(p => p is { Kind: BlockKind.Credit, Rule: "credit-agency" } && !p.Span.Of(text).Contains('/')))
            {
                AddAgencies(found, part.Span);
            }
        }

        return found;
    }

    /// <summary>The writer as printed, without "By", or null.</summary>
    public string? Byline()
    {
        foreach (var part in page.Parts)
        {
            if (part is { Kind: BlockKind.Byline, Rule: "byline" or "date-line" } && Writer(part) is { } writer)
            {
                return writer;
            }
        }

        return null;
    }

    private static bool IsCopyCredit(PagePart part) =>
        part.Kind == BlockKind.Filed
        || (part.Kind == BlockKind.Byline && part.Span.Length <= 300)
        || (part.Kind == BlockKind.Credit && part.Rule is "agency-line" or "agency-signature" or "outlet-lead")
        || part.Rule is "copyright";

    private void AddAgencies(List<Publisher> found, TextSpan span)
    {
        foreach (var known in know.Publishers.FindAll(text, page.WordsOf(span, 60)))
        {
            if (known.IsAgency && !found.Contains(known.Publisher))
            {
                found.Add(known.Publisher);
            }
        }
    }

    // ", XYZ reports." at the end of the first sentence: how some agencies sign their own copy
    private Publisher? HouseSign()
    {
        var part = page.Parts.FirstOrDefault(p => p.Kind == BlockKind.Body);
        var words = part is null ? [] : page.WordsOf(part.Span, 60);
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (text[words[i - 1].End] == ',' && know.Cues.IsWord(text, words, i, "house_sign", out var after) && after < words.Count
                && know.Cues.IsWord(text, words, after, "house_verb", out var end) && IsClosed(words[end - 1].End))
            {
                return know.Publishers.Named(new TextSpan(words[i].Start, words[after - 1].End).In(text));
            }
        }

        return null;
    }

    private bool IsClosed(int at) => at >= text.Length || text[at] is '.' or ',' or '\n';

    // "ISLEBURG (Example Broadcasting) --": who filed it, an agency for this copy whatever else it is; one the table does not have keeps its printed name
    private void AddFiler(List<Publisher> found, TextSpan filed)
    {
        var known = know.Publishers.FindAll(text, page.WordsOf(filed, 60));
        var filer = known.Exists(k => k.IsAgency) ? null
            : known.Count > 0 ? known[0].Publisher
            : printed.FiledBy(filed) is { } name ? know.Publishers.Named(name)
            : null;
        if (filer is not null && !found.Contains(filer))
        {
            found.Add(filer);
        }
    }

    // "... auto-generated from a syndicated feed - Agency": whoever it was copied from, an agency or not
    private void AddCopied(List<Publisher> found, PagePart part)
    {
        var words = page.WordsOf(part.Span, 60);
        var from = part.Rule is "copy-line" ? 0 : words.Count;
        for (var i = 0; i < words.Count && from == words.Count; i++)
        {
            from = know.Cues.IsWord(text, words, i, "copy_feed", out var after) ? after : from;
        }

        foreach (var known in know.Publishers.FindAll(text, words.GetRange(from, words.Count - from)))
        {
            if (!found.Contains(known.Publisher))
            {
                found.Add(known.Publisher);
            }
        }
    }

    // "(Example Point / Agency - 8th May)": an outlet beside an agency prints the agency's copy
    private Publisher? FiledOutlet()
    {
        foreach (var part in page.Parts.Where(p => p.Kind == BlockKind.Filed))
        {
            var known = know.Publishers.FindAll(text, page.WordsOf(part.Span, 60));
            if (known.Exists(k => k.IsAgency) && known.Find(k => !k.IsAgency) is { } outlet)
            {
                return outlet.Publisher;
            }
        }

        return null;
    }

    private Publisher? Printed(string rule, Func<PagePart, string?> name)
    {
        foreach (var part in page.Parts.Where(p => string.Equals(p.Rule, rule, StringComparison.Ordinal)).Take(5))
        {
            if (name(part) is { } words && know.Publishers.Known(words) is not { IsAgency: true })
            {
                return know.Publishers.Named(words);
            }
        }

        return null;
    }

    // the page's own short link, alone on a line
    private Publisher? Address()
    {
        foreach (var part in page.Parts.Where(p => p.Rule is "address").Take(5))
        {
            if (know.Publishers.OfAddress(part.Span.In(text)) is { } publisher)
            {
                return publisher;
            }
        }

        return null;
    }

    private Publisher? OutletIn(Func<PagePart, bool> where, bool agency = false)
    {
        var looked = 0;
        foreach (var part in page.Parts.Where(where))
        {
            var words = page.WordsOf(part.Span);
            for (var i = 0; i < words.Count; i++)
            {
                var known = know.Publishers.At(text, words, i, out var after);
                if (part.Rule is "author-note" && i > 0 && OpensSentence(words, i))
                {
                    break; // "... has also written for": where the writer worked before
                }

                if (known is not null && (agency || !known.IsAgency) && (after - i > 1 || part.Kind != BlockKind.Promotion || !OpensSentence(words, i)))
                {
                    return known.Publisher;
                }

                i = Math.Max(i, after - 1);
            }

            if (++looked >= 20)
            {
                break;
            }
        }

        return null;
    }

    private bool OpensSentence(List<PageWord> words, int i) =>
        i == 0 || text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).IndexOfAny(".!?\n") >= 0;

    // The names before the first date, label or bar.
    private string? Writer(PagePart part)
    {
        var words = page.WordsOf(part.Span, 40);
        var first = know.Cues.IsWord(text, words, 0, "by", out var after) ? after : 0;
        var start = first < words.Count ? words[first].Start : part.Span.End;
        start = first == 0 ? page.NameGluedToBy(words) ?? start : start;

        var end = start;
        for (var i = first; i < words.Count && i < first + 8; i++)
        {
            var stops = know.Dates.At(text, words, i) is not null || know.Cues.IsWord(text, words, i, "date_label", out _) || know.Cues.IsWord(text, words, i, "update_label", out _)
                || words[i].Number == PageWords.Figure || (i > first + 1 && know.Publishers.At(text, words, i, out _) is not null) || (i > first && text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).IndexOfAny(Bars) >= 0);
            if (stops)
            {
                break;
            }

            end = words[i].End;
        }

        var name = new TextSpan(start, Math.Max(start, end));
        var names = page.WordsOf(name, 9);
        var person = names.Count >= 2 && names.Count <= 8 && (first > 0 || start > part.Span.Start || part.Rule == "byline" || (names.Count <= 4 && names.TrueForAll(w => char.IsUpper(text[w.Start]))));
        person &= !name.Of(text).Contains(':') && !know.Cues.HasWord(text, names, "live");
        return person && know.Publishers.FindAll(text, names).Count == 0 && !know.Dates.Is(names, 0, "weekday") ? name.In(text) : null;
    }
}
