using System.Globalization;
using System.Text;

namespace Dateline.Text;

/// <summary>
/// The one way words are made comparable: lower case, no accents, typographic apostrophes as straight ones, letters of
/// other scripts that look like Latin ones read as Latin (a known slip of pages: Cyrillic а, е, о inside Latin words).
/// </summary>
public static class Folding
{
    private const string LookAlikes = "аaеeоoрpсcхxуyіiАaЕeОoРpСcХxІiВbНhКkМmТt";

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

        return c switch
        {
            'ø' or 'Ø' => 'o',
            'ł' or 'Ł' => 'l',
            'đ' or 'Đ' => 'd',
            'ı' => 'i',
            _ => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]),
        };
    }
}
