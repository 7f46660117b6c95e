namespace Dateline.Evaluation.Pages;

/// <summary>
/// Compares extracted texts with the true ones by runs of four words, as the public benchmarks of article extraction do: per page the share of runs that are
/// right (precision) and found (recall), the mean of each over the pages, and their harmonic mean.
/// </summary>
internal sealed class ShingleScore
{
    private const int Run = 4;
    private readonly List<double> precisions = [];
    private readonly List<double> recalls = [];

    /// <summary>Number of pages compared.</summary>
    public int Pages { get; private set; }

    /// <summary>Mean precision of the pages on which something was found.</summary>
    public double Precision => precisions.Count == 0 ? 0 : precisions.Average();

    /// <summary>Mean recall.</summary>
    public double Recall => recalls.Count == 0 ? 0 : recalls.Average();

    /// <summary>Their harmonic mean.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Adds a page and answers its own F1.</summary>
    public (double Precision, double Recall) Add(string truth, string found)
    {
        var (expected, actual) = (Runs(truth), Runs(found));
        double both = 0;
        foreach (var (run, count) in actual)
        {
            both += Math.Min(count, expected.GetValueOrDefault(run));
        }

        var (wanted, given) = (expected.Values.Sum(), actual.Values.Sum());
        var precision = given == 0 ? 0 : both / given;
        var recall = wanted == 0 ? 0 : both / wanted;
        Pages++;
        if (given > 0)
        {
            precisions.Add(precision);
        }

        if (wanted > 0)
        {
            recalls.Add(recall);
        }

        return (precision, recall);
    }

    private static Dictionary<string, int> Runs(string text)
    {
        var words = Words(text);
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; words.Count > 0 && i < Math.Max(1, words.Count - Run + 1); i++)
        {
            var run = string.Join(' ', words.Skip(i).Take(Run));
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }

    // Letters, digits and underscores in a row, as the benchmark's \w+ has them.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.IsSurrogate(text[i]));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
