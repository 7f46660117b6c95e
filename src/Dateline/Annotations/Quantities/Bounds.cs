using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>What the words around a figure make of it: "about", "at least", "up to", "or more".</summary>
/// <param name="After">Index after the words.</param>
/// <param name="Approximate">about, some, nearly.</param>
/// <param name="Lower">The figure is the lower end.</param>
/// <param name="Upper">The figure is the upper end.</param>
/// <param name="Weak">A bound that is a preposition of place too: over, under, above, below, beyond.</param>
internal readonly record struct Bounds(int After, bool Approximate, bool Lower, bool Upper, bool Weak)
{
    private const int SmallNumber = 20;

    /// <summary>True when a bound or an approximation was said.</summary>
    public bool Any => Lower || Upper || Approximate;

    /// <summary>Reads the words before a figure; none read leaves <see cref="After"/> at the start.</summary>
    public static Bounds Before(FigureSentence s, int at)
    {
        var bounds = new Bounds(at, false, false, false, false);
        while (TryOne(s, bounds.After, out var one))
        {
            bounds = new Bounds(one.After, bounds.Approximate | one.Approximate, bounds.Lower | one.Lower, bounds.Upper | one.Upper, bounds.Weak | one.Weak);
        }

        return bounds;
    }

    /// <summary>Reads the words after a figure: "or more", "-plus", "-strong", "or so".</summary>
    public Bounds Behind(FigureSentence s, int at)
    {
        var next = s.AfterHyphen(at);
        if (s.Is(next, NumberWordClass.LowerBoundAfter, out _, out var end))
        {
            return this with { After = end, Lower = true, Upper = false };
        }

        if (next > at && s.Is(next, NumberWordClass.Strength, out _, out end))
        {
            return this with { After = end };
        }

        if (s.Is(next, NumberWordClass.UpperBoundAfter, out _, out end))
        {
            return this with { After = end, Upper = true, Lower = false };
        }

        return s.Is(next, NumberWordClass.ApproximatorAfter, out _, out end) ? this with { After = end, Approximate = true } : this with { After = at };
    }

    /// <summary>True when a weak bound is a bound here, not a place or a span of time: "over 150 missiles", not "over two villages", "over two weeks", "currently under 11 rounds".</summary>
    public bool Holds(FigureSentence s, int at, Amount amount, Unit? unit, bool counted)
    {
        if (!Weak)
        {
            return true;
        }

        if (at > 0 && s.Is(at - 1, NumberWordClass.Phrasal))
        {
            return false; // "handed over 90 prisoners"
        }

        if (unit is not null)
        {
            return unit.Dimension != "time" || !Lower || at == 0 || s[at - 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary or PartOfSpeech.Adposition or PartOfSpeech.Adverb;
        }

        if (!counted)
        {
            return true;
        }

        return (amount.Figures || amount.Low >= SmallNumber) && (Lower || at == 0 || s[at - 1].Tag is not (PartOfSpeech.Auxiliary or PartOfSpeech.Adverb));
    }

    // The longest of the readings that begin here.
    private static bool TryOne(FigureSentence s, int at, out Bounds one)
    {
        one = default;
        if (s.IsGlued(at) && at > 0 && s.Tokens[at - 1].Span.Of(s.Text) is "-")
        {
            return false; // "a pull-up to 42 km" is no bound
        }

        if (s.Is(at, NumberWordClass.Approximator, out _, out var after))
        {
            one = new Bounds(after, true, false, false, false);
        }

        if (s.Is(at, NumberWordClass.LowerBound, out var bound, out after) && after > one.After)
        {
            one = new Bounds(after, false, true, false, bound.Flag == "weak");
        }

        if (s.Is(at, NumberWordClass.UpperBound, out bound, out after) && after > one.After)
        {
            one = new Bounds(after, false, false, true, bound.Flag == "weak");
        }

        return one.After > at || TrySign(s, at, out one);
    }

    // ~300 · >300 · <300 · ≥ 300
    private static bool TrySign(FigureSentence s, int at, out Bounds one)
    {
        one = default;
        if (!s.IsKind(at + 1, TokenKind.Number) || s[at].Length != 1)
        {
            return false;
        }

        one = s.Text[s[at].Start] switch
        {
            '~' or '≈' or '∼' => new Bounds(at + 1, true, false, false, false),
            '>' or '≥' => new Bounds(at + 1, false, true, false, false),
            '<' or '≤' => new Bounds(at + 1, false, false, true, false),
            _ => default,
        };
        return one.After > at;
    }
}
