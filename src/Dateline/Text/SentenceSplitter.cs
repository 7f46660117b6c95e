using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>
/// Groups the tokens of one block into sentences. A sentence ends at . ? ! … with the quotes and brackets that close
/// there, when what follows can begin one; also where a page lost the blank ("ships.The agency"). It never ends at an
/// abbreviation unless a word follows that begins sentences ("… the U.S. The …").
/// </summary>
public sealed class SentenceSplitter
{
    // No sentence is longer; a text without full stops is cut so that syntax stays quick on it.
    private const int LongestSentence = 400;

    // How many tokens back an opening quotation mark is looked for.
    private const int QuoteReach = 100;

    private readonly Tokenizer tokenizer;
    private readonly HashSet<int> starters;
    private readonly HashSet<int> titles;

    /// <summary>A splitter over a tokenizer; lexicon/sentence-starters.tsv holds words that begin sentences (the, it, he, in …), the titles (Gen., Mr.) always lead a name.</summary>
    /// <exception cref="KnowledgeException">A table is missing or malformed.</exception>
    public SentenceSplitter(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer)
    {
        this.tokenizer = tokenizer;
        starters = [.. files.Table("lexicon/sentence-starters.tsv").Rows.Select(r => vocabulary.Add(r["phrase"]))];
        titles = [.. files.Table("lexicon/abbreviations.tsv").Rows.Where(r => string.Equals(r["use"], "title", StringComparison.Ordinal)).Select(r => vocabulary.Add(r["phrase"] + "."))];
    }

    /// <summary>The sentences of one block, numbered from <paramref name="firstIndex"/>.</summary>
    public List<Sentence> Split(string text, int block, TextSpan span, int firstIndex)
    {
        var tokens = tokenizer.Tokenize(text, span);
        var sentences = new List<Sentence>();
        var from = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var last = EndsAt(text, tokens, i);
            if (last < 0 && i - from + 1 >= LongestSentence)
            {
                last = CutAt(tokens, from, i);
            }

            if (last < 0)
            {
                continue;
            }

            Close(sentences, tokens, from, last + 1, block, firstIndex);
            from = last + 1;
            i = last;
        }

        if (from < tokens.Count)
        {
            Close(sentences, tokens, from, tokens.Count, block, firstIndex);
        }

        return sentences;
    }

    // After the last mark in the second half, else where the limit falls.
    private static int CutAt(List<Token> tokens, int from, int limit)
    {
        for (var i = limit; i > from + (LongestSentence / 2); i--)
        {
            if (tokens[i].Kind is TokenKind.Punctuation or TokenKind.Dash or TokenKind.Terminal)
            {
                return i;
            }
        }

        return limit;
    }

    // Index of the sentence's last token when a sentence ends with the mark at i, else -1.
    private int EndsAt(string text, List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (i + 1 < tokens.Count && text[tokens[i + 1].Start] is '•' or '●' or '▪' or '■' or '►' or '◆' && !tokens[i + 1].Is(TokenShape.Glued))
        {
            return i; // a bullet begins a line of its own
        }

        var abbreviation = token.Is(TokenShape.Abbreviation);
        if (token.Kind != TokenKind.Terminal && !abbreviation)
        {
            return -1;
        }

        var last = i;
        while (last + 1 < tokens.Count && Closes(text, tokens, last + 1))
        {
            last++;
        }

        if (last + 1 >= tokens.Count)
        {
            return last;
        }

        var next = tokens[last + 1];
        var blank = !next.Is(TokenShape.Glued);
        if (abbreviation)
        {
            return blank && text[token.End - 1] == '.' && next.IsCapitalised && starters.Contains(next.Word) && !titles.Contains(token.Word) ? last : -1;
        }

        if (!blank && last == i)
        {
            return IsLostBlank(text, tokens, i) ? last : -1;
        }

        if (token.Length > 1 && text[token.Start] == '.' && !next.IsCapitalised && next.Kind == TokenKind.Word)
        {
            return -1; // an ellipsis inside a sentence
        }

        return CanBegin(text, next) ? last : -1;
    }

    // ships.The · 2024.The: a full stop between a word or figure and a capitalised word, nothing of an address about it.
    private static bool IsLostBlank(string text, List<Token> tokens, int i)
    {
        if (i == 0 || i + 1 >= tokens.Count)
        {
            return false;
        }

        var (before, next) = (tokens[i - 1], tokens[i + 1]);
        if (next.Kind == TokenKind.Quote)
        {
            return i + 2 < tokens.Count && tokens[i + 2].IsCapitalised && before.Length > 2;
        }

        return next.Kind == TokenKind.Word && next.IsCapitalised && (before.Length > 1 || before.Kind != TokenKind.Word)
            && (before.Kind is TokenKind.Word or TokenKind.Quote or TokenKind.Number || before.Is(TokenShape.Clitic) || text[before.Start] is ')' or ']')
            && !(before.IsCapitalised && next.Length <= 3 && !char.IsLower(text[next.Start + next.Length - 1]));
    }

    // A closing quote or bracket glued to the mark, or a quote with a blank that opens nothing.
    private static bool Closes(string text, List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (!token.Is(TokenShape.Glued))
        {
            return false;
        }

        if (text[token.Start] is ')' or ']')
        {
            return true;
        }

        if (token.Kind != TokenKind.Quote || text[token.Start] is '“' or '‘' or '«' or '„')
        {
            return false;
        }

        return i + 1 >= tokens.Count || !tokens[i + 1].Is(TokenShape.Glued) || tokens[i + 1].Kind is TokenKind.Punctuation or TokenKind.Quote
            || (tokens[i + 1].IsCapitalised && ClosesGlued(text, tokens, i));
    }

    // “We fired.”Then it left: the mark closes by its shape, or because an odd one stands before it.
    private static bool ClosesGlued(string text, List<Token> tokens, int i)
    {
        var mark = text[tokens[i].Start];
        if (mark is '”' or '»')
        {
            return true;
        }

        var open = false;
        for (var t = i - 1; mark == '"' && t >= 0 && t > i - QuoteReach && text.AsSpan(tokens[t].End, tokens[t + 1].Start - tokens[t].End).IndexOf('\n') < 0; t--)
        {
            open ^= text[tokens[t].Start] == '"';
        }

        return open;
    }

    private static bool CanBegin(string text, Token next) =>
        next.IsCapitalised
        || next.Kind is TokenKind.Number or TokenKind.Quote or TokenKind.Dash or TokenKind.Symbol
        || text[next.Start] is '(' or '[' or '•' or '·'
        || (next.Kind == TokenKind.Word && !char.IsLower(text[next.Start]));

    private static void Close(List<Sentence> sentences, List<Token> tokens, int from, int to, int block, int firstIndex)
    {
        var own = tokens.GetRange(from, to - from).ToArray();
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i].Kind == TokenKind.Word)
            {
                own[i] = own[i] with { Shape = own[i].Shape | TokenShape.SentenceStart };
                break;
            }
        }

        sentences.Add(new Sentence(firstIndex + sentences.Count, block, new TextSpan(own[0].Start, own[^1].End), TokenList.Over(own)));
    }
}
