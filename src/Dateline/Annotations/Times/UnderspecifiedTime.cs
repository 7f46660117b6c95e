namespace Dateline.Annotations.Times;

/// <summary>What the parser makes of some words, before anything is counted from anywhere.</summary>
internal sealed record UnderspecifiedTime
{
    /// <summary>Index of its first token in the sentence.</summary>
    public required int First { get; init; }

    /// <summary>Index after its last token.</summary>
    public required int After { get; init; }

    /// <summary>The pattern that read it.</summary>
    public required string Rule { get; init; }

    /// <summary>The days it tells, or null when it tells a clock time or a length only.</summary>
    public CalendarTime? Day { get; init; }

    /// <summary>The clock time or part of the day, or null.</summary>
    public ClockTime? Clock { get; init; }

    /// <summary>The end of a clock range, or null.</summary>
    public ClockTime? ClockEnd { get; init; }

    /// <summary>The second reading in brackets, "2300 GMT" after "8am", or null.</summary>
    public ClockTime? Second { get; init; }

    /// <summary>The day of the second reading, or null.</summary>
    public CalendarTime? SecondDay { get; init; }

    /// <summary>TIMEX3 value of a length, or null.</summary>
    public string? Length { get; init; }

    /// <summary>TIMEX3 value of a recurrence, or null.</summary>
    public string? Set { get; init; }

    /// <summary>Index after the first end of a range and index of the first token of its other end; 0 when it is none.</summary>
    public (int After, int First) Joint { get; init; }

    /// <summary>PRESENT_REF, PAST_REF or FUTURE_REF for a word that only points, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>True for around, about, nearly.</summary>
    public bool Approximate { get; init; }

    /// <summary>The preposition before it (since, until, by, in, on …), or null.</summary>
    public string? Preposition { get; init; }
}
