using System.Globalization;
using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Reads places in a row: fourth, 38th, twenty-first; not "810th Brigade", "38th parallel", "Second World War", "two seconds".</summary>
internal static class OrdinalParser
{
    private const int FarthestNoun = 5;

    public static bool TryParse(NumberWords words, string text, IReadOnlyList<Token> tokens, int at, out Ordinal ordinal, out int after)
    {
        (ordinal, after) = (null!, at + 1);
        var token = tokens[at];
        int value;
        if (token.Kind == TokenKind.Ordinal)
        {
            if (!int.TryParse(token.Span.Of(text)[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out value))
            {
                return false;
            }
        }
        else if (!TryWord(words, tokens, at, out value, out after) || IsNamePart(words, tokens, at, after))
        {
            return false;
        }

        if (value < 1 || IsDesignation(words, tokens, after, token.Kind == TokenKind.Ordinal ? FarthestNoun : 1) || (at > 0 && tokens[at - 1].Kind == TokenKind.Number))
        {
            return false;
        }

        ordinal = new Ordinal(new TextSpan(token.Start, tokens[after - 1].End), "quantities.ordinal", value);
        return true;
    }

    // third · twenty-first
    private static bool TryWord(NumberWords words, IReadOnlyList<Token> tokens, int at, out int value, out int after)
    {
        if (words.Is(tokens, at, NumberWordClass.Ordinal, out var word, out after))
        {
            value = (int)word.Value;
            return true;
        }

        value = 0;
        if (!words.Is(tokens, at, NumberWordClass.Ten, out var ten, out after))
        {
            return false;
        }

        var next = after < tokens.Count && tokens[after].Kind == TokenKind.Hyphen ? after + 1 : after;
        if (!words.Is(tokens, next, NumberWordClass.Ordinal, out word, out after) || word.Value >= 10)
        {
            return false;
        }

        value = (int)(ten.Value + word.Value);
        return true;
    }

    private static bool IsNamePart(NumberWords words, IReadOnlyList<Token> tokens, int at, int after) =>
        tokens[at].IsCapitalised && after < tokens.Count && tokens[after].IsCapitalised && (!tokens[at].Is(TokenShape.SentenceStart) || words.Is(tokens, after, NumberWordClass.OrdinalNoun));

    private static bool IsDesignation(NumberWords words, IReadOnlyList<Token> tokens, int after, int reach)
    {
        for (var i = after; i < tokens.Count && i < after + reach; i++)
        {
            if (tokens[i].Kind is not (TokenKind.Word or TokenKind.Hyphen) || words.Is(tokens, i, NumberWordClass.Stop))
            {
                return false;
            }

            if (words.Is(tokens, i, NumberWordClass.OrdinalNoun, out var noun, out _) && (noun.Flag != "capital" || tokens[i].IsCapitalised))
            {
                return true;
            }
        }

        return false;
    }
}
