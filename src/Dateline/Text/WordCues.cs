namespace Dateline.Text;

/// <summary>How the words of a sentence are capitalised, as far as capitals can be trusted in it.</summary>
internal enum SentenceCase : byte
{
    /// <summary>Capitals mark names and beginnings.</summary>
    Plain,

    /// <summary>Every word in capitals.</summary>
    Upper,

    /// <summary>Every longer word begins with a capital.</summary>
    Title,

    /// <summary>No capital anywhere.</summary>
    Lower,
}

/// <summary>What the tagger sees of one word: hashes of the folded word and its ends, its shape, the tags it is known with.</summary>
internal struct WordCues
{
    /// <summary>The place before and after a sentence.</summary>
    public static readonly WordCues Outside = new() { Word = 0x5EED, Suffix2 = 0x5EED, Suffix3 = 0x5EED };

    /// <summary>Hash of the folded word, digits as 0.</summary>
    public uint Word;

    /// <summary>Hash of the last character.</summary>
    public uint Suffix1;

    /// <summary>Hash of the last two characters.</summary>
    public uint Suffix2;

    /// <summary>Hash of the last three.</summary>
    public uint Suffix3;

    /// <summary>Hash of the last four.</summary>
    public uint Suffix4;

    /// <summary>Hash of the first two.</summary>
    public uint Prefix2;

    /// <summary>Hash of the first three.</summary>
    public uint Prefix3;

    /// <summary>Hash of what stands before the last hyphen inside the word ("anti-", "re-"); 0 without one.</summary>
    public uint Joined;

    /// <summary>Capitals and digits, beginning of sentence, case of the sentence; one small number.</summary>
    public uint Shape;

    /// <summary>Capitals and digits alone.</summary>
    public uint Writing;

    /// <summary>Set of labels the word is known with, one bit each; 0 for an unknown word.</summary>
    public uint Known;

    /// <summary>Set of labels the word may have; all when no table says otherwise.</summary>
    public uint Allowed;

    /// <summary>The only label of a frequent word, or -1.</summary>
    public int Fixed;

    /// <summary>A capital that neither the beginning nor the style of the sentence explains.</summary>
    public bool MayBeName;

    /// <summary>A pair of words in a table begins with it.</summary>
    public bool BeginsPair;

    private const uint Seed = 2166136261;

    /// <summary>Fills everything that the letters of the sentence tell.</summary>
    public static void Read(string text, ReadOnlySpan<Token> tokens, Span<WordCues> cues)
    {
        var sentenceCase = CaseOf(text, tokens);
        var (first, begins) = (true, true); // as the tagger was trained, a word behind an apostrophe counts as a first one, however the apostrophe is written
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].Span.Of(text);
            ref var cue = ref cues[i];
            cue.ReadLetters(word);
            cue.Writing = WritingOf(word);
            cue.Shape = cue.Writing + (first ? 16u : 0u) + (32u * (uint)sentenceCase);
            cue.MayBeName = cue.Writing is >= 2 and <= 5 && !begins && sentenceCase == SentenceCase.Plain;
            var opens = !char.IsLetterOrDigit(word[0]);
            first = opens && (first || word[0] is '"' or '“' or ':' or '(' || Folding.Fold(word[0]) == '\'');
            begins = opens && !tokens[i].Is(TokenShape.Clitic) && (begins || word[0] is '"' or '“' or '‘' or ':' or '\'' or '`' or '(');
        }
    }

    /// <summary>Hash of a word's letters: folded, digits as 0.</summary>
    public static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            var f = Fold(c);
            hash = f == 0 ? hash : Step(hash, f);
        }

        return hash;
    }

    private void ReadLetters(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        var read = 0;
        ulong tail = 0;
        (Prefix2, Prefix3, Joined) = (0, 0, 0);
        foreach (var c in word)
        {
            var f = Fold(c);
            if (f == 0)
            {
                continue;
            }

            hash = Step(hash, f);
            tail = (tail << 16) | f;
            read++;
            Joined = f == '-' && read > 1 ? hash : Joined;
            if (read == 2)
            {
                Prefix2 = hash;
            }
            else if (read == 3)
            {
                Prefix3 = hash;
            }
        }

        Word = hash;
        Joined = word[^1] == '-' ? 0 : Joined;
        Suffix1 = (uint)(tail & 0xFFFF);
        Suffix2 = Shrink(tail & 0xFFFF_FFFF);
        Suffix3 = Shrink(tail & 0xFFFF_FFFF_FFFF);
        Suffix4 = Shrink(tail);
    }

    private static char Fold(char c)
    {
        var f = Folding.Fold(c);
        return char.IsDigit(f) ? '0' : f;
    }

    private static uint Step(uint hash, char c) => (hash ^ c) * 16777619;

    private static uint Shrink(ulong tail) => (uint)((tail * 0x9E3779B97F4A7C15) >> 32);

    // 0 sign · 1 lower · 2 Capitalised · 3 CAPITALS · 4 C · 5 mIxed · 6 digits · 7 digit first · 8 letters with digits · 9 dashes
    private static uint WritingOf(ReadOnlySpan<char> word)
    {
        var (lower, upper, digits) = (0, 0, 0);
        foreach (var c in word)
        {
            if (char.IsAsciiLetterLower(c))
            {
                lower++;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                upper++;
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }
            else if (c > 0x7F && char.IsLetter(c))
            {
                upper += char.IsUpper(c) ? 1 : 0;
                lower += char.IsUpper(c) ? 0 : 1;
            }
        }

        if (digits > 0)
        {
            return lower + upper == 0 ? 6u : char.IsDigit(word[0]) ? 7u : 8u;
        }

        if (upper == 0)
        {
            return lower > 0 ? 1u : word[0] is '-' or '–' or '—' ? 9u : 0u;
        }

        if (lower == 0)
        {
            return upper > 1 ? 3u : 4u;
        }

        return upper == 1 && char.IsUpper(word[0]) ? 2u : 5u;
    }

    private static SentenceCase CaseOf(string text, ReadOnlySpan<Token> tokens)
    {
        var (lower, longLower, capitalised, capitals) = (0, 0, 0, 0);
        foreach (var token in tokens)
        {
            var word = token.Span.Of(text);
            var c = word[0];
            if (!char.IsLetter(c))
            {
                continue;
            }

            if (!char.IsUpper(c))
            {
                lower++;
                longLower += word.Length > 3 ? 1 : 0;
            }
            else if (word.Length > 1 && char.IsUpper(word[^1]))
            {
                capitals++;
            }
            else
            {
                capitalised++;
            }
        }

        if (lower == 0 && capitals >= 2 && capitals > 2 * capitalised)
        {
            return SentenceCase.Upper;
        }

        if (capitalised + capitals >= 3 && longLower * 5 <= capitalised)
        {
            return SentenceCase.Title;
        }

        return capitalised + capitals == 0 && lower >= 3 ? SentenceCase.Lower : SentenceCase.Plain;
    }
}
