using System.Text.Json;

namespace Dateline.Evaluation.Samples;

/// <summary>What a careful reader finds in one sample; Keys/NAME.json, written by hand from the text, never from output.</summary>
/// <param name="Events">The events of the report: complete.</param>
/// <param name="Measures">Figures with who says them: the ones that matter, not all.</param>
/// <param name="Tallies">Counts of a series: complete.</param>
/// <param name="Speakers">Those who must be found to speak: not all.</param>
internal sealed record SampleKey(IReadOnlyList<KeyEvent> Events, IReadOnlyList<KeyMeasure> Measures, IReadOnlyList<KeyTally> Tallies, IReadOnlyList<string> Speakers)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads one key.</summary>
    public static SampleKey Read(string path) => JsonSerializer.Deserialize<SampleKey>(File.ReadAllText(path), Json) ?? throw new InvalidDataException($"{path} is empty");
}

/// <summary>One event; null in a slot = the key does not ask for it.</summary>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="Status">news, background, planned, hypothetical, denied.</param>
/// <param name="Date">Local day, or month.</param>
/// <param name="Place">Country of its place.</param>
/// <param name="Actor">Country of an actor.</param>
/// <param name="Weapon">Weapon class.</param>
/// <param name="Count">Number of weapons, people or things.</param>
internal sealed record KeyEvent(string Kind, string Status, string? Date, string? Place, string? Actor, string? Weapon, decimal? Count);

/// <summary>One figure; the speaker is a part of the name, empty where anybody will do.</summary>
internal sealed record KeyMeasure(string Role, decimal Value, string? Unit, string Speaker);

/// <summary>One tally.</summary>
internal sealed record KeyTally(int Ordinal, string Counts, string? Since);
