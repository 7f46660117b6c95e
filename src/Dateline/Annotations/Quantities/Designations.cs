using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Tells figures that name from figures that count: Su-35, Hill 205, 9M729, page 12, 24/7, +1 555-0100, 2-1.</summary>
internal static class Designations
{
    /// <summary>True for a figure that cannot count whatever follows it; <paramref name="after"/> is where to go on.</summary>
    public static bool IsCertain(NumberWords words, string text, IReadOnlyList<Token> tokens, int at, out int after)
    {
        after = at + 1;
        var token = tokens[at];
        if (token.Kind != TokenKind.Number)
        {
            // "top-four", "one-to-one"
            return token.Kind == TokenKind.Word && at > 1 && tokens[at - 1].Kind == TokenKind.Hyphen && tokens[at - 2].Kind == TokenKind.Word && IsNumberWord(words, tokens, at) && IsJoinedBefore(words, text, tokens, at);
        }

        // "Corps 9", "Flight 7": a label with its capital, whatever follows
        if (at > 0 && tokens[at - 1].IsCapitalised && words.Is(tokens, at - 1, NumberWordClass.Label))
        {
            return true;
        }

        if (token.Length > 1 && text[token.Start] == '0' && char.IsDigit(text[token.Start + 1]))
        {
            return true;
        }

        if (at > 0 && IsJoinedBefore(words, text, tokens, at))
        {
            return true;
        }

        if (IsPhone(tokens, at, out after))
        {
            return true;
        }

        after = at + 1;
        if (IsScore(text, tokens, at) || (after < tokens.Count && tokens[after].Is(TokenShape.Glued) && text[tokens[after].Start] is '′' or '″'))
        {
            after = IsScore(text, tokens, at) ? at + 3 : after;
            return true;
        }

        return at + 1 < tokens.Count && tokens[at + 1].Is(TokenShape.Glued) && text[tokens[at + 1].Start] == '/' && at + 2 < tokens.Count && tokens[at + 2].Kind == TokenKind.Number && tokens[at + 2].Is(TokenShape.Glued);
    }

    /// <summary>True for a figure without unit and noun that the word before it makes a name: "Hill 205", "Resolution 1874", "page 12".</summary>
    public static bool IsNamed(NumberWords words, string text, IReadOnlyList<Token> tokens, int at)
    {
        if (at == 0)
        {
            // "1. First item"
            return at + 1 < tokens.Count && (tokens[at + 1].Kind == TokenKind.Terminal || text[tokens[at + 1].Start] == ')');
        }

        var before = tokens[at - 1];
        if (before.Kind != TokenKind.Word)
        {
            return text[before.Start] is '#' or '@' or '№' or '+';
        }

        return words.Is(tokens, at - 1, NumberWordClass.Label)
            || (before.IsCapitalised && !words.Is(tokens, at - 1, NumberWordClass.Stop) && !words.Is(tokens, at - 1, NumberWordClass.UnitBefore));
    }

    /// <summary>True for a bare figure that reads as a year.</summary>
    public static bool IsYearLike(NumberReading number) => number is { Figures: true, Bare: true } && number.Value is >= 1900 and <= 2100;

    private static bool IsNumberWord(NumberWords words, IReadOnlyList<Token> tokens, int at) =>
        words.Is(tokens, at, NumberWordClass.Unit) || words.Is(tokens, at, NumberWordClass.Ten);

    // KN-23 · COVID-19 · 3/4 · +0 · -1
    private static bool IsJoinedBefore(NumberWords words, string text, IReadOnlyList<Token> tokens, int at)
    {
        var before = tokens[at - 1];
        var glued = tokens[at].Is(TokenShape.Glued);
        if (before.Kind == TokenKind.Hyphen && at >= 2 && tokens[at - 2].Kind == TokenKind.Word)
        {
            return !words.Is(tokens, at - 2, NumberWordClass.Scale) && !words.Is(tokens, at - 2, NumberWordClass.Approximator);
        }

        var sign = text[before.Start];
        return glued && (sign is '/' or '+' or '#' or '@' or '_' || (before.Kind == TokenKind.Dash && !before.Is(TokenShape.Glued)) || (before.Kind == TokenKind.Word && !before.Is(TokenShape.Clitic) && char.IsLetter(text[before.End - 1])));
    }

    // 2-1, 3-3: two short figures that do not rise
    private static bool IsScore(string text, IReadOnlyList<Token> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at + 1].Kind == TokenKind.Hyphen && tokens[at + 2].Kind == TokenKind.Number && tokens[at].Length <= 2 && tokens[at + 2].Length <= 2
        && FigureText.TryParse(tokens[at].Span.Of(text), out var one, out _) && FigureText.TryParse(tokens[at + 2].Span.Of(text), out var two, out _) && one >= two;

    // three figures or more in a row joined by hyphens
    private static bool IsPhone(IReadOnlyList<Token> tokens, int at, out int after)
    {
        after = at + 1;
        var figures = 1;
        while (after + 1 < tokens.Count && tokens[after].Kind == TokenKind.Hyphen && tokens[after + 1].Kind == TokenKind.Number)
        {
            after += 2;
            figures++;
        }

        return figures > 2;
    }
}
