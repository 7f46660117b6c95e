using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>One sentence as the readers of figures see it: its tokens with the words of number and the units.</summary>
internal sealed class FigureSentence(NumberReader numbers, Units units, string text, Token[] tokens)
{
    /// <summary>The report.</summary>
    public string Text => text;

    /// <summary>The sentence's tokens.</summary>
    public Token[] Tokens => tokens;

    /// <summary>Number of tokens.</summary>
    public int Count => tokens.Length;

    /// <summary>The words of number.</summary>
    public NumberWords Words => numbers.Words;

    public Token this[int at] => tokens[at];

    public bool Is(int at, NumberWordClass kind) => numbers.Words.Is(tokens, at, kind);

    public bool Is(int at, NumberWordClass kind, out NumberWord word, out int after) => numbers.Words.Is(tokens, at, kind, out word, out after);

    /// <summary>hundred, thousand, dozen.</summary>
    public bool IsScale(int at, out NumberWord word, out int after) =>
        Is(at, NumberWordClass.Scale, out word, out after) || Is(at, NumberWordClass.Hundred, out word, out after) || Is(at, NumberWordClass.Dozen, out word, out after);

    public bool IsKind(int at, TokenKind kind) => (uint)at < (uint)tokens.Length && tokens[at].Kind == kind;

    public bool IsTag(int at, PartOfSpeech tag) => (uint)at < (uint)tokens.Length && tokens[at].Tag == tag;

    public bool IsGlued(int at) => (uint)at < (uint)tokens.Length && tokens[at].Is(TokenShape.Glued);

    /// <summary>True when a token is this one sign.</summary>
    public bool IsSign(int at, char sign) => (uint)at < (uint)tokens.Length && tokens[at].Length == 1 && text[tokens[at].Start] == sign;

    /// <summary>The index after a hyphen, or the same index when there is none.</summary>
    public int AfterHyphen(int at) => IsKind(at, TokenKind.Hyphen) ? at + 1 : at;

    /// <summary>True at the end of the sentence, at a sign, and at a word that ends a noun phrase.</summary>
    public bool IsPhraseEnd(int at) => at >= tokens.Length || tokens[at].Kind != TokenKind.Word || Is(at, NumberWordClass.Stop);

    /// <summary>True for "and" where it may join two figures.</summary>
    public bool IsAnd(int at, out int after) => Is(at, NumberWordClass.RangeJoint, out var joint, out after) && joint.Text == "and";

    public bool TryNumber(int at, out NumberReading number) => numbers.TryRead(text, tokens, at, out number);

    public bool TryUnit(int at, out Unit unit, out int after) => units.TryRead(text, tokens, at, out unit, out after);

    public Unit? Find(string symbol) => units.Find(symbol);

    public ReadOnlySpan<char> Chars(int at) => text.AsSpan(tokens[at].Start, tokens[at].Length);

    /// <summary>The characters from one token to before another.</summary>
    public string Slice(int from, int after) => text[tokens[from].Start..tokens[after - 1].End];
}
