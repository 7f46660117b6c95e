namespace Dateline.Text;

/// <summary>
/// Cuts text into tokens, after the conventions of the English Web Treebank: hyphenated words are cut at the hyphen,
/// clitics ('s, n't, 're) from their word, a figure from the unit glued to it ("1,587km", "8am"). Abbreviations keep
/// their point. Works on any text, in one pass, and never throws.
/// </summary>
public sealed class Tokenizer
{
    private readonly Vocabulary vocabulary;
    private readonly HashSet<string> abbreviations;
    private readonly Dictionary<int, int> contractions = [];

    /// <summary>A tokenizer over a vocabulary.</summary>
    /// <param name="vocabulary">Numbers the words.</param>
    /// <param name="abbreviations">Folded, without their last point.</param>
    /// <param name="contractions">Two words written as one, with a blank where they are cut ("can not"); null for none.</param>
    public Tokenizer(Vocabulary vocabulary, IEnumerable<string> abbreviations, IEnumerable<string>? contractions = null)
    {
        this.vocabulary = vocabulary;
        this.abbreviations = abbreviations.ToHashSet(StringComparer.Ordinal);
        foreach (var words in contractions ?? [])
        {
            this.contractions[vocabulary.Add(words.Replace(" ", "", StringComparison.Ordinal))] = words.IndexOf(' ', StringComparison.Ordinal);
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

        if (glued && IsApostrophe(c) && StrayClitic(text, at, span.End) is var end && end > at)
        {
            tokens.Add(Make(text, at, end, TokenKind.Word, shape | TokenShape.Clitic));
            return end;
        }

        return Sign(text, at, span, shape, tokens);
    }

    // 's after a figure, a point or a quotation mark (2025's, the U.S.'s); where there is none, the place itself.
    private static int StrayClitic(string text, int at, int end)
    {
        var after = at + 2;
        return after <= end && text[at + 1] is 's' or 'S' && (after == end || !char.IsLetterOrDigit(text[after])) ? after : at;
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

        if (IsPointedAbbreviation(text, start, at, end, out var afterPoints))
        {
            tokens.Add(Make(text, start, afterPoints, TokenKind.Word, shape | TokenShape.Abbreviation));
            return afterPoints;
        }

        if (at < end && text[at] == '.' && IsAbbreviation(text, start, at, end))
        {
            tokens.Add(Make(text, start, at + 1, TokenKind.Word, shape | TokenShape.Abbreviation));
            return at + 1;
        }

        var clitic = CliticStart(text, start, at);
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
        else if (at < end && IsApostrophe(text[at]) && text[at - 1] is 's' or 'S' && IsPossessiveEnd(text, start, at, end))
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

        return IsApostrophe(c) && at > start && at + 1 < end && IsLetter(text[at + 1]) && IsLetter(text[at - 1]);
    }

    // U.S. · a.m. · D.C. · e.g.: single letters each followed by a point, two at least.
    private static bool IsPointedAbbreviation(string text, int start, int wordEnd, int end, out int after)
    {
        after = start;
        if (wordEnd != start + 1)
        {
            return false;
        }

        var letters = 0;
        var at = start;
        while (at + 1 < end && IsLetter(text[at]) && text[at + 1] == '.' && !(at + 2 < end && IsLetter(text[at + 2]) && at + 3 < end && IsLetter(text[at + 3])))
        {
            letters++;
            at += 2;
        }

        if (letters >= 1 && at < end && IsLetter(text[at]) && (at + 1 >= end || !IsLetter(text[at + 1])) && letters + 1 >= 2)
        {
            after = at + 1;
            return true;
        }

        after = at;
        return letters >= 2;
    }

    // "Gen." by the list; a single capital before a point is an initial ("J. Smith").
    private bool IsAbbreviation(string text, int start, int point, int end)
    {
        if (point == start + 1)
        {
            return char.IsUpper(text[start]) && point + 1 < end;
        }

        if (point - start > 8)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[point - start];
        var length = Folding.Fold(text.AsSpan(start, point - start), buffer);
        return abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(buffer[..length]);
    }

    private static int CliticStart(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        if (word.Length > 2 && IsApostrophe(word[^2]) && char.ToLowerInvariant(word[^1]) is 's' or 'd' or 'm')
        {
            return end - 2;
        }

        if (word.Length > 3 && IsApostrophe(word[^3]))
        {
            var last = word[^2..];
            if (last.Equals("re", StringComparison.OrdinalIgnoreCase) || last.Equals("ve", StringComparison.OrdinalIgnoreCase) || last.Equals("ll", StringComparison.OrdinalIgnoreCase))
            {
                return end - 3;
            }
        }

        var negated = word.Length > 3 && IsApostrophe(word[^2]) && char.ToLowerInvariant(word[^1]) == 't' && char.ToLowerInvariant(word[^3]) == 'n';
        return negated ? end - 3 : end;
    }

    // A possessive apostrophe after s ("the troops' return"), not a closing quotation mark: no single quote is open before it.
    private static bool IsPossessiveEnd(string text, int start, int at, int end)
    {
        if (at + 1 < end && (IsLetter(text[at + 1]) || text[at + 1] is '.' or ',' or '?' or '!'))
        {
            return false;
        }

        for (var i = start - 1; i >= 0 && i > at - 200; i--)
        {
            if (text[i] == '\n')
            {
                break;
            }

            var opens = text[i] is '‘' || (text[i] == '\'' && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && char.IsLetterOrDigit(text[i + 1]));
            if (opens)
            {
                return false;
            }
        }

        return true;
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

            var joins = end == at + 1 && at > span.Start && end < span.End && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[end]);
            kind = joins && c is '-' or '‐' or '‑' ? TokenKind.Hyphen : TokenKind.Dash;
            if (c is '–' or '−' && joins && char.IsDigit(text[at - 1]) && char.IsDigit(text[end]))
            {
                kind = TokenKind.Hyphen;
            }
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

    private static bool IsLetter(char c) => char.IsLetter(c) || (c >= 0x300 && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark);

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘';
}
