using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Ledger.Judgements;

/// <summary>What a person decided.</summary>
[JsonConverter(typeof(JudgementKindNames))]
public enum JudgementKind
{
    /// <summary>The event or claim is right as it stands.</summary>
    Accept,

    /// <summary>There is no such event, or the words do not say so.</summary>
    Reject,

    /// <summary>The words give another value.</summary>
    Correct,

    /// <summary>Some events are one.</summary>
    Merge,

    /// <summary>Some tellings of an event are of another one.</summary>
    Split,

    /// <summary>Several names are of one person (or body).</summary>
    SamePerson,

    /// <summary>Something to keep in mind.</summary>
    Note,

    /// <summary>An earlier judgement no longer holds.</summary>
    Undo,
}

/// <summary>
/// A person's decision. It is kept for good, and names what it is about by content (report, kind or role, exact words), so that it finds it
/// again after the report was read by another program or with other knowledge.
/// </summary>
/// <param name="Kind">What was decided.</param>
/// <param name="By">Who decided, as they named themselves, or null when they did not.</param>
/// <param name="At">When, ISO 8601 in UTC, to the millisecond.</param>
/// <param name="Why">The reason, or the note; or null.</param>
public sealed record Judgement(JudgementKind Kind, string? By, string At, string? Why)
{
    /// <summary>The tellings it is about: of the event, of all the events that are one, or those that leave an event; else empty.</summary>
    public IReadOnlyList<TellingRef> Tellings { get => field ??= []; init; }

    /// <summary>For a split: the tellings that stay; else empty.</summary>
    public IReadOnlyList<TellingRef> Rest { get => field ??= []; init; }

    /// <summary>The claim it is about, or null.</summary>
    public StatementRef? Statement { get; init; }

    /// <summary>For a correction: the value the words give, in the shape of the contract; else null.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Who are one person; else empty.</summary>
    public IReadOnlyList<PersonRef> Persons { get => field ??= []; init; }

    /// <summary>The judgement that no longer holds, or null.</summary>
    public string? Undoes { get; init; }

    /// <summary><c>jd-</c> and twelve digits: its name by content, the same in every ledger.</summary>
    [JsonIgnore]
    public string Id => field ??= "jd-" + Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, JudgementJson.Default.Judgement)))[..12];

    /// <summary>The reports it is about.</summary>
    [JsonIgnore]
    public IEnumerable<string> Reports => Tellings.Concat(Rest).Select(telling => telling.Report).Concat(Statement is { } statement ? [statement.Report] : []).Distinct(StringComparer.Ordinal);

    /// <summary>True when it says what it is about, as one does that was made here; one that comes from outside may lack anything.</summary>
    [JsonIgnore]
    public bool IsWhole => DateTimeOffset.TryParse(At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
        && (Tellings.Count > 0 || Statement is not null || Persons.Count > 1 || Undoes is not null)
        && Tellings.Concat(Rest).All(t => t is { Report: not null, Kind: not null, Words: not null })
        && (Statement is null or { Role: not null, Evidence: not null, Report.Length: > 64, Value.ValueKind: JsonValueKind.Object } && Statement?.Evidence.All(words => words is { Text: not null }) is not false)
        && (Kind is not JudgementKind.Correct || (Statement is not null && Value is { ValueKind: JsonValueKind.Object }))
        && Persons.All(p => p is { Name: not null });

    /// <summary>True for those that say whether something holds.</summary>
    [JsonIgnore]
    public bool IsDecision => Kind is JudgementKind.Accept or JudgementKind.Reject or JudgementKind.Correct;

    /// <summary>A moment as judgements write it.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(Judgement? other) => other is not null && string.Equals(Id, other.Id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}

/// <summary>Somebody with a name.</summary>
/// <param name="Id">Row of the actor tables, or null.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">Kind of actor, or null when nobody of the name is known yet.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
public sealed record PersonRef(string? Id, string Name, string? Kind, string? Country);

/// <summary>Kinds of judgements as they are written.</summary>
public sealed class JudgementKindNames() : JsonStringEnumConverter<JudgementKind>(JsonNamingPolicy.SnakeCaseLower)
{
    /// <summary>SamePerson → same_person.</summary>
    public static string Of(JudgementKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}

/// <summary>Judgements as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Judgement))]
internal sealed partial class JudgementJson : JsonSerializerContext;
