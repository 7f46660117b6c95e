using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>Words that keep their point: those of lexicon/abbreviations.tsv, initials, and letters each followed by a point (U.S., a.m.).</summary>
internal sealed class Abbreviations
{
    private const int Longest = 8;

    private readonly HashSet<string> listed = new(StringComparer.Ordinal);
    private readonly HashSet<string> numbering = new(StringComparer.Ordinal);

    /// <summary>Loads the table.</summary>
    /// <exception cref="KnowledgeException">The table is missing or malformed.</exception>
    public Abbreviations(KnowledgeFiles files)
    {
        foreach (var row in files.Table("lexicon/abbreviations.tsv").Rows)
        {
            (string.Equals(row["use"], "number", StringComparison.Ordinal) ? numbering : listed).Add(Folding.Fold(row["phrase"]));
        }
    }

    /// <summary>Where the abbreviation that begins with a word ends, its point included; where there is none, not beyond the word.</summary>
    public int EndOf(string text, int start, int wordEnd, int end)
    {
        if (IsPointed(text, start, wordEnd, end, out var after))
        {
            return after;
        }

        return wordEnd < end && text[wordEnd] == '.' && IsKnown(text, start, wordEnd, end) ? wordEnd + 1 : wordEnd;
    }

    // U.S. · a.m. · D.C. · e.g.: single letters each followed by a point, two at least.
    private static bool IsPointed(string text, int start, int wordEnd, int end, out int after)
    {
        after = start;
        if (wordEnd != start + 1)
        {
            return false;
        }

        var letters = 0;
        var at = start;
        while (at + 1 < end && Tokenizer.IsLetter(text[at]) && text[at + 1] == '.' && !(at + 2 < end && Tokenizer.IsLetter(text[at + 2]) && at + 3 < end && Tokenizer.IsLetter(text[at + 3])))
        {
            letters++;
            at += 2;
        }

        if (letters >= 1 && at < end && Tokenizer.IsLetter(text[at]) && (at + 1 >= end || !Tokenizer.IsLetter(text[at + 1])) && letters + 1 >= 2)
        {
            after = at + 1;
            return true;
        }

        after = at;
        return letters >= 2;
    }

    // "Gen." by the list, "No." before a figure; a single capital before a point is an initial ("J. Smith").
    private bool IsKnown(string text, int start, int point, int end)
    {
        if (point - start > Longest)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[point - start];
        var folded = buffer[..Folding.Fold(text.AsSpan(start, point - start), buffer)];
        return (point == start + 1 && char.IsUpper(text[start]) && point + 1 < end)
            || listed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded)
            || (numbering.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded) && (IsFigureNext(text, point + 1, end) || (start == 0 && point + 1 == text.Length))); // alone it is a phrase of a table: "pp."
    }

    private static bool IsFigureNext(string text, int at, int end)
    {
        while (at < end && (text[at] is ' ' or '\u00A0'))
        {
            at++;
        }

        return at < end && char.IsAsciiDigit(text[at]);
    }
}
