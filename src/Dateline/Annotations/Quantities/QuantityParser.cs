using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Reads one figure with its bounds, range, unit and counted noun at a token of one sentence.</summary>
internal sealed class QuantityParser
{
    private const decimal LargestVague = 1e13m;

    private readonly NumberWords words;
    private readonly NumberReader numbers;
    private readonly Units units;
    private readonly string text;
    private readonly IReadOnlyList<Token> tokens;

    public QuantityParser(NumberReader numbers, Units units, string text, IReadOnlyList<Token> tokens)
    {
        words = numbers.Words;
        this.numbers = numbers;
        this.units = units;
        this.text = text;
        this.tokens = tokens;
    }

    /// <summary>One number or vague word with the currency before it and the unit after it.</summary>
    private readonly record struct Amount(int First, int After, int NumberAfter, decimal? Low, decimal? High, decimal Scale, Unit? Unit, NumberWord? Vague, bool Fraction, bool Figures, bool Bare, bool One, bool UnitHyphened, bool IsScaleLetter)
    {
        /// <summary>True for "200+".</summary>
        public bool Plus { get; init; }
    }

    private readonly record struct Modifiers(int After, bool Approximate, bool Lower, bool Upper, bool Weak);

    /// <summary>Reads the figure that begins at a token, modifiers included.</summary>
    /// <param name="at">Index of the first token.</param>
    /// <param name="quantity">What was read, or null when the figure counts nothing.</param>
    /// <param name="after">Index to go on at.</param>
    /// <returns>True when the tokens are used up, whether they count or not.</returns>
    public bool TryParse(int at, out Quantity? quantity, out int after)
    {
        quantity = null;
        if (words.Is(tokens, at, NumberWordClass.FalseFriend, out _, out after))
        {
            return true;
        }

        if (Designations.IsCertain(words, text, tokens, at, out after))
        {
            return true;
        }

        var modifiers = Modify(at);
        var first = modifiers.After;
        var opener = words.Is(tokens, first, NumberWordClass.RangeOpener, out var opened, out var afterOpener);
        if (opener && TryAmount(afterOpener, out var low) && TryRange(ref low, opened.Text, out var end))
        {
            return Finish(afterOpener, at < first ? at : afterOpener, modifiers, low, end, out quantity, out after);
        }

        if (!TryAmount(first, out low))
        {
            after = at + 1;
            return false;
        }

        var ranged = TryRange(ref low, "", out end);
        return Finish(first, at, modifiers with { Lower = modifiers.Lower && !(ranged && modifiers.Weak) }, low, ranged ? end : null, out quantity, out after);
    }

    private Modifiers Modify(int at)
    {
        var (next, approximate, lower, upper, weak) = (at, false, false, false, false);
        while (true)
        {
            var (isApproximate, isLower, isUpper) = (words.Is(tokens, next, NumberWordClass.Approximator, out var word, out var after), false, false);
            var longest = after;
            if (words.Is(tokens, next, NumberWordClass.LowerBound, out var bound, out after) && after > (isApproximate ? longest : next))
            {
                (isApproximate, isLower, longest, word) = (false, true, after, bound);
            }

            if (words.Is(tokens, next, NumberWordClass.UpperBound, out bound, out after) && after > (isApproximate || isLower ? longest : next))
            {
                (isApproximate, isLower, isUpper, longest, word) = (false, false, true, after, bound);
            }

            if (!isApproximate && !isLower && !isUpper)
            {
                return new Modifiers(next, approximate, lower, upper, weak);
            }

            (approximate, lower, upper, next) = (approximate | isApproximate, lower | isLower, upper | isUpper, longest);
            weak |= word.Flag == "weak";
        }
    }

    private bool TryAmount(int at, out Amount amount)
    {
        amount = default;
        if (at >= tokens.Count)
        {
            return false;
        }

        Unit? unit = null;
        var next = at;
        if (words.Is(tokens, at, NumberWordClass.UnitBefore, out var before, out var afterBefore))
        {
            (unit, next) = (units.Find(before.Text), afterBefore);
        }
        else if (units.TryRead(text, tokens, at, out var sign, out var afterSign) && sign.Dimension == "currency" && (tokens[afterSign - 1].Kind == TokenKind.Symbol || tokens[at].Is(TokenShape.AllCaps)))
        {
            (unit, next) = (sign, afterSign);
        }

        if (next > at && (next >= tokens.Count || tokens[next].Kind != TokenKind.Number))
        {
            if (unit?.Dimension == "currency" || !numbers.TryRead(text, tokens, next, out _))
            {
                return false;
            }
        }

        if (TryVague(next, out amount))
        {
            amount = amount with { First = at };
            return true;
        }

        if (!numbers.TryRead(text, tokens, next, out var number))
        {
            return false;
        }

        var after = number.After;
        amount = new Amount(at, after, after, number.Value, number.Value, number.Scale, unit, null, number.Fraction, number.Figures, number.Bare, number is { Value: 1, Fraction: false }, false, false);
        WithLetter(ref amount, unit);
        if (amount.Figures && amount.After < tokens.Count && tokens[amount.After].Is(TokenShape.Glued) && text[tokens[amount.After].Start] == '+')
        {
            amount = amount with { After = amount.After + 1, Plus = true };
        }

        WithUnit(ref amount);
        return true;
    }

    // k, m, bn glued to the figure: "$3m", "10k troops"; "3m" alone stays metres
    private void WithLetter(ref Amount amount, Unit? unit)
    {
        if (!amount.Figures || amount.Scale > 1 || !words.Is(tokens, amount.After, NumberWordClass.ScaleLetter, out var letter, out var after) || !tokens[amount.After].Is(TokenShape.Glued))
        {
            return;
        }

        var counted = letter.Text != "b" && CountedNoun.TryRead(words, text, tokens, after, one: false, out _);
        if (unit?.Dimension == "currency" || letter.Value == 1000 || counted || units.TryRead(text, tokens, after, out _, out _))
        {
            amount = amount with { After = after, Low = amount.Low * letter.Value, High = amount.High * letter.Value, Scale = letter.Value, Bare = false, IsScaleLetter = true };
        }
    }

    private void WithUnit(ref Amount amount)
    {
        if (amount.Unit is not null)
        {
            // "$5 billion dollars", "US$5 USD": said twice
            if (amount.Unit.Dimension == "currency" && units.TryRead(text, tokens, amount.After, out var again, out var afterAgain) && again == amount.Unit)
            {
                amount = amount with { After = afterAgain };
            }

            return;
        }

        var next = amount.After;
        var hyphened = next < tokens.Count && tokens[next].Kind == TokenKind.Hyphen;
        next = hyphened ? next + 1 : next;
        if (!hyphened && words.Is(tokens, next, NumberWordClass.Filler, out _, out var afterFiller) && units.TryRead(text, tokens, afterFiller, out _, out _))
        {
            next = afterFiller;
        }

        if (!units.TryRead(text, tokens, next, out var unit, out var after) || IsRefused(amount, unit, next, after, hyphened))
        {
            return;
        }

        amount = amount with { Unit = unit, After = after, UnitHyphened = hyphened };
    }

    // One-letter units stand right after a figure; "the 80s" are years, "3-in-1" and "won" the verb no units
    private bool IsRefused(Amount amount, Unit unit, int at, int after, bool hyphened)
    {
        var token = tokens[at];
        if (after == at + 1 && token.Length == 1 && token.Kind == TokenKind.Word)
        {
            var tens = amount.Low % 10 == 0 && unit.Symbol == "s" && token.Is(TokenShape.Glued);
            return !amount.Figures || tens || (!token.Is(TokenShape.Glued) && !(char.IsLower(text[token.Start]) && unit.Symbol is "m" or "t" && IsPhraseEnd(after)));
        }

        return (unit.Symbol == "KRW" && token.Length == 3 && !amount.Figures && amount.Scale == 1) || (amount.Fraction && hyphened && unit.Dimension != "time" && unit.Dimension != "length");
    }

    private bool IsPhraseEnd(int at) => at >= tokens.Count || tokens[at].Kind != TokenKind.Word || words.Is(tokens, at, NumberWordClass.Stop);

    // several · dozens · tens of thousands · a few hundred
    private bool TryVague(int at, out Amount amount)
    {
        amount = default;
        if (!words.Is(tokens, at, NumberWordClass.Vague, out var vague, out var after))
        {
            return false;
        }

        // "a barrage of seven missiles" counts seven
        if (vague.Text.StartsWith("a ", StringComparison.Ordinal) && words.Is(tokens, after, NumberWordClass.Of, out _, out var afterOf) && numbers.TryRead(text, tokens, afterOf, out _))
        {
            return false;
        }

        var (low, high) = (vague.Value, vague.High);
        while (low < LargestVague && (words.Is(tokens, after, NumberWordClass.Scale, out var scale, out var afterScale) || words.Is(tokens, after, NumberWordClass.Hundred, out scale, out afterScale) || words.Is(tokens, after, NumberWordClass.Dozen, out scale, out afterScale)))
        {
            (low, high, after) = (low * scale.Value, high * scale.Value, afterScale);
        }

        amount = new Amount(at, after, after, low, high, 1, null, vague, false, false, false, false, false, false);
        WithUnit(ref amount);
        return true;
    }

    // X-Y · X to Y · X or Y; "between X and Y" with its opener
    private bool TryRange(ref Amount low, string wanted, out Amount? high)
    {
        high = null;
        var at = low.After;
        if (low.Vague is not null || low.Fraction || at + 1 >= tokens.Count)
        {
            return false;
        }

        var hyphen = tokens[at].Kind == TokenKind.Hyphen || (tokens[at].Kind == TokenKind.Dash && wanted.Length == 0 && tokens[at].Is(TokenShape.Glued));
        var joint = "-";
        var next = at + 1;
        if (!hyphen)
        {
            if (!words.Is(tokens, at, NumberWordClass.RangeJoint, out var word, out next))
            {
                return false;
            }

            joint = word.Text;
        }

        if ((wanted.Length > 0 && joint != wanted && joint != "-") || (wanted.Length == 0 && joint is "and" or "through"))
        {
            return false;
        }

        if (!TryAmount(next, out var upper) || upper.Vague is not null || upper.Fraction)
        {
            return false;
        }

        // the scale told once belongs to both: "3 to 5 million", "$1-2bn"
        if (low.Scale == 1 && upper.Scale > 1 && low.Low <= upper.Low / upper.Scale && low.Unit is null or { Dimension: "currency" })
        {
            low = low with { Low = low.Low * upper.Scale, High = low.High * upper.Scale };
        }

        if (low.Low >= upper.High || (low.Unit is not null && upper.Unit is not null && low.Unit != upper.Unit) || (low.Unit is not null && upper.Unit is null && low.Unit.Dimension != "currency" && low.Unit.Symbol != "Mach"))
        {
            return false;
        }

        high = upper;
        return true;
    }

    private bool Finish(int first, int start, Modifiers modifiers, Amount low, Amount? upper, out Quantity? quantity, out int after)
    {
        quantity = null;
        var last = upper ?? low;
        after = last.After;
        var unit = last.Unit ?? low.Unit;
        var value = upper is null ? Compound(ref unit, low, ref after) : null;
        var counted = unit is null ? Counted(last, ref after) : null;
        if (IsNothing(low, upper, unit, counted, modifiers, first))
        {
            return true;
        }

        var (atLeast, atMost, about) = (modifiers.Lower || last.Plus, modifiers.Upper, modifiers.Approximate);
        Trail(ref after, ref atLeast, ref atMost, ref about);
        counted = unit is null && counted is null && after > last.After ? Counted(last, ref after) : counted;
        var (from, to) = low.Vague is null ? (value ?? low.Low, value ?? last.High) : (null, null);
        from = atMost && !atLeast && upper is null ? null : from;
        to = atLeast && !atMost && upper is null ? null : to;
        var span = new TextSpan(tokens[start].Start, tokens[after - 1].End);
        quantity = new Quantity(
            span,
            Rule(low, upper, unit, counted),
            Plain(from),
            Plain(to),
            unit?.Symbol ?? (low.Fraction ? null : counted?.Singular),
            unit?.Dimension ?? (low.Fraction ? "share" : counted is null ? null : "count"),
            Si(from, unit),
            Si(to, unit),
            unit?.SiUnit,
            about,
            low.Vague is null ? null : text[tokens[low.First].Start..tokens[low.NumberAfter - 1].End],
            low.Vague is null ? null : low.Low,
            low.Vague is null ? null : low.High,
            counted is { } noun ? text[tokens[noun.From].Start..tokens[noun.After - 1].End] : null,
            null);
        return true;
    }

    private static string Rule(Amount low, Amount? upper, Unit? unit, CountedNoun? counted) =>
        (low.Vague is not null ? "quantities.vague" : low.Fraction ? "quantities.fraction" : upper is not null ? "quantities.range" : "quantities.figure")
        + (unit is not null ? "-unit" : counted is not null ? "-count" : "");

    // 1.4 billion is 1400000000, not 1400000000.0
    private static decimal? Plain(decimal? value) => value / 1.000000000000000000000m;

    private static decimal? Si(decimal? value, Unit? unit) =>
        value is { } known && unit is { Factor: { } factor, SiUnit: not null } && known < 1e14m && factor < 1e14m ? Math.Round(known * factor, 6) / 1.000000000000m : null;

    // 71 hours and 6 minutes · 5 feet 10 inches: one figure in the smaller unit
    private decimal? Compound(ref Unit? unit, Amount low, ref int after)
    {
        decimal? total = null;
        while (unit is { Factor: { } factor } whole && low is { Vague: null, Fraction: false, UnitHyphened: false })
        {
            var next = words.Is(tokens, after, NumberWordClass.RangeJoint, out var and, out var afterAnd) && and.Text == "and" ? afterAnd : after;
            if (!TryAmount(next, out var part) || part.Unit is not { Factor: { } smaller } rest || part.Fraction || part.Vague is not null || rest.Dimension != whole.Dimension || smaller >= factor || part.Low * smaller >= factor)
            {
                break;
            }

            total = Math.Round((total ?? low.Low!.Value) * (factor / smaller)) + part.Low;
            (unit, after) = (rest, part.After);
        }

        return total;
    }

    private CountedNoun? Counted(Amount last, ref int after)
    {
        var next = after;
        if (words.Is(tokens, next, NumberWordClass.Of, out _, out var afterOf))
        {
            next = afterOf;
            while (next < tokens.Count && words.Is(tokens, next, NumberWordClass.Stop) && tokens[next].Tag is PartOfSpeech.Other or PartOfSpeech.Determiner or PartOfSpeech.Pronoun && next < afterOf + 1)
            {
                next++;
            }
        }

        if (next >= tokens.Count || (tokens[next].Kind == TokenKind.Hyphen && next == after) || !CountedNoun.TryRead(words, text, tokens, next, last.One && next == after, out var noun))
        {
            return null;
        }

        after = noun.After;
        return noun;
    }

    private bool IsNothing(Amount low, Amount? upper, Unit? unit, CountedNoun? counted, Modifiers modifiers, int first)
    {
        var bound = modifiers.Lower || modifiers.Upper || modifiers.Approximate;
        if (unit is not null)
        {
            return low.Vague is { } && low.Unit is null;
        }

        var end = (upper ?? low).After;
        if (low.Figures && end < tokens.Count && tokens[end].Kind == TokenKind.Word && tokens[end].Is(TokenShape.Glued) && !tokens[end].Is(TokenShape.Clitic))
        {
            return true; // 9M729, 5G
        }

        var hyphened = end < tokens.Count && tokens[end].Kind == TokenKind.Hyphen && !words.Is(tokens, end + 1, NumberWordClass.Strength) && !words.Is(tokens, end + 1, NumberWordClass.LowerBoundAfter);
        if (counted is not null)
        {
            var year = Designations.IsYearLike(new NumberReading(0, low.Low ?? 0, low.Figures, low.Bare, 1, Fraction: false)) && IsYearContext(first);
            return year || (low.Vague?.Text is "scores" or "multiple" && counted.Value.From == low.After && low.Vague.Text == "scores");
        }

        if (low.Vague is { } vague)
        {
            return low.Low < 20 || vague.Text == "scores";
        }

        if (hyphened || (low.Fraction && !words.Is(tokens, low.After, NumberWordClass.Of)))
        {
            return true;
        }

        if (low.One && !bound)
        {
            return true;
        }

        if (upper is not null)
        {
            return !bound && upper.Value.High < 10;
        }

        return (!bound && Designations.IsNamed(words, text, tokens, first)) || IsScore(low) || (low.Low == 0)
            || (!bound && low.Bare && Designations.IsYearLike(new NumberReading(0, low.Low ?? 0, low.Figures, low.Bare, 1, Fraction: false)));
    }

    // "the 2024 elections", "its 2018 pledges"
    private bool IsYearContext(int first) =>
        first > 0 && (words.Is(tokens, first - 1, NumberWordClass.Stop) || tokens[first - 1].Is(TokenShape.Clitic) || tokens[first - 1].IsCapitalised)
        && !(tokens[first - 1].Kind == TokenKind.Word && IsPreposition(first - 1));

    private bool IsPreposition(int at) => words.Is(tokens, at, NumberWordClass.Preposition);

    // 2-1: figures joined by a hyphen that are no range
    private bool IsScore(Amount low) =>
        low.After + 1 < tokens.Count && tokens[low.After].Kind is TokenKind.Hyphen or TokenKind.Dash && tokens[low.After + 1].Kind == TokenKind.Number && tokens[low.After].Is(TokenShape.Glued);

    // "or more", "300+", "or so"
    private void Trail(ref int after, ref bool lower, ref bool upper, ref bool about)
    {
        var next = after < tokens.Count && tokens[after].Kind == TokenKind.Hyphen ? after + 1 : after;
        if (words.Is(tokens, next, NumberWordClass.LowerBoundAfter, out _, out var end))
        {
            (lower, after) = (true, end);
        }
        else if (words.Is(tokens, next, NumberWordClass.Strength, out _, out end) && next > after)
        {
            after = end;
        }
        else if (words.Is(tokens, next, NumberWordClass.UpperBoundAfter, out _, out end))
        {
            (upper, after) = (true, end);
        }
        else if (words.Is(tokens, next, NumberWordClass.ApproximatorAfter, out _, out end))
        {
            (about, after) = (true, end);
        }
    }
}
