using System.Text.Json;
using Dateline.Ledger.Judgements;
using Dateline.Sources;

namespace Dateline.Views;

/// <summary>One claim with where it comes from, as it stands after what people decided.</summary>
/// <param name="Claim">The claim as read.</param>
/// <param name="From">Its report, text and chain of tellers.</param>
/// <param name="Value">The value: a person's where one corrected it, else as read.</param>
/// <param name="Key">What it shares with values that say the same.</param>
/// <param name="IsCorrected">True when the value is a person's.</param>
/// <param name="IsJoined">True when it names somebody whom a person said to be one with others.</param>
internal sealed record Telling(ToldClaim Claim, OriginTelling From, JsonElement Value, string Key, bool IsCorrected, bool IsJoined)
{
    /// <summary>True when its source says that it is not so.</summary>
    public bool IsDenied => Claim.Factuality == "denied";

    /// <summary>The value in words.</summary>
    public string Words => IsCorrected ? ValueText.Of(Value) : Claim.Said.Words;

    /// <summary>A claim after what people decided.</summary>
    /// <param name="claim">The claim as read.</param>
    /// <param name="from">Its report, text and chain of tellers.</param>
    /// <param name="last">The last word on it, or null.</param>
    /// <param name="persons">Who is one person.</param>
    public static Telling Of(ToldClaim claim, OriginTelling from, Judgement? last, SamePersons persons)
    {
        var corrected = last is { Kind: JudgementKind.Correct } ? last.Value : null;
        var value = corrected ?? claim.Said.Value;
        var joined = JoinedName(value, persons);
        return new Telling(claim, from, value, joined is not null ? "joined " + joined : corrected is null ? claim.Said.Key : ValueKinship.Key(value), corrected is not null, joined is not null);
    }

    private static string? JoinedName(JsonElement value, SamePersons persons)
    {
        if (persons.IsEmpty || value.TryGetProperty("latitude", out _) || (ValueKinship.Text(value, "id") ?? ValueKinship.Text(value, "name")?.ToLowerInvariant()) is not { } name)
        {
            return null;
        }

        return persons.Has(name) ? persons.Of(name) : null;
    }
}
