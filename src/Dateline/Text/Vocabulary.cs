namespace Dateline.Text;

/// <summary>
/// Numbers the folded words that any lexicon knows, so that a token is looked up once and every trie compares numbers.
/// Filled while the knowledge is compiled, read-only afterwards; safe for many threads then.
/// </summary>
public sealed class Vocabulary
{
    private readonly WordTable words = new();

    /// <summary>Number of known words.</summary>
    public int Count => words.Count;

    /// <summary>The number of a word, adding it when it is new. The word is folded here.</summary>
    public int Add(ReadOnlySpan<char> word) => words.Add(Folding.Fold(word));

    /// <summary>The number of a word, or -1 when no lexicon has it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > 64)
        {
            return -1;
        }

        Span<char> buffer = stackalloc char[word.Length];
        var length = Folding.Fold(word, buffer);
        return words.Find(buffer[..length]);
    }

    /// <summary>The folded word of a number, or an empty string for -1.</summary>
    public string this[int number] => number < 0 ? "" : words[number];
}
