namespace Dateline.Articles;

/// <summary>Roles that depend on neighbours: lists under a heading, readers' comments, teasers and tags after the end, entries of live blogs; then everything left is the story.</summary>
internal sealed class SectionRules(Page page)
{
    private const int LeastTitle = 6; // words of another story's title; a heading has fewer
    private const int MostTitle = 16;
    private const int LeastParagraph = 10;

    private readonly string text = page.Text;
    private List<PagePart> parts = page.Parts;

    public void Apply()
    {
        Lists();
        Comments();
        LiveEntries();
        Tail();
        InnerTitles();
        new TitleRuns(page).Apply();
        Story();
    }

    private void Lists()
    {
        var story = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            story += Page.IsStory(parts[i]) ? 1 : 0;
            if (story == 0)
            {
                continue;
            }

            if (parts[i].OpensRest && (story > 1 || !parts.Skip(i).Take(30).Any(Page.IsStory)))
            {
                Rest(i + 1);
                return;
            }

            if (parts[i].OpensSection)
            {
                i = List(i + 1, parts[i].Kind!.Value) - 1;
            }
        }
    }

    private void Rest(int from)
    {
        for (var i = from; i < parts.Count; i++)
        {
            if (parts[i].Kind is null)
            {
                parts[i].As(BlockKind.Boilerplate, "reader-comment");
            }
        }
    }

    private int List(int from, BlockKind kind)
    {
        var i = from;
        while (i < parts.Count && !(i > from && parts[i].AfterBlank && !parts[i - 1].AfterBlank))
        {
            if (parts[i].Kind is null && page.IsTitleLike(parts[i]))
            {
                parts[i].As(kind, "list-item");
            }
            else if (parts[i].Kind is not (BlockKind.Related or BlockKind.Boilerplate))
            {
                break;
            }

            i++;
        }

        return i;
    }

    // Comments stand before their votes, back to the votes before, a copyright line or other debris; only the nearest one when nothing bounds them.
    private void Comments()
    {
        var stop = -1;
        var seen = false;
        for (var i = 0; i < parts.Count; i++)
        {
            if (string.Equals(parts[i].Rule, "votes", StringComparison.Ordinal))
            {
                var from = stop >= 0 ? stop + 1 : i - 1;
                for (var j = Math.Max(0, from); j < i; j++)
                {
                    if (parts[j].Kind is null)
                    {
                        parts[j].As(BlockKind.Boilerplate, "reader-comment");
                    }
                }

                (stop, seen) = (i, true);
            }
            else if (string.Equals(parts[i].Rule, "copyright", StringComparison.Ordinal))
            {
                stop = i;
            }
        }

        if (seen)
        {
            Rest(stop + 1);
        }
    }

    private void LiveEntries()
    {
        var stamps = new List<int>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (ClockEnd(parts[i]) is not null)
            {
                stamps.Add(i);
            }
        }

        if (stamps.Count < 3)
        {
            return;
        }

        page.IsLive = true;
        var all = parts.GetRange(0, stamps[0]);
        foreach (var part in parts.Skip(stamps[0]))
        {
            if (ClockEnd(part) is not { } end)
            {
                all.Add(part.Kind is null or BlockKind.Headline ? part.As(BlockKind.Related, "live-entry") : part);
                continue;
            }

            var rest = new TextSpan(end, part.Span.End).Trim(text);
            part.Span = new TextSpan(part.Span.Start, end).Trim(text);
            all.Add(part.As(BlockKind.Byline, "live-stamp"));
            if (rest.Length > 0)
            {
                all.Add(new PagePart(rest, part.Paragraph, part.AfterBlank).As(BlockKind.Related, "live-entry"));
            }
        }

        parts = all;
        page.Parts = all;
    }

    // Where the clock time ends that a line begins with or consists of; null when it does not begin so.
    private int? ClockEnd(PagePart part)
    {
        if (!char.IsAsciiDigit(text[part.Span.Start]) || part.Kind is BlockKind.Filed or BlockKind.Related)
        {
            return null;
        }

        var words = page.WordsOf(part.Span, 12);
        if (!page.Knowledge.Dates.Clock(text, words, 0, out _, out _, out var after))
        {
            return null;
        }

        var title = after >= words.Count || (char.IsUpper(text[words[after].Start]) && words[after].Start - words[after - 1].End <= 5);
        return title ? words[after - 1].End : null;
    }

    // Titles and tags that hang on after the end of the story.
    private void Tail()
    {
        var end = parts.Count;
        while (end > 0 && (parts[end - 1].Kind is not null || page.IsTitleLike(parts[end - 1])))
        {
            end--;
        }

        if (end == 0)
        {
            return;
        }

        var after = parts.GetRange(end, parts.Count - end).Where(p => p.Kind is null).ToList();
        var closed = parts.Skip(end).Any(p => p.Rule is "copyright" or "end-mark" or "signature" or "agency-signature");
        if (after.Count >= 3 && after.TrueForAll(p => p.WordCount <= 4))
        {
            after.ForEach(p => p.As(BlockKind.Boilerplate, "tags"));
            return;
        }

        // The last line may be cut, so one line in title case tells of the others.
        var titles = after.Count(IsTitleCase);
        var listed = after.Count >= 2 && parts.Skip(end).Any(p => p.Kind is BlockKind.Promotion or BlockKind.Related);
        if (listed || (after.Count >= 2 && titles >= 1 && titles * 2 >= after.Count) || closed)
        {
            after.ForEach(p => p.As(BlockKind.Related, "teaser"));
        }
    }

    // A title of several words alone between paragraphs of the story announces another story; a short one heads what follows.
    private void InnerTitles()
    {
        for (var i = 1; i + 1 < parts.Count; i++)
        {
            var part = parts[i];
            if (part.Kind is null && !part.EndsSentence && part.WordCount is >= LeastTitle and <= MostTitle && IsParagraph(parts[i - 1]) && IsParagraph(parts[i + 1])
                && char.IsUpper(text[part.Span.Start]) && char.IsUpper(FirstLetter(parts[i + 1])) && text[part.Span.End - 1] is not (',' or ';' or ':'))
            {
                part.As(BlockKind.Related, "inner-title");
            }
        }
    }

    private static bool IsParagraph(PagePart part) => part is { Kind: null, EndsSentence: true, WordCount: >= LeastParagraph };

    private char FirstLetter(PagePart part)
    {
        foreach (var character in part.Span.Of(text))
        {
            if (char.IsLetter(character))
            {
                return character;
            }
        }

        return ' ';
    }

    private bool IsTitleCase(PagePart part)
    {
        var words = page.WordsOf(part.Span);
        var (longer, capitals) = (0, 0);
        foreach (var word in words.Where(w => w.Length > 3))
        {
            longer++;
            capitals += char.IsUpper(text[word.Start]) ? 1 : 0;
        }

        return longer >= 4 && capitals == longer;
    }

    /// <summary>What is left undecided is the story.</summary>
    public void Story()
    {
        var labels = parts.Where(p => p.Rule == "label").Take(20).Select(p => p.Span.In(text)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.Kind is null && part.WordCount <= 4 && part.Span.Length <= 60 && labels.Contains(part.Span.In(text)))
            {
                part.As(BlockKind.Boilerplate, "label");
            }
            else if (part.Kind is null)
            {
                var heading = !part.EndsSentence && part.WordCount <= 14 && i + 1 < parts.Count && !char.IsLower(text[part.Span.Start]) && text[part.Span.End - 1] is not (',' or ';' or ':');
                part.As(BlockKind.Body, heading ? "subheading" : "paragraph");
            }
        }
    }
}
