using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Reads one number or vague word with its currency or unit: "$1.4bn", "500-kg", "several hundred", "Mach 5", "half a mile", "-18 °C".</summary>
internal static class AmountReader
{
    private const decimal LargestVague = 1e13m;

    // "the 80 s" and "the 1990 s" are years that lost their glue
    private const decimal LastYear = 2100;

    public static bool TryRead(FigureSentence s, int at, out Amount amount)
    {
        amount = default;
        if (at >= s.Count)
        {
            return false;
        }

        if (s.Is(at, NumberWordClass.Adverb, out var times, out var afterTimes))
        {
            amount = new Amount(at, afterTimes, afterTimes, times.Value, times.Value) { Counting = times.Flag };
            return true;
        }

        var next = Prefix(s, at, out var unit);
        if (next > at && !s.IsKind(next, TokenKind.Number) && (unit?.Dimension == "currency" || !s.TryNumber(next, out _)))
        {
            return false;
        }

        if (TryVague(s, next, out amount) || TryUnitAndMore(s, next, out amount))
        {
            amount = amount with { First = at };
            return true;
        }

        return TryNumber(s, at, next, unit, out amount);
    }

    // $ · USD · Mach · aged
    private static int Prefix(FigureSentence s, int at, out Unit? unit)
    {
        unit = null;
        if (s.Is(at, NumberWordClass.UnitBefore, out var before, out var after))
        {
            unit = s.Find(before.Text);
            return s.AfterHyphen(after);
        }

        if (!s.TryUnit(at, out var sign, out after) || sign.Dimension != "currency" || (s[after - 1].Kind != TokenKind.Symbol && !s[at].Is(TokenShape.AllCaps)))
        {
            return at;
        }

        unit = sign;
        return after;
    }

    private static bool TryNumber(FigureSentence s, int at, int next, Unit? unit, out Amount amount)
    {
        amount = default;
        if (!s.TryNumber(next, out var number))
        {
            return false;
        }

        amount = new Amount(at, number.After, number.After, number.Value, number.Value)
        {
            Scale = number.Scale,
            Unit = unit,
            Fraction = number.Fraction,
            Figures = number.Figures,
            Bare = number.Bare,
        };
        WithPoint(s, next, ref amount);
        WithLetter(s, ref amount);
        if (amount.Figures && s.IsGlued(amount.After) && s.IsSign(amount.After, '+'))
        {
            amount = amount with { After = amount.After + 1, Plus = true };
        }

        WithUnit(s, ref amount);
        WithGroup(s, ref amount);
        return true;
    }

    // .25 percent: the tokenizer parts a point without a digit before it
    private static void WithPoint(FigureSentence s, int at, ref Amount amount)
    {
        if (amount.Bare && at > 0 && s.IsGlued(at) && s.IsSign(at - 1, '.') && (!s.IsGlued(at - 1) || s.IsKind(at - 2, TokenKind.Symbol)))
        {
            var divisor = 1m;
            for (var i = 0; i < s[at].Length && divisor < LargestVague; i++)
            {
                divisor *= 10;
            }

            amount = amount.Times(1 / divisor) with { First = Math.Min(amount.First, at - 1), Bare = false };
        }
    }

    // k, m, bn glued to the figure: "$3m", "10k troops"; "3m" alone stays metres
    private static void WithLetter(FigureSentence s, ref Amount amount)
    {
        if (!amount.Figures || amount.Scale > 1 || !s.Is(amount.After, NumberWordClass.ScaleLetter, out var letter, out var after) || !s.IsGlued(amount.After))
        {
            return;
        }

        if (amount.Unit?.Dimension == "currency" || letter.Value == 1000 || s.TryUnit(after, out _, out _) || CountedNoun.TryRead(s, after, one: false, out _))
        {
            amount = amount.Times(letter.Value) with { After = after, NumberAfter = after, Scale = letter.Value, Bare = false };
        }
    }

    private static void WithUnit(FigureSentence s, ref Amount amount)
    {
        if (amount.Unit is { } known)
        {
            // "$5 billion dollars", "US$5 USD": said twice
            if (known.Dimension == "currency" && s.TryUnit(amount.After, out var again, out var afterAgain) && again == known)
            {
                amount = amount with { After = afterAgain };
            }

            return;
        }

        var hyphened = s.IsKind(amount.After, TokenKind.Hyphen);
        var next = s.AfterHyphen(amount.After);
        if (!hyphened && s.Is(next, NumberWordClass.Filler, out _, out var afterFiller) && s.TryUnit(afterFiller, out _, out _))
        {
            next = afterFiller;
        }

        if (s.TryUnit(next, out var unit, out var after) && !IsRefused(s, amount, unit, next, after, hyphened))
        {
            amount = Signed(s, amount, unit) with { Unit = unit, After = after, UnitHyphened = hyphened };
        }
    }

    // minus 18 °C, -5 degrees; a minus before anything else is a dash
    private static Amount Signed(FigureSentence s, Amount amount, Unit unit)
    {
        if (amount.First == 0 || amount.Vague is not null || unit.Dimension is not ("temperature" or "angle"))
        {
            return amount;
        }

        var sign = s[amount.First - 1];
        var minus = s.Is(amount.First - 1, NumberWordClass.Minus)
            || (sign.Kind is TokenKind.Dash or TokenKind.Hyphen && s.IsGlued(amount.First) && !sign.Is(TokenShape.Glued));
        return minus ? amount.Times(-1) with { First = amount.First - 1 } : amount;
    }

    // One-letter units stand right after a figure; "the 80s" are years, "3-in-1" and "won" the verb no units
    private static bool IsRefused(FigureSentence s, Amount amount, Unit unit, int at, int after, bool hyphened)
    {
        var token = s[at];
        if (after == at + 1 && token.Length == 1 && token.Kind == TokenKind.Word)
        {
            var tens = amount.Low % 10 == 0 && unit.Symbol == "s" && (token.Is(TokenShape.Glued) || amount.Low <= LastYear);
            return !amount.Figures || tens || (!token.Is(TokenShape.Glued) && !(char.IsLower(s.Text[token.Start]) && unit.Symbol is "m" or "t" or "s" or "h" && (s.IsPhraseEnd(after) || s[after].Tag is PartOfSpeech.Adjective or PartOfSpeech.Adverb)));
        }

        if (unit.Symbol == "KRW" && token.Length == 3)
        {
            return (!amount.Figures && amount.Scale == 1) || (token.Tag == PartOfSpeech.Verb && amount.Low < 100);
        }

        return amount.Fraction && hyphened && unit.Dimension is not ("time" or "length");
    }

    // 7.507 seconds · 1.500 soldiers: a point before three digits parts thousands where thousandths make no sense
    private static void WithGroup(FigureSentence s, ref Amount amount)
    {
        if (amount.Scale != 1 || !IsPointed(s, amount, out var round))
        {
            return;
        }

        var grouped = amount.Unit switch
        {
            { Symbol: "s" } => true,
            { Dimension: "length" or "mass" or "area" } => round,
            null => CountedNoun.TryRead(s, amount.After, one: false, out _),
            _ => false,
        };
        amount = grouped ? amount.Times(1000) : amount;
    }

    private static bool IsPointed(FigureSentence s, Amount amount, out bool round)
    {
        round = false;
        if (!amount.Figures || amount.NumberAfter < 1 || s[amount.NumberAfter - 1].Kind != TokenKind.Number)
        {
            return false;
        }

        var figure = s.Chars(amount.NumberAfter - 1);
        round = figure.EndsWith("00");
        return figure.Length is >= 5 and <= 7 && figure[^4] == '.' && figure[0] != '0' && figure.Count('.') == 1 && !figure.Contains(',');
    }

    // several · dozens · tens of thousands · a few hundred
    private static bool TryVague(FigureSentence s, int at, out Amount amount)
    {
        amount = default;
        if (!s.Is(at, NumberWordClass.Vague, out var vague, out var after))
        {
            return false;
        }

        // "a barrage of seven missiles" counts seven
        if (vague.Text.StartsWith("a ", StringComparison.Ordinal) && s.Is(after, NumberWordClass.Of, out _, out var afterOf) && (s.TryNumber(afterOf, out _) || s.Is(afterOf, NumberWordClass.Vague) || s.Is(afterOf, NumberWordClass.LowerBound) || s.Is(afterOf, NumberWordClass.UpperBound) || s.Is(afterOf, NumberWordClass.Approximator)))
        {
            return false;
        }

        var (low, high) = (vague.Value, vague.High);
        while (low < LargestVague && s.IsScale(after, out var scale, out var afterScale) && scale.Flag != "of")
        {
            (low, high, after) = (low * scale.Value, high * scale.Value, afterScale);
        }

        amount = new Amount(at, after, after, low, high) { Vague = vague };
        WithUnit(s, ref amount);
        return true;
    }

    // "an hour and 50 minutes", "a mile and a half": the article counts only when more follows
    private static bool TryUnitAndMore(FigureSentence s, int at, out Amount amount)
    {
        amount = default;
        if (!s.Is(at, NumberWordClass.Article, out _, out var next) || !s.TryUnit(next, out var unit, out var after) || unit.Dimension is not ("time" or "length") || s[next].Length == 1)
        {
            return false;
        }

        if (s.Is(after, NumberWordClass.AndAHalf, out var half, out var afterHalf))
        {
            amount = new Amount(at, next, afterHalf, 1 + half.Value, 1 + half.Value) { Unit = unit };
            return true;
        }

        if (!s.IsAnd(after, out var part) || s.Is(part, NumberWordClass.Article) || !TryRead(s, part, out var rest) || rest.Unit is not { Factor: { } smaller } || rest.Unit.Dimension != unit.Dimension || smaller >= unit.Factor)
        {
            return false;
        }

        amount = new Amount(at, next, after, 1, 1) { Unit = unit };
        return true;
    }
}
