using Dateline.Text;

namespace Dateline.Annotations.Names;

/// <summary>A name of the compiled gazetteer found in a sentence.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="After">Index after its last token.</param>
/// <param name="Name">What the gazetteer has.</param>
public readonly record struct TownMatch(int First, int After, GazetteerName Name);

/// <summary>Finds names of the gazetteer in sentences: capitalised words, left to right, the longest first.</summary>
public sealed class TownMatcher(Gazetteer gazetteer)
{
    private const int LongestName = 6; // words

    /// <summary>The names of one sentence, in text order, without overlap.</summary>
    public List<TownMatch> Match(string text, Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var found = new List<TownMatch>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsNameWord(tokens[i]) && LongestAt(text, tokens, i) is { } match)
            {
                found.Add(match);
                i = match.After - 1;
            }
        }

        return found;
    }

    /// <summary>What else a word of the text is.</summary>
    public NameFlags FlagsOf(string text, Token token)
    {
        var key = default(GazetteerKey);
        key.Add(token.Span.Of(text));
        return gazetteer.Find(key)?.Flags ?? NameFlags.None;
    }

    private TownMatch? LongestAt(string text, TokenList tokens, int first)
    {
        TownMatch? best = null;
        var key = default(GazetteerKey);
        var words = 0;
        for (var i = first; i < tokens.Count && words < LongestName; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Hyphen && i > first)
            {
                continue;
            }

            if (token.Kind != TokenKind.Word || token.Is(TokenShape.Clitic))
            {
                break;
            }

            words++;
            key.Add(token.Span.Of(text));
            if (!token.IsCapitalised && !(i > first && tokens[i - 1].Kind == TokenKind.Hyphen))
            {
                continue;
            }

            if (gazetteer.Find(key) is { Count: > 0 } name)
            {
                best = new TownMatch(first, i + 1, name);
            }
        }

        return best;
    }

    private static bool IsNameWord(Token token) => token.Kind == TokenKind.Word && token.IsCapitalised && !token.Is(TokenShape.Clitic) && token.Length > 1;
}
