namespace Dateline.Text;

/// <summary>The one seam to syntax: whoever knows better parts of speech, a parser included, stands behind it.</summary>
public interface IPartOfSpeechTagger
{
    /// <summary>Fills <see cref="Token.Tag"/> and <see cref="Token.Form"/> of one sentence's tokens in place.</summary>
    void Tag(string text, Span<Token> tokens);
}
