using System.Globalization;
using System.Text.Json;
using Dateline.Documents;
using Dateline.Evaluation.Corpora;
using Dateline.Evaluation.Pages;
using Dateline.Evaluation.Quantities;
using Dateline.Evaluation.Times;
using Dateline.Knowledge;

namespace Dateline.Evaluation.Samples;

/// <summary>score-samples and gate: what can be measured with nothing but the repository.</summary>
internal static class SampleCommands
{
    private const double Slack = 0.0005; // floors are written with three places

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Prints the figures of the samples; with --misses what is wrong and missing.</summary>
    public static int Score(string[] arguments)
    {
        var score = Measure(Root());
        foreach (var (name, value) in score.Figures())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-30} {value:F3}"));
        }

        foreach (var miss in arguments.Contains("--misses", StringComparer.Ordinal) ? score.Misses : [])
        {
            Console.WriteLine(miss);
        }

        return 0;
    }

    /// <summary>
    /// <c>gate [--corpora FOLDER] [--raise | --lower]</c> compares the figures with eval/floors.json: 1 when one fell. --raise writes what rose into the
    /// file, --lower also what fell. Figures of corpora from outside are measured when their folder is told, else skipped with a notice.
    /// </summary>
    public static int Gate(string[] arguments)
    {
        var root = Root();
        var path = Path.Combine(root, "eval", "floors.json");
        var floors = JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(path))!;
        var figures = Figures(root);
        foreach (var (name, value) in CorporaOf(arguments) is { } corpora ? CorpusFigures.Of(corpora) : [])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-30} {value:F4}"));
            figures[name] = value;
        }

        var skipped = floors.Keys.Where(name => !IsMeasured(name, figures)).ToList();
        if (skipped.Count > 0)
        {
            Console.Error.WriteLine("gate: skipped, not in --corpora FOLDER or no such option: " + string.Join(", ", skipped));
        }

        var fallen = Fallen(figures, floors);
        foreach (var line in fallen)
        {
            Console.Error.WriteLine(line);
        }

        var lower = arguments.Contains("--lower", StringComparer.Ordinal);
        if (lower || arguments.Contains("--raise", StringComparer.Ordinal))
        {
            foreach (var (name, value) in figures)
            {
                floors[name] = lower ? Math.Floor(value * 1000) / 1000 : Math.Max(floors.GetValueOrDefault(name), Math.Floor(value * 1000) / 1000);
            }

            File.WriteAllText(path, JsonSerializer.Serialize(floors, Json) + "\n");
        }

        return fallen.Count == 0 || lower ? 0 : 1;
    }

    /// <summary>The figures below their floors, one line each; the floors may be a file of an older repository and name figures that are gone.</summary>
    public static IReadOnlyList<string> Fallen(string root) =>
        Fallen(Figures(root), JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(Path.Combine(root, "eval", "floors.json")))!);

    /// <summary>The folder of the repository the program was built in.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dateline.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} lies in no clone of Dateline");
    }

    private static string? CorporaOf(string[] arguments)
    {
        var at = Array.IndexOf(arguments, "--corpora");
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    private static List<string> Fallen(SortedDictionary<string, double> figures, SortedDictionary<string, double> floors) =>
    [
        .. floors.Where(f => figures.GetValueOrDefault(f.Key) < f.Value - Slack && IsMeasured(f.Key, figures))
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key}: {figures.GetValueOrDefault(f.Key):F3}, below its floor {f.Value:F3}")),
    ];

    // A figure that is gone has fallen; those of corpora are gone wherever the corpora are.
    private static bool IsMeasured(string name, SortedDictionary<string, double> figures) => !CorpusFigures.Is(name) || figures.ContainsKey(name);

    // The samples, and the spec rows of times and quantities: what can be measured without any data from outside.
    private static SortedDictionary<string, double> Figures(string root)
    {
        var figures = Measure(root).Figures();
        var specs = Path.Combine(root, "tests", "Dateline.Tests", "Specs");
        var times = TimeSpecScore.Of(Path.Combine(specs, "times.jsonl"));
        var quantities = QuantitySpecScore.Of(Path.Combine(specs, "quantities.jsonl"));
        figures["pages_roles_f1"] = RoleScore.Of(Path.Combine(specs, "Pages")).Macro;
        figures["specs_times_right"] = times.Right;
        figures["specs_times_not_wrong"] = 1 - times.Wrong;
        figures["specs_quantities_right"] = quantities.Right;
        figures["specs_quantities_not_wrong"] = 1 - quantities.Wrong;
        return figures;
    }

    private static SampleScore Measure(string root)
    {
        var pipeline = new Pipeline(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
        var keys = Directory.GetFiles(Path.Combine(root, "eval", "Dateline.Evaluation", "Keys"), "*.json");
        Array.Sort(keys, StringComparer.Ordinal);
        var score = new SampleScore();
        foreach (var key in keys)
        {
            var name = Path.GetFileNameWithoutExtension(key);
            var bytes = File.ReadAllBytes(Path.Combine(root, "samples", name + ".txt"));
            score.Add(name, pipeline.Read(RawDocument.Of(bytes, MediaTypes.Text, name), new ReadOptions()), SampleKey.Read(key));
        }

        return score;
    }
}
