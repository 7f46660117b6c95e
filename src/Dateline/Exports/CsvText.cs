using System.Buffers;
using System.Globalization;

namespace Dateline.Exports;

/// <summary>
/// Comma-separated values (RFC 4180, lines parted by LF). Words that a spreadsheet would run as a formula (they begin with =, +, -, @, their wide
/// forms, a tab or a line break) get an apostrophe before them; numbers are left as they are.
/// </summary>
public static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>Writes a line of words and numbers: strings, decimals, longs, bools; null is an empty cell.</summary>
    public static void Line(TextWriter output, IReadOnlyList<object?> cells)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(cells);
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                output.Write(',');
            }

            output.Write(Cell(cells[i]));
        }

        output.Write('\n');
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string words => Quote(Inert(words)),
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(Inert(value.ToString() ?? "")),
    };

    private static string Inert(string words) => words.Length > 0 && Formula.Contains(words[0]) ? "'" + words : words;

    private static string Quote(string words) => words.AsSpan().ContainsAny(Quoted) ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
}
