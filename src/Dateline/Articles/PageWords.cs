using System.Globalization;

namespace Dateline.Articles;

/// <summary>One word or figure of a page, for comparing with cues; punctuation between words does not count.</summary>
/// <param name="Start">First UTF-16 position.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Number">Number of its folded form, or -1 for a word no cue uses.</param>
/// <param name="Hash">Hash of its folded letters, for comparing lines.</param>
internal readonly record struct PageWord(int Start, int End, int Number, ulong Hash)
{
    public TextSpan Span => new(Start, End);

    public int Length => End - Start;
}

/// <summary>Numbers the words that cues use and cuts lines into words. Figures all read as #.</summary>
internal sealed class PageWords
{
    private const int LongestWord = 40;
    private readonly WordTable numbers = new();

    public PageWords() => numbers.Add("#");

    /// <summary>The number of a figure of any value.</summary>
    public const int Figure = 0;

    /// <summary>The words of a phrase, numbering new ones.</summary>
    public List<int> Add(string phrase)
    {
        var words = new List<PageWord>();
        Scan(phrase, new TextSpan(0, phrase.Length), words, int.MaxValue);
        var found = new List<int>();
        foreach (var word in words)
        {
            found.Add(word.Number == Figure ? Figure : numbers.Add(Fold(word.Span.Of(phrase))));
        }

        return found;
    }

    /// <summary>Appends the words of a stretch of text, at most <paramref name="limit"/> of them; answers where it stopped.</summary>
    public int Scan(string text, TextSpan span, List<PageWord> words, int limit)
    {
        var at = span.Start;
        while (at < span.End && limit > 0)
        {
            var c = text[at];
            if (c == '#' || char.IsAsciiDigit(c))
            {
                var end = c == '#' ? at + 1 : FigureEnd(text, at, span.End);
                words.Add(new PageWord(at, end, Figure, HashOf(text.AsSpan(at, end - at))));
                (at, limit) = (end, limit - 1);
            }
            else if (IsWordChar(c))
            {
                var end = WordEnd(text, at, span.End);
                words.Add(new PageWord(at, end, Find(text.AsSpan(at, end - at)), HashOf(text.AsSpan(at, end - at))));
                (at, limit) = (end, limit - 1);
            }
            else
            {
                at++;
            }
        }

        return at;
    }

    /// <summary>Folds a word: lower case, straight apostrophes.</summary>
    public static string Fold(ReadOnlySpan<char> word) => string.Create(word.Length, word, static (into, from) =>
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = FoldChar(from[i]);
        }
    });

    private static char FoldChar(char c) => c is '’' or '‘' or 'ʼ' ? '\'' : char.ToLowerInvariant(c);

    private static bool IsWordChar(char c) => char.IsLetter(c) || (c >= 0x300 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static int WordEnd(string text, int at, int end)
    {
        at++;
        while (at < end && (IsWordChar(text[at]) || (text[at] is '\'' or '’' or 'ʼ' && at + 1 < end && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    // 1,587 · 12.34 · 10:30:05, but "18,2024" is two figures.
    private static int FigureEnd(string text, int at, int end)
    {
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
            if (at + 1 < end && text[at] is '.' or ':' && at + 1 < end && char.IsAsciiDigit(text[at + 1]))
            {
                at++;
            }
            else if (at < end && text[at] == ',' && DigitsAt(text, at + 1, end) == 3)
            {
                at++;
            }
        }

        return at;
    }

    private static int DigitsAt(string text, int at, int end)
    {
        var n = 0;
        while (at + n < end && n < 5 && char.IsAsciiDigit(text[at + n]))
        {
            n++;
        }

        return n;
    }

    private int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return -1;
        }

        Span<char> buffer = stackalloc char[LongestWord];
        for (var i = 0; i < word.Length; i++)
        {
            buffer[i] = FoldChar(word[i]);
        }

        return numbers.Find(buffer[..word.Length]);
    }

    // FNV-1a over folded letters; apostrophes left out, because pages lose them.
    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
        {
            var folded = FoldChar(c);
            if (folded != '\'')
            {
                hash = (hash ^ folded) * 1099511628211UL;
            }
        }

        return hash;
    }
}
