namespace Dateline.App.Output;

/// <summary>Where readings go, one after the other, in input order.</summary>
internal interface IReadingOutput
{
    /// <summary>Shows one reading.</summary>
    void Add(Reading reading);

    /// <summary>An input gave no reading; what is wrong with it was said on standard error.</summary>
    void AddFailed();

    /// <summary>Ends what was begun.</summary>
    void End(RunTotals totals);
}

/// <summary>What a run came to.</summary>
/// <param name="Reports">Reports read.</param>
/// <param name="Events">Events found.</param>
/// <param name="Claims">Claims found.</param>
/// <param name="Findings">Findings made.</param>
/// <param name="Failed">Inputs that gave no reading.</param>
/// <param name="Taken">Time taken.</param>
internal readonly record struct RunTotals(int Reports, int Events, int Claims, int Findings, int Failed, TimeSpan Taken)
{
    /// <summary>One reading more.</summary>
    public RunTotals With(Reading reading) => this with
    {
        Reports = Reports + 1,
        Events = Events + reading.Events.Events.Count,
        Claims = Claims + reading.Events.Loose.Count + reading.Events.Events.Sum(happening => happening.Claims.Count),
        Findings = Findings + reading.Findings.Count,
    };
}
