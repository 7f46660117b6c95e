namespace Dateline.Events.Across;

/// <summary>What puts two tellings at one time.</summary>
public enum MatchTime
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>The days on which both were news.</summary>
    Told,

    /// <summary>The day one of them states and the day the other was news.</summary>
    Dated,

    /// <summary>The days both state.</summary>
    Stated,
}

/// <summary>What comparing two tellings came to.</summary>
/// <param name="Points">What speaks for one event less what speaks against it; 0 when they are apart.</param>
/// <param name="Time">What puts both at one time.</param>
/// <param name="IsOne">True when that is enough.</param>
/// <param name="Apart">Why they cannot be of one event, or null.</param>
/// <param name="Reasons">Features with their points, in the order they were looked at: "same_day 4"; empty when they are apart.</param>
public sealed record EventMatch(int Points, MatchTime Time, bool IsOne, string? Apart, IReadOnlyList<string> Reasons)
{
    /// <summary>True when they share what hardly comes twice: quoted words, a figure, a kind of building.</summary>
    public bool HasOnceOnly { get; init; }
}
