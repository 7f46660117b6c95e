namespace Dateline.Articles;

/// <summary>A credit at the end of a paragraph.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Picture">True when it credits a picture, so that the words before it are a caption; false for an agency's signature.</param>
/// <param name="Rule">The form it has.</param>
internal sealed record CreditEnd(int Start, bool Picture, string Rule);

/// <summary>Finds credits glued to the end of captions and paragraphs: "( AP )", "(Jo Doe/Agency)", "Photo by Jo Doe", "...missileJo Doe/Agency".</summary>
internal sealed class CreditReader(PageWords words, PageCues cues, Publishers publishers)
{
    private const int Longest = 140;
    private const int LongestSigned = 40; // of a name behind a dash
    private readonly List<PageWord> tail = [];

    /// <summary>The credit that ends the paragraph, or null.</summary>
    public CreditEnd? Read(string text, TextSpan line)
    {
        tail.Clear();
        var from = Math.Max(line.Start, line.End - Longest);
        words.Scan(text, new TextSpan(from, line.End), tail, 60);
        return tail.Count == 0 ? null : Bracket(text, line, from) ?? Dashed(text, line, from) ?? Led(text, line) ?? Named(text, line) ?? Slash(text, line) ?? Glued(text, line);
    }

    /// <summary>True when the words between the positions name a source of pictures or copy and nothing else.</summary>
    public bool IsSource(string text, TextSpan span, out bool picture)
    {
        picture = false;
        var inside = new List<PageWord>();
        words.Scan(text, span, inside, 20);
        var (named, other, slash) = (0, 0, span.Of(text).Contains('/'));
        for (var i = 0; i < inside.Count; i++)
        {
            if (publishers.At(text, inside, i, out var after) is not null)
            {
                named++;
                i = after - 1;
            }
            else if (cues.IsWord(text, inside, i, "credit_word", out after))
            {
                picture = true;
                i = after - 1;
            }
            else if (inside[i].Number == PageWords.Figure || char.IsUpper(text[inside[i].Start]))
            {
                other++;
            }
            else
            {
                return false;
            }
        }

        picture |= slash && named + other > 1;
        return picture || (named > 0 && other == 0);
    }

    private CreditEnd? Bracket(string text, TextSpan line, int from)
    {
        var end = line.End;
        while (end > from && text[end - 1] is '.' or ' ')
        {
            end--;
        }

        if (end - 1 <= from || text[end - 1] is not (')' or ']'))
        {
            return null;
        }

        var open = text.LastIndexOfAny(['(', '['], end - 1, end - from);
        if (open > line.Start && IsSignature(text.AsSpan(open + 1, end - open - 2)) && PageLines.EndsSentence(text, new TextSpan(line.Start, open).Trim(text)) && !IsUsed(text, line, open, end))
        {
            return new CreditEnd(open, false, "agency-signature");
        }

        if (open < from || !IsSource(text, new TextSpan(open + 1, end - 1), out var picture))
        {
            return null;
        }

        var before = new TextSpan(line.Start, open).Trim(text);
        var (lead, _) = LeadBefore(text, open);
        if (lead < open)
        {
            return new CreditEnd(lead, true, "credit-bracket");
        }

        // "... on Monday. (Agency)" signs a story; "... on Monday (Agency)" credits a picture.
        var inferred = !picture && before.Length is > 0 and < 400 && !PageLines.EndsSentence(text, before);
        return new CreditEnd(open, picture || inferred, picture ? "credit-bracket" : inferred ? "credit-agency" : "agency-signature");
    }

    // "... nobody was hurt. — Agency"
    private CreditEnd? Dashed(string text, TextSpan line, int from)
    {
        var dash = text.LastIndexOfAny(['—', '–', '-'], line.End - 1, line.End - from);
        if (dash <= line.Start || line.End - dash > LongestSigned || text[dash - 1] is not (' ' or '-' or '\u00a0'))
        {
            return null;
        }

        var start = text[dash - 1] == '-' ? dash - 1 : dash;
        var signed = IsSource(text, new TextSpan(dash + 1, line.End), out var picture) && !picture;
        return signed && PageLines.EndsSentence(text, new TextSpan(line.Start, start).Trim(text)) ? new CreditEnd(start, false, "agency-signature") : null;
    }

    // "... decades. (XYZ)": the letters of an agency no table has
    private static bool IsSignature(ReadOnlySpan<char> letters) => letters.Length is >= 3 and <= 8 && letters.IndexOfAnyExceptInRange('A', 'Z') < 0;

    // letters the paragraph itself uses are no signature
    private static bool IsUsed(string text, TextSpan line, int open, int end) => text.AsSpan(line.Start, open - line.Start).Contains(text.AsSpan(open + 1, end - open - 2), StringComparison.Ordinal);

    // "Photograph:(Agency)": a word of crediting just before the bracket belongs to it.
    private (int Start, bool Found) LeadBefore(string text, int at)
    {
        for (var i = tail.Count - 1; i >= 0; i--)
        {
            if (tail[i].End <= at && at - tail[i].End <= 3 && cues.IsWord(text, tail, i, "credit_lead", out _))
            {
                return (tail[i].Start, true);
            }
        }

        return (at, false);
    }

    // "Photo by Jo Doe/Agency" · "Picture: Agency" · "...RegionImage: Agency/Jo Doe/AGENCY"
    private CreditEnd? Led(string text, TextSpan line)
    {
        for (var i = tail.Count - 1; i >= 0; i--)
        {
            var start = LeadStart(text, i, out var after);
            if (start < 0 || start == line.Start || after >= tail.Count || after - i > 3)
            {
                continue;
            }

            var name = new TextSpan(tail[after - 1].End, line.End);
            var signed = name.Of(text).TrimStart(": \u00a0").ToString().Length > 0 && (text[tail[after - 1].End] == ':' || NextIs(text, tail[after - 1].End, ':') || after - i > 1);
            if (signed && tail.Count - after <= 10 && AllNames(text, after))
            {
                return new CreditEnd(start, true, "credit-lead");
            }
        }

        return null;
    }

    // A lead begins a word, or is glued with a capital to the word before.
    private int LeadStart(string text, int i, out int after)
    {
        if (char.IsUpper(text[tail[i].Start]) && cues.IsWord(text, tail, i, "credit_lead", out after))
        {
            return tail[i].Start;
        }

        after = i;
        var hump = Hump(text, tail[i].Span);
        if (hump < 0)
        {
            return -1;
        }

        var glued = new List<PageWord>();
        words.Scan(text, new TextSpan(hump, Math.Min(text.Length, hump + 40)), glued, 4);
        if (!cues.IsWord(text, glued, 0, "credit_lead", out var count))
        {
            return -1;
        }

        after = i + count;
        return hump;
    }

    // "...a missileJo Doe/Agency": names and a slash after a lost blank or a full stop, to the end.
    private CreditEnd? Slash(string text, TextSpan line)
    {
        var slash = text.LastIndexOf('/', line.End - 1, Math.Min(line.Length, 60));
        if (slash <= line.Start || slash == line.End - 1 || !char.IsLetter(text[slash + 1]) || PageLines.EndsSentence(text, line))
        {
            return null;
        }

        for (var i = tail.Count - 1; i >= 0 && tail.Count - i <= 9; i--)
        {
            var (start, end) = (tail[i].Start, tail[i].End);
            var hump = Hump(text, tail[i].Span);
            if (hump >= 0 && end <= slash)
            {
                return new CreditEnd(hump, true, "credit-glued");
            }

            if (!char.IsUpper(text[start]) && !cues.IsWord(text, tail, i, "credit_word", out _))
            {
                return null;
            }

            var opens = start == line.Start || text[start - 1] is '.' or '!' or '?' or '|' or '–' or '—' || PageLines.EndsSentence(text, new TextSpan(line.Start, start).Trim(text));
            if (opens && start <= slash && start > line.Start)
            {
                return new CreditEnd(start, true, "credit-slash");
            }
        }

        return null;
    }

    // "...of Korea KCNAYONHAP", "...of the launchAP": capitals or names of agencies run together.
    private CreditEnd? Glued(string text, TextSpan line)
    {
        var last = tail[^1];
        if (last.End != line.End || last.Length < 3)
        {
            return null;
        }

        var hump = Hump(text, last.Span);
        var start = hump >= 0 ? hump : last.Start;
        if (start == line.Start || text.AsSpan(start, line.End - start).ContainsAnyInRange('a', 'z'))
        {
            return null;
        }

        return IsRunOfNames(text, start, line.End, hump >= 0 ? 1 : 2) ? new CreditEnd(start, true, "credit-glued") : null;
    }

    private bool IsRunOfNames(string text, int start, int end, int least)
    {
        var found = 0;
        while (start < end)
        {
            var length = end - start;
            var one = new List<PageWord>();
            for (; length > 1; length--)
            {
                one.Clear();
                words.Scan(text, new TextSpan(start, start + length), one, 2);
                if (one.Count == 1 && publishers.At(text, one, 0, out _) is not null)
                {
                    break;
                }
            }

            if (length <= 1)
            {
                return false;
            }

            (start, found) = (start + length, found + 1);
        }

        return found >= least;
    }

    // "... Getty Images" after a full stop or a lost blank; an agency's name alone after the last full stop.
    private CreditEnd? Named(string text, TextSpan line)
    {
        for (var i = Math.Max(1, tail.Count - 5); i < tail.Count; i++)
        {
            var dash = tail[i].Start;
            while (dash > line.Start && text[dash - 1] is ' ' or '–' or '—' or '/' or '|' or '\u00a0')
            {
                dash--;
            }

            // "... at the airport. — AP" · "five killed / AP"
            var dashed = tail[i].Start - dash >= 2 && line.Length <= 200 && text.AsSpan(dash, tail[i].Start - dash).IndexOfAny('—', '–', '/') >= 0;
            var before = new TextSpan(line.Start, dashed ? dash : tail[i].Start).Trim(text);
            if ((!dashed && !PageLines.EndsSentence(text, before)) || before.Length == 0 || !char.IsUpper(text[tail[i].Start]))
            {
                continue;
            }

            var rest = new TextSpan(tail[i].Start, line.End);
            if (dashed && IsSource(text, rest, out _))
            {
                return new CreditEnd(before.End, true, "credit-dash");
            }

            var source = IsSource(text, rest, out var picture);
            return source && !PageLines.EndsSentence(text, rest) ? new CreditEnd(rest.Start, picture, picture ? "credit-named" : "agency-signature") : null;
        }

        return null;
    }

    private bool AllNames(string text, int first)
    {
        for (var i = first; i < tail.Count; i++)
        {
            if (!char.IsUpper(text[tail[i].Start]) && tail[i].Number != PageWords.Figure && !cues.IsWord(text, tail, i, "credit_word", out _) && tail[i].Length > 2
                && (tail[i].Start == 0 || char.IsWhiteSpace(text[tail[i].Start - 1])))
            {
                return false;
            }
        }

        return true;
    }

    // Where a capital follows a small letter inside a word ("missileJohn"), not in a name such as McDonald or iPhone; -1 when nowhere.
    private static int Hump(string text, TextSpan word)
    {
        for (var i = word.Start + 3; i < word.End; i++)
        {
            if (char.IsUpper(text[i]) && char.IsLower(text[i - 1]) && char.IsLower(text[i - 2]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool NextIs(string text, int at, char c)
    {
        while (at < text.Length && text[at] is ' ' or '\u00a0')
        {
            at++;
        }

        return at < text.Length && text[at] == c;
    }
}
