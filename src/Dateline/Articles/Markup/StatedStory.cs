using System.Text;
using Dateline.Documents.Markup;

namespace Dateline.Articles.Markup;

/// <summary>
/// What a page states as the text of its article in structured data, as a vote on its blocks: a block that begins with words of it is the story's,
/// whatever it is called. Most outlets state the whole text, some its beginning only.
/// </summary>
internal sealed class StatedStory
{
    private const int LongestStory = 60_000;
    private const int LeastStory = 300;
    private const int LeastBlock = 25; // letters
    private const int Prefix = 40;
    private const int MostBlocks = 3000;
    private const int Reliable = 60; // per cent
    private const int LeastWhole = 1500;
    private const int LeastShare = 40; // per cent

    private readonly bool[] votes;

    /// <summary>Looks for the stated text on a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="weight">Running text of a block.</param>
    /// <param name="total">Running text of the page.</param>
    public StatedStory(MarkupPage page, Func<int, int> weight, long total)
    {
        votes = new bool[page.Blocks.Count];
        First = Last = -1;
        var stated = page.Bodies.Count == 0 ? "" : Letters(page.Bodies.MaxBy(b => b.Length)!, LongestStory);
        if (stated.Length < LeastStory)
        {
            return;
        }

        var found = 0;
        for (var i = 0; i < Math.Min(votes.Length, MostBlocks); i++)
        {
            if (page.Blocks[i].Span.Length < LeastBlock)
            {
                continue;
            }

            var words = Letters(page.Blocks[i].Span.In(page.Text), int.MaxValue);
            if (words.Length >= LeastBlock && stated.Contains(words[..Math.Min(Prefix, words.Length)], StringComparison.Ordinal))
            {
                votes[i] = true;
                found += words.Length;
                Weight += weight(i);
                First = First < 0 ? i : First;
                Last = i;
            }
        }

        // What is short and little of the page is the beginning of a story.
        IsReliable = found * 100L >= stated.Length * (long)Reliable && (Weight >= LeastWhole || Weight * 100 >= total * LeastShare);
    }

    /// <summary>True when most of what is stated stands on the page.</summary>
    public bool IsReliable { get; }

    /// <summary>Running text of the blocks that have a vote.</summary>
    public long Weight { get; }

    /// <summary>Index of the first block with a vote, or -1.</summary>
    public int First { get; }

    /// <summary>Index of the last, or -1.</summary>
    public int Last { get; }

    /// <summary>True when a block's words are stated to be the story's.</summary>
    public bool Has(int block) => IsReliable && votes[block];

    private static string Letters(string text, int limit)
    {
        var letters = new StringBuilder(Math.Min(text.Length, limit));
        var tag = false;
        foreach (var c in text)
        {
            tag = c == '<' || (tag && c != '>');
            if (!tag && char.IsLetterOrDigit(c) && letters.Length < limit)
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }
}
