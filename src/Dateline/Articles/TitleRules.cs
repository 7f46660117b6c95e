using System.Buffers;

namespace Dateline.Articles;

/// <summary>Finds the headline among the short lines before the story, its repetitions, labels and standfirsts, and captions that stand doubled without a credit.</summary>
internal sealed class TitleRules(Page page)
{
    private const int Most = 14;
    private static readonly SearchValues<char> Bars = SearchValues.Create("|—–·/»");
    private readonly string text = page.Text;
    private readonly NearCopies copies = page.Knowledge.Copies;

    public void Apply()
    {
        CreditedTwins();
        var candidates = Candidates(out var story);
        var chosen = Choose(candidates, story);
        if (chosen is not null)
        {
            var title = Clean(chosen);
            page.Headline = title.Span;
            Label(candidates, title, story);
        }
        else if (story)
        {
            candidates.Where(c => c.WordCount <= 3).ToList().ForEach(c => c.As(BlockKind.Boilerplate, "label"));
        }

        OtherTexts();
        BareTwins();
    }

    // A line and its copy with a credit: both stand under one picture.
    private void CreditedTwins()
    {
        for (var i = 0; i + 1 < page.Parts.Count; i++)
        {
            var (first, second) = (page.Parts[i], page.Parts[i + 1]);
            var mixed = (first.Kind is null && second.Kind == BlockKind.Caption) || (first.Kind == BlockKind.Caption && second.Kind is null);
            if (mixed && first.Span.Length < 450 && second.Span.Length < 450 && copies.Of(text, first.Span).IsNearly(copies.Of(text, second.Span)))
            {
                (first.Kind is null ? first : second).As(BlockKind.Caption, "caption-twin");
            }
        }
    }

    private void BareTwins()
    {
        for (var i = 0; i + 1 < page.Parts.Count; i++)
        {
            var (first, second) = (page.Parts[i], page.Parts[i + 1]);
            if (IsOpen(first) && IsOpen(second) && MayBeCaption(first) && MayBeCaption(second) && copies.Of(text, first.Span).IsNearly(copies.Of(text, second.Span)))
            {
                first.As(BlockKind.Caption, "caption-twin");
                second.As(BlockKind.Caption, "caption-twin");
            }
        }
    }

    private bool MayBeCaption(PagePart part) => page.IsTitleLike(part) || (part.Span.Length <= 170 && !page.IsSaying(page.WordsOf(part.Span)));

    private static bool IsOpen(PagePart part) => part.Kind is null || part.Rule == "standfirst";

    // On a page with blank lines between its paragraphs, a line right above a credited caption is the picture's other text.
    private void OtherTexts()
    {
        for (var i = 0; i + 1 < page.Parts.Count; i++)
        {
            var (part, next) = (page.Parts[i], page.Parts[i + 1]);
            var spaced = i > 0 && i + 2 < page.Parts.Count && page.Parts.Skip(i + 2).Take(4).Any(p => p.AfterBlank && Page.IsStory(p));
            if (spaced && part.Kind is null && next is { Kind: BlockKind.Caption, AfterBlank: false } && part.Paragraph != next.Paragraph && next.Rule.StartsWith("credit", StringComparison.Ordinal)
                && part.Span.Length <= 300 && !page.IsSaying(page.WordsOf(part.Span)))
            {
                part.As(BlockKind.Caption, "caption-alt");
            }
        }
    }

    // Undecided short lines before the first part that can only be the story.
    private List<PagePart> Candidates(out bool story)
    {
        var found = new List<PagePart>();
        story = false;
        foreach (var part in page.Parts)
        {
            if (part.Kind == BlockKind.Headline)
            {
                found.Add(part);
            }

            if (Page.IsStory(part) || part.Kind == BlockKind.Filed)
            {
                story = true;
                break;
            }

            if (part.Kind is null && page.IsTitleLike(part))
            {
                found.Add(part);
            }

            if (found.Count >= Most)
            {
                break;
            }
        }

        story |= page.Parts.Exists(Page.IsStory);
        return found;
    }

    private PagePart? Choose(List<PagePart> candidates, bool story)
    {
        var glued = candidates.Find(c => c.Kind == BlockKind.Headline);
        var usable = candidates.Where(c => story || c == candidates[0]).ToList();
        return glued
            ?? usable.Find(c => c.WordCount >= 5 && !IsCutBeginning(c) && !IsSiteName(c))
            ?? usable.Find(c => c.WordCount >= 4 && !IsCutBeginning(c))
            ?? usable.Find(c => c.WordCount >= 3 && !IsCutBeginning(c));
    }

    // "Example Broadcasting — News in English": few words around a sign.
    private bool IsSiteName(PagePart part) => part.WordCount <= 6 && part.Span.Of(text).IndexOfAny(Bars) >= 0;

    // A page whose beginning was lost starts with a small letter in mid-sentence.
    private bool IsCutBeginning(PagePart part) => char.IsLower(text[part.Span.Start]) && part.WordCount > 8;

    // Cuts "Section / Section / Headline" and "Headline | Example Daily".
    private PagePart Clean(PagePart part)
    {
        var at = page.Parts.IndexOf(part);
        var line = part.Span.Of(text);
        var crumb = Math.Max(line.LastIndexOf(" / "), Math.Max(line.LastIndexOf(" > "), line.LastIndexOf(" » ")));
        if (crumb > 0 && part.Span.Length - crumb > 20)
        {
            var prefix = new TextSpan(part.Span.Start, part.Span.Start + crumb + 2).Trim(text);
            page.Parts.Insert(at, new PagePart(prefix, part.Paragraph, part.AfterBlank).As(BlockKind.Boilerplate, "breadcrumb"));
            part.Span = new TextSpan(prefix.End, part.Span.End).Trim(text);
            at++;
            line = part.Span.Of(text);
        }

        var bar = line.LastIndexOf(" | ");
        if (bar > 20 && page.WordsOf(new TextSpan(part.Span.Start + bar, part.Span.End)).Count <= 5)
        {
            var suffix = new TextSpan(part.Span.Start + bar, part.Span.End).Trim(text);
            page.Parts.Insert(at + 1, new PagePart(suffix, part.Paragraph, afterBlank: false).As(BlockKind.Boilerplate, "site-name"));
            part.Span = new TextSpan(part.Span.Start, suffix.Start).Trim(text);
        }

        return part.As(BlockKind.Headline, part.Rule.Length > 0 ? part.Rule : "headline");
    }

    private void Label(List<PagePart> candidates, PagePart title, bool story)
    {
        var wording = copies.Of(text, title.Span);
        foreach (var part in candidates)
        {
            if (part == title || part.Kind is not null)
            {
                continue;
            }

            var own = copies.Of(text, part.Span);
            if (own.IsNearly(wording) || own.Holds(wording))
            {
                Clean(part).As(BlockKind.Headline, "headline-repeated");
            }
            else if (story && (part.WordCount <= 3 || part.Span.Start < title.Span.Start))
            {
                part.As(BlockKind.Boilerplate, "label");
            }
            else
            {
                part.As(BlockKind.Body, "standfirst");
            }
        }

        foreach (var part in page.Parts.Take(60).Where(p => p.Kind is null && page.IsTitleLike(p)))
        {
            if (copies.Of(text, part.Span).IsNearly(wording))
            {
                part.As(BlockKind.Headline, "headline-repeated");
            }
        }
    }
}
