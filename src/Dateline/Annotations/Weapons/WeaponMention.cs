namespace Dateline.Annotations.Weapons;

/// <summary>Words that name a weapon, its class or a military vehicle.</summary>
/// <param name="Span">The words.</param>
/// <param name="Rule">The table row.</param>
/// <param name="Class">Class of the codebook: cruise_missile, drone …; <c>missile</c> and <c>projectile</c> when no more is said.</param>
/// <param name="RangeClass">srbm, mrbm, irbm, icbm, slbm, or null.</param>
/// <param name="System">The named system, or null.</param>
/// <param name="SystemId">Its row, or null.</param>
/// <param name="Country">Its maker's country, or null.</param>
/// <param name="Plural">True when the words are plural.</param>
public sealed record WeaponMention(
    TextSpan Span,
    string Rule,
    string Class,
    string? RangeClass,
    string? System,
    string? SystemId,
    string? Country,
    bool Plural) : Annotation(Span, Rule);
