namespace Dateline.Annotations.Quantities;

/// <summary>
/// A figure in the text with its unit. A single figure has low = high; "more than 300" has no high, "up to 12,000" no
/// low; "several" and "dozens" have neither and say so in <see cref="Vague"/>.
/// </summary>
/// <param name="Span">Its words, unit included.</param>
/// <param name="Rule">The pattern that read it.</param>
/// <param name="Low">Lower end in <paramref name="Unit"/>, inclusive, or null.</param>
/// <param name="High">Upper end in <paramref name="Unit"/>, inclusive, or null.</param>
/// <param name="Unit">Symbol of the units table (km, s, USD, %), or the singular noun counted (missile), or null for a bare number.</param>
/// <param name="Dimension">length, time, mass, speed, currency, share …; "count" for counted nouns; null for a bare number.</param>
/// <param name="SiLow">Low in SI, or null.</param>
/// <param name="SiHigh">High in SI, or null.</param>
/// <param name="SiUnit">m, s, kg, m/s …, or null.</param>
/// <param name="Approximate">True for about, some, nearly, around.</param>
/// <param name="Vague">The vague word as written ("several"), or null.</param>
/// <param name="VagueLow">Lower end of the policy's interval for the vague word, or null.</param>
/// <param name="VagueHigh">Upper end, or null.</param>
/// <param name="Counted">The noun phrase counted as written, "North Korean troops", or null.</param>
/// <param name="Restates">Span of the figure this one repeats in another unit in brackets, or null.</param>
public sealed record Quantity(
    TextSpan Span,
    string Rule,
    decimal? Low,
    decimal? High,
    string? Unit,
    string? Dimension,
    decimal? SiLow,
    decimal? SiHigh,
    string? SiUnit,
    bool Approximate,
    string? Vague,
    decimal? VagueLow,
    decimal? VagueHigh,
    string? Counted,
    TextSpan? Restates) : Annotation(Span, Rule);

/// <summary>An ordinal number used as a place in a row: "fourth" in "the fourth launch this year". "First" and "second" included; fractions ("a third of"), dates and designations are not.</summary>
/// <param name="Span">The ordinal word or figure.</param>
/// <param name="Rule">The pattern that read it.</param>
/// <param name="Value">1 for first.</param>
public sealed record Ordinal(TextSpan Span, string Rule, int Value) : Annotation(Span, Rule);
