using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>
/// Cuts text into tokens, after the conventions of the English Web Treebank: hyphenated words are cut at the hyphen,
/// clitics ('s, n't, 're) from their word, a figure from the unit glued to it ("1,587km", "8am"). Abbreviations keep
/// their point, addresses of the web and of mail stay whole. Works on any text, in one pass, and never throws.
/// </summary>
public sealed class Tokenizer
{
    private readonly Vocabulary vocabulary;
    private readonly Abbreviations abbreviations;
    private readonly WebAddresses addresses;
    private readonly Dictionary<int, int> contractions = [];

    /// <summary>A tokenizer over the tables of data/lexicon that tell where a point belongs to its word.</summary>
    /// <exception cref="KnowledgeException">A table is missing or malformed.</exception>
    public Tokenizer(KnowledgeFiles files, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        abbreviations = new Abbreviations(files);
        addresses = new WebAddresses(files);
        foreach (var row in files.Table("lexicon/contractions.tsv").Rows)
        {
            var words = row["words"];
            contractions[vocabulary.Add(words.Replace(" ", "", StringComparison.Ordinal))] = words.IndexOf(' ', StringComparison.Ordinal);
        }
    }

    /// <summary>The tokens of a whole text.</summary>
    public List<Token> Tokenize(string text) => Tokenize(text, new TextSpan(0, text.Length));

    /// <summary>The tokens of a stretch of text; positions count from the beginning of the text.</summary>
    public List<Token> Tokenize(string text, TextSpan span)
    {
        var tokens = new List<Token>((span.Length / 5) + 1);
        var at = span.Start;
        var glued = false;
        while (at < span.End)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '\u200B' or '\uFEFF')
            {
                at++;
                glued = false;
                continue;
            }

            var before = tokens.Count;
            at = Next(text, at, span, glued, tokens);
            glued = tokens.Count > before || glued;
        }

        return tokens;
    }

    private int Next(string text, int at, TextSpan span, bool glued, List<Token> tokens)
    {
        var c = text[at];
        var shape = glued ? TokenShape.Glued : TokenShape.None;
        if (char.IsAsciiDigit(c) || (c > 0x7F && char.IsDigit(c)))
        {
            return Number(text, at, span.End, shape, tokens);
        }

        if (IsLetter(c) || char.IsSurrogate(c))
        {
            return Word(text, at, span.End, shape, tokens);
        }

        if (glued && Clitics.IsApostrophe(c) && Clitics.Stray(text, at, span.End) is var end && end > at)
        {
            tokens.Add(Make(text, at, end, TokenKind.Word, shape | TokenShape.Clitic));
            return end;
        }

        return Sign(text, at, span, shape, tokens);
    }

    private int Number(string text, int start, int end, TokenShape shape, List<Token> tokens)
    {
        var at = start + 1;
        while (at < end && (char.IsDigit(text[at]) || (text[at] is '.' or ',' or ':' && at + 1 < end && char.IsDigit(text[at + 1]) && char.IsDigit(text[at - 1]))))
        {
            at++;
        }

        var kind = TokenKind.Number;
        if (IsOrdinalEnding(text.AsSpan(at, end - at), text[at - 1]))
        {
            at += 2;
            kind = TokenKind.Ordinal;
        }

        tokens.Add(Make(text, start, at, kind, shape | TokenShape.Digits));
        return at;
    }

    private static bool IsOrdinalEnding(ReadOnlySpan<char> rest, char digit)
    {
        if (rest.Length < 2 || (rest.Length > 2 && IsLetter(rest[2])))
        {
            return false;
        }

        var ending = rest[..2];
        return ending.Equals("th", StringComparison.OrdinalIgnoreCase)
            || (digit == '1' && ending.Equals("st", StringComparison.OrdinalIgnoreCase))
            || (digit == '2' && ending.Equals("nd", StringComparison.OrdinalIgnoreCase))
            || (digit == '3' && ending.Equals("rd", StringComparison.OrdinalIgnoreCase));
    }

    private int Word(string text, int start, int end, TokenShape shape, List<Token> tokens)
    {
        var at = start;
        while (at < end && Continues(text, at, start, end))
        {
            at++;
        }

        if (addresses.EndOf(text, start, at, end) is var address && address > at)
        {
            tokens.Add(new Token(start, address, TokenKind.Word, shape, -1, PartOfSpeech.Other, WordForm.None));
            return address;
        }

        if (abbreviations.EndOf(text, start, at, end) is var point && point > at)
        {
            tokens.Add(Make(text, start, point, TokenKind.Word, shape | TokenShape.Abbreviation));
            return point;
        }

        var clitic = Clitics.StartOf(text, start, at);
        var word = Make(text, start, clitic, TokenKind.Word, shape);
        if (contractions.TryGetValue(word.Word, out var cut) && cut > 0 && cut < word.Length)
        {
            tokens.Add(Make(text, start, start + cut, TokenKind.Word, shape));
            tokens.Add(Make(text, start + cut, clitic, TokenKind.Word, TokenShape.Glued));
        }
        else
        {
            tokens.Add(word);
        }

        if (clitic < at)
        {
            tokens.Add(Make(text, clitic, at, TokenKind.Word, TokenShape.Glued | TokenShape.Clitic));
        }
        else if (at < end && Clitics.IsApostrophe(text[at]) && text[at - 1] is 's' or 'S' && Clitics.IsPossessive(text, start, at, end))
        {
            tokens.Add(Make(text, at, at + 1, TokenKind.Word, TokenShape.Glued | TokenShape.Clitic));
            return at + 1;
        }

        return at;
    }

    // Letters, marks and digits; an apostrophe between letters; nothing else.
    private static bool Continues(string text, int at, int start, int end)
    {
        var c = text[at];
        if (IsLetter(c) || char.IsSurrogate(c) || (char.IsDigit(c) && at > start))
        {
            return true;
        }

        return Clitics.IsApostrophe(c) && at > start && at + 1 < end && IsLetter(text[at + 1]) && IsLetter(text[at - 1]);
    }

    private int Sign(string text, int at, TextSpan span, TokenShape shape, List<Token> tokens)
    {
        var c = text[at];
        var end = at + 1;
        TokenKind kind;
        if (c is '.' or '…' or '!' or '?')
        {
            while (end < span.End && text[end] == c)
            {
                end++;
            }

            kind = TokenKind.Terminal;
        }
        else if (c == '-' || c is '‐' or '‑' or '–' or '—' or '―' or '−')
        {
            while (end < span.End && text[end] == c)
            {
                end++;
            }

            kind = end == at + 1 && at > span.Start && end < span.End ? Joiner(text, at, tokens) : TokenKind.Dash;
        }
        else if (c is '"' or '“' or '”' or '„' or '«' or '»' or '‟' or '\'' or '‘' or '’' or '‚' or '‹' or '›' or '`' or '´')
        {
            if (c is '\'' or '`' && end < span.End && text[end] == c)
            {
                end++;
            }

            kind = TokenKind.Quote;
        }
        else
        {
            kind = char.IsPunctuation(c) && c is not ('%' or '&' or '#' or '@' or '*') ? TokenKind.Punctuation : TokenKind.Symbol;
        }

        tokens.Add(Make(text, at, end, kind, shape));
        return end;
    }

    // A hyphen between letters or figures, an abbreviation's point included (U.S.-led); longer dashes join figures and names only.
    private static TokenKind Joiner(string text, int at, List<Token> tokens)
    {
        var (before, after) = (text[at - 1], text[at + 1]);
        var joins = char.IsLetterOrDigit(after) && (char.IsLetterOrDigit(before) || (tokens.Count > 0 && tokens[^1].End == at && tokens[^1].Is(TokenShape.Abbreviation)));
        if (!joins || text[at] is '-' or '‐' or '‑')
        {
            return joins ? TokenKind.Hyphen : TokenKind.Dash;
        }

        var figures = text[at] is '–' or '−' && char.IsDigit(before) && char.IsDigit(after);
        var names = text[at] == '–' && tokens.Count > 0 && tokens[^1].IsCapitalised && char.IsUpper(after);
        return figures || names ? TokenKind.Hyphen : TokenKind.Dash;
    }

    private Token Make(string text, int start, int end, TokenKind kind, TokenShape shape)
    {
        var word = text.AsSpan(start, end - start);
        if (char.IsUpper(word[0]))
        {
            shape |= TokenShape.Capitalised;
            var letters = 0;
            var capitals = 0;
            foreach (var c in word)
            {
                letters += char.IsLetter(c) ? 1 : 0;
                capitals += char.IsUpper(c) ? 1 : 0;
                shape |= char.IsDigit(c) ? TokenShape.Digits : TokenShape.None;
            }

            shape |= letters > 1 && capitals == letters ? TokenShape.AllCaps : TokenShape.None;
        }

        return new Token(start, end, kind, shape, vocabulary.Find(word), PartOfSpeech.Other, WordForm.None);
    }

    internal static bool IsLetter(char c) => char.IsLetter(c) || (c >= 0x300 && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark);
}
