using System.Text.Json;
using Dateline.Checks;
using Dateline.Ledger.Judgements;
using Dateline.Sources;

namespace Dateline.Views;

/// <summary>One event of the record: what all reports that tell of it say, per role a set of values, each with how many say it.</summary>
/// <param name="Id"><c>ev-…</c>.</param>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="Status">news, background, planned, hypothetical or denied.</param>
/// <param name="Plover">PLOVER's code, as read.</param>
/// <param name="Time">The preferred time, or null.</param>
/// <param name="Place">The preferred place, or null.</param>
/// <param name="Actors">Who acts, with the role.</param>
/// <param name="Reports">Every report that tells of it: id and source.</param>
/// <param name="Outlets">Number of outlets known.</param>
/// <param name="Texts">Number of distinct texts.</param>
/// <param name="Origins">The independent primary sources.</param>
/// <param name="Roles">Values by role, in the codebook's order.</param>
/// <param name="Findings">What the checks say of its claims, with the report; without those about claims that people rejected or corrected.</param>
/// <param name="Judged">Accept or Reject when people decided about it, or null.</param>
/// <param name="Judgements">What people decided about it and its claims, by time.</param>
public sealed record EventRecord(
    string Id,
    string Kind,
    string Status,
    JsonElement Plover,
    ToldValue? Time,
    ToldValue? Place,
    IReadOnlyList<(string Role, ToldValue Value)> Actors,
    IReadOnlyList<(string Id, string Source)> Reports,
    int Outlets,
    int Texts,
    IReadOnlyList<Origin> Origins,
    IReadOnlyList<(string Role, IReadOnlyList<ToldValue> Values)> Roles,
    IReadOnlyList<(string Report, JsonElement Finding)> Findings,
    JudgementKind? Judged,
    IReadOnlyList<Judgement> Judgements)
{
    /// <summary>What the checks over several reports say of it.</summary>
    public IReadOnlyList<Finding> Across { get; init; } = [];
}

/// <summary>One value of one role, with who tells it.</summary>
/// <param name="Value">The value, in the shape of the contract.</param>
/// <param name="Words">The value in words.</param>
/// <param name="Claims">Number of claims that say so.</param>
/// <param name="Texts">Number of distinct texts that say so.</param>
/// <param name="Origins">The primary sources that say so.</param>
/// <param name="Status">How it stands to the other values of the role.</param>
/// <param name="IsInferred">True when no report states it; it only follows.</param>
/// <param name="IsDenied">True when all who tell it say that it is not so.</param>
/// <param name="Machine">Where a person corrected claims: what the program had read in them; else empty.</param>
/// <param name="Names">Where a person joined names: all of them; else empty.</param>
public sealed record ToldValue(
    JsonElement Value,
    string Words,
    int Claims,
    int Texts,
    IReadOnlyList<Origin> Origins,
    ValueStatus Status,
    bool IsInferred,
    bool IsDenied,
    IReadOnlyList<(JsonElement Value, string Words)> Machine,
    IReadOnlyList<string> Names);

/// <summary>How a value stands to the other values of its role.</summary>
public enum ValueStatus
{
    /// <summary>Two or more independent origins say so, and none says otherwise.</summary>
    Agreed,

    /// <summary>One origin says so.</summary>
    SingleOrigin,

    /// <summary>Another value cannot be true beside it, or somebody denies it.</summary>
    Disputed,

    /// <summary>Another value says it finer or coarser; both can be true.</summary>
    DiffersInPrecision,
}
