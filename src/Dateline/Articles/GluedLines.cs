namespace Dateline.Articles;

/// <summary>Cuts lines where the line break of the page was lost: "beside the jetMr Berg said". What stands before the seam without a full stop belongs to no sentence of the story.</summary>
internal static class GluedLines
{
    private const int LeastSmall = 3; // small letters before the capital: "iPhone", "mRNA" and "aJCS" have fewer
    private const int MostGlued = 40; // words before a seam that can be a caption or a title
    private const int LeastRest = 3; // blanks behind a seam: less is a name run together

    /// <summary>The pieces of a part in text order; the part itself when nothing is glued.</summary>
    public static IEnumerable<PagePart> Cut(string text, PagePart part)
    {
        var from = part.Span.Start;
        for (var seam = Seam(text, from, part.Span.End); seam > 0; seam = Seam(text, from, part.Span.End))
        {
            var glued = FragmentStart(text, from, seam);
            if (glued > from)
            {
                yield return Piece(part, new TextSpan(from, glued).Trim(text));
            }

            yield return Piece(part, new TextSpan(glued, seam)).As(BlockKind.Related, "glued");
            from = seam;
        }

        yield return from == part.Span.Start ? part : Piece(part, new TextSpan(from, part.Span.End));
    }

    // The next capital inside a word that begins small, with small letters or a blank behind it and running text after; or -1.
    private static int Seam(string text, int from, int end)
    {
        var small = 0;
        var begins = true;
        for (var i = from; i < end; i++)
        {
            var c = text[i];
            if (char.IsUpper(c) && small >= LeastSmall && begins && i > from && i + 2 < end && (char.IsLower(text[i + 1]) || text[i + 1] == ' ') && HasRest(text, i, end) && IsShort(text, FragmentStart(text, from, i), i))
            {
                return i;
            }

            if (char.IsLower(c))
            {
                small++;
            }
            else
            {
                (small, begins) = (0, char.IsWhiteSpace(c) || c is '(' or '“' or '"' or '-');
            }
        }

        return -1;
    }

    private static bool HasRest(string text, int from, int end)
    {
        var blanks = 0;
        for (var i = from; i < end && blanks < LeastRest; i++)
        {
            blanks += text[i] == ' ' ? 1 : 0;
        }

        return blanks >= LeastRest;
    }

    // Behind the last full stop before the seam.
    private static int FragmentStart(string text, int from, int seam)
    {
        for (var i = seam - 1; i > from + 1; i--)
        {
            var stop = text[i] == ' ' && (text[i - 1] is '.' or '!' or '?' || (text[i - 1] is '”' or '"' && text[i - 2] is '.' or '!' or '?'));
            if (stop && char.IsUpper(text[i + 1]))
            {
                return i + 1;
            }
        }

        return from;
    }

    private static bool IsShort(string text, int from, int to)
    {
        var blanks = 0;
        for (var i = from; i < to; i++)
        {
            blanks += text[i] == ' ' ? 1 : 0;
        }

        return blanks is >= 1 and < MostGlued;
    }

    private static PagePart Piece(PagePart part, TextSpan span) => new(span, part.Paragraph, part.AfterBlank);
}
