using Dateline.Text;

namespace Dateline.Annotations.Numbers;

/// <summary>For every word of the vocabulary the classes of the phrases that begin with it, one bit each: what a token is looked up in before any trie.</summary>
internal sealed class WordClasses
{
    private ulong[] classes = [];

    /// <summary>The classes of the phrases that may begin at a token.</summary>
    public ulong this[in Token token] => (uint)token.Word < (uint)classes.Length ? classes[token.Word] : 0;

    /// <summary>Notes that a phrase of a class begins with a word; -1 is no word.</summary>
    public void Add(int word, ulong bit)
    {
        if (word < 0)
        {
            return;
        }

        if (word >= classes.Length)
        {
            Array.Resize(ref classes, Math.Max(word + 1, classes.Length * 2));
        }

        classes[word] |= bit;
    }
}
