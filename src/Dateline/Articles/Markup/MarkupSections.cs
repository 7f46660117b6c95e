namespace Dateline.Articles.Markup;

/// <summary>Roles of a page's blocks that depend on their neighbours; then everything left is the story.</summary>
internal sealed class MarkupSections(Page page, Layout layout, PageStatements statements)
{
    private const int LongestHeading = 90;
    private const int MostHeading = 8; // words of one that is not marked as such
    private const int LongestNote = 400;
    private const int Notes = 4; // paragraphs at the end that may be about the writer
    private const int LeastRepeated = 30;
    private const int MostQuotes = 40;
    private const int MostStated = 70; // per cent of the running text
    private const int MostMail = 25; // words of a line with an address

    private readonly List<PagePart> parts = page.Parts;
    private Dictionary<int, string> stamps = [];

    /// <summary>What the elements of a live blog's stamps state, by the position of the stamp.</summary>
    public IReadOnlyDictionary<int, string> Stamps => stamps;

    /// <summary>Decides what is left.</summary>
    public void Apply()
    {
        Repeats();
        Titles();
        if (new LiveEntries(page, layout, statements.IsLive).Apply(out stamps))
        {
            new SectionRules(page).Story();
            return;
        }

        Behind();
        Lists();
        Sections();
        AuthorNotes();
        Sources();
        Tail();
        Announcements();
        Headings();
        new SectionRules(page).Story();
    }

    private string TagOf(PagePart part) => layout.Page.Boxes[layout.Page.Blocks[part.Paragraph].Box].Tag;

    private bool IsSolid(PagePart part) => part.Kind is null && layout.Weight(part.Paragraph) > 0;

    private bool IsHeading(PagePart part) =>
        part.Kind is null && part.Span.Length <= LongestHeading && (Layout.IsHeading(TagOf(part)) || (!part.EndsSentence && part.WordCount <= MostHeading && TagOf(part) is not "li" && page.Text[part.Span.End - 1] is not (':' or ',')));

    // No heading is a caption, whatever words it begins with.
    private void Titles()
    {
        foreach (var part in parts.Where(p => p.Kind == BlockKind.Caption && Layout.IsHeading(TagOf(p))))
        {
            part.As(BlockKind.Related, "markup:title");
        }
    }

    // A heading or label right above other stories, in an element that tells nothing, announces them.
    private void Announcements()
    {
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            var part = parts[i];
            var open = part.Kind is null || (part.Kind == BlockKind.Boilerplate && part.Rule is "markup:elsewhere" or "markup:furniture")
                || (part.Kind == BlockKind.Promotion && Layout.IsHeading(TagOf(part)) && parts[i + 1].Rule is "markup:teaser");
            if (open && layout.Page.Blocks[part.Paragraph].Links == 0 && TagOf(part) is not "li" && parts[i + 1] is { Kind: BlockKind.Related } && part.Span.Length <= LongestHeading && part.Paragraph != parts[i + 1].Paragraph && IsApart(part))
            {
                part.As(BlockKind.Related, "markup:list-heading");
            }
        }
    }

    private bool IsApart(PagePart part)
    {
        var box = layout.Page.Blocks[part.Paragraph].Box;
        var around = layout.Page.Boxes[box].Parent;
        var words = page.WordsOf(part.Span, 12);
        var common = page.Knowledge.Cues.At(page.Text, words, 0, c => c is { Where: CueWhere.Line, Block: BlockKind.Boilerplate }, out var after) is not null && after == words.Count;
        return (!common || Layout.IsHeading(TagOf(part))) && layout.WeightIn(box) == 0 && (around < 0 || layout.WeightIn(around) == 0) && !part.EndsSentence;
    }

    // Behind the last paragraph of a story that is stated whole, nothing is the story.
    private void Behind()
    {
        var stated = layout.Stated;
        if (!stated.IsReliable || stated.Weight * 100 < parts.Where(p => p.Kind is null).Sum(p => (long)layout.Weight(p.Paragraph)) * MostStated)
        {
            return;
        }

        foreach (var part in parts.Where(p => p.Kind is null && p.Paragraph > stated.Last && !Layout.IsHeading(TagOf(p))))
        {
            part.As(BlockKind.Boilerplate, "markup:behind");
        }
    }

    // Words of the story set large a second time.
    private void Repeats()
    {
        var looked = 0;
        foreach (var part in parts)
        {
            if (part.Kind is null && part.Span.Length >= LeastRepeated && looked < MostQuotes && IsQuoteBox(layout.Page.Blocks[part.Paragraph].Box))
            {
                looked++;
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
            var list = parts[i] is { Kind: BlockKind.Related } && parts[i].Rule.StartsWith("cue:", StringComparison.Ordinal) && i + 1 < parts.Count && TagOf(parts[i + 1]) is "li";
            if (!parts[i].OpensSection && !list)
            {
                continue;
            }

            for (var next = i + 1; next < parts.Count && (parts[next].Kind is not null || !IsSolid(parts[next]) || HasLinks(parts[next]) || (list && TagOf(parts[next]) is "li")); next++)
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

    // Notes on the writer begin with the name, or say how to reach them; notes on contributors say so.
    private void AuthorNotes()
    {
        var writers = Writers();
        foreach (var part in parts)
        {
            var open = part.Kind is null || (part.Kind == BlockKind.Boilerplate && part.Rule is "markup:elsewhere" or "markup:furniture");
            open |= part.Rule is "address";
            if (open && part.Span.Length <= LongestNote && (writers.Exists(w => BeginsWith(part, w)) || IsMail(part)))
            {
                part.As(BlockKind.Byline, "author-note");
            }
        }

        var seen = 0;
        for (var i = parts.Count - 1; i >= 0 && seen < Notes; i--)
        {
            var footer = parts[i].Kind == BlockKind.Boilerplate && parts[i].Rule is "markup:furniture" && parts[i].EndsSentence;
            if (parts[i].Kind is not null && !footer)
            {
                continue;
            }

            seen += footer ? 0 : 1;
            var words = page.WordsOf(parts[i].Span, 80);
            if (parts[i].Span.Length <= LongestNote && (page.Knowledge.Cues.HasWord(page.Text, words, "reach") || (words.Count <= MostMail && parts[i].Span.Of(page.Text).Contains('@'))))
            {
                parts[i].As(BlockKind.Byline, "author-note");
            }
        }
    }

    // "(Example Channel with Agency)" alone on a line
    private void Sources()
    {
        foreach (var part in parts.Where(p => p.Kind is null && page.Text[p.Span.Start] == '(' && page.Text[p.Span.End - 1] == ')'))
        {
            var words = page.WordsOf(part.Span, 12);
            if (words.Count <= 10 && page.Knowledge.Publishers.FindAll(page.Text, words).Count > 0)
            {
                part.As(BlockKind.Credit, "agency-line");
            }
        }
    }

    // As stated and as printed.
    private List<string> Writers()
    {
        var printed = new PublisherRules(page, Documents.StatedFacts.None).Byline() ?? "";
        var names = printed.Split([',', '|', '\n', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(n => n.Split(" and ", StringSplitOptions.TrimEntries));
        return [.. statements.Writers.Concat(names.Where(n => n.Contains(' ', StringComparison.Ordinal))).Distinct(StringComparer.Ordinal)];
    }

    // the writer's address alone on a line
    private bool IsMail(PagePart part)
    {
        var words = part.Span.Of(page.Text);
        var at = words.IndexOf('@');
        return at > 0 && words.Length < LongestHeading && !words.Contains(' ') && words[at..].Contains('.');
    }

    private bool BeginsWith(PagePart part, string writer)
    {
        var words = part.Span.Of(page.Text);
        if (!words.StartsWith(writer, StringComparison.Ordinal) || words.Length == writer.Length)
        {
            return words.Length == writer.Length && words.StartsWith(writer, StringComparison.Ordinal);
        }

        var list = page.WordsOf(new TextSpan(part.Span.Start + writer.Length, part.Span.End), 40);
        return words[writer.Length] is ' ' or ',' or '(' && !page.IsSaying(list) && (page.Knowledge.Cues.HasWord(page.Text, list, "bio") || page.Knowledge.Cues.IsWord(page.Text, list, 0, "note", out _));
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

            if (level == 0 && parts[i].Span.Length <= LongestHeading && page.Text[parts[i].Span.End - 1] == ':')
            {
                parts[i].As(BlockKind.Boilerplate, "markup:heading-alone");
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
