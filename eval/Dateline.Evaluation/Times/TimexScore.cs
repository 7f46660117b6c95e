using System.Net;
using System.Text.RegularExpressions;

namespace Dateline.Evaluation.Times;

/// <summary>
/// Value F1 of TIMEX3 elements in percent, as ../shared/corpora/timex/score_timex.py counts it: each element of the key takes the
/// found one that overlaps it most, and counts when both values are the same.
/// </summary>
internal sealed partial class TimexScore
{
    private int keyed;
    private int found;
    private int same;

    /// <summary>2 × same / (keyed + found), in percent.</summary>
    public double ValueF1 => 200.0 * same / Math.Max(keyed + found, 1);

    /// <summary>Compares two TimeML documents of one text.</summary>
    /// <exception cref="InvalidDataException">Their texts differ.</exception>
    public void Add(string key, string system)
    {
        var (text, elements) = Read(key);
        var (other, candidates) = Read(system);
        if (!string.Equals(text, other, StringComparison.Ordinal))
        {
            throw new InvalidDataException("the texts of key and reading differ");
        }

        (keyed, found) = (keyed + elements.Count, found + candidates.Count);
        var used = new HashSet<int>();
        foreach (var element in elements)
        {
            var (best, most) = (-1, 0);
            for (var i = 0; i < candidates.Count; i++)
            {
                var overlap = Math.Min(element.End, candidates[i].End) - Math.Max(element.Start, candidates[i].Start);
                (best, most) = overlap > most && !used.Contains(i) ? (i, overlap) : (best, most);
            }

            same += best >= 0 && used.Add(best) && string.Equals(candidates[best].Value, element.Value, StringComparison.Ordinal) ? 1 : 0;
        }
    }

    private static (string Text, List<(int Start, int End, string Value)> Elements) Read(string page)
    {
        var marked = TimeCommands.Between(page, "<TEXT>", "</TEXT>");
        var text = new System.Text.StringBuilder();
        var elements = new List<(int Start, int End, string Value)>();
        var open = new Stack<(int Start, string Value)>();
        foreach (Match part in Part().Matches(marked))
        {
            if (part.Value.StartsWith("<TIMEX3", StringComparison.Ordinal))
            {
                open.Push((text.Length, Value().Match(part.Value) is { Success: true } value ? WebUtility.HtmlDecode(value.Groups["value"].Value) : ""));
            }
            else if (part.Value.StartsWith("</TIMEX3", StringComparison.Ordinal))
            {
                var (start, value) = open.Pop();
                elements.Add((start, text.Length, value));
            }
            else if (part.Value[0] != '<')
            {
                text.Append(WebUtility.HtmlDecode(part.Value));
            }
        }

        elements.Sort();
        return (text.ToString(), elements);
    }

    [GeneratedRegex("<[^>]*>|[^<]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();
}
