namespace Dateline.Articles;

/// <summary>Decides the role of single lines by what they look like, and cuts lines in which the role changes. What is left undecided is the story or its titles.</summary>
internal sealed class LineRules
{
    private const int GlueWindow = 300;
    private readonly Page page;
    private readonly string text;
    private readonly PageKnowledge know;
    private readonly CreditReader credits;
    private readonly PleaReader pleas;
    private readonly BylineRules bylines;
    private readonly CueRules cueRules;
    private readonly List<PagePart> done = [];
    private bool storyBegan;

    public LineRules(Page page)
    {
        (this.page, text, know) = (page, page.Text, page.Knowledge);
        credits = new CreditReader(know.Words, know.Cues, know.Publishers);
        pleas = new PleaReader(know.Words, know.Cues);
        bylines = new BylineRules(page);
        cueRules = new CueRules(page);
    }

    public void Apply()
    {
        foreach (var part in page.Parts.SelectMany(p => GluedLines.Cut(text, p)))
        {
            Decide(part);
        }

        page.Parts = done;
    }

    private void Decide(PagePart part)
    {
        if (part.Kind is not null)
        {
            page.Measure(part);
            done.Add(part);
            return;
        }

        // Each turn cuts something off the front; a page that needs more turns is left as it is.
        var rest = part;
        for (var turn = 0; turn < 12 && rest is not null; turn++)
        {
            rest = Step(rest);
        }

        if (rest is not null)
        {
            Leave(rest);
        }
    }

    // Answers what is still to be decided after cutting something off, or null when the line is done.
    private PagePart? Step(PagePart part)
    {
        var words = page.Measure(part);
        if (done.Count == 0 && page.Tag is null && CrawlTag(part, words) is { } afterTag)
        {
            return Cut(part, afterTag, BlockKind.Boilerplate, "crawl-tag");
        }

        if (Whole(part, words))
        {
            done.Add(part);
            return null;
        }

        if (Caption(part, words))
        {
            return null;
        }

        if (cueRules.Start(part, words))
        {
            done.Add(part);
            return null;
        }

        if (Front(part, words) is { } front)
        {
            return Cut(part, front.End, front.Kind, front.Rule);
        }

        Back(part, words);
        return null;
    }

    private bool Whole(PagePart part, List<PageWord> words) =>
        PageDebris.Decide(page, part, words) || cueRules.Line(part, words) || bylines.Decide(part, words) || FiledLine(part);

    private bool FiledLine(PagePart part)
    {
        if (part.Span.Length > 90 || know.Filings.Read(text, part.Span, !storyBegan) is not { } filed || filed.Span.End < part.Span.End)
        {
            return false;
        }

        page.Filing ??= filed;
        part.As(BlockKind.Filed, "filed-line");
        return true;
    }

    private bool Caption(PagePart part, List<PageWord> words)
    {
        if (words.Count > 110)
        {
            return false;
        }

        if (cueRules.Caption(part, words) is not { } cue)
        {
            return false;
        }

        AddCaption(part, cue.Rule);
        return true;
    }

    private readonly record struct FrontPiece(int End, BlockKind Kind, string Rule);

    // What may be glued to the front of a line.
    private FrontPiece? Front(PagePart part, List<PageWord> words)
    {
        if (Glued(part, words) is { } glued)
        {
            return glued;
        }

        var plea = pleas.EndOf(text, part.Span);
        if (plea > part.Span.Start)
        {
            return new FrontPiece(plea, BlockKind.Promotion, "plea");
        }

        if (!storyBegan && LeadDate(part, words) is { } date)
        {
            return new FrontPiece(date, BlockKind.Byline, "lead-date");
        }

        if (know.Filings.Read(text, part.Span, !storyBegan) is { } filed && filed.Span.End < part.Span.End)
        {
            page.Filing ??= filed;
            storyBegan = true;
            return new FrontPiece(filed.Span.End, BlockKind.Filed, "filed");
        }

        return storyBegan ? null : OutletLead(part, words) ?? HeadlineBeforeFiling(part, words);
    }

    private FrontPiece? Glued(PagePart part, List<PageWord> words)
    {
        var ticker = done.Count <= 2 ? PageDebris.TickerEnd(text, part.Span, words) : -1;
        if (ticker > 0)
        {
            return new FrontPiece(ticker, BlockKind.Boilerplate, "ticker");
        }

        var cue = know.Cues.At(text, words, 0, c => c.Kind == "caption_cue" || (c.Kind == "boilerplate" && ((c.Where == CueWhere.Line && c.WordCount > 1) || c is { Where: CueWhere.Start, Mark: ':' })), out var after);
        if (cue is null || after >= words.Count || (cue.Kind != "caption_cue" && (storyBegan || !char.IsUpper(text[words[after].Start]))))
        {
            return null;
        }

        var end = words[after - 1].End;
        while (end < words[after].Start && text[end] is ' ' or ':' or '-' or '–' or '—' or '\u00a0')
        {
            end++;
        }

        if (cue.Kind == "caption_cue")
        {
            CaptionAfterCue(part, end, cue.Rule);
            return new FrontPiece(part.Span.End, BlockKind.Caption, cue.Rule);
        }

        return new FrontPiece(end, BlockKind.Boilerplate, cue.Rule);
    }

    // "Photo: Agency" is a credit; "open image in gallery Words" a caption, to the end of its first sentence when a story is glued to it.
    private void CaptionAfterCue(PagePart part, int after, string rule)
    {
        done.Add(Piece(part, new TextSpan(part.Span.Start, after).Trim(text)).As(BlockKind.Boilerplate, rule));
        var rest = new TextSpan(after, part.Span.End).Trim(text);
        var piece = Piece(part, rest);
        page.Measure(piece);
        if (credits.IsSource(text, rest, out _))
        {
            done.Add(piece.As(BlockKind.Credit, rule));
        }
        else
        {
            AddCaption(piece, rule);
        }

        part.Span = new TextSpan(part.Span.End, part.Span.End);
    }

    private int? LeadDate(PagePart part, List<PageWord> words)
    {
        if (words.Count < 12 || know.Dates.At(text, words, 0) is not { IsFull: true } date)
        {
            return null;
        }

        var at = date.Span.End;
        while (at < part.Span.End && text[at] is ' ' or '-' or '–' or '—' or ':' or '|')
        {
            at++;
        }

        var marked = text.AsSpan(date.Span.End, at - date.Span.End).IndexOfAny("-–—:|") >= 0;
        return marked || (done.Count <= 1 && char.IsUpper(text[at])) ? at : null;
    }

    // "Example News/ Iran ..." · "(EXAMPLE) In a ..."
    private FrontPiece? OutletLead(PagePart part, List<PageWord> words)
    {
        if (words.Count < 8 || know.Publishers.At(text, words, 0, out var after) is null || after >= words.Count)
        {
            return null;
        }

        var end = words[after - 1].End;
        if (text[part.Span.Start] == '(')
        {
            return LeadBracket(part, words) is { } close ? new FrontPiece(close, BlockKind.Credit, "outlet-lead") : null;
        }

        var slash = end < part.Span.End && text[end] is '/' && text[end + 1] == ' ';
        return slash ? new FrontPiece(end + 1, BlockKind.Credit, "outlet-lead") : null;
    }

    // "(EXAMPLE- Agency (XYZ)) In a ...": the end of a bracket that holds publishers and nothing else
    private int? LeadBracket(PagePart part, List<PageWord> words)
    {
        var (depth, close) = (0, part.Span.Start);
        do
        {
            depth += text[close] switch { '(' => 1, ')' => -1, _ => 0 };
            close++;
        }
        while (depth > 0 && close < part.Span.End);

        for (var i = 0; i < words.Count && words[i].Start < close;)
        {
            if (know.Publishers.At(text, words, i, out var after) is null)
            {
                return null;
            }

            i = after;
        }

        return depth == 0 ? close : null;
    }

    // A headline glued to agency copy: "Missile fired SEOUL, May 8 (Agency) -- The ..."
    private FrontPiece? HeadlineBeforeFiling(PagePart part, List<PageWord> words)
    {
        for (var i = 3; i < words.Count && words[i].Start < part.Span.Start + GlueWindow; i++)
        {
            if (words[i].Length < 4 || text.AsSpan(words[i].Start, words[i].Length).ContainsAnyInRange('a', 'z') || !char.IsUpper(text[words[i].Start]))
            {
                continue;
            }

            var filed = know.Filings.Read(text, new TextSpan(words[i].Start, part.Span.End), opening: false);
            if (filed is { Date: not null } && filed.Span.End < part.Span.End)
            {
                return PageLines.EndsSentence(text, new TextSpan(part.Span.Start, words[i].Start).Trim(text)) ? null : new FrontPiece(words[i].Start, BlockKind.Headline, "headline-glued");
            }
        }

        return null;
    }

    // Credits and end marks at the back; then the line is left to the later rules.
    private void Back(PagePart part, List<PageWord> words)
    {
        if (PageDebris.EndMark(page, part.Span) is { } mark && mark > part.Span.Start)
        {
            Leave(Piece(part, new TextSpan(part.Span.Start, mark).Trim(text)));
            done.Add(Piece(part, new TextSpan(mark, part.Span.End)).As(BlockKind.Boilerplate, "end-mark"));
            return;
        }

        if (credits.Read(text, part.Span) is not { } credit)
        {
            Leave(part);
            return;
        }

        var before = new TextSpan(part.Span.Start, credit.Start).Trim(text);
        if (before.Length == 0)
        {
            done.Add(part.As(BlockKind.Credit, credit.Rule));
            return;
        }

        var front = Piece(part, before);
        var explicitPicture = credit.Picture && before.Length < 450 && (credit.Rule != "credit-agency" || !page.IsSaying(words));
        if (explicitPicture)
        {
            page.Measure(front);
            done.Add(front.As(BlockKind.Caption, credit.Rule));
        }
        else
        {
            Leave(front);
        }

        done.Add(Piece(part, new TextSpan(credit.Start, part.Span.End).Trim(text)).As(BlockKind.Credit, explicitPicture ? credit.Rule : "agency-signature"));
    }

    private void AddCaption(PagePart part, string rule)
    {
        var credit = credits.Read(text, part.Span);
        var before = credit is null ? part.Span : new TextSpan(part.Span.Start, credit.Start).Trim(text);
        if (credit is null || before.Length == 0)
        {
            done.Add(part.As(BlockKind.Caption, rule));
            return;
        }

        var front = Piece(part, before);
        page.Measure(front);
        done.Add(front.As(BlockKind.Caption, rule));
        done.Add(Piece(part, new TextSpan(credit.Start, part.Span.End).Trim(text)).As(BlockKind.Credit, credit.Picture ? credit.Rule : "credit-bracket"));
    }

    private void Leave(PagePart part)
    {
        page.Measure(part);
        storyBegan |= Page.IsStory(part);
        done.Add(part);
    }

    private int? CrawlTag(PagePart part, List<PageWord> words)
    {
        if (!know.Cues.IsWord(text, words, 0, "crawl_tag", out var after) || after >= words.Count || text[words[after].Start - 1] != ' ')
        {
            return null;
        }

        var date = know.Dates.At(text, words, after);
        if (date is { IsFull: true } full && full.Span.Of(text)[..4].IndexOfAnyExceptInRange('0', '9') < 0)
        {
            var end = words[after + 2].End;
            page.Tag = (full.Date!.Value, new TextSpan(words[after].Start, end));
            return end;
        }

        // A month only: "date 2024-06".
        var month = after + 1 < words.Count && words[after].Length == 4 && words[after + 1].Length == 2 && text[words[after].End] == '-' && words[after + 1].Start == words[after].End + 1;
        return month ? words[after + 1].End : null;
    }

    private PagePart? Cut(PagePart part, int at, BlockKind kind, string rule)
    {
        var front = new TextSpan(part.Span.Start, at).Trim(text);
        if (front.Length > 0)
        {
            var piece = Piece(part, front);
            page.Measure(piece);
            done.Add(piece.As(kind, rule));
        }

        var rest = new TextSpan(at, part.Span.End).Trim(text);
        return rest.Length == 0 ? null : Piece(part, rest);
    }

    private static PagePart Piece(PagePart part, TextSpan span) => new(span, part.Paragraph, part.AfterBlank);
}
