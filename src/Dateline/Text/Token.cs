namespace Dateline.Text;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, letters with digits, abbreviations with their points.</summary>
    Word,

    /// <summary>Digits with inner points, commas or colons: 1,587 · 7.507 · 13:50.</summary>
    Number,

    /// <summary>Digits with an ordinal ending: 38th.</summary>
    Ordinal,

    /// <summary>A hyphen that joins two words or figures without blanks.</summary>
    Hyphen,

    /// <summary>A dash: – — -- or a hyphen between blanks.</summary>
    Dash,

    /// <summary>Any quotation mark.</summary>
    Quote,

    /// <summary>Full stop, question mark, exclamation mark, ellipsis.</summary>
    Terminal,

    /// <summary>Any other punctuation.</summary>
    Punctuation,

    /// <summary>Currency, percent and other signs.</summary>
    Symbol,
}

/// <summary>How a token is written.</summary>
[Flags]
public enum TokenShape : byte
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>Begins with a capital letter.</summary>
    Capitalised = 1,

    /// <summary>Two letters or more, all capitals.</summary>
    AllCaps = 2,

    /// <summary>Holds a digit.</summary>
    Digits = 4,

    /// <summary>No white space before it.</summary>
    Glued = 8,

    /// <summary>First word of its sentence.</summary>
    SentenceStart = 16,

    /// <summary>Ends in a point that belongs to it: U.S., Gen., a.m.</summary>
    Abbreviation = 32,

    /// <summary>A clitic cut from its word: 's n't 're.</summary>
    Clitic = 64,
}

/// <summary>One word, figure or sign of a sentence.</summary>
/// <param name="Start">First UTF-16 position.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Word">Number of its folded form in the vocabulary, or -1 for a word no lexicon knows.</param>
/// <param name="Tag">Universal part of speech; <see cref="PartOfSpeech.Other"/> until tagged.</param>
/// <param name="Form">Inflection of verbs and nouns.</param>
public readonly record struct Token(int Start, int End, TokenKind Kind, TokenShape Shape, int Word, PartOfSpeech Tag, WordForm Form)
{
    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>True when every named shape applies.</summary>
    public bool Is(TokenShape shape) => (Shape & shape) == shape;

    /// <summary>True for a word with a capital first letter.</summary>
    public bool IsCapitalised => (Shape & TokenShape.Capitalised) != TokenShape.None;
}
