using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace Dateline.Evaluation.Quantities;

/// <summary>
/// <c>score-quantities SPECS</c>: reads the rows of a spec file and counts the quantities that are right in every field and those that
/// are silently wrong: another value or unit than meant, or a quantity where none is.
/// </summary>
internal sealed class QuantitySpecScore
{
    private readonly QuantitiesOfText reader = new();
    private readonly List<string> misses = [];
    private int all;
    private int right;
    private int wrong;
    private int rows;

    /// <summary>Share of the expected quantities that are right in every field.</summary>
    public double Right => (double)right / Math.Max(all, 1);

    /// <summary>Quantities silently wrong for every expected one.</summary>
    public double Wrong => (double)wrong / Math.Max(all, 1);

    /// <summary>Prints what differs and the figures.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            Console.Error.WriteLine("usage: score-quantities SPECS...");
            return 2;
        }

        var score = Of(arguments);
        score.misses.ForEach(Console.WriteLine);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows {score.rows} quantities {score.all} right {100 * score.Right:F2} % silently wrong {100 * score.Wrong:F2} %"));
        return 0;
    }

    /// <summary>Reads the rows of spec files.</summary>
    public static QuantitySpecScore Of(params string[] specs)
    {
        var score = new QuantitySpecScore();
        foreach (var line in specs.SelectMany(File.ReadLines).Where(line => line.Length > 0))
        {
            using var row = JsonDocument.Parse(line);
            score.Add(row.RootElement);
        }

        return score;
    }

    private void Add(JsonElement row)
    {
        var text = row.GetProperty("text").GetString()!;
        var published = row.GetProperty("published").GetString() is { } date ? LocalDatePattern.Iso.Parse(date).GetValueOrThrow() : (NodaTime.LocalDate?)null;
        var found = reader.Read(text, published).Quantities.Select(quantity => QuantityLine.Of(quantity, text)).ToList();
        var expected = row.GetProperty("expected").EnumerateArray().Select(QuantityLine.Of).ToList();
        rows++;
        all += expected.Count;
        var missing = expected.Where(line => !found.Remove(line)).ToList();
        right += expected.Count - missing.Count;
        wrong += found.Count;
        misses.AddRange(missing.Select(line => $"MISSING {text}\n   {line}"));
        misses.AddRange(found.Select(line => $"WRONG {text}\n   {line}"));
    }
}
