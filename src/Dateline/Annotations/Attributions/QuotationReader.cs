using Dateline.Articles;
using Dateline.Text;

namespace Dateline.Annotations.Attributions;

/// <summary>Words between quotation marks.</summary>
/// <param name="Outer">With the marks.</param>
/// <param name="Inner">Without them, trimmed.</param>
/// <param name="Words">Number of words.</param>
public sealed record Quotation(TextSpan Outer, TextSpan Inner, int Words);

/// <summary>
/// Pairs quotation marks inside each block, deterministically: curly by their shape, straight ones by turns, single ones
/// only where they cannot be apostrophes. A quotation left open runs to the end of its paragraph.
/// </summary>
public static class QuotationReader
{
    /// <summary>All quotations of the blocks that are read, outermost only, in text order.</summary>
    public static List<Quotation> Read(Article article, IReadOnlyList<Sentence> sentences)
    {
        var found = new List<Quotation>();
        foreach (var block in sentences.GroupBy(s => s.Block))
        {
            var tokens = block.SelectMany(s => s.Tokens).ToList();
            ReadBlock(article.Text, article.Blocks[block.Key].Span, tokens, found);
        }

        return found;
    }

    private static void ReadBlock(string text, TextSpan block, List<Token> tokens, List<Quotation> found)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Quote || !Opens(text, tokens, i))
            {
                continue;
            }

            var close = CloseOf(text, tokens, i);
            if (close < 0 && IsSingle(text[tokens[i].Start]))
            {
                continue; // an apostrophe, most likely
            }

            var inner = new TextSpan(tokens[i].End, close < 0 ? block.End : tokens[close].Start).Trim(text);
            var last = close < 0 ? tokens.Count : close;
            var words = tokens.Skip(i + 1).Take(last - i - 1).Count(t => t.Kind is TokenKind.Word or TokenKind.Number && !t.Is(TokenShape.Clitic));
            if (inner.Length > 0 && words > 0)
            {
                found.Add(new Quotation(new TextSpan(tokens[i].Start, close < 0 ? block.End : tokens[close].End), inner, words));
            }

            i = last;
        }
    }

    private static bool Opens(string text, List<Token> tokens, int i)
    {
        var c = text[tokens[i].Start];
        if (c is '“' or '«' or '„' or '‟')
        {
            return true;
        }

        var free = !tokens[i].Is(TokenShape.Glued) || (i > 0 && text[tokens[i - 1].Start] is '(' or '[' or '—' or '–' or ':');
        var followed = i + 1 < tokens.Count && tokens[i + 1].Is(TokenShape.Glued);
        return c switch
        {
            '‘' or '\'' or '`' => free && followed,
            '"' => free || followed,
            '”' => free && followed,
            _ => false,
        };
    }

    private static int CloseOf(string text, List<Token> tokens, int open)
    {
        var mark = text[tokens[open].Start];
        for (var j = open + 1; j < tokens.Count; j++)
        {
            if (tokens[j].Kind != TokenKind.Quote)
            {
                if (IsSingle(mark) && tokens[j].Is(TokenShape.Clitic) && tokens[j].Length == 1 && j + 1 < tokens.Count && tokens[j + 1].Kind == TokenKind.Punctuation)
                {
                    return j; // "the troops'," closes after s
                }

                continue;
            }

            var c = text[tokens[j].Start];
            var closes = mark switch
            {
                '“' or '„' or '‟' or '”' => c is '”' or '"' || (c == '“' && tokens[j].Is(TokenShape.Glued) && !(j + 1 < tokens.Count && tokens[j + 1].Is(TokenShape.Glued))),
                '«' => c == '»',
                '"' => c is '"' or '”',
                _ => c is '’' or '\'' or '´' && tokens[j].Is(TokenShape.Glued) && !(j + 1 < tokens.Count && tokens[j + 1].Is(TokenShape.Glued) && tokens[j + 1].Kind == TokenKind.Word),
            };
            if (closes)
            {
                return j;
            }
        }

        return -1;
    }

    private static bool IsSingle(char c) => c is '‘' or '\'' or '`';
}
