namespace Dateline.Ledger.Judgements;

/// <summary>The events and claims of a reading by their content.</summary>
/// <param name="report">Id of the report.</param>
/// <param name="reading">Its reading.</param>
public sealed class ReadingKeys(string report, StoredReading reading)
{
    /// <summary>The report.</summary>
    public string Report { get; } = report;

    /// <summary>Its reading.</summary>
    public StoredReading Reading { get; } = reading;

    /// <summary>The events, in their order.</summary>
    public IReadOnlyList<(StoredEvent Event, TellingRef Telling)> Tellings => field ??= TellingsOf();

    /// <summary>The claims, in their order.</summary>
    public IReadOnlyList<(StoredClaim Claim, StatementRef Statement)> Statements => field ??= StatementsOf();

    private List<(StoredEvent Event, TellingRef Telling)> TellingsOf()
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var tellings = new List<(StoredEvent, TellingRef)>();
        foreach (var happening in Reading.Events)
        {
            var first = happening.Mentions.FirstOrDefault() ?? new WordsRef(0, 0, "");
            var telling = new TellingRef(Report, happening.Kind, first.Start, first.End, first.Text);
            var number = taken[telling.Key] = taken.GetValueOrDefault(telling.Key) + 1;
            tellings.Add((happening, telling with { Number = number }));
        }

        return tellings;
    }

    private List<(StoredClaim Claim, StatementRef Statement)> StatementsOf()
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var tellings = Tellings.ToDictionary(t => t.Event.Number, t => t.Telling, StringComparer.Ordinal);
        var statements = new List<(StoredClaim, StatementRef)>();
        foreach (var claim in Reading.Claims)
        {
            var statement = new StatementRef(Report, claim.Role, [.. claim.Words], claim.Event is { } happening ? tellings.GetValueOrDefault(happening) : null, claim.Value);
            var number = taken[statement.Key] = taken.GetValueOrDefault(statement.Key) + 1;
            statements.Add((claim, statement with { Number = number }));
        }

        return statements;
    }
}
