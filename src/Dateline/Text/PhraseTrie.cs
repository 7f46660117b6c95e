namespace Dateline.Text;

/// <summary>A phrase found in a sentence.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Count">Number of tokens, inner hyphens included.</param>
/// <param name="Values">What the lexicons say of it, in the order they were added.</param>
public readonly record struct PhraseMatch<T>(int First, int Count, IReadOnlyList<T> Values)
{
    /// <summary>Index after its last token.</summary>
    public int After => First + Count;
}

/// <summary>
/// The one trie all lexicons share: phrases by their folded words. Hyphens between words are stepped over on both sides,
/// so that "short-range", "short range" and "Hi-yong", "Hi Yong" are one. Longest match wins.
/// </summary>
public sealed class PhraseTrie<T>
{
    private readonly Dictionary<long, int> steps = [];
    private readonly List<List<T>?> values = [null];
    private readonly Vocabulary vocabulary;
    private readonly Tokenizer tokenizer;

    /// <summary>An empty trie over a vocabulary, cutting phrases as the tokenizer cuts text.</summary>
    public PhraseTrie(Vocabulary vocabulary, Tokenizer tokenizer)
    {
        this.vocabulary = vocabulary;
        this.tokenizer = tokenizer;
    }

    /// <summary>Number of distinct phrases.</summary>
    public int Count => values.Count(v => v is not null);

    /// <summary>Adds one phrase. A phrase without words is ignored.</summary>
    public void Add(string phrase, T value)
    {
        var node = 0;
        foreach (var token in tokenizer.Tokenize(phrase))
        {
            if (token.Kind is TokenKind.Hyphen or TokenKind.Dash)
            {
                continue;
            }

            var key = Key(node, vocabulary.Add(token.Span.Of(phrase)));
            if (!steps.TryGetValue(key, out var next))
            {
                next = values.Count;
                values.Add(null);
                steps.Add(key, next);
            }

            node = next;
        }

        if (node != 0)
        {
            (values[node] ??= []).Add(value);
        }
    }

    /// <summary>The longest phrase that begins at this token, or null.</summary>
    public PhraseMatch<T>? LongestAt(IReadOnlyList<Token> tokens, int first)
    {
        PhraseMatch<T>? best = null;
        var node = 0;
        for (var i = first; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Hyphen && i > first)
            {
                continue;
            }

            if (token.Word < 0 || !steps.TryGetValue(Key(node, token.Word), out node))
            {
                break;
            }

            if (values[node] is { } found)
            {
                best = new PhraseMatch<T>(first, i - first + 1, found);
            }
        }

        return best;
    }

    /// <summary>Every phrase that begins at this token, shortest first.</summary>
    public IEnumerable<PhraseMatch<T>> AllAt(IReadOnlyList<Token> tokens, int first)
    {
        var node = 0;
        for (var i = first; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Hyphen && i > first)
            {
                continue;
            }

            if (token.Word < 0 || !steps.TryGetValue(Key(node, token.Word), out node))
            {
                yield break;
            }

            if (values[node] is { } found)
            {
                yield return new PhraseMatch<T>(first, i - first + 1, found);
            }
        }
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}
