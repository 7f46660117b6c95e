using System.Collections;

namespace Dateline.Text;

/// <summary>A phrase found in a sentence.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Count">Number of tokens, inner hyphens included.</param>
/// <param name="Values">What the lexicons say of it, in the order they were added.</param>
public readonly record struct PhraseMatch<T>(int First, int Count, T[] Values)
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
    private readonly List<T[]?> values = [null];
    private readonly Vocabulary vocabulary;
    private readonly Tokenizer tokenizer;
    private int[] roots = []; // by first word: its node, or 0; nearly every token of a text ends here

    /// <summary>An empty trie over a vocabulary, cutting phrases as the tokenizer cuts text.</summary>
    public PhraseTrie(Vocabulary vocabulary, Tokenizer tokenizer)
    {
        this.vocabulary = vocabulary;
        this.tokenizer = tokenizer;
    }

    /// <summary>Number of distinct phrases.</summary>
    public int Count => values.Count(v => v is not null);

    /// <summary>Adds one phrase. A phrase without words is ignored.</summary>
    /// <returns>The vocabulary's number of its first word, or -1 for a phrase without words.</returns>
    public int Add(string phrase, T value)
    {
        var (node, first) = (0, -1);
        foreach (var token in tokenizer.Tokenize(phrase))
        {
            if (token.Kind is TokenKind.Hyphen or TokenKind.Dash)
            {
                continue;
            }

            var word = vocabulary.Add(token.Span.Of(phrase));
            first = node == 0 ? word : first;
            node = StepOrGrow(node, word);
        }

        if (node != 0)
        {
            values[node] = values[node] is { } known ? [.. known, value] : [value];
        }

        return first;
    }

    /// <summary>The longest phrase that begins at this token, or null.</summary>
    public PhraseMatch<T>? LongestAt(TokenList tokens, int first)
    {
        var matches = AllAt(tokens, first);
        if (!matches.Any)
        {
            return null;
        }

        PhraseMatch<T>? best = null;
        foreach (var match in matches)
        {
            best = match;
        }

        return best;
    }

    /// <summary>Every phrase that begins at this token, shortest first.</summary>
    public Matches AllAt(TokenList tokens, int first) => AllAt(tokens.Items, first);

    /// <summary>Every phrase that begins at this token of an array, shortest first.</summary>
    public Matches AllAt(Token[] tokens, int first)
    {
        var word = first < tokens.Length ? tokens[first].Word : -1;
        return new Matches(this, tokens, first, (uint)word < (uint)roots.Length ? roots[word] : 0);
    }

    private int StepOrGrow(int node, int word)
    {
        if (Step(node, word) is not 0 and var known)
        {
            return known;
        }

        var next = values.Count;
        values.Add(null);
        if (node != 0)
        {
            steps.Add(Key(node, word), next);
            return next;
        }

        if (word >= roots.Length)
        {
            Array.Resize(ref roots, Math.Max(word + 1, roots.Length * 2));
        }

        roots[word] = next;
        return next;
    }

    private int Step(int node, int word)
    {
        if (node == 0)
        {
            return (uint)word < (uint)roots.Length ? roots[word] : 0;
        }

        return steps.GetValueOrDefault(Key(node, word));
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    /// <summary>The phrases that begin at one token; to be walked once, without allocation.</summary>
    public struct Matches : IEnumerable<PhraseMatch<T>>, IEnumerator<PhraseMatch<T>>
    {
        private readonly PhraseTrie<T> trie;
        private readonly Token[] tokens;
        private readonly int first;
        private int node;
        private int after;

        internal Matches(PhraseTrie<T> trie, Token[] tokens, int first, int root)
        {
            this.trie = trie;
            this.tokens = tokens;
            this.first = first;
            node = root;
            after = first;
        }

        /// <summary>False when no phrase begins with the token; true when one may.</summary>
        internal readonly bool Any => node != 0;

        /// <inheritdoc/>
        public PhraseMatch<T> Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        /// <summary>Itself.</summary>
        public readonly Matches GetEnumerator() => this;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            while (node != 0)
            {
                if (after > first && !Walk())
                {
                    return false;
                }

                after++;
                if (trie.values[node] is { } found)
                {
                    Current = new PhraseMatch<T>(first, after - first, found);
                    return true;
                }
            }

            return false;
        }

        /// <inheritdoc/>
        public void Reset() => throw new NotSupportedException();

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }

        readonly IEnumerator<PhraseMatch<T>> IEnumerable<PhraseMatch<T>>.GetEnumerator() => this;

        readonly IEnumerator IEnumerable.GetEnumerator() => this;

        // To the next word, over hyphens.
        private bool Walk()
        {
            while (after < tokens.Length && tokens[after].Kind == TokenKind.Hyphen)
            {
                after++;
            }

            var word = after < tokens.Length ? tokens[after].Word : -1;
            node = word < 0 ? 0 : trie.steps.GetValueOrDefault(Key(node, word));
            return node != 0;
        }
    }
}
