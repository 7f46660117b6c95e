using System.Collections;
using System.Runtime.CompilerServices;

namespace Dateline.Text;

/// <summary>
/// Tokens in text order, read-only. A class of its own because every rule asks for tokens by index, many thousand times in a
/// report: here that is a read from an array, behind <see cref="IReadOnlyList{T}"/> it would be two calls and a copy.
/// </summary>
[CollectionBuilder(typeof(TokenList), nameof(Of))]
public sealed class TokenList : IReadOnlyList<Token>
{
    private readonly Token[] tokens;

    private TokenList(Token[] tokens) => this.tokens = tokens;

    /// <summary>The array itself: for those who fill it, and for rooms that walk it as it is.</summary>
    internal Token[] Items => tokens;

    /// <inheritdoc/>
    public int Count => tokens.Length;

    /// <summary>The token of an index.</summary>
    /// <exception cref="IndexOutOfRangeException">No token has it.</exception>
    public ref readonly Token this[int index] => ref tokens[index];

    Token IReadOnlyList<Token>.this[int index] => tokens[index];

    /// <summary>A list of these tokens.</summary>
    public static TokenList Of(params ReadOnlySpan<Token> tokens) => new(tokens.ToArray());

    /// <summary>A list over an array that nobody changes any more.</summary>
    public static TokenList Over(Token[] tokens) => new(tokens);

    /// <summary>All of them, one after the other.</summary>
    public ReadOnlySpan<Token>.Enumerator GetEnumerator() => new ReadOnlySpan<Token>(tokens).GetEnumerator();

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => ((IEnumerable<Token>)tokens).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => tokens.GetEnumerator();
}
