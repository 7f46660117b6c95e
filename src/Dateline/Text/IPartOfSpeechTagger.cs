namespace Dateline.Text;

/// <summary>The seam to parts of speech: whoever knows better ones stands behind it.</summary>
public interface IPartOfSpeechTagger
{
    /// <summary>Fills <see cref="Token.Tag"/> and <see cref="Token.Form"/> of one sentence's tokens in place.</summary>
    void Tag(string text, Span<Token> tokens);
}
