using System.Text;
using System.Text.Json;

namespace Dateline.Tests.Whole;

/// <summary>What holds of every reading, whatever was read: docs/formats.md.</summary>
internal static class ReadingRules
{
    private static readonly string[] Kinds = ["times", "quantities", "ordinals", "places", "actors", "weapons"];

    /// <summary>Every breach, in words; empty when the reading keeps to the rules. The entries of a live blog are not whole: they lie in the text of their page.</summary>
    public static IReadOnlyList<string> Breaches(byte[] json, bool whole = true)
    {
        using var document = JsonDocument.Parse(json);
        var reading = document.RootElement;
        var text = reading.GetProperty("report").GetProperty("text").GetString()!.EnumerateRunes().ToArray();
        return [.. Spans(reading, text, "$"), .. whole ? Blocks(reading, text) : [], .. Overlaps(reading), .. Ids(reading)];
    }

    // Premise 1: every value has evidence whose characters equal the words shown.
    private static IEnumerable<string> Spans(JsonElement element, Rune[] text, string path)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany((item, index) => Spans(item, text, $"{path}[{index}]"));
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var below = element.EnumerateObject().SelectMany(property => Spans(property.Value, text, path + "." + property.Name));
        return Breach(element, text) is { } breach ? below.Prepend(path + ": " + breach) : below;
    }

    private static string? Breach(JsonElement element, Rune[] text)
    {
        if (!element.TryGetProperty("start", out var first) || !element.TryGetProperty("end", out var last))
        {
            return null;
        }

        var (start, end) = (first.GetInt32(), last.GetInt32());
        if (start < 0 || end <= start || end > text.Length)
        {
            return $"{start} to {end} of {text.Length}";
        }

        var slice = string.Concat(text[start..end]);
        return element.TryGetProperty("text", out var words) && words.GetString() != slice ? $"\"{words.GetString()}\" where the report has \"{slice}\"" : null;
    }

    private static IEnumerable<string> Blocks(JsonElement reading, Rune[] text)
    {
        var at = 0;
        foreach (var block in reading.GetProperty("report").GetProperty("blocks").EnumerateArray())
        {
            var (start, end) = (block.GetProperty("start").GetInt32(), block.GetProperty("end").GetInt32());
            if (start < at || !text[at..start].All(Rune.IsWhiteSpace))
            {
                yield return $"block at {start} after one that ends at {at}";
                yield break;
            }

            at = end;
        }

        if (!text[at..].All(Rune.IsWhiteSpace))
        {
            yield return $"no block after {at}";
        }
    }

    private static IEnumerable<string> Overlaps(JsonElement reading) =>
        from kind in Kinds
        let spans = reading.GetProperty("annotations").GetProperty(kind).EnumerateArray()
            .Select(item => (Start: item.GetProperty("start").GetInt32(), End: item.GetProperty("end").GetInt32(), Text: item.GetProperty("text").GetString())).ToList()
        from pair in spans.Zip(spans.Skip(1))
        where pair.Second.Start < pair.First.End
        select $"{kind}: \"{pair.Second.Text}\" begins inside or before \"{pair.First.Text}\"";

    private static IEnumerable<string> Ids(JsonElement reading)
    {
        var events = All(reading.GetProperty("events"), "id");
        var claims = All(reading.GetProperty("claims"), "id");
        var attributions = All(reading.GetProperty("annotations").GetProperty("attributions"), "id");
        foreach (var id in events.Concat(claims).Concat(attributions).GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return $"{id.Key} is given twice";
        }

        foreach (var claim in reading.GetProperty("claims").EnumerateArray())
        {
            var id = claim.GetProperty("id").GetString();
            if (Named(claim, "event") is { } happening && !events.Contains(happening))
            {
                yield return $"{id}: no event {happening}";
            }

            if (Named(claim, "attribution") is { } attribution && !attributions.Contains(attribution))
            {
                yield return $"{id}: no attribution {attribution}";
            }

            if (claim.GetProperty("evidence").GetArrayLength() == 0)
            {
                yield return $"{id}: no evidence";
            }
        }

        foreach (var gone in reading.GetProperty("findings").EnumerateArray().SelectMany(finding => finding.GetProperty("claims").EnumerateArray()).Select(id => id.GetString()!).Where(id => !claims.Contains(id)))
        {
            yield return $"a finding names {gone}";
        }

        foreach (var gone in reading.GetProperty("tallies").EnumerateArray().Select(tally => Named(tally, "event")).Where(id => id is not null && !events.Contains(id)))
        {
            yield return $"a tally names {gone}";
        }

        foreach (var gone in reading.GetProperty("annotations").GetProperty("attributions").EnumerateArray().Select(attribution => Named(attribution, "within")).Where(id => id is not null && !attributions.Contains(id)))
        {
            yield return $"an attribution lies within {gone}";
        }
    }

    private static List<string> All(JsonElement list, string name) => [.. list.EnumerateArray().Select(item => item.GetProperty(name).GetString()!)];

    private static string? Named(JsonElement element, string name) => element.GetProperty(name).GetString();
}
