namespace Dateline.Articles.Markup;

/// <summary>Roles of a page's blocks that depend on their neighbours; then everything left is the story.</summary>
internal sealed class MarkupSections(Page page, Layout layout)
{
    private const int LongestHeading = 90;
    private const int LongestNote = 400;
    private const int Notes = 4; // paragraphs at the end that may be about the writer
    private const int LeastRepeated = 30;

    private readonly List<PagePart> parts = page.Parts;

    /// <summary>Decides what is left.</summary>
    public void Apply()
    {
        Repeats();
        Lists();
        Sections();
        AuthorNotes();
        Tail();
        Headings();
        new SectionRules(page).Story();
    }

    private string TagOf(PagePart part) => layout.Page.Boxes[layout.Page.Blocks[part.Paragraph].Box].Tag;

    private bool IsSolid(PagePart part) => part.Kind is null && layout.Weight(part.Paragraph) > 0;

    private bool IsHeading(PagePart part) =>
        part.Kind is null && part.Span.Length <= LongestHeading && (Layout.IsHeading(TagOf(part)) || (!part.EndsSentence && TagOf(part) is not "li" && page.Text[part.Span.End - 1] is not (':' or ',')));

    // Words of the story set large a second time.
    private void Repeats()
    {
        foreach (var part in parts)
        {
            if (part.Kind is null && part.Span.Length >= LeastRepeated && IsQuoteBox(layout.Page.Blocks[part.Paragraph].Box))
            {
                var words = part.Span.Of(page.Text).Trim("\"“”‘’' ");
                var once = page.Text.AsSpan(0, part.Span.Start).Contains(words, StringComparison.OrdinalIgnoreCase) || page.Text.AsSpan(part.Span.End).Contains(words, StringComparison.OrdinalIgnoreCase);
                _ = once ? part.As(BlockKind.Boilerplate, "markup:pull-quote") : part;
            }
        }
    }

    private bool IsQuoteBox(int box)
    {
        for (var steps = 0; box >= 0 && steps < 4; box = layout.Page.Boxes[box].Parent, steps++)
        {
            if ((layout.RoleOf(box) & MarkupRole.Quote) != MarkupRole.None || layout.Page.Boxes[box].Tag is "aside")
            {
                return true;
            }
        }

        return false;
    }

    // A list of which most entries are links is a list of other stories, with the line above it.
    private void Lists()
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (!IsEntry(parts[i]))
            {
                continue;
            }

            var end = i;
            var (length, links) = (0, 0);
            for (; end < parts.Count && IsEntry(parts[end]); end++)
            {
                length += parts[end].Span.Length;
                links += layout.Page.Blocks[parts[end].Paragraph].LinkLength;
            }

            if (links * 2 > length && end - i >= 2)
            {
                Label(i, end);
            }

            i = end - 1;
        }
    }

    private bool IsEntry(PagePart part) => TagOf(part) is "li" && part.Kind is null or BlockKind.Related;

    private void Label(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            _ = parts[i].Kind is null ? parts[i].As(BlockKind.Related, "markup:list") : parts[i];
        }

        if (from > 0 && IsHeading(parts[from - 1]))
        {
            parts[from - 1].As(BlockKind.Related, "markup:list-heading");
        }
    }

    // What follows a line that announces other stories, as long as it is links or titles.
    private void Sections()
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (!parts[i].OpensSection)
            {
                continue;
            }

            for (var next = i + 1; next < parts.Count && (parts[next].Kind is not null || !IsSolid(parts[next]) || HasLinks(parts[next])); next++)
            {
                _ = parts[next].Kind is null ? parts[next].As(parts[i].Kind!.Value, "list-item") : parts[next];
            }
        }
    }

    private bool HasLinks(PagePart part)
    {
        var block = layout.Page.Blocks[part.Paragraph];
        return block.Links > 0 && block.LinkLength * 3 >= block.Span.Length;
    }

    private void AuthorNotes()
    {
        var seen = 0;
        for (var i = parts.Count - 1; i >= 0 && seen < Notes; i--)
        {
            if (parts[i].Kind is not null)
            {
                continue;
            }

            seen++;
            var words = page.WordsOf(parts[i].Span, 80);
            if (parts[i].Span.Length <= LongestNote && page.Knowledge.Cues.HasWord(page.Text, words, "reach"))
            {
                parts[i].As(BlockKind.Byline, "author-note");
            }
        }
    }

    // Behind the last paragraph: links lead to other stories.
    private void Tail()
    {
        for (var i = parts.Count - 1; i >= 0 && !IsSolid(parts[i]); i--)
        {
            if (parts[i].Kind is null && HasLinks(parts[i]))
            {
                parts[i].As(BlockKind.Related, "markup:tail");
            }
        }
    }

    // A heading with nothing below it headed something that was taken away.
    private void Headings()
    {
        var level = 0;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            if (parts[i].Kind is not null)
            {
                continue;
            }

            var tag = TagOf(parts[i]);
            var own = Layout.IsHeading(tag) ? tag[1] - '0' : IsHeading(parts[i]) && level == 0 ? 7 : 0;
            if (own == 0)
            {
                level = 9;
            }
            else if (level == 0 || (own < 7 && level <= own))
            {
                parts[i].As(BlockKind.Boilerplate, "markup:heading-alone");
            }
            else
            {
                level = own;
            }
        }
    }
}
