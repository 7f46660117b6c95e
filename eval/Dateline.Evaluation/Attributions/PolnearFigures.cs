using System.Diagnostics;
using System.Text.Json;

namespace Dateline.Evaluation.Attributions;

/// <summary>Who said what in PolNeAR, which is not in the repository: F1 of its three views, by the scorer that lies beside it.</summary>
internal static class PolnearFigures
{
    /// <summary>What the names of these figures begin with.</summary>
    public const string Prefix = "polnear_";

    private static readonly string[] Views = ["speech", "direct", "all"];

    /// <summary>The figures of a folder that holds dev.jsonl and score_attribution.py (Python 3).</summary>
    public static IEnumerable<(string Name, double Value)> Of(string folder)
    {
        var gold = Path.Combine(folder, "dev.jsonl");
        var scratch = Directory.CreateTempSubdirectory("dateline-polnear");
        try
        {
            var found = Path.Combine(scratch.FullName, "found.jsonl");
            _ = AttributionCommands.Write([gold, found]);
            return [.. Views.Select(view => (Prefix + view, Score(folder, gold, found, view, Path.Combine(scratch.FullName, view))))];
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static double Score(string folder, string gold, string found, string view, string figures)
    {
        using var scorer = Process.Start(new ProcessStartInfo("python3", [Path.Combine(folder, "score_attribution.py"), gold, found, "--view", view, "--json", figures]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _ = scorer.StandardOutput.ReadToEnd();
        scorer.WaitForExit();
        using var json = JsonDocument.Parse(File.ReadAllText(figures));
        return json.RootElement.GetProperty("attr.who_what").GetProperty("f1").GetDouble();
    }
}
