using System.Globalization;

namespace Dateline.Text;

/// <summary>
/// The one way words are made comparable: lower case, no accents, typographic apostrophes as straight ones, letters of
/// other scripts that look like Latin ones read as Latin (a known slip of pages: Cyrillic а, е, о inside Latin words).
/// </summary>
public static class Folding
{
    private const string LookAlikes = "аaеeоoрpсcхxуyіiАaЕeОoРpСcХxІiВbНhКkМmТt";

    private const char Latin = '\u00C0';
    private const char LatinMore = '\u1E00';

    // What is left of the letters from U+00C0 and from U+1E00 without their accents; a blank where they have none.
    private const string Bare =
        "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy yaaaaaaccccccccddddeeeeeeeeeegggggggg"
        + "hhhhiiiiiiiiii  jjkk llllll  llnnnnnn   oooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz         "
        + "                        oo             uu                            aaiioouuuuuuuuuu aaaa    ggkkoo"
        + "oo  j   gg  nnaa    aaaaeeeeiiiioooorrrruuuusstt  hh      aaeeooooooooyy                            ";

    private const string BareMore =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
        + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy      aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
        + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";

    private static readonly char[] Table = MakeTable();

    /// <summary>Folds one character; 0 for a combining mark, which is dropped.</summary>
    public static char Fold(char c) => Table[c];

    /// <summary>Folds into a buffer at least as long as the word; answers the number of characters written.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        var n = 0;
        foreach (var c in word)
        {
            var f = Table[c];
            if (f != 0)
            {
                into[n++] = f;
            }
        }

        return n;
    }

    /// <summary>Folds a word or phrase.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var buffer = new char[word.Length];
        return new string(buffer, 0, Fold(word, buffer));
    }

    private static char[] MakeTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            table[i] = FoldOne((char)i);
        }

        return table;
    }

    private static char FoldOne(char c)
    {
        if (c is '’' or '‘' or 'ʼ' or '`' or '´')
        {
            return '\'';
        }

        var at = LookAlikes.IndexOf(c, StringComparison.Ordinal);
        if (at >= 0 && at % 2 == 0)
        {
            return LookAlikes[at + 1];
        }

        if (c < 0x80 || char.IsSurrogate(c))
        {
            return char.ToLowerInvariant(c);
        }

        if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
        {
            return '\0';
        }

        if (c > 0x24F && c is < '\u1E00' or > '\u1EFF')
        {
            return char.ToLowerInvariant(c);
        }

        // Not by Normalize: the program runs without the libraries of culture, and then it takes no accents off.
        var bare = c is >= Latin and < '\u0250' ? Bare[c - Latin] : c is >= LatinMore and < '\u1F00' ? BareMore[c - LatinMore] : ' ';
        return bare != ' ' ? bare : char.ToLowerInvariant(c);
    }
}
