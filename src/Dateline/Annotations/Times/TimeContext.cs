using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>What a report says of itself that its times are counted from.</summary>
/// <param name="Published">Calendar day of publication as the page prints it, or null when unknown.</param>
/// <param name="Time">Clock time of publication, or null.</param>
/// <param name="Zone">Zone of that clock as printed, or null.</param>
/// <param name="Narrative">True when times are counted from the text's own story instead of the publication day.</param>
public readonly record struct TimeContext(LocalDate? Published, LocalTime? Time, string? Zone, bool Narrative)
{
    /// <summary>True when words that only point at now, the past or the future ("currently", "recently") are wanted too.</summary>
    public bool References { get; init; }
}
