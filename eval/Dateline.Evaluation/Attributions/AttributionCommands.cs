using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Annotations.Attributions;

namespace Dateline.Evaluation.Attributions;

/// <summary>Commands that measure attributions on annotated texts.</summary>
internal static class AttributionCommands
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// <c>write-attributions GOLD OUT</c>: for every row <c>{"id", "text"}</c> writes the attributions found, for
    /// ../shared/corpora/polnear/score_attribution.py GOLD OUT. A quotation carried on without a cue is there part of the
    /// attribution it goes on from.
    /// </summary>
    public static int Write(string[] arguments)
    {
        if (arguments.Length != 2)
        {
            Console.Error.WriteLine("usage: write-attributions GOLD OUT");
            return 2;
        }

        var reader = new AttributionsOfText();
        using var output = new StreamWriter(arguments[1]);
        foreach (var line in File.ReadLines(arguments[0]).Where(line => line.Length > 0))
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            var points = new CodePointMap(text);
            var rows = new List<(List<int[]> Source, List<int[]> Cue, List<int[]> Content, int End, string? Speaker)>();
            foreach (var found in reader.Read(text))
            {
                var start = points.ToCodePoints(found.Span.Start);
                var last = rows.FindLastIndex(r => r.End <= start && string.Equals(r.Speaker, found.Speaker?.Name, StringComparison.Ordinal));
                if (found.Cue.Count == 0 && found.Source.Count == 0 && last >= 0)
                {
                    rows[last].Content.AddRange(Offsets(found.Content, points));
                    rows[last] = rows[last] with { End = points.ToCodePoints(found.Span.End) };
                    continue;
                }

                rows.Add((Offsets(found.Source, points), Offsets(found.Cue, points), Offsets(found.Content, points), points.ToCodePoints(found.Span.End), found.Mode == AttributionMode.Indirect ? null : found.Speaker?.Name));
            }

            var made = rows.Select(r => new Dictionary<string, List<int[]>>(StringComparer.Ordinal) { ["source"] = r.Source, ["cue"] = r.Cue, ["content"] = r.Content });
            output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { ["id"] = row.RootElement.GetProperty("id").GetString()!, ["attributions"] = made }));
        }

        return 0;
    }

    /// <summary>
    /// <c>show-attributions FILE</c>: for rows <c>{"text"}</c>, one a line, prints them with what is found, in the form of
    /// the spec file. What it prints is what the program does, not what is right.
    /// </summary>
    public static int Show(string[] arguments)
    {
        var reader = new AttributionsOfText();
        foreach (var line in File.ReadLines(arguments[^1]).Where(line => line.Length > 0))
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            var found = reader.Read(text).Select(a => new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = a.Id,
                ["source"] = Words(a.Source, text),
                ["speaker"] = a.Speaker?.Name ?? "",
                ["cue"] = Words(a.Cue, text),
                ["content"] = Words(a.Content, text),
                ["mode"] = a.Mode.ToString(),
                ["stance"] = a.Stance.ToString(),
                ["certainty"] = a.Certainty.ToString(),
                ["within"] = a.Within ?? "",
                ["with"] = string.Join(" | ", a.Joint.Select(actor => actor.Name)),
            });
            Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { ["text"] = text, ["expected"] = found }, Plain));
        }

        return 0;
    }

    private static string Words(IReadOnlyList<TextSpan> spans, string text) => string.Join(" | ", spans.Select(s => s.In(text)));

    private static List<int[]> Offsets(IReadOnlyList<TextSpan> spans, CodePointMap points) => [.. spans.Select(s => new[] { points.ToCodePoints(s.Start), points.ToCodePoints(s.End) })];
}
