using Dateline.Text;

namespace Dateline.Annotations.Numbers;

/// <summary>Adds up a number written in words; one use.</summary>
internal ref struct WordSum
{
    private readonly NumberWords words;
    private readonly Token[] tokens;
    private readonly int start;
    private decimal total;
    private decimal current;
    private bool any;
    private decimal scale;
    private int at;

    public WordSum(NumberWords words, Token[] tokens, int start)
    {
        this.words = words;
        this.tokens = tokens;
        this.start = start;
        at = start;
        scale = 1;
    }

    public NumberReading Read()
    {
        if (words.Is(tokens, start, NumberWordClass.FalseFriend))
        {
            return Nothing();
        }

        if (TryFraction(out var fraction))
        {
            return fraction;
        }

        // "a hundred", "a dozen", but never "a missile"; "the hundred and forty"
        if (IsArticle(at) && IsMultiplier(at + 1))
        {
            (at, current, any) = (at + 1, 1, true);
        }
        else if (words.Is(tokens, at, NumberWordClass.Hundred, out var hundred, out var hundredAfter) && IsAnd(hundredAfter) && IsSmallNumber(hundredAfter + 1))
        {
            (at, current, any, scale) = (hundredAfter, hundred.Value, true, hundred.Value);
        }

        while (Step())
        {
        }

        return any ? new NumberReading(at, total + current, Figures: false, Bare: false, scale, Fraction: false) : Nothing();
    }

    private readonly NumberReading Nothing() => new(start, 0, Figures: false, Bare: false, Scale: 1, Fraction: false);

    // half · a third of · two-thirds · half a million · one-fifth
    private readonly bool TryFraction(out NumberReading reading)
    {
        reading = default;
        var from = IsArticle(start) ? start + 1 : start;
        if (words.Is(tokens, from, NumberWordClass.Fraction, out var half, out var after) && half.Value == 0.5m)
        {
            var next = IsArticle(after) || (after < tokens.Length && tokens[after].Kind == TokenKind.Hyphen) ? after + 1 : after;
            if (TryMultiplier(next, out var part, out var scaleAfter))
            {
                reading = new NumberReading(scaleAfter, half.Value * part.Value, Figures: false, Bare: false, Scale: part.Value, Fraction: false);
                return true;
            }

            reading = new NumberReading(IsArticle(after) ? after + 1 : after, half.Value, Figures: false, Bare: false, Scale: 1, Fraction: true);
            return true;
        }

        return TryShare(out reading);
    }

    // a third of · two-thirds · one-third
    private readonly bool TryShare(out NumberReading reading)
    {
        reading = default;
        var count = 1m;
        var next = start + 1;
        var hyphened = false;
        if (words.Is(tokens, start, NumberWordClass.Unit, out var unit, out var unitAfter))
        {
            (count, next) = (unit.Value, unitAfter);
            hyphened = next < tokens.Length && tokens[next].Kind == TokenKind.Hyphen;
            next = hyphened ? next + 1 : next;
        }
        else if (!IsArticle(start))
        {
            return false;
        }

        if (!words.Is(tokens, next, NumberWordClass.Fraction, out var share, out var after) || (share.Value != 0.5m && count == 1 && !hyphened && !IsOf(after)))
        {
            return false;
        }

        reading = new NumberReading(after, Math.Min(count * share.Value, 1m), Figures: false, Bare: false, Scale: 1, Fraction: true);
        return count * share.Value <= 1.01m && count != 0;
    }

    private bool Step()
    {
        var next = any && at < tokens.Length && tokens[at].Kind == TokenKind.Hyphen ? at + 1 : at;
        if (any && next == at && IsAnd(at) && scale > 1 && IsSmallNumber(at + 1))
        {
            next = at + 1;
        }

        if (words.Is(tokens, next, NumberWordClass.Ten, out var word, out var after) && current % 100 == 0)
        {
            return Take(current + word.Value, after);
        }

        if (words.Is(tokens, next, NumberWordClass.Unit, out word, out after) && (current % 100 == 0 || (current % 10 == 0 && current % 100 >= 20 && word.Value is > 0 and < 10)) && (!any || current + total > 0))
        {
            return !IsFractionAhead(after) && Take(current + word.Value, after);
        }

        if (any && (words.Is(tokens, next, NumberWordClass.Hundred, out word, out after) || words.Is(tokens, next, NumberWordClass.Dozen, out word, out after)) && current is > 0 and < 100)
        {
            scale = total == 0 ? word.Value : 1;
            return Take(current * word.Value, after);
        }

        if (any && words.Is(tokens, next, NumberWordClass.Scale, out word, out after) && current > 0 && (total == 0 || word.Value < total))
        {
            (total, scale) = (total + (current * word.Value), total == 0 ? word.Value * (current % 100 == 0 ? scale : 1) : word.Value);
            return Take(0, after);
        }

        if (!any && words.Is(tokens, next, NumberWordClass.Dozen, out word, out after))
        {
            scale = word.Value;
            return Take(word.Value, after);
        }

        // "two and a half", "two-and-a-half-hour"
        return any && words.Is(tokens, next, NumberWordClass.AndAHalf, out word, out after) && Take(current + word.Value, after);
    }

    private bool Take(decimal value, int after)
    {
        (current, at, any) = (value, after, true);
        return true;
    }

    private readonly bool IsFractionAhead(int after)
    {
        var next = after < tokens.Length && tokens[after].Kind == TokenKind.Hyphen ? after + 1 : after;
        return any && words.Is(tokens, next, NumberWordClass.Fraction);
    }

    private readonly bool IsSmallNumber(int next)
    {
        var small = words.Is(tokens, next, NumberWordClass.Unit, out _, out var after) || words.Is(tokens, next, NumberWordClass.Ten, out _, out after);
        var last = after < tokens.Length && tokens[after].Kind == TokenKind.Hyphen ? after + 1 : after;
        if (small && words.Is(tokens, last, NumberWordClass.Unit, out _, out var more))
        {
            last = more;
        }

        return small && !IsMultiplier(last);
    }

    private readonly bool IsMultiplier(int next) => TryMultiplier(next, out _, out _);

    private readonly bool TryMultiplier(int next, out NumberWord word, out int after) =>
        words.Is(tokens, next, NumberWordClass.Hundred, out word, out after) || words.Is(tokens, next, NumberWordClass.Scale, out word, out after) || words.Is(tokens, next, NumberWordClass.Dozen, out word, out after);

    private readonly bool IsArticle(int next) => words.Is(tokens, next, NumberWordClass.Article);

    private readonly bool IsAnd(int next) => words.Is(tokens, next, NumberWordClass.RangeJoint, out var joint, out _) && joint.Text == "and";

    private readonly bool IsOf(int next) => words.Is(tokens, next, NumberWordClass.Of);
}
