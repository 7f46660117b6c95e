using System.Buffers;
using System.Globalization;

namespace Dateline.Views;

/// <summary>Words of reports made harmless to look at: nothing in them turns, hides or moves what stands beside them.</summary>
public static class Inert
{
    // Controls, marks of writing direction, and marks nobody sees.
    private static readonly SearchValues<char> Unseen = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsUnseen)]);

    /// <summary>Words on one line.</summary>
    public static string Line(string? words)
    {
        var line = ValueWords.OneLine(words ?? "");
        return line.AsSpan().ContainsAny(Unseen) ? string.Concat(line.Select(letter => Unseen.Contains(letter) ? Name(letter) : letter.ToString())) : line;
    }

    /// <summary>Where the next of them stands from a position on, or -1.</summary>
    public static int Next(ReadOnlySpan<char> text) => text.IndexOfAny(Unseen);

    /// <summary>How one is shown: U+202E.</summary>
    public static string Name(char letter) => "U+" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture);

    private static bool IsUnseen(char letter) =>
        letter is not ('\n' or '\r' or '\t' or '\u00AD' or '\u200C' or '\u200D') && CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
}
