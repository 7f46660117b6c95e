using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Reads one figure with its bounds, range, unit and counted noun at a token of one sentence.</summary>
internal static class QuantityParser
{
    /// <summary>Reads the figure that begins at a token, bounds included.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">Index of the first token.</param>
    /// <param name="quantity">What was read, or null when the figure counts nothing.</param>
    /// <param name="after">Index to go on at.</param>
    /// <returns>True when the tokens are used up, whether they count or not.</returns>
    public static bool TryParse(FigureSentence s, int at, out Quantity? quantity, out int after)
    {
        quantity = null;
        if (s.Is(at, NumberWordClass.FalseFriend, out _, out after) || Designations.IsCertain(s, at, out after))
        {
            return true;
        }

        var bounds = Bounds.Before(s, at);
        var first = bounds.After;
        if (s.Is(first, NumberWordClass.RangeOpener, out var opener, out var afterOpener)
            && AmountReader.TryRead(s, afterOpener, out var low)
            && !(opener.Text == "to" && RangeReader.IsChange(s, first))
            && RangeReader.TryRead(s, ref low, opener.Text, out var end))
        {
            (quantity, after) = Finish(s, bounds.Any ? at : low.First, bounds, low, end);
            return true;
        }

        if (TryUnitBeforeBound(s, first, out var bound, out low))
        {
            (quantity, after) = Finish(s, at, bound, low, null);
            return true;
        }

        if (TryUnitBeforeRange(s, first, out low, out end))
        {
            (quantity, after) = Finish(s, at, bounds, low, end);
            return true;
        }

        if (!AmountReader.TryRead(s, first, out low))
        {
            after = at + 1;
            return false;
        }

        var changing = first > 0 && s.Is(first - 1, NumberWordClass.RangeOpener, out opener, out _) && opener.Text == "to" && RangeReader.IsChange(s, first - 1);
        var whole = low;
        var ranged = RangeReader.TryRead(s, ref whole, "", out end) && !changing;
        (quantity, after) = Finish(s, at, bounds, ranged ? whole : low, ranged ? end : null);
        return true;
    }

    // "aged under 25", "under the age of 25" is no such case
    private static bool TryUnitBeforeBound(FigureSentence s, int at, out Bounds bounds, out Amount amount)
    {
        (bounds, amount) = (default, default);
        if (!s.Is(at, NumberWordClass.UnitBefore, out var before, out var next))
        {
            return false;
        }

        bounds = Bounds.Before(s, next);
        if (!bounds.Any || !AmountReader.TryRead(s, bounds.After, out amount) || amount.Unit is not null)
        {
            return false;
        }

        amount = amount with { First = at, Unit = s.Find(before.Text) };
        return true;
    }

    // "aged between 30 and 40"
    private static bool TryUnitBeforeRange(FigureSentence s, int at, out Amount low, out Amount high)
    {
        (low, high) = (default, default);
        if (!s.Is(at, NumberWordClass.UnitBefore, out var before, out var opening) || !s.Is(opening, NumberWordClass.RangeOpener, out var opener, out var afterOpener)
            || !AmountReader.TryRead(s, afterOpener, out low) || low.Unit is not null || !RangeReader.TryRead(s, ref low, opener.Text, out high))
        {
            return false;
        }

        low = low with { First = at, Unit = s.Find(before.Text) };
        return true;
    }

    private static (Quantity? Quantity, int After) Finish(FigureSentence s, int start, Bounds bounds, Amount low, Amount? upper)
    {
        var last = upper ?? low;
        var after = last.After;
        var unit = last.Unit ?? low.Unit;
        var sum = upper is null ? UnitSum.Read(s, low, ref unit, ref after) : null;
        unit = unit is null && IsAge(s, low, after) ? s.Find("year") : unit;
        var counted = unit is null && last.Counting is null ? Counted(s, last, ref after) : null;
        if (EmptyFigures.Is(s, low, upper, unit, counted, bounds.Any))
        {
            return (null, after);
        }

        if (!bounds.Holds(s, start, low, unit, counted is not null) || (bounds.Weak && upper is not null))
        {
            (bounds, start) = (new Bounds(low.First, bounds.Approximate, false, false, false), low.First);
        }

        start = bounds.Any ? start : low.First;
        bounds = (last.Plus ? bounds with { Lower = true } : bounds).Behind(s, after);
        if (unit is null && counted is null && bounds.After > after)
        {
            after = bounds.After;
            counted = Counted(s, last with { After = after }, ref after);
        }

        after = Math.Max(after, bounds.After);
        var shared = unit is null && counted is null && low is { Counting: null } ? SharedNoun.Find(s, last) : null;
        return (QuantityBuilder.Build(s, new TextSpan(s[start].Start, s[after - 1].End), bounds, low, upper, sum, unit, counted, shared), after);
    }

    // "Anna Berg, 41, of Bergen"
    private static bool IsAge(FigureSentence s, Amount amount, int after) =>
        amount is { Figures: true, Bare: true, Low: > 0 and < 110 } && amount.First > 1 && s.IsSign(amount.First - 1, ',') && s.IsSign(after, ',')
        && s.IsTag(amount.First - 2, PartOfSpeech.ProperNoun) && s[amount.First - 2].IsCapitalised && s.IsTag(amount.First - 3, PartOfSpeech.ProperNoun);

    // "of" and one determiner may stand between: "dozens of trucks", "two of its jets", "half the crew"
    private static CountedNoun? Counted(FigureSentence s, Amount last, ref int after)
    {
        var next = after;
        var of = s.Is(next, NumberWordClass.Of, out _, out var afterOf);
        next = of ? afterOf : next;
        if (of || (last.Fraction && !s.IsKind(next, TokenKind.Hyphen)))
        {
            next = s[Math.Min(next, s.Count - 1)].Tag is PartOfSpeech.Other or PartOfSpeech.Determiner or PartOfSpeech.Pronoun && s.Is(next, NumberWordClass.Stop) ? next + 1 : next;
        }

        if (next == after && s.IsKind(next, TokenKind.Hyphen))
        {
            return CountedNoun.TryJoined(s, last, next + 1, out var joined) ? Take(joined, ref after) : null;
        }

        if (next >= s.Count || !CountedNoun.TryRead(s, next, last.One && next == after, out var noun))
        {
            return null;
        }

        return Take(noun, ref after);
    }

    private static CountedNoun Take(CountedNoun noun, ref int after)
    {
        after = noun.After;
        return noun;
    }
}
