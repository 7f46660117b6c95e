using System.Globalization;
using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Reads places in a row: fourth, 38th, twenty-first; not "810th Brigade", "38th parallel", "Second World War", "two seconds".</summary>
internal static class OrdinalParser
{
    private const int FarthestNoun = 5;

    public static bool TryParse(FigureSentence s, int at, out Ordinal ordinal, out int after)
    {
        (ordinal, after) = (null!, at + 1);
        var token = s[at];
        int value;
        if (token.Kind == TokenKind.Ordinal)
        {
            if (!int.TryParse(s.Chars(at)[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out value))
            {
                return false;
            }
        }
        else if (!TryWord(s, at, out value, out after) || IsNamePart(s, at, after))
        {
            return false;
        }

        if (value < 1 || IsDesignation(s, after, token.Kind == TokenKind.Ordinal ? FarthestNoun : 1) || (at > 0 && s[at - 1].Kind == TokenKind.Number))
        {
            return false;
        }

        ordinal = new Ordinal(new TextSpan(token.Start, s[after - 1].End), "quantities.ordinal", value);
        return true;
    }

    // third · twenty-first
    private static bool TryWord(FigureSentence s, int at, out int value, out int after)
    {
        if (s.Is(at, NumberWordClass.Ordinal, out var word, out after))
        {
            value = (int)word.Value;
            return true;
        }

        value = 0;
        if (!s.Is(at, NumberWordClass.Ten, out var ten, out after))
        {
            return false;
        }

        var next = after < s.Count && s[after].Kind == TokenKind.Hyphen ? after + 1 : after;
        if (!s.Is(next, NumberWordClass.Ordinal, out word, out after) || word.Value >= 10)
        {
            return false;
        }

        value = (int)(ten.Value + word.Value);
        return true;
    }

    private static bool IsNamePart(FigureSentence s, int at, int after) =>
        s[at].IsCapitalised && after < s.Count && s[after].IsCapitalised && (!s[at].Is(TokenShape.SentenceStart) || s.Is(after, NumberWordClass.OrdinalNoun));

    private static bool IsDesignation(FigureSentence s, int after, int reach)
    {
        for (var i = after; i < s.Count && i < after + reach; i++)
        {
            if (s[i].Kind is not (TokenKind.Word or TokenKind.Hyphen) || s.Is(i, NumberWordClass.Stop))
            {
                return false;
            }

            if (s.Is(i, NumberWordClass.OrdinalNoun, out var noun, out _) && (noun.Flag != "capital" || s[i].IsCapitalised))
            {
                return true;
            }
        }

        return false;
    }
}
