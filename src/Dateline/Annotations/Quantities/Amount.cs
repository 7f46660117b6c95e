using Dateline.Annotations.Numbers;

namespace Dateline.Annotations.Quantities;

/// <summary>One number or vague word with the currency before it and the unit after it.</summary>
/// <param name="First">Index of its first token, a currency sign included.</param>
/// <param name="NumberAfter">Index after the number.</param>
/// <param name="After">Index after the unit.</param>
/// <param name="Low">Its value; of a vague word the lower end.</param>
/// <param name="High">The same value; of a vague word the upper end, null when open.</param>
internal readonly record struct Amount(int First, int NumberAfter, int After, decimal Low, decimal? High)
{
    /// <summary>The scale the whole number is a multiple of, or 1.</summary>
    public decimal Scale { get; init; } = 1;

    public Unit? Unit { get; init; }

    /// <summary>The vague word, or null.</summary>
    public NumberWord? Vague { get; init; }

    /// <summary>The noun an adverb counts: "twice" counts times. Null for anything else.</summary>
    public string? Counting { get; init; }

    /// <summary>True for "a third", "half".</summary>
    public bool Fraction { get; init; }

    /// <summary>True when it begins with digits.</summary>
    public bool Figures { get; init; }

    /// <summary>True for digits alone.</summary>
    public bool Bare { get; init; }

    /// <summary>True for "500-kg".</summary>
    public bool UnitHyphened { get; init; }

    /// <summary>True for "200+".</summary>
    public bool Plus { get; init; }

    /// <summary>True for exactly one, whose noun is in the singular.</summary>
    public bool One => Vague is null && !Fraction && Low == 1;

    /// <summary>True for digits that read as a year.</summary>
    public bool IsYearLike => Figures && Bare && Low is >= 1900 and <= 2100;

    public Amount Times(decimal factor) => this with { Low = Low * factor, High = High * factor };
}
