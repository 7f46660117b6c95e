namespace Dateline.Articles;

/// <summary>Lines that say who wrote it and when: "By Jo Doe", "Agency Published May 8, 2025 | 11:20 AM", dates alone, authors' notes, agencies alone on a line.</summary>
internal sealed class BylineRules(Page page)
{
    private const int LongestLine = 300;
    private readonly string text = page.Text;
    private readonly PageKnowledge know = page.Knowledge;
    private TextSpan? writer;

    /// <summary>Labels such a line; false when it is something else.</summary>
    public bool Decide(PagePart part, List<PageWord> words)
    {
        if (part.Span.Length > LongestLine || words.Count is 0 or > 45)
        {
            return false;
        }

        var rule = By(part, words) ?? DateLine(part, words) ?? AgencyLine(part, words) ?? WriterInPlace(part, words) ?? Desk(part, words) ?? AuthorNote(part, words);
        return rule is not null;
    }

    private string? By(PagePart part, List<PageWord> words)
    {
        var at = NameStart(words);
        if (at is null || part.EndsSentence || words.Count > 30 || page.IsSaying(words))
        {
            return null;
        }

        var dates = know.Dates.FindAll(text, words);
        var names = words.Count - dates.Sum(d => d.After - d.First);
        if (names > 16 || Capitals(words) * 2 < names)
        {
            return null;
        }

        writer = new TextSpan(at.Value, part.Span.End);
        part.As(BlockKind.Byline, "byline");
        return part.Rule;
    }

    private int Capitals(List<PageWord> words)
    {
        var found = 0;
        foreach (var word in words)
        {
            found += char.IsUpper(text[word.Start]) ? 1 : 0;
        }

        return found;
    }

    // After "By", also where the blank was lost ("ByJo Doe").
    private int? NameStart(List<PageWord> words)
    {
        if (know.Cues.IsWord(text, words, 0, "by", out var after) && after < words.Count)
        {
            var opens = char.IsUpper(text[words[0].Start]) || (words.Count is >= 3 and <= 6 && Capitals(words) == words.Count - 1); // "by Jo Doe, Brussels"
            return opens && (char.IsUpper(text[words[after].Start]) || words[after].Length == 1) ? words[after].Start : null;
        }

        return page.NameGluedToBy(words);
    }

    // A line of dates, labels, names and little else.
    private string? DateLine(PagePart part, List<PageWord> words)
    {
        var dates = know.Dates.FindAll(text, words);
        if (dates.Count == 0)
        {
            return know.Cues.IsWord(text, words, 0, "date_label", out var only) && only == words.Count ? part.As(BlockKind.Byline, "date-label").Rule : null;
        }

        var (rest, labels, capitals, full) = (0, 0, 0, false);
        for (var i = 0; i < words.Count;)
        {
            var date = dates.Find(d => d.First == i);
            if (date.After > 0)
            {
                full |= date.Year is not null;
                i = date.After;
                continue;
            }

            if (know.Cues.IsWord(text, words, i, "date_label", out var after) || know.Cues.IsWord(text, words, i, "update_label", out after))
            {
                (labels, i) = (labels + 1, after);
                continue;
            }

            if (know.Cues.At(text, words, i, CueWhere.Line, out after) is not null || know.Cues.IsWord(text, words, i, "filler", out after) || words[i].Number == PageWords.Figure || know.Dates.Is(words, i, "weekday"))
            {
                i = Math.Max(after, i + 1);
                continue;
            }

            capitals += char.IsUpper(text[words[i].Start]) ? 1 : 0;
            (rest, i) = (rest + 1, i + 1);
        }

        var bare = rest <= 1 || (rest <= 6 && capitals == rest && !part.EndsSentence);
        var labelled = labels > 0 && rest <= 9 && capitals * 3 >= rest * 2;
        var bars = text.AsSpan(part.Span.Start, part.Span.Length).Count('|');
        if ((full && labels > 0 && bars > 0 && rest <= 12) || (full && (bare || labelled)) || (labelled && labels > 0 && rest <= 4 && !part.EndsSentence))
        {
            return part.As(BlockKind.Byline, "date-line").Rule;
        }

        return null;
    }

    private string? AgencyLine(PagePart part, List<PageWord> words)
    {
        if (SourceLine(part, words))
        {
            return part.As(BlockKind.Credit, "agency-line").Rule;
        }

        if (CopyLine(words))
        {
            return part.As(BlockKind.Credit, "copy-line").Rule;
        }

        if (words.Count > 6 || part.EndsSentence || know.Publishers.At(text, words, 0, out var after) is not { } known)
        {
            return null;
        }

        for (var i = after; i < words.Count; i++)
        {
            if (know.Publishers.At(text, words, i, out _) is null && (words.Count - after > 1 || words[i].Span.Of(text).ContainsAnyInRange('a', 'z')))
            {
                return null;
            }
        }

        return known.IsAgency ? part.As(BlockKind.Credit, "agency-line").Rule : part.As(BlockKind.Boilerplate, "outlet-line").Rule;
    }

    // "With inputs from Agency" · "This story was first published by Example Daily." and nothing else
    private bool CopyLine(List<PageWord> words)
    {
        if (words.Count > 18 || !know.Cues.IsWord(text, words, 0, "copy_from", out var i))
        {
            return false;
        }

        var named = false;
        while (i < words.Count)
        {
            var known = know.Publishers.At(text, words, i, out var after) is not null;
            if (!known && !know.Cues.IsWord(text, words, i, "list_word", out after))
            {
                return false;
            }

            (named, i) = (named || known, after);
        }

        return named;
    }

    // "Source: Agency"
    private bool SourceLine(PagePart part, List<PageWord> words)
    {
        if (words.Count > 8 || !know.Cues.IsWord(text, words, 0, "credit_lead", out var first) || first >= words.Count || text[words[first - 1].End] != ':')
        {
            return false;
        }

        var named = know.Publishers.At(text, words, first, out var after);
        while (named is not null && after < words.Count)
        {
            named = know.Publishers.At(text, words, after, out after);
        }

        return named is not null && words[^1].End >= part.Span.End - 1;
    }

    // "Jo Doe in Tokyo"
    private string? WriterInPlace(PagePart part, List<PageWord> words)
    {
        var at = words.Count - 2;
        while (at > 1 && at > words.Count - 4 && !know.Cues.IsWord(text, words, at, "in", out _))
        {
            at--;
        }

        var fits = words.Count <= 7 && !part.EndsSentence && at is 2 or 3 && know.Cues.IsWord(text, words, at, "in", out _)
            && know.Filings.IsPlace(words.GetRange(at + 1, words.Count - at - 1)) && Capitals(words) == words.Count - 1;
        return fits ? part.As(BlockKind.Byline, "byline").Rule : null;
    }

    // "Example Desk || Example Daily"
    private string? Desk(PagePart part, List<PageWord> words)
    {
        var named = words.Count <= 8 && !part.EndsSentence && words.All(w => char.IsUpper(text[w.Start])) && know.Cues.HasWord(text, words, "desk");
        return named ? part.As(BlockKind.Byline, "byline").Rule : null;
    }

    // The writer's name again, or a sentence about the writer.
    private string? AuthorNote(PagePart part, List<PageWord> words)
    {
        var bio = know.Cues.HasWord(text, words, "bio");
        if (writer is not { } name)
        {
            return null;
        }

        var own = page.WordsOf(name, 3);
        if (own.Count == 0 || own[0].Hash != words[0].Hash)
        {
            return null;
        }

        var again = words.Count <= 4 && !part.EndsSentence && own.Count >= 2 && words.Count >= 2 && own[1].Hash == words[1].Hash;
        return again || (bio && words.Count <= 45) ? part.As(BlockKind.Byline, again ? "byline" : "author-note").Rule : null;
    }
}
