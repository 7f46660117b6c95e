namespace Dateline.Articles.Markup;

/// <summary>Cuts credits off captions: "… leaves the port (Agency)", "… leaves the port. Credit...Jo Doe", a line of its own below the caption.</summary>
internal sealed class CaptionCredits(Page page, Surroundings around)
{
    private const int LongestCredit = 80;
    private const int LongestName = 8; // words of a credit below a caption

    private readonly CreditReader credits = new(page.Knowledge.Words, page.Knowledge.Cues, page.Knowledge.Publishers);

    /// <summary>Adds a part; a caption without the credit at its end, which becomes a part of its own.</summary>
    public void Add(List<PagePart> parts, PagePart part)
    {
        if (part.Kind != BlockKind.Caption)
        {
            parts.Add(part);
            return;
        }

        // The line below a caption names its photographer.
        var words = page.WordsOf(part.Span, LongestName + 1);
        var below = parts.Count > 0 && parts[^1].Kind == BlockKind.Caption && around.InFigure(part.Paragraph) && around.InFigure(parts[^1].Paragraph);
        if (below && words.Count <= LongestName && !PageLines.EndsSentence(page.Text, part.Span) && words.TrueForAll(w => w.Length <= 3 || !char.IsLower(page.Text[w.Start])))
        {
            parts.Add(part.As(BlockKind.Credit, "markup:credit"));
            return;
        }

        if (IsLabel(part))
        {
            parts.Add(part.As(BlockKind.Boilerplate, "markup:label"));
            return;
        }

        var credit = credits.Read(page.Text, part.Span) ?? Barred(part.Span) ?? Signed(part.Span) ?? Bracketed(part.Span) ?? Dotted(part.Span);
        if (credit is null || credit.Start <= part.Span.Start)
        {
            parts.Add(part);
            return;
        }

        parts.Add(new PagePart(new TextSpan(part.Span.Start, credit.Start).Trim(page.Text), part.Paragraph, part.AfterBlank).As(BlockKind.Caption, part.Rule));
        parts.Add(new PagePart(new TextSpan(credit.Start, part.Span.End).Trim(page.Text), part.Paragraph, afterBlank: false).As(BlockKind.Credit, credit.Picture ? credit.Rule : "credit-bracket"));
    }

    // "Image:" · "open image in gallery"
    private bool IsLabel(PagePart part)
    {
        var words = page.WordsOf(part.Span, 6);
        return words.Count <= 5 && page.Knowledge.Cues.At(page.Text, words, 0, c => c.Kind is "caption_cue" or "credit_lead" || c is { Where: CueWhere.Line, Block: BlockKind.Boilerplate }, out var after) is not null && after == words.Count;
    }

    // "... leaves the port © Jo Doe/Agency"
    private CreditEnd? Signed(TextSpan span)
    {
        var sign = page.Text.LastIndexOf('©', span.End - 1, span.Length);
        return sign > span.Start && span.End - sign <= LongestCredit ? new CreditEnd(sign, true, "credit-sign") : null;
    }

    // "... leaves the port | Jo Doe/Agency"
    private CreditEnd? Barred(TextSpan span)
    {
        var bar = page.Text.LastIndexOf('|', span.End - 1, span.Length);
        if (bar <= span.Start || span.End - bar > LongestCredit)
        {
            return null;
        }

        var words = page.WordsOf(new TextSpan(bar, span.End), 12);
        return words.Count is > 0 and <= 8 && char.IsUpper(page.Text[words[0].Start]) ? new CreditEnd(bar, true, "credit-bar") : null;
    }

    // "... leaves the port. (Example News Agency)": few words in brackets behind the sentence
    private CreditEnd? Bracketed(TextSpan span)
    {
        var open = page.Text[span.End - 1] is ')' or ']' ? page.Text.LastIndexOfAny(['(', '['], span.End - 1, span.Length) : -1;
        var fits = open > span.Start && span.End - open <= LongestCredit && PageLines.EndsSentence(page.Text, new TextSpan(span.Start, open).Trim(page.Text));
        return fits && page.WordsOf(new TextSpan(open, span.End), 8).Count <= 6 ? new CreditEnd(open, true, "credit-bracket") : null;
    }

    // "... leaves the port. Credit...Jo Doe"
    private CreditEnd? Dotted(TextSpan span)
    {
        var dots = page.Text.LastIndexOf("...", span.End - 1, span.Length, StringComparison.Ordinal);
        if (dots <= span.Start || span.End - dots > LongestCredit)
        {
            return null;
        }

        var from = Math.Max(span.Start, page.Text.LastIndexOf(' ', dots, dots - span.Start));
        var words = page.WordsOf(new TextSpan(from, dots), 2);
        return words.Count == 1 && page.Knowledge.Cues.IsWord(page.Text, words, 0, "credit_lead", out _) ? new CreditEnd(words[0].Start, true, "credit-lead") : null;
    }
}
