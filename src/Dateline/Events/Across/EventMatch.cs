namespace Dateline.Events.Across;

/// <summary>What comparing two tellings came to.</summary>
/// <param name="Points">What speaks for one event less what speaks against it; 0 when they are apart.</param>
/// <param name="IsTimed">True when something puts both at one time.</param>
/// <param name="IsOne">True when that is enough.</param>
/// <param name="Apart">Why they cannot be of one event, or null.</param>
/// <param name="Reasons">Features with their points, in the order they were looked at: "same_day 4"; empty when they are apart.</param>
public sealed record EventMatch(int Points, bool IsTimed, bool IsOne, string? Apart, IReadOnlyList<string> Reasons);
