using Dateline.Text;

namespace Dateline.Annotations.Numbers;

/// <summary>A number read from figures or words.</summary>
/// <param name="After">Index after its last token.</param>
/// <param name="Value">Its value, scales multiplied in.</param>
/// <param name="Figures">True when it begins with digits.</param>
/// <param name="Bare">True for digits alone: no separator, scale or fraction.</param>
/// <param name="Scale">The scale the whole number is a multiple of (1,000,000 in "1.5 million"), or 1.</param>
/// <param name="Fraction">True for "a third", "two-thirds", "half".</param>
public readonly record struct NumberReading(int After, decimal Value, bool Figures, bool Bare, decimal Scale, bool Fraction)
{
    /// <summary>True when a scale word took part.</summary>
    public bool Scaled => Scale > 1;
}

/// <summary>
/// Reads one number at a token: 1,587 · 10 000 · 2 ,700 · 1.4bn · 15-hundred · four-thousand-100 · "one hundred and
/// twenty" · "two and a half million" · two-thirds. Answers nothing for designations; that is the caller's matter.
/// </summary>
public sealed class NumberReader
{
    // No report counts beyond these; they keep sums inside a decimal.
    private const decimal Limit = 1e18m;
    private const decimal LargestScaled = 1e13m;

    private readonly NumberWords words;

    /// <summary>A reader over the words of number.</summary>
    public NumberReader(NumberWords words) => this.words = words;

    /// <summary>The words of number it reads with.</summary>
    public NumberWords Words => words;

    /// <summary>Reads the number that begins at a token.</summary>
    public bool TryRead(string text, Token[] tokens, int at, out NumberReading reading)
    {
        reading = default;
        if ((uint)at >= (uint)tokens.Length)
        {
            return false;
        }

        return tokens[at].Kind == TokenKind.Number ? TryFigures(text, tokens, at, out reading)
            : tokens[at].Kind == TokenKind.Word && words.MayBegin(tokens, at) && TryWords(text, tokens, at, out reading);
    }

    private bool TryFigures(string text, Token[] tokens, int at, out NumberReading reading)
    {
        reading = default;
        var (after, value, bare) = Digits(text, tokens, at);
        if (after == at)
        {
            return false;
        }

        if (IsSlashedFraction(text, tokens, after, out var divisor))
        {
            reading = new NumberReading(after + 2, value / divisor, Figures: true, Bare: false, Scale: 1, Fraction: true);
            return true;
        }

        WithSpokenPoint(text, tokens, ref after, ref value, ref bare);
        var scale = Scale(tokens, ref after, ref value);
        if (scale > 1 && value < Limit && JoinedRest(text, tokens, after, value, out var rest, out var restAfter))
        {
            (value, after) = (value + rest, restAfter);
        }

        reading = new NumberReading(after, value, Figures: true, bare && scale == 1, scale, Fraction: false);
        return value < Limit;
    }

    // 10 000 and 2 ,700: groups a page has torn apart.
    private static (int After, decimal Value, bool Bare) Digits(string text, Token[] tokens, int at)
    {
        if (!FigureText.TryParse(tokens[at].Span.Of(text), out var value, out var bare))
        {
            return (at, 0, false);
        }

        var after = at + 1;
        var grouping = bare && tokens[at].Length <= 3 && value > 0;
        while (grouping && after < tokens.Length)
        {
            var comma = text[tokens[after].Start] == ',' && tokens[after].Length == 1 && !tokens[after].Is(TokenShape.Glued);
            var group = comma ? after + 1 : after;
            grouping = group < tokens.Length && tokens[group].Kind == TokenKind.Number && tokens[group].Length == 3
                && tokens[group].Is(TokenShape.Glued) == comma && !tokens[group].Span.Of(text).ContainsAny('.', ':', ',')
                && (comma || tokens[group].Start == tokens[group - 1].End + 1)
                && value < 1e12m && FigureText.TryParse(tokens[group].Span.Of(text), out _, out _);
            if (grouping)
            {
                _ = FigureText.TryParse(tokens[group].Span.Of(text), out var more, out _);
                (value, after, bare) = ((value * 1000) + more, group + 1, false);
            }
        }

        return (after, value, bare);
    }

    private static bool IsSlashedFraction(string text, Token[] tokens, int after, out decimal divisor)
    {
        divisor = 0;
        return after + 1 < tokens.Length && text[tokens[after].Start] == '⁄' && tokens[after + 1].Kind == TokenKind.Number
            && FigureText.TryParse(tokens[after + 1].Span.Of(text), out divisor, out _) && divisor > 1;
    }

    // Mach 6-point-9, 4 point 5: as presenters say it
    private void WithSpokenPoint(string text, Token[] tokens, ref int after, ref decimal value, ref bool bare)
    {
        var hyphened = after < tokens.Length && tokens[after].Kind == TokenKind.Hyphen;
        var point = hyphened ? after + 1 : after;
        if (!words.Is(tokens, point, NumberWordClass.Point, out _, out var next) || !bare)
        {
            return;
        }

        next = next < tokens.Length && tokens[next].Kind == TokenKind.Hyphen ? next + 1 : next;
        if (next < tokens.Length && tokens[next].Kind == TokenKind.Number && tokens[next].Length <= 3 && FigureText.TryParse(tokens[next].Span.Of(text), out var decimals, out var whole) && whole)
        {
            value += decimals / (tokens[next].Length switch { 1 => 10, 2 => 100, _ => 1000 });
            (after, bare) = (next + 1, false);
        }
    }

    // six-point-nine, one point two five
    private bool WithSpokenDigits(Token[] tokens, int at, out decimal decimals, out int after)
    {
        (decimals, after) = (0, at);
        if (!words.Is(tokens, AfterHyphen(tokens, at), NumberWordClass.Point, out _, out var next))
        {
            return false;
        }

        var place = 0.1m;
        while (place > 0.0001m && words.Is(tokens, AfterHyphen(tokens, next), NumberWordClass.Unit, out var digit, out var afterDigit) && digit.Value < 10)
        {
            (decimals, place, next, after) = (decimals + (digit.Value * place), place / 10, afterDigit, afterDigit);
        }

        return after > at;
    }

    private static int AfterHyphen(Token[] tokens, int at) => at < tokens.Length && tokens[at].Kind == TokenKind.Hyphen ? at + 1 : at;

    // Any chain of hundred, thousand, dozen after a value: "15-hundred", "4.8 million", "two hundred thousand".
    private decimal Scale(Token[] tokens, ref int after, ref decimal value)
    {
        var scale = 1m;
        while (value is > 0 and < LargestScaled && scale < LargestScaled)
        {
            var next = after < tokens.Length && tokens[after].Kind == TokenKind.Hyphen ? after + 1 : after;
            if (words.Is(tokens, next, NumberWordClass.AndAHalf, out var half, out var halfAfter) && next == after)
            {
                (value, after) = (value + half.Value, halfAfter);
            }
            else if (IsScale(tokens, next, out var factor, out var scaleAfter))
            {
                (value, after, scale) = (value * factor, scaleAfter, scale * factor);
            }
            else
            {
                break;
            }
        }

        return scale;
    }

    private bool IsScale(Token[] tokens, int at, out decimal factor, out int after)
    {
        var found = words.Is(tokens, at, NumberWordClass.Scale, out var word, out after)
            || words.Is(tokens, at, NumberWordClass.Hundred, out word, out after)
            || words.Is(tokens, at, NumberWordClass.Dozen, out word, out after);
        factor = found ? word.Value : 1;
        return found;
    }

    // four-thousand-100: a smaller figure joined by a hyphen after a scale.
    private static bool JoinedRest(string text, Token[] tokens, int at, decimal value, out decimal rest, out int after)
    {
        (rest, after) = (0, at + 2);
        return at + 1 < tokens.Length && tokens[at].Kind == TokenKind.Hyphen && tokens[at + 1].Kind == TokenKind.Number
            && FigureText.TryParse(tokens[at + 1].Span.Of(text), out rest, out var bare) && bare && rest < 1000 && rest < value && value % 1000 == 0;
    }

    private bool TryWords(string text, Token[] tokens, int at, out NumberReading reading)
    {
        reading = new WordSum(words, tokens, at).Read();
        if (reading is { Scaled: false, Fraction: false } && WithSpokenDigits(tokens, reading.After, out var decimals, out var afterDigits))
        {
            var value = reading.Value + decimals;
            var scale = Scale(tokens, ref afterDigits, ref value);
            reading = reading with { Value = value, After = afterDigits, Scale = scale };
        }

        if (reading.Scaled && JoinedRest(text, tokens, reading.After, reading.Value, out var rest, out var after))
        {
            reading = reading with { Value = reading.Value + rest, After = after };
        }

        return reading.After > at;
    }
}
