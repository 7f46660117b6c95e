using System.Text.Json;
using Dateline.Annotations.Actors;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Sources;

namespace Dateline.Views;

/// <summary>One claim with where it comes from, as it stands after what people decided.</summary>
/// <param name="Claim">The claim as read.</param>
/// <param name="From">Its report, text and chain of tellers.</param>
/// <param name="IsDenied">True when its source says that it is not so.</param>
/// <param name="Value">The value: a person's where one corrected it, else as read.</param>
/// <param name="Key">What it shares with values that say the same.</param>
/// <param name="IsCorrected">True when the value is a person's.</param>
/// <param name="IsJoined">True when it names somebody whom a person said to be one with others.</param>
internal sealed record Telling(StoredClaim Claim, OriginTelling From, bool IsDenied, JsonElement Value, string Key, bool IsCorrected, bool IsJoined)
{
    /// <summary>The value in words.</summary>
    public string Words => IsCorrected ? ValueText.Of(Value) : ValueKinship.Text(Claim.Shown, "value") ?? "";

    /// <summary>A claim after what people decided.</summary>
    /// <param name="claim">The claim as read.</param>
    /// <param name="from">Its report, text and chain of tellers.</param>
    /// <param name="last">The last word on it, or null.</param>
    /// <param name="persons">Who is one person.</param>
    public static Telling Of(StoredClaim claim, OriginTelling from, Judgement? last, SamePersons persons)
    {
        var corrected = last is { Kind: JudgementKind.Correct } ? last.Value : null;
        var value = corrected ?? claim.Value;
        var joined = JoinedName(value, persons);
        return new Telling(claim, from, claim.Factuality == "denied", value, joined is null ? ValueKinship.Key(value) : "joined " + joined, corrected is not null, joined is not null);
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
