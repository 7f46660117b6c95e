using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Knowledge;

namespace Dateline.Evaluation.Events;

/// <summary>
/// <c>score-plover FILE [--misses]</c>: type of the event in the sentences of PLOVER's manual, among the types our kinds have. Covered is a
/// sentence in which an event with a PLOVER type is printed; right, one in which the gold type is among those printed.
/// </summary>
internal static class PloverScore
{
    /// <summary>Runs the command.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments.Length is not (1 or 2))
        {
            Console.Error.WriteLine("usage: score-plover plover/gsr.jsonl [--misses]");
            return 2;
        }

        var files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
        var pipeline = new Pipeline(files);
        var coded = files.Table("ontology/plover-modes.tsv").Rows.Select(r => r["type"]).Concat(new Codebook(files).Kinds.Select(k => k.PloverType).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        var counts = new SortedDictionary<string, (int Rows, int Covered, int Right)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(arguments[0]).Where(l => l.Length > 0))
        {
            using var row = JsonDocument.Parse(line);
            var (text, gold) = (row.RootElement.GetProperty("text").GetString()!, row.RootElement.GetProperty("event").GetString()!);
            if (!coded.Contains(gold))
            {
                continue;
            }

            var reading = pipeline.Read(RawDocument.Of(Encoding.UTF8.GetBytes(text), "text/plain", "plover"), ReadOptions.Default);
            var types = reading.Events.Events.Select(e => e.Plover.Type).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var (rows, covered, right) = counts.GetValueOrDefault(gold);
            counts[gold] = (rows + 1, covered + (types.Count > 0 ? 1 : 0), right + (types.Contains(gold) ? 1 : 0));
            if (arguments.Length == 2 && !types.Contains(gold))
            {
                Console.WriteLine($"{gold}: {string.Join(' ', types.Order(StringComparer.Ordinal))}: {text}");
            }
        }

        foreach (var (type, count) in counts)
        {
            Show(type, count);
        }

        Show("all", (counts.Values.Sum(c => c.Rows), counts.Values.Sum(c => c.Covered), counts.Values.Sum(c => c.Right)));
        return 0;
    }

    private static void Show(string type, (int Rows, int Covered, int Right) count) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{type,-12} {count.Rows,4} rows  covered {Share(count.Covered, count.Rows):0.000}  right of the covered {Share(count.Right, count.Covered):0.000}  of all {Share(count.Right, count.Rows):0.000}"));

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
