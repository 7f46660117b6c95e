using System.Text.Json;
using Dateline.Annotations.Actors;
using Dateline.Articles;
using Dateline.Ledger.Judgements;

namespace Dateline.Ledger;

/// <summary>
/// A reading as the ledger keeps it: the JSON that <c>dateline read --brief</c> prints, without the text (the bytes have it), and with the words that
/// tables show. It is only looked into here, never written: one writer makes it, whatever it is for.
/// </summary>
/// <param name="Json">The whole reading.</param>
public readonly record struct StoredReading(JsonElement Json)
{
    /// <summary>Opens a kept reading.</summary>
    /// <exception cref="LedgerException">What is kept is damaged.</exception>
    public static StoredReading Open(Packed kept)
    {
        try
        {
            var bytes = kept.Unpack() ?? throw LedgerException.Damaged(null);
            return new StoredReading(JsonDocument.Parse(bytes).RootElement);
        }
        catch (JsonException error)
        {
            throw LedgerException.Damaged(error);
        }
    }

    /// <summary>The report's own fields.</summary>
    public JsonElement Report => Json.GetProperty("report");

    /// <summary>Who published it, or null.</summary>
    public Actor? Outlet => Report.GetProperty("outlet") is { ValueKind: JsonValueKind.Object } outlet ? Publisher(outlet) : null;

    /// <summary>Whose copy it is or carries.</summary>
    public IEnumerable<Actor> Agencies => Report.GetProperty("agencies").EnumerateArray().Select(Publisher);

    /// <summary>Its events.</summary>
    public IEnumerable<StoredEvent> Events => Json.GetProperty("events").EnumerateArray().Select(json => new StoredEvent(json));

    /// <summary>Its claims.</summary>
    public IEnumerable<StoredClaim> Claims => Json.GetProperty("claims").EnumerateArray().Select(json => new StoredClaim(json));

    /// <summary>Its tallies.</summary>
    public IEnumerable<JsonElement> Tallies => Json.GetProperty("tallies").EnumerateArray();

    /// <summary>Its findings.</summary>
    public IEnumerable<JsonElement> Findings => Json.GetProperty("findings").EnumerateArray();

    /// <summary>Where the blocks stand that belong to the story, in code points; what other stories and pleas say is left out.</summary>
    public IEnumerable<(int Start, int End)> StoryBlocks() => Report.GetProperty("blocks").EnumerateArray()
        .Where(block => Enum.TryParse<BlockKind>(block.GetProperty("kind").GetString(), ignoreCase: true, out var kind) && kind < BlockKind.Related)
        .Select(block => (block.GetProperty("start").GetInt32(), block.GetProperty("end").GetInt32()));

    private static Actor Publisher(JsonElement publisher) => new(publisher.GetProperty("id").GetString(), publisher.GetProperty("name").GetString()!, ActorKind.Outlet, publisher.GetProperty("country").GetString());

    /// <summary>The claims a finding is about.</summary>
    public static IEnumerable<string> ClaimsOf(JsonElement finding) => finding.GetProperty("claims").EnumerateArray().Select(id => id.GetString()!);
}

/// <summary>An event of a stored reading.</summary>
/// <param name="Json">Its fields.</param>
public readonly record struct StoredEvent(JsonElement Json)
{
    /// <summary>e1, e2 …</summary>
    public string Number => Json.GetProperty("id").GetString()!;

    /// <summary>Kind of the codebook.</summary>
    public string Kind => Json.GetProperty("kind").GetString()!;

    /// <summary>news, background, planned, hypothetical or denied.</summary>
    public string Status => Json.GetProperty("status").GetString()!;

    /// <summary>The words that tell it, in the order of the text.</summary>
    public IEnumerable<WordsRef> Mentions => Json.GetProperty("mentions").EnumerateArray().Select(StoredClaim.WordsOf);
}

/// <summary>A claim of a stored reading: the statement that the ledger keeps.</summary>
/// <param name="Json">Its fields.</param>
public readonly record struct StoredClaim(JsonElement Json)
{
    /// <summary>c1, c2 …</summary>
    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>The event it belongs to, or null.</summary>
    public string? Event => Json.GetProperty("event").GetString();

    /// <summary>Role of the codebook.</summary>
    public string Role => Json.GetProperty("role").GetString()!;

    /// <summary>What is said, in the shape of the contract.</summary>
    public JsonElement Value => Json.GetProperty("value");

    /// <summary>How it stands to the facts.</summary>
    public string Factuality => Json.GetProperty("factuality").GetString()!;

    /// <summary>True when the words only make the value follow.</summary>
    public bool IsInferred => Json.GetProperty("inferred").GetBoolean();

    /// <summary>The words: start, end and text.</summary>
    public IEnumerable<JsonElement> Evidence => Json.GetProperty("evidence").EnumerateArray();

    /// <summary>The words, opened.</summary>
    public IEnumerable<WordsRef> Words => Evidence.Select(WordsOf);

    /// <summary>From the relay nearest the page to the primary source; empty for the outlet's own voice.</summary>
    public IEnumerable<Actor> Chain => ChainJson.EnumerateArray().Select(teller => new Actor(
        teller.GetProperty("id").GetString(),
        teller.GetProperty("name").GetString()!,
        Enum.Parse<ActorKind>(teller.GetProperty("kind").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        teller.GetProperty("country").GetString()));

    /// <summary>The same, as read.</summary>
    public JsonElement ChainJson => Json.GetProperty("according_to");

    /// <summary>What tables show: <c>value</c> and <c>according_to</c> in words.</summary>
    public JsonElement Shown => Json.GetProperty(ShownName);

    /// <summary>A span with its words.</summary>
    internal static WordsRef WordsOf(JsonElement span) => new(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), span.GetProperty("text").GetString()!);

    /// <summary>Name of the field that only the ledger's own form has.</summary>
    public const string ShownName = "shown";
}
