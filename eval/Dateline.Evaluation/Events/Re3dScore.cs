using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Documents;
using Dateline.Knowledge;

namespace Dateline.Evaluation.Events;

/// <summary>
/// <c>score-re3d FOLDER [--misses]</c>: weapons and military platforms of re3d (one folder per source) against the weapon mentions found. A mention is
/// right when it overlaps one of the gold's, each used once; the gold calls strikes and attacks weapons, which are events here.
/// </summary>
internal static class Re3dScore
{
    private static readonly HashSet<string> Platforms = new(StringComparer.Ordinal) { "aircraft", "ship", "submarine", "armour", "drone", "underwater_drone", "rocket_artillery", "artillery" };

    /// <summary>Runs the command.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments.Length is not (1 or 2))
        {
            Console.Error.WriteLine("usage: score-re3d re3d [--misses]");
            return 2;
        }

        var pipeline = new Pipeline(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
        var (both, typed) = ((Right: 0, Printed: 0, Gold: 0), (Right: 0, Printed: 0, Gold: 0));
        foreach (var folder in Directory.GetDirectories(arguments[0]).Order(StringComparer.Ordinal))
        {
            var gold = Rows(folder, "entities.json").Where(e => e.GetProperty("type").GetString() is "Weapon" or "MilitaryPlatform").ToLookup(e => e.GetProperty("documentId").GetString(), StringComparer.Ordinal);
            foreach (var document in Rows(folder, "documents.json"))
            {
                var text = document.GetProperty("text").GetString()!;
                var reading = pipeline.Read(RawDocument.Of(Encoding.UTF8.GetBytes(text), "text/plain", "re3d"), ReadOptions.Default);
                var found = reading.Annotations.Weapons.Where(w => w.Class is not "satellite").Select(w => (w.Span, IsPlatform: Platforms.Contains(w.Class))).ToList();
                var wanted = gold[document.GetProperty("_id").GetString()].Select(e => (Span: new TextSpan(e.GetProperty("begin").GetInt32(), e.GetProperty("end").GetInt32()), IsPlatform: e.GetProperty("type").GetString() is "MilitaryPlatform")).ToList();
                both = Plus(both, (Matches(found, wanted, false), found.Count, wanted.Count));
                typed = Plus(typed, (Matches(found, wanted, true), found.Count, wanted.Count));
                foreach (var missed in arguments.Length == 2 ? wanted.Where(w => !found.Exists(f => f.Span.Overlaps(w.Span))) : [])
                {
                    Console.WriteLine($"missed {missed.Span.In(text)}");
                }

                foreach (var extra in arguments.Length == 2 ? found.Where(f => !wanted.Exists(w => f.Span.Overlaps(w.Span))) : [])
                {
                    Console.WriteLine($"extra {extra.Span.In(text)}");
                }
            }
        }

        Show("weapons and platforms", both);
        Show("with the right type", typed);
        return 0;
    }

    private static IEnumerable<JsonElement> Rows(string folder, string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, name)).Where(l => l.Length > 0))
        {
            using var row = JsonDocument.Parse(line.TrimStart('\uFEFF'));
            yield return row.RootElement.Clone();
        }
    }

    private static int Matches(List<(TextSpan Span, bool IsPlatform)> found, List<(TextSpan Span, bool IsPlatform)> wanted, bool typed)
    {
        var free = found.ToList();
        return wanted.Count(w => free.FindIndex(f => f.Span.Overlaps(w.Span) && (!typed || f.IsPlatform == w.IsPlatform)) is >= 0 and var at && Take(free, at));
    }

    private static bool Take(List<(TextSpan Span, bool IsPlatform)> free, int at)
    {
        free.RemoveAt(at);
        return true;
    }

    private static (int, int, int) Plus((int, int, int) a, (int, int, int) b) => (a.Item1 + b.Item1, a.Item2 + b.Item2, a.Item3 + b.Item3);

    private static void Show(string name, (int Right, int Printed, int Gold) count)
    {
        var (p, r) = ((double)count.Right / Math.Max(1, count.Printed), (double)count.Right / Math.Max(1, count.Gold));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22} P {p:0.000}  R {r:0.000}  F1 {(p + r > 0 ? 2 * p * r / (p + r) : 0):0.000}  ({count.Right} right, {count.Printed} printed, {count.Gold} in the gold)"));
    }
}
