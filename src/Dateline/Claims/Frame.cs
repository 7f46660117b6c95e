namespace Dateline.Claims;

/// <summary>A slot that must or must not be filled: any of the prepositions with a filler of the type.</summary>
public sealed record SlotTest(IReadOnlyList<string> Slots, string Type);

/// <summary>One row of patterns/frames.tsv.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Where">Its row, for --explain.</param>
/// <param name="Kind">Kind of the codebook, or null when the mention only adds to an event.</param>
/// <param name="IsVerb">True for verbs.</param>
/// <param name="Agent">Type of the agent, or null.</param>
/// <param name="AgentNeeded">True when there is no event without the agent.</param>
/// <param name="Patient">Type of the patient, or null.</param>
/// <param name="PatientNeeded">True when there is no event without the patient.</param>
/// <param name="Needs">All must hold.</param>
/// <param name="Unless">None may hold.</param>
/// <param name="Roles">Slot and role.</param>
/// <param name="Adds">Kinds it may also join.</param>
/// <param name="Mode">PLOVER mode, or null.</param>
public sealed record Frame(
    string Id,
    string Where,
    string? Kind,
    bool IsVerb,
    string? Agent,
    bool AgentNeeded,
    string? Patient,
    bool PatientNeeded,
    IReadOnlyList<SlotTest> Needs,
    IReadOnlyList<SlotTest> Unless,
    IReadOnlyList<(string Slot, string Role)> Roles,
    IReadOnlyList<string> Adds,
    string? Mode)
{
    /// <summary>True for words of a state behind their noun: "left nine people dead".</summary>
    public bool IsState { get; init; }

    /// <summary>True for what a verb tells beside what its first frame says: "a drone killed two" tells of a strike too.</summary>
    public bool IsBeside { get; init; }

    /// <summary>True for a frame that tells of no event: "floods killed nine".</summary>
    public bool IsNone => Kind is null && Adds.Count == 0;

    /// <summary>True for nouns.</summary>
    public bool IsNoun => !IsVerb && !IsState;
}
