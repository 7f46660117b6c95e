namespace Dateline.Text;

/// <summary>One sentence of a report, or one line of a block that holds no sentences.</summary>
/// <param name="Index">Running number in the report.</param>
/// <param name="Block">Index of the block it stands in.</param>
/// <param name="Span">From its first to its last token.</param>
/// <param name="Tokens">Its tokens in text order; never empty.</param>
public sealed record Sentence(int Index, int Block, TextSpan Span, TokenList Tokens)
{
    /// <summary>Index of the token that holds the position, or of the first one after it; the token count when there is none.</summary>
    public int TokenAt(int position)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
