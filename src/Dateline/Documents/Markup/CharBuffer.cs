namespace Dateline.Documents.Markup;

/// <summary>Characters written one after the other; what was written last can be taken back.</summary>
internal sealed class CharBuffer(int capacity)
{
    private char[] characters = new char[capacity];

    /// <summary>Number of characters; setting it less takes the last ones back.</summary>
    public int Length { get; set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<char> Written => characters.AsSpan(0, Length);

    /// <summary>Writes characters.</summary>
    public void Write(ReadOnlySpan<char> words)
    {
        if (Length + words.Length > characters.Length)
        {
            Array.Resize(ref characters, Math.Max(characters.Length * 2, Length + words.Length));
        }

        words.CopyTo(characters.AsSpan(Length));
        Length += words.Length;
    }
}
