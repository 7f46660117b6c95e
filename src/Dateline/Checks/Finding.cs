namespace Dateline.Checks;

/// <summary>What a finding asks of the reader.</summary>
public enum Severity
{
    /// <summary>Confirms or derives something.</summary>
    Info,

    /// <summary>Worth a look.</summary>
    Notice,

    /// <summary>Cannot be right as printed.</summary>
    Warning,
}

/// <summary>The outcome of one check: what was compared, with what, by which rule.</summary>
/// <param name="Check">Id of the check: DL0101.</param>
/// <param name="Severity">What it asks of the reader.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Claims">Ids of the claims compared.</param>
/// <param name="Computed">Named figures and words, in a fixed order; units stand in the names.</param>
/// <param name="Span">The words it is about, when it is about no claim; else null.</param>
public sealed record Finding(
    string Check,
    Severity Severity,
    string Message,
    IReadOnlyList<string> Claims,
    IReadOnlyList<KeyValuePair<string, object?>> Computed,
    TextSpan? Span);
